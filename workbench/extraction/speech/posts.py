"""A post that stands in the text with its author: "The road is shut. https://… — Ann Lee (@annlee) May 4, 2018"."""

import re

from workbench.extraction.speech.cue import Cue
from workbench.extraction.speech.report import finite
from workbench.extraction.text.passage import Passage

_HANDLE = re.compile(r"\(@\w{1,30}\)")
_DASH = re.compile(r"\s*(?:[—–]|--?)\s*(?=[^\s—–-][^—–]{1,60}$)")
_LINKS = ("http://", "https://", "pic.twitter.com/")
_PASSED_ON = re.compile(r":\s*[\"“]")
"""As in "Ann Lee: “…”": the post only passes on what somebody else said."""
_MARKS = ('"', "“", "'", "‘")
LONGEST_NAME = 70
"""Most characters between the dash and the handle of whoever posts."""
LONGEST_DAY = 24
"""Most characters behind the handle: the day of the post."""


def cues(passage: Passage) -> list[Cue]:
    """The post that is the whole passage, as a cue without a word of its own.

    None where it stands in quotation marks, only asks, or only names what a picture shows.
    """
    text = passage.text
    handle = _HANDLE.search(text)
    if handle is None or len(text) - handle.end() > LONGEST_DAY or text.startswith(_MARKS) or _PASSED_ON.search(text):
        return []
    dash = _DASH.search(text, max(0, handle.start() - LONGEST_NAME), handle.start())
    said = _without_links(text[: dash.start()]) if dash else ""
    if dash is None or not said or _only_asks(said):
        return []
    low, high = passage.tokens_in(0, len(said))
    who = passage.tokens_in(dash.end(), len(text[: handle.start()].rstrip()))
    told = finite(passage, low, high) and who[0] < who[1]
    return [Cue(who[0], "", who, low, high, "a post with its author")] if told else []


def _without_links(said: str) -> str:
    said = said.rstrip()
    while (last := said.rsplit(maxsplit=1)[-1:]) and last[0].startswith(_LINKS):
        said = said.removesuffix(last[0]).rstrip(" \n:")
    return said


def _only_asks(said: str) -> bool:
    return said.endswith("?") and not re.search(r"[.!]\s", said)
