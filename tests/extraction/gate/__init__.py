"""The gate of extraction: stories of our own, marked by hand, and the scores that no change may lower.

`python -m tests.extraction.gate` measures and compares with scores.toml; `--write` records what it measured;
`--misses KIND` lists what was missed, made up or read wrongly.
"""
