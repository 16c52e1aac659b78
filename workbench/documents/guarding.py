"""Reading in a child process, so that a hostile file can't take this one down.

The child is a fresh interpreter, not a fork (this process may hold threads, locks and database connections) and not
multiprocessing (which runs the main module again, the server's included). What comes back is JSON, never a pickle:
a reader taken over by a file could say anything.
"""

import json
import subprocess
import sys
from dataclasses import asdict
from datetime import date

from workbench.documents.draft import Draft
from workbench.documents.limits import Limits
from workbench.documents.parsing import parse
from workbench.documents.sniffing import Format
from workbench.documents.story_file import StoryFile
from workbench.documents.unreadable import TOO_HARD, UnreadableError, too_slow

CHILD = "workbench.documents.child"


def parse_guarded(file: StoryFile, limits: Limits) -> Draft:
    """As `parse`, in a child process that is killed after `limits.max_seconds`; plain text is parsed here."""
    if file.kind is Format.TEXT:
        return parse(file, limits)
    task = {"kind": file.kind, "name": file.name, "media_type": file.media_type, "url": file.url, "whole": file.whole}
    order = json.dumps({"file": task, "limits": asdict(limits)}).encode()
    # -P: the folder this was started in must not stand in for the standard library.
    command = [sys.executable, "-P", "-m", CHILD]
    try:
        done = subprocess.run(  # noqa: S603  # a fixed command; what is hostile goes in as data
            command, input=order + b"\n" + file.data, capture_output=True, timeout=limits.max_seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(file.name, too_slow(limits.max_seconds)) from error
    return _draft(done.stdout, file.name)


def _draft(answer: bytes, name: str) -> Draft:
    try:
        told = json.loads(answer)
    except ValueError as error:
        raise UnreadableError(name, TOO_HARD) from error
    if "problem" in told:
        raise UnreadableError(name, str(told["problem"]))
    fields = told["fields"]
    if "published" in fields:
        fields["published"] = date.fromisoformat(fields["published"])
    return Draft(text=told["text"], fields=fields, origins=told["origins"], guesses=told["guesses"])
