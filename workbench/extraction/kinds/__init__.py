"""One module for each kind of claim: each hands in the candidates that it finds in a passage."""
