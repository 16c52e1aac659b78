"""Ordinals that place something: "the first woman", "its third this year", "22nd in the table", "first identified"."""

import re

from workbench.extraction.grammar.nouns import Phrase, phrase_from
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.lexicon import table, words
from workbench.extraction.text.passage import NOUNS, VERBS, Passage

DIGITS = re.compile(r"\d+(?:st|nd|rd|th)")
A_TURN = "how far something has gone"
"""The rule of "a third day", which takes nothing behind it along."""
_NUMBERED_TURNS = ("day", "week", "year")
_BEFORE_TURN = VERBS | {"IN", "CC", ",", ":", "TO"}
_LEADS_TURN = ("on", "by", "until", "into", "through", "was", "is", "and")
_PLACES = re.compile(r"[1-9]\d?|one|two|three|four|five")
_STARTS = NOUNS | {"JJ", "JJS", "VBN", "VBG", "HYPH", "CD", "``", "RBS", "RB"}
_MODIFIER_TAGS = ("JJ", "NN", "CD", "RB", "NNP")
_FRACTIONS = ("third", "quarter", "fifth", "second", "first")
_TOLD = ("reported", "revealed", "published", "disclosed")
_BEING = ("is", "are", "was", "were", "be", "been", "became", "among")
_PARTS = ("in", "on", "among", "behind", "overall")


def place(passage: Passage, token: int) -> tuple[str, Phrase] | None:
    """How the ordinal at this token places something, and the noun that it places; None where it does not."""
    word, after = passage.lower[token], word_at(passage, token + 1)
    if not (word in words("numbers", "ordinals") or DIGITS.fullmatch(word)) or _is_joined(passage, token):
        return None
    idle = any(after in words("ranks", kind) for kind in ("not_before", "times", "numbered"))
    if idle or _is_way_of_speaking(passage, token):
        return None
    if passage.tags[token] not in _MODIFIER_TAGS or _is_name(passage, token) or word_at(passage, token - 1) == "every":
        return None
    if word == "first" and passage.tags[token] == "RB" and word_at(passage, token - 1) not in words("ranks", "places"):
        return ("what came first", Phrase(token + 1, token + 2, token + 1)) if _is_adverb(passage, token) else None
    noun = noun_behind(passage, _last_in_row(passage, token))
    if noun is not None and word_at(passage, token - 1) not in words("ranks", "places"):
        return None if _names(passage, token, noun) else ("an ordinal before its noun", noun)
    return ("an ordinal that stands alone", Phrase(token, token + 1, token)) if _stands_alone(passage, token) else None


def _is_turn(passage: Passage, token: int) -> bool:
    """As in "a third day", "its fourth week", "the 78th minute": how far something has gone; no "2nd day of May"."""
    after = word_at(passage, token + 1)
    if after == "minute":
        return DIGITS.fullmatch(passage.lower[token]) is not None and word_at(passage, token - 1) == "the"
    if passage.lower[token] == "first" or after not in words("ranks", "turns"):
        return False
    led = passage.tags[token - 1 : token] in (["DT"], ["PRP$"], ["POS"])
    if not led or word_at(passage, token - 1) in ("every", "each", "any", "no"):
        return False
    dated = token + 2 < len(passage) and passage.entity_of[token + 2] == "DATE"  # "its 12th day Monday"
    behind = [] if dated else passage.tags[token + 2 : token + 3]
    return behind not in (["NN"], ["NNS"], ["NNP"], ["POS"], ["HYPH"]) and not _is_dated(passage, token + 2)


def _is_dated(passage: Passage, token: int) -> bool:
    """As in "of May", "of each month", "of the year": a span of the calendar, whose days have numbers."""
    span = token + 1 + (word_at(passage, token + 1) in ("each", "every", "the"))
    calendar = {*table("calendar")["months"], *words("ranks", "times")}
    return word_at(passage, token) in ("of", "in") and word_at(passage, span) in calendar


def turn(passage: Passage, token: int) -> tuple[str, Phrase] | None:
    """As in "for a third day", "day five of the siege", "on day 12": which one of several in a row it is."""
    word = passage.lower[token]
    counted = (word in words("numbers", "ordinals") or DIGITS.fullmatch(word)) and _is_turn(passage, token)
    found = counted or is_numbered_turn(passage, token)
    return (A_TURN, Phrase(token + 1, token + 2, token + 1)) if found else None


def is_numbered_turn(passage: Passage, token: int) -> bool:
    """Whether a number behind the "day" at this token tells which; no "a day five years ago", no "from day one"."""
    if passage.lower[token] not in _NUMBERED_TURNS or passage.tags[token + 1 : token + 2] != ["CD"]:
        return False
    if token > passage.sentences[passage.sentence_of[token]][0] and passage.tags[token - 1] not in _BEFORE_TURN:
        return False
    if word_at(passage, token + 1) in ("1", "one"):
        return False
    behind = passage.tags[token + 2] if token + 2 < len(passage) else "."
    return word_at(passage, token + 2) == "of" or (
        word_at(passage, token - 1) in _LEADS_TURN and behind in (".", ",", ":", "IN", "CC")
    )


def _last_in_row(passage: Passage, token: int) -> int:
    """The second of "her third and last term", else the first; no "first and second graders"."""
    last = word_at(passage, token + 2) in ("last", "final", "only") and word_at(passage, token + 1) == "and"
    return token + 2 if last else token


def numbered(passage: Passage, token: int) -> tuple[str, Phrase] | None:
    """As in "the world number one", "the No. 2 carmaker", "ranked No. 3"; no address and no reactor number."""
    at = token + 1 + (word_at(passage, token + 1) in (".", "-"))
    written = passage.lower[token] in ("number", "#") or passage.slice(token, at) == "No."
    if not written or not _PLACES.fullmatch(word_at(passage, at)):
        return None
    if word_at(passage, token - 1) not in words("ranks", "before_number"):
        return None
    noun = noun_behind(passage, at)
    if noun is None:
        return None if _is_house(passage, token) else ("a number that places", Phrase(token, at + 1, token))
    idle = passage.tags[noun.low] == "NNP" or passage.lower[noun.head] in words("ranks", "idle_number")
    return None if idle else ("a number that places", noun)


def _is_house(passage: Passage, token: int) -> bool:
    """As in "they met at No. 10": a house, where no verb of a chart or a table stands before."""
    verb = next((passage.lower[t] for t in passage.ancestors(token) if passage.tags[t] in VERBS), "")
    placing = words("ranks", "places") | words("ranks", "charting")
    return word_at(passage, token - 1) == "at" and bool(verb) and verb not in placing


def word_at(passage: Passage, token: int) -> str:
    """The word at this token in lower case; empty outside the passage."""
    return passage.lower[token] if 0 <= token < len(passage) else ""


def noun_behind(passage: Passage, token: int) -> Phrase | None:
    """The noun phrase behind this token, hyphens between them passed over."""
    start = token + 1
    while start < len(passage) and passage.words[start] in ("-", "–") and start - token < 4:
        start += 1
    if start >= len(passage) or passage.tags[start] not in _STARTS:
        return None
    return phrase_from(passage, start)


def _is_joined(passage: Passage, token: int) -> bool:
    """As in "split-second", "third-party", "second-largest": a part of another word."""
    if word_at(passage, token - 1) == "-":
        return True
    return word_at(passage, token + 1) == "-" and word_at(passage, token + 2) not in words("ranks", "joined")


def _is_way_of_speaking(passage: Passage, token: int) -> bool:
    """As in "in the first place", "at first sight", "the first two hours", and "First, …" in a list."""
    before, after = word_at(passage, token - 1), word_at(passage, token + 1)
    one_of = passage.lower[max(0, token - 3) : token] == ["one", "of", "the"]
    if after in ("few", "several", "couple", "dozen") or (not one_of and passage.tags[token + 1 : token + 2] == ["CD"]):
        return True
    if before in ("at", "one", "two") and passage.lower[token] in _FRACTIONS:
        return True
    if after == "," and passage.sentences[passage.sentence_of[token]][0] == token:
        return True
    return passage.lower[max(0, token - 2) : token + 2] == ["in", "the", "first", "place"]


def _is_name(passage: Passage, token: int) -> bool:
    """As in "Fifth Avenue": written with a capital inside a sentence."""
    return token > 0 and passage.tags[token] == "NNP" and passage.words[token][0].isupper()


def _names(passage: Passage, token: int, noun: Phrase) -> bool:
    """As in "the 114th Congress", "its 4th district", "first officer Ann Hill": it is of a name or a title."""
    circuit = passage.lower[noun.head] == "court" and "circuit" in passage.lower[noun.low : noun.head]
    if circuit or passage.lower[noun.head] in words("ranks", "numbered"):
        return True
    if passage.lower[token + 1 : token + 3] == ["-", "term"]:
        # "Second-term scandals" are those of a second term, and a "first-term senator" is in the first.
        return not is_role(passage, noun.head)
    if passage.tags[noun.head] not in ("NNP", "NNPS") or passage.entity_of[noun.head] == "NORP":
        return False
    if passage.lower[noun.head] in words("ranks", "offices"):
        return False
    if not words("ranks", "editions").isdisjoint(passage.lower[noun.low : noun.high]):
        return False
    led = passage.tags[token - 1] in ("DT", "PRP$", "POS") if token else False
    return bool(DIGITS.fullmatch(passage.lower[token])) or (not led and passage.entity_of[noun.head] == "PERSON")


def _is_adverb(passage: Passage, token: int) -> bool:
    """As in "first found in 1994", "the Sun first told of it", "divers first saw it"; no "as it first reported"."""
    verb = token + 1
    known = word_at(passage, verb) in words("ranks", "first") or word_at(passage, verb) in words("ranks", "first_found")
    if not known and not _is_done(passage, verb):
        return False
    subject = passage.child(verb, "nsubj")
    if subject is None:
        return word_at(passage, token - 1) != "as"
    named = passage.tags[subject] in ("NNP", "NNPS", "WDT")
    credit = any(passage.lower[child] == "as" for child in passage.children[verb])
    told = named and not credit and passage.lower[verb] in _TOLD
    found = passage.lower[verb] in words("ranks", "first_found") and passage.tags[subject] != "PRP"
    return (told or found) and word_at(passage, token - 1) != "as"


def _is_done(passage: Passage, verb: int) -> bool:
    """As in "was first praised by the Greens", "were first tried in 1994": the first time that somebody did it."""
    done = passage.tags[verb : verb + 1] == ["VBN"] and passage.child(verb, "auxpass") is not None
    return done and word_at(passage, verb + 1) in ("by", "in", "at")


def _goes_on_a_row(passage: Passage, token: int) -> bool:
    """As in "Her third book came out. The first sold well.": which one of what another ordinal has counted before."""
    listed = word_at(passage, token + 2) == "to"  # "The first is to wait."
    if passage.deps[token] not in ("nsubj", "nsubjpass") or listed:
        return False
    counted = (t for t, word in enumerate(passage.lower[:token]) if word in words("numbers", "ordinals") - {"first"})
    return any(passage.tags[t] == "JJ" and place(passage, t) for t in counted)


def _stands_alone(passage: Passage, token: int) -> bool:
    before, after = word_at(passage, token - 1), word_at(passage, token + 1)
    numbered = passage.lower[token] != "first"
    if passage.tags[token - 1 : token] in (["PRP$"], ["POS"]):
        return passage.tags[token + 1 : token + 2] not in (["CC"], ["JJS"], ["RBS"])
    if before == "the":
        scoped = after in words("ranks", "scope") - {"on", "so"} or (after == "that" and not numbered)
        return scoped or _goes_on_a_row(passage, token)
    if after == "to" and passage.tags[token + 2 : token + 3] == ["VB"] and before in _BEING:
        return True
    if before == "in" and numbered and word_at(passage, token - 2) in words("ranks", "places"):
        return True
    return before in words("ranks", "places") or (numbered and after in _PARTS and passage.tags[token] != "RB")
