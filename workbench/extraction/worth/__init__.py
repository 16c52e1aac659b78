"""How much a claim is worth checking, as a sum of named signals."""
