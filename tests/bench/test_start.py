"""How long the command line takes to say what it can do."""

import statistics
import subprocess
import sys
import time

import pytest

ROUNDS = 15


@pytest.mark.bench
def test_help():
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        done = subprocess.run([sys.executable, "-m", "workbench.cli", "--help"], capture_output=True)
        took.append(time.perf_counter() - began)
        assert done.returncode == 0
    print(f"\nworkbench --help: median {statistics.median(took):.3f} s, slowest of {ROUNDS} {max(took):.3f} s")
