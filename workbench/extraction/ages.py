"""Ages: "45 years old", "aged 45", ", 45," behind a name, "who was 10", and bare numbers in a row with one."""

import re

from workbench.extraction.figures import Figure
from workbench.extraction.passage import Passage

Read = tuple[str, int, str]
"""The unit's full name, the character where it ends, and the rule that read it."""
_AGE_BEHIND = re.compile(r"[\s-](?P<unit>year|month|week|day)s?(?:[\s-]olds?\b|\s+of\s+age\b)", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|ages|age\s+of|at\s+age|in\s+age|ages?\s+ranging)\s*$", re.IGNORECASE)


def behind(passage: Passage, figure: Figure) -> Read | None:
    """An age with its unit: "45-year-old", "three months old"."""
    age = _AGE_BEHIND.match(passage.text, figure.end)
    return (age["unit"].lower(), age.end(), "an age") if age else None


def bare(passage: Passage, figure: Figure) -> Read | None:
    """An age without its unit: "aged 45", or ", 45," right behind a person's name."""
    text = passage.text
    bare_one = (
        figure.low.value == 1 and figure.low.form == "words" and not _AGED.search(text[: figure.hedge_start][-24:])
    )
    if figure.low.form == "vague" or figure.low.value > 120 or figure.low.scaled or bare_one:
        return None
    if _AGED.search(text[max(0, figure.hedge_start - 24) : figure.hedge_start]) and not re.match(
        r"\s+[a-z]+s\b(?!\s+(?:was|were|is))", text[figure.end :]
    ):
        return "year", figure.end, "an age"
    token = passage.token_at(figure.start)
    if re.search(
        r"\bage\b[^.]{0,12}\bfrom\s*$|\brang\w+\s+in\s+age\s*$|\bages?\s+(?:range|ranged|ranging)\s*$",
        text[: figure.hedge_start],
    ):
        return "year", figure.end, "an age"
    if _said_to_be(passage, token) and figure.high is None:
        return "year", figure.end, "an age behind a form of be"
    named = token >= 2 and passage.words[token - 1] == "," and passage.entity_of[token - 2] == "PERSON"
    closed = re.match(r"\s*[,.;)]|\s+(?:and|who|from|of)\b", text[figure.end :]) is not None
    if named and closed and figure.low.form in ("digits", "words") and figure.low.value >= 1 and figure.high is None:
        return "year", figure.end, "an age behind a name"
    return None


def in_a_row(passage: Passage, figure: Figure, ages: list[Figure]) -> Read | None:
    """As in "aged 22 and 30": a bare number in a row with an age."""
    if not ages or not re.fullmatch(r"(?:,|\s+and|,\s+and)\s+", passage.text[ages[-1].end : figure.hedge_start]):
        return None
    bare = re.match(r"\s*[,.;)]|\s+(?:and|were|was|are|is|have|had|from|of)\b", passage.text[figure.end :]) is not None
    return ("year", figure.end, "an age in a row") if bare and figure.low.value <= 120 else None


def _said_to_be(passage: Passage, token: int) -> bool:
    """As in "who was 10", "she will be 35", "he turned 40": a bare number that somebody is."""
    verb = passage.heads[token]
    if passage.lower[verb] not in ("is", "was", "be", "are", "were", "'s", "turned", "turns", "turning", "turn"):
        return False
    subject = passage.child(verb, "nsubj")
    if passage.deps[token] not in ("attr", "acomp", "dobj") or subject is None:
        return False
    return passage.lower[subject] in ("he", "she", "who", "i") or passage.entity_of[subject] == "PERSON"
