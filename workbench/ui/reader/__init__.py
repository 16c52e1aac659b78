"""What the reader and the card show of a story, as plain values for the browser."""
