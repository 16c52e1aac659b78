"""The child process of `guarding`: one file on standard input, its draft as JSON on standard output.

The first line of the input is the task as JSON, the rest the file.
"""

import json
import sys
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from workbench.documents.limits import Limits
from workbench.documents.parsing import parse
from workbench.documents.sniffing import Format
from workbench.documents.story_file import StoryFile
from workbench.documents.unreadable import UnreadableError

# Three times what the hardest honest page took (17 MB of markup: 605 MB), with room for address space only reserved.
MOST_MEMORY = 2 * 1024**3


def main() -> None:
    """Read the task and the file, write the draft or the problem."""
    order = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    limits = Limits(**order["limits"])
    kind = Format(order["file"].pop("kind"))
    _confine(limits.max_seconds)
    answer = _answer(StoryFile(data=data, kind=kind, **order["file"]), limits)
    sys.stdout.buffer.write(json.dumps(answer, default=str).encode())


def _answer(file: StoryFile, limits: Limits) -> dict[str, Any]:
    try:
        return asdict(parse(file, limits))
    except UnreadableError as error:
        return {"problem": error.problem}


def _confine(seconds: float) -> None:
    """Bound memory and processor time, and allow no file to be written, where the platform can."""
    try:
        import resource
    except ImportError:  # Windows; the parent's clock still holds there
        return
    bounds = {
        resource.RLIMIT_AS: MOST_MEMORY,
        resource.RLIMIT_CPU: int(seconds) + 2,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for bound, most in bounds.items():
        # macOS knows RLIMIT_AS and refuses it; and whoever started the desk may have set a lower bound for all of it.
        with suppress(ValueError, OSError):
            resource.setrlimit(bound, (most, most))


if __name__ == "__main__":
    main()
