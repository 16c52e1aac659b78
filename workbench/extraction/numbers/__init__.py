"""Numbers, what they count, and what looks like a number and is none."""
