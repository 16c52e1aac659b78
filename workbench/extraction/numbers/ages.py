"""Ages: "45 years old", "aged 45", ", 45," behind a name, "who was 10", and bare numbers in a row with one."""

import re

from workbench.extraction.grammar.nouns import singular
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.lexicon import words
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.numbers.signs import any_of
from workbench.extraction.text.passage import Passage

Read = tuple[str, int, str]
"""The unit's full name, the character where it ends, and the rule that read it."""
_AGE_BEHIND = re.compile(
    r"[\s-](?P<unit>year|month|week|day)s?(?:[\s-]olds?\b|\s+of\s+age\b)|\s?(?:yo|y/o|y\.o\.|yrs?\s+old)(?!\w)",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:aged?|ages|ages?\s+of|the\s+age\s+to|at\s+age|in\s+age|ages?\s+ranging|age\s+(?:range|group|limit)\s+(?:of|is)|"
    r"(?:before|after|since|until|by|upon|on)\s+turning|(?:before|since|until|when)\s+(?:they|we|you)\s+(?:were|are|turn(?:ed)?)|"
    r"(?:dead|dies|died|dying|retires?|retired|retiring|retirement|pensions?|married|work|school|careers?)\s+at)\s*$",
    re.IGNORECASE,
)
_RANGED = re.compile(
    r"\bage\b[^.]{0,12}\bfrom\s*$|\brang\w+\s+in\s+age\s*$|\bages?\s+rang(?:e|ed|ing)\s*$", re.IGNORECASE
)
_COUNTED = re.compile(r"\s+[a-z]+s\b(?!\s+(?:was|were|is))")
# "women under 18", "for those over 65": people whom the number does not count, but bounds in age.
_PEOPLE_BEYOND = re.compile(
    r"\b(?:those|anyone|everyone|someone|people|persons?|men|women|adults?|children|kids|boys|girls|students|players|voters|patients|"
    r"workers|americans|residents|citizens|drivers|youths|males|females|members|(?:is|are|was|were|be|being|'m|’m|'re|’re)(?:\s+now)?)\s+$",
    re.IGNORECASE,
)
# "Marr died on Sunday at 81."
_DIED_AT = re.compile(r"\b(?:died|dies|dead|passed\s+away)\b[^.;]{1,50}\sat\s+$", re.IGNORECASE)
# "He is, at 92, the oldest of them."
_AT_IN_COMMAS = re.compile(r",\s+at\s+$")
# "his brothers, 12 and 14"
_IN_A_ROW = re.compile(r",?\s+(?:and\s+)?\d{1,2}(?![\d,.]\d)")
OLDEST = 100
_ACTS = (["VBD"], ["VBP"], ["VBZ"], ["VBN"], ["MD"])
"""Tags of what stands behind "women between 25 and 54"."""
YOUNGEST = 12
"""The age from which on "at 30" between commas is taken for one; less may be a score or an hour."""
# "At 74, she still runs the bakery."
_AT = re.compile(r"\b(?:At|Now)\s+$")
_CLOSED = re.compile(r"\s*(?:[.,;]|$)|\s+(?:after|from|in|of|following|while|when)\b")
_HE = re.compile(r",\s+(?:he|she|(?:Mr|Mrs|Ms|Dr)\b|[A-Z][a-z]+\s+(?:is|was|has|still|[A-Z]))")
_KIN = rf"(?:{any_of([*words('nouns', 'lists.aged')])})"
_BEING = ("is", "was", "be", "are", "were", "am", "'s", "'m", "'re", "turned", "turns", "turning", "turn")
_SCORING = (
    ["under"],
    ["over"],
    ["for"],
    ["of"],
    ["-"],
    ["–"],
    ["up"],
    ["down"],
    ["ahead"],
    ["behind"],
    ["clear"],
    ["short"],
)
"""What stands behind a score that somebody is at: "he is 12 under par", "he was 3 for 4"."""
_ENDS = re.compile(
    r"\s*(?:[.,;:)\"”]|$)|\s+(?:and|or|but|who|were|was|are|is|must|can|could|will|would|may|from|in|among|with|at|to|have|had|has|should|when|who|for|on|the|if|as|that)\b",
    re.IGNORECASE,
)
_AGE_IN_SENTENCE = re.compile(
    r"\b(?:(?:minimum|maximum|legal|voting|drinking|retirement|pension|eligibility)\s+age|(?:rais|lower)\w+\s+the\s+age)\b",
    re.IGNORECASE,
)


def behind(passage: Passage, figure: Figure) -> Read | None:
    """An age with its unit: "45-year-old", "three months old"."""
    age = _AGE_BEHIND.match(passage.text, figure.end)
    return ((age["unit"] or "year").lower(), age.end(), "an age") if age else None


def bare(passage: Passage, figure: Figure) -> Read | None:
    """An age without its unit: "aged 45", or ", 45," right behind a person's name."""
    text = passage.text
    aged = _AGED.search(text[max(0, figure.start - 24) : figure.start])
    bare_one = figure.low.value == 1 and figure.low.form == "words" and not aged
    if figure.low.form == "vague" or figure.low.value > 120 or figure.low.scaled or bare_one:
        return None
    before = text[max(0, figure.hedge_start - 24) : figure.hedge_start]
    led = aged or _AGED.search(before) or figure.hedge in ("as young as", "as old as")
    if _RANGED.search(before) or (led and not _counts(passage, figure)):
        return "year", figure.end, "an age"
    rule = _rule(passage, figure, before)
    return ("year", figure.end, rule) if rule else None


def _counts(passage: Passage, figure: Figure) -> bool:
    """Whether a plural behind the number may be what it counts, and no verb: "as young as 14 says"."""
    behind = passage.tokens_in(figure.start, figure.end)[1]
    return _COUNTED.match(passage.text, figure.end) is not None and passage.tags[behind : behind + 1] != ["VBZ"]


def _rule(passage: Passage, figure: Figure, before: str) -> str:
    """What makes a bare number behind these characters an age; empty where nothing does."""
    if _beyond(passage, figure):
        return "an age behind people"
    if figure.high is not None:
        return ""
    if _said_to_be(passage, passage.tokens_in(figure.low.start, figure.low.end)[1] - 1):
        return "an age behind a form of be"
    token = passage.token_at(figure.start)
    opens = token == passage.sentences[passage.sentence_of[token]][0] + 1
    if opens and _AT.search(before) and _HE.match(passage.text, figure.end):
        return "an age at the beginning"
    if _is_at(passage, figure, before):
        return "an age at which somebody is something or died"
    return "an age behind a name" if _is_in_commas(passage, figure, token) else ""


def _is_at(passage: Passage, figure: Figure, before: str) -> bool:
    """As in "she is, at 92, the oldest", "he died on Sunday at 81"."""
    if not before.rstrip().endswith("at") or figure.low.form != "digits" or figure.low.value <= YOUNGEST:
        return False
    if _AT_IN_COMMAS.search(before):
        return passage.text[figure.end : figure.end + 1] == ","
    died = _DIED_AT.search(passage.text, max(0, figure.hedge_start - 70), figure.hedge_start)
    return died is not None and _CLOSED.match(passage.text, figure.end) is not None


def _is_in_commas(passage: Passage, figure: Figure, token: int) -> bool:
    """As in "Ann Hill, 45, said", "the boy, 3, and his mother"."""
    at = token - 1 if passage.lower[token - 1] in ("also", "now", "then", "just", "only", "aged", "age") else token
    if at < 2 or passage.words[at - 1] != "," or figure.low.form not in ("digits", "words") or figure.low.value < 1:
        return False
    closed = re.match(r"\s*[,.;)]|\s+(?:and|who|from|of)\b", passage.text[figure.end :]) is not None
    if _is_beside_name(passage, figure, at):
        return True
    word = passage.lower[at - 2]
    if passage.tags[at - 2] == "NNS" and _IN_A_ROW.match(passage.text, figure.end):
        word = singular(word)
    grown = (
        figure.low.form == "digits" and YOUNGEST < figure.low.value < OLDEST and passage.tags[at - 2] in ("NN", "JJ")
    )
    called = word in words("nouns", "lists.aged") or (
        grown and (is_role(passage, at - 2) or word in words("numbers", "ordinals"))
    )
    return closed and (passage.entity_of[at - 2] == "PERSON" or called)


def _is_beside_name(passage: Passage, figure: Figure, at: int) -> bool:
    """As in "Olivia House, 20, a student": in commas behind a name of whatever kind, but of no place or date."""
    closed = passage.text[figure.end : figure.end + 1] == "," and figure.low.form == "digits"
    grown = closed and YOUNGEST < figure.low.value < OLDEST and not figure.low.scaled
    named = passage.words[at - 2][0].isupper() and passage.entity_of[at - 2] not in (
        "GPE",
        "LOC",
        "FAC",
        "DATE",
        "NORP",
    )
    return grown and named and passage.deps[at] == "appos" and passage.tags[at - 2] in ("NNP", "NNS", "NN")


def in_a_row(passage: Passage, figure: Figure, ages: list[Figure]) -> Read | None:
    """As in "aged 22 and 30": a bare number in a row with an age."""
    between = passage.text[ages[-1].end : figure.hedge_start] if ages else ""
    if not re.fullmatch(rf"(?:,|\s+and|,\s+and)\s+(?:(?:his|her|their)\s+{_KIN}\s+)?", between):
        return None
    bare = re.match(r"\s*[,.;)]|\s+(?:and|were|was|are|is|have|had|from|of)\b", passage.text[figure.end :]) is not None
    old = 1 < figure.low.value <= OLDEST
    return ("year", figure.end, "an age in a row") if bare and old else None


def _beyond(passage: Passage, figure: Figure) -> bool:
    """As in "women under 18", "raising the minimum age from 16 to 18": a bare number in years of age."""
    text = passage.text
    if figure.low.form not in ("digits", "words") or not 1 < (figure.high or figure.low).value <= OLDEST:
        return False
    token, last = passage.token_at(figure.low.start), passage.token_at(figure.end - 1)
    ranged = figure.high is not None and text[figure.start] in "bBfF"
    if not _ENDS.match(text, figure.end) and not (ranged and passage.tags[last + 1 : last + 2] in _ACTS):
        return False
    low = passage.starts[passage.sentences[passage.sentence_of[token]][0]]
    if _AGE_IN_SENTENCE.search(text, low, figure.start):
        return True
    if figure.high is not None and passage.tags[token - 1] == "NNS":
        # "for children 5 to 11", "adults 18-64"
        return singular(passage.lower[token - 1]) in words("nouns", "lists.people")
    bounded = ranged or figure.hedge in words("bounds", "of_age")
    people = passage.token_at(figure.hedge_start) - 1
    if bounded and figure.hedge.startswith(("younger", "older", "or ", "and ")) and passage.tags[people] == "NNS":
        return True  # "migrants 30 and younger", "pupils younger than nine"
    return bounded and _PEOPLE_BEYOND.search(text, low, figure.hedge_start) is not None


def _said_to_be(passage: Passage, token: int) -> bool:
    """As in "who was 10", "she will be 35", "he turned 40": a bare number that somebody is."""
    verb = passage.heads[token]
    if passage.lower[verb] not in _BEING or passage.lower[token + 1 : token + 2] in _SCORING:
        return False
    subject = passage.child(verb, "nsubj")
    if passage.deps[token] not in ("attr", "acomp", "dobj") or subject is None:
        return False
    turned = passage.lower[verb].startswith("turn") and passage.tags[subject] == "NNS"
    return _is_one_person(passage, subject) or (
        turned and singular(passage.lower[subject]) in words("nouns", "lists.people")
    )


def _is_one_person(passage: Passage, subject: int) -> bool:
    """As in "she", "the driver", "Ann Hill": a pronoun, a name, or a word for one person."""
    word = passage.lower[subject]
    if passage.tags[subject] == "NN":
        return word in words("nouns", "lists.people") or word in words("nouns", "lists.aged")
    return word in ("he", "she", "who", "i", "you") or passage.entity_of[subject] == "PERSON"
