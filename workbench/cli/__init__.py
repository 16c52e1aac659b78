"""The command line: ask, call one service, print. Results go to standard output, all else to standard error."""

import sys
from importlib.metadata import version
from typing import NoReturn

from typer.main import get_command

from workbench.cli import people, record, serving, store, stories  # noqa: F401 - each hangs its commands on the application
from workbench.cli.frame import app
from workbench.cli.printing import ending, heeded


def main() -> NoReturn:
    """Run the command line: 0 done, 1 some input was refused or the record does not hold, 2 wrong usage."""
    flags, arguments = heeded(sys.argv[1:])
    if "--version" in flags:
        print(version("fact-claim-workbench"))
        sys.exit(0)
    command = get_command(app)
    try:
        # Not app(): Typer would print its own boxes, and end with 1 where the reader of a pipe has seen enough.
        with command.make_context("workbench", arguments) as context:
            command.invoke(context)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:
        sys.exit(ending(error))
    sys.exit(0)
