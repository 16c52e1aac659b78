"""A story's text as the rules read it: its paragraphs, parsed, with the quotation marks in them."""
