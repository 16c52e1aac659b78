"""Who says what: cues, the words they report, and who speaks."""
