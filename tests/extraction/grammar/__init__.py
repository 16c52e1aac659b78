"""The grammar that the rules read with."""
