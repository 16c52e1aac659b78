"""Words beside a number that say how it is meant: "more than", "up to", "or so"; no "handed over", "ticked up to"."""

import re
from functools import cache

from workbench.domain.claim import Bound
from workbench.extraction.lexicon import meanings, table
from workbench.extraction.numbers.signs import any_of
from workbench.extraction.text.passage import Passage


@cache
def _hedges(place: str) -> tuple[re.Pattern[str], dict[str, str]]:
    listed = {phrase: bound for bound, phrases in table("bounds")[place].items() for phrase in phrases}
    body = any_of(list(listed))
    # "challenged over a $10bn contract" is no bound, "nearly a $10bn contract" is.
    article = r"(?:(?<!\bover\s)(?<!\babout\s)(?<!\bunder\s)(?<!\babove\s)(?<!\bbelow\s)(?<!\baround\s)an?\s+)?"
    # "under the age of 18", "over age 65".
    age = r"(?:(?:the\s+)?ages?\s+(?:of\s+)?)?"
    pattern = (
        rf"(?<!\w)(?P<hedge>{body})\s*(?:{article}|{age})$" if place == "before" else rf"\s?(?P<hedge>{body})(?!\w)"
    )
    return re.compile(pattern), listed


# "handed over 7,600 files": the word belongs to the verb.
_PARTICLE = re.compile(
    r"\b(?:(?:hand|turn|sign|fork|pull)(?:s|ed|ing)?|take|took|taken|taking|give|gave|given)\s$", re.IGNORECASE
)
# "spread over 14 offices": so is where something lies or whom somebody rules.
_ABOVE = re.compile(
    r"\b(?:spread|scattered|sprawl\w*|presid\w+|reign\w*|rul(?:e|ed|es|ing)|tower\w*|split|divided|distributed|stretch\w*|"
    r"flew|flown|fly|flies|flying|watch\w*|spilled|hover\w*)\s$"
)
# "The rate ticked up to 5.5 percent": so does this.
_CLIMBING = re.compile(
    r"\b(?:tick|edg|inch|creep|nudg|mov|go|jump|climb|shoot|add|bump|speed)(?:e?s|e?d|ing)?\s$|\b(?:crept|went|gone|shot)\s$"
)
# "It took over two years."
_TIME_TAKEN = re.compile(rf"[\w.]+[\s-](?:{any_of(list(meanings('units', 'duration')))})\b")


def hedge_before(passage: Passage, start: int) -> tuple[Bound, int, str] | None:
    """The bound that words right before a number set ("more than"), where they start, and the words in lower case."""
    (pattern, listed), text = _hedges("before"), passage.plain
    offset = max(0, start - 40)
    # "nearly in half"
    before = text[offset:start].removesuffix("in ") if text.startswith("half", start) else text[offset:start]
    if not (found := pattern.search(before)):
        return None
    words_found = " ".join(found["hedge"].split())
    particle = _PARTICLE.search(text, max(0, offset + found.start() - 12), offset + found.start())
    above = _ABOVE.search(text, max(0, offset + found.start() - 14), offset + found.start())
    if words_found == "up to" and _CLIMBING.search(text, max(0, offset + found.start() - 12), offset + found.start()):
        return None
    if words_found == "over" and (above or (particle and not _TIME_TAKEN.match(text, start))):
        return None
    return Bound(listed[words_found]), offset + found.start(), words_found


def hedge_behind(passage: Passage, end: int) -> tuple[Bound, int] | None:
    """The bound that words right behind a unit set ("10 years or more"), and where they end."""
    pattern, listed = _hedges("after")
    found = pattern.match(passage.plain[end : end + 24])
    return (Bound(listed[" ".join(found["hedge"].split())]), end + found.end()) if found else None
