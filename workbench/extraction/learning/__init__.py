"""Learns what the signals of checkworthiness weigh. Run by `make learn`; nothing else of the workbench needs it."""
