"""Who is credited with a quotation that no verb reports: by a signature, a heading, or "in the words of"."""

from workbench.extraction.grammar.subjects import sentence_range
from workbench.extraction.people.issuers import is_document
from workbench.extraction.speech.cue import Cue
from workbench.extraction.speech.report import finite
from workbench.extraction.text.passage import Passage

FARTHEST = 20
"""Most tokens between "in the words of" and the quotation."""
LONGEST = 12
"""Most tokens of a heading that credits what follows."""
_DASHES = ("—", "–", "--")
_LONG_DASHES = tuple([dash] for dash in _DASHES)
_LEADING = frozenset(("from", "by", "of"))
_MARKS = frozenset(('"', "“", "``", "‘"))


def signed(passage: Passage, end: int) -> str | None:
    """The name behind a dash behind the marks: "“…” — Ann Lee, baker", "“…” - Ann Lee"."""
    behind = passage.tokens_in(0, end)[1]
    while behind < len(passage) and passage.words[behind] in ('"', "”", "''", "’", "'", ".", ","):
        behind += 1
    name = next((e for e in passage.entities if e.low == behind + 1 and e.type == "PERSON"), None)
    dash, after = passage.words[behind : behind + 1], passage.words[name.high : name.high + 1] if name else []
    signs = dash in _LONG_DASHES and after in ([], [","], ["."], ["("], *_LONG_DASHES)
    return passage.slice(name.low, name.high) if name and (signs or (dash == ["-"] and not after)) else None


def signature(passage: Passage) -> tuple[int, int] | None:
    """The tokens of whoever signs the quotation in the paragraph before: "— Ann Lee", "Ann Lee, Kiel Herald"."""
    low = int(passage.words[0] in (*_DASHES, "-"))
    parts = [t for t, word in enumerate(passage.words) if word == ","]
    whole = len(passage) <= LONGEST and not finite(passage, 0, len(passage)) and len(passage.sentences) == 1
    if not whole or passage.words[-1] in ('"', "”", ":", "?", "!") or len(parts) > 1:
        return None
    end = parts[0] if parts else len(passage) - (passage.words[-1] == ".")
    name = next((e for e in passage.entities if e.high == end and e.type == "PERSON"), None)
    if name is None or any(passage.tags[t] not in ("NNP", "NN", "JJ", "CC") for t in range(low, name.low)):
        return _outlet(passage, parts[0]) if parts else None
    return low, end


def _outlet(passage: Passage, comma: int) -> tuple[int, int] | None:
    """The tokens of the paper in a signature that names nobody: "Editorial Board, Kiel Herald"."""
    named = passage.lower[comma - 1] in ("board", "editorial", "editors", "staff")
    return (comma + 1, len(passage)) if named and comma + 1 < len(passage) else None


def heading(passage: Passage) -> tuple[int, int] | None:
    """The tokens of who is named in a heading without a verb that leads to a quotation: "From the Kiel Herald:"."""
    low, high = passage.sentences[-1]
    if high - low > LONGEST or finite(passage, low, high):
        return None
    named = [e for e in passage.entities if low <= e.low < e.high <= high and e.type in ("PERSON", "ORG")]
    alone = [e for e in named if e.high == high - 1 and _is_led_to(passage, low, e.low)]
    return (alone[-1].low, alone[-1].high) if alone else _document(passage, low, high)


def _document(passage: Passage, low: int, high: int) -> tuple[int, int] | None:
    """The tokens of the report in a heading that lists what it says: "A few findings from the report:"."""
    last = high - 2
    known = last - 2 > low and passage.lower[last - 1] in ("the", "this") and is_document(passage, last)
    return (last - 1, last + 1) if known and passage.lower[last - 2] in ("from", "of", "in") else None


def owner_before(passage: Passage, low: int, token: int) -> tuple[int, int] | None:
    """Whose message leads to the words from `token` on: "Ann Lee's response was: “…", "From her letter: “…"."""
    at = token - 1
    while at > low and (passage.words[at] in (*_MARKS, ":", ",") or passage.lower[at] in ("was", "is", "read")):
        at -= 1
    led = any(passage.words[t] not in (*_MARKS, ",") for t in range(at + 1, token))
    return owner(passage, at) if at > low and led else None


def owner(passage: Passage, document: int) -> tuple[int, int] | None:
    """The tokens of whose message the noun is: "Ann Lee's response", "her letter"; None where it is none."""
    whose = passage.child(document, "poss") if is_document(passage, document) else None
    first, last = passage.subtree(whose) if whose is not None else (0, 0)
    return None if whose is None else (first, last - (passage.tags[last - 1] == "POS"))


def _is_led_to(passage: Passage, low: int, name: int) -> bool:
    """Whether the name opens the heading, or "from", "by" or "of" leads to it with its title."""
    first = name
    while first > low and passage.tags[first - 1] in ("NNP", "NN", "DT", "JJ", "HYPH"):
        first -= 1
    return first == low or passage.lower[first - 1] in _LEADING


def in_words(passage: Passage) -> list[Cue]:
    """The cues "in the words of X" and "in X's words", shortly before a quotation."""
    found = []
    for token in [t for t, word in enumerate(passage.lower) if word == "words"]:
        owner = passage.child(token, "poss")
        low, end = passage.subtree(owner) if owner is not None else (token - 1, token)
        said = passage.lower[token + 1 : token + 2] == ["of"] if owner is None else passage.tags[end - 1] == "POS"
        if (
            passage.lower[max(0, low - 1) : low] != ["in"]
            or not said
            or (owner is None and passage.lower[low] != "the")
        ):
            continue
        high = min(sentence_range(passage, token)[1], token + FARTHEST)
        mark = next((t for t in range(token + 2, high) if passage.words[t] in _MARKS), None)
        if mark is not None and owner is not None:
            found.append(Cue(token, "in the words of", (low, end - 1), None, None, "in whose words"))
        elif mark is not None and mark > token + 2:
            end = mark - (passage.words[mark - 1] in (",", ":"))
            found.append(Cue(token, "in the words of", (token + 2, end), None, None, "in whose words"))
    return found
