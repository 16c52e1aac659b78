"""The gate of extraction: stories of our own, marked by hand, and the scores that no change may lower.

`python -m tests.extraction.gate` measures and compares with scores.toml; `--write` records what it measured;
`--misses NAME` lists what lowers one of the scores: what was missed, made up, read wrongly or ranked too low.
"""
