"""Values and rules: pure functions on frozen values."""
