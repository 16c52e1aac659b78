"""A fact-claim verification workbench."""
