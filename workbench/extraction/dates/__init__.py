"""Dates in every written form, read against the day of publication or another date of the story."""
