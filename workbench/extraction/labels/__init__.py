"""A claim in a few words that a person would write."""
