"""Superlatives and words that place: "the largest", "the third most populous", "the last man"."""

from workbench.extraction.grammar.nouns import Phrase
from workbench.extraction.lexicon import table, words
from workbench.extraction.numbers.ordinals import noun_behind, word_at
from workbench.extraction.text.passage import NOUNS, Passage

_LED = ("DT", "PRP$", "POS")
_ADJECTIVES = ("JJ", "VBN", "VBG")
PLACERS = ("the", "a", "its", "his", "her", "their", "'s", "’s")
_BEING = ("is", "are", "was", "were", "be", "been", "'s", "’s", "remains", "remained", "became", "becomes")
_SAYING = ("he", "she", "they", "it", "we", "i", "you", "anyone", "anybody", "that")
_HAVING = ("has", "have", "had", "won", "got", "received", "scored")
_DONE = ("has", "have", "had", "'s", "’s", "'ve", "’ve", "'d", "’d")
_PARTED = frozenset({",", ".", ";", "and", "who", "that"})
FARTHEST_AGE = 10
"""Most tokens from a noun to the end of "since 1973" or "in more than three decades"."""
FARTHEST_THAN = 6
"""Most tokens from "more" to "than any other"."""
_PARTS = (",", "(", "–", "—")
"""What parts a superlative from the figure that it places: "7.8 percent, lowest since 2009"."""
Placed = tuple[str, Phrase]
"""The rule that found it, and the noun that is placed."""


def superlative(passage: Passage, token: int) -> Placed | None:
    """As in "the largest dam", "the third most populous city", "the best-selling car", "the longest yet"."""
    suffered = _is_of_suffering(passage, token)
    if suffered or _is_among(passage, token):
        return "a superlative that stands alone", Phrase(token, token + 1 + suffered, token)
    if not _is_superlative(passage, token) or _is_way_of_speaking(passage, token):
        return None
    if passage.tags[token + 1 : token + 2] == ["CD"] and word_at(passage, token + 2) in ("percent", "%"):
        return None
    last = _last(passage, token)
    noun = noun_behind(passage, token) or noun_behind(passage, _last_in_row(passage, last))
    if passage.lower[last] in words("ranks", "opinions") and not (noun and _is_of_an_age(passage, noun.high)):
        return None
    if noun is None:
        alone = _alone(passage, token, last)
        return ("a superlative that stands alone", Phrase(token, last + 1, token)) if alone else None
    idle = noun.head == noun.low and passage.lower[noun.head] in words("ranks", "idle_best")
    idle |= _is_class(passage, last, noun)
    idle |= _is_of_news(passage, token) and passage.lower[noun.head] in words("ranks", "idle_recent")
    idle |= passage.lower[token] in ("best", "worst") and _is_of_use(passage, noun)
    idle |= word_at(passage, noun.high) in ("possible", "imaginable")
    return None if idle else ("a superlative", noun)


def _is_of_an_age(passage: Passage, behind: int) -> bool:
    """As in "the most significant reform of the law in three decades": among all of a span, as history has it."""
    near = passage.lower[behind : behind + FARTHEST_AGE]
    near = near[: next((at for at, word in enumerate(near) if word in _PARTED), len(near))]
    return "since" in near or ("in" in near and not words("ranks", "ages").isdisjoint(near[near.index("in") :]))


def _is_class(passage: Passage, last: int, noun: Phrase) -> bool:
    """As in "taxes on the wealthiest Americans"; "one of the wealthiest people in Leeds" places somebody."""
    rich, people = passage.lower[last] in words("ranks", "classes"), passage.lower[noun.head]
    one = passage.lower[max(0, last - 3) : last - 1] == ["one", "of"]
    return rich and not one and people in words("ranks", "classed")


def _is_of_use(passage: Passage, noun: Phrase) -> bool:
    """As in "the best person", "the best place to start": for what is only thought; no "the worst law to ever pass"."""
    to_do = passage.tags[noun.high : noun.high + 2] == ["TO", "VB"]
    return to_do or passage.lower[noun.head] == "person"


def _is_of_news(passage: Passage, token: int) -> bool:
    """As in "the most recent figures": what came last until now, and is soon followed."""
    return word_at(passage, token) == "most" and word_at(passage, token + 1) == "recent"


def _is_of_suffering(passage: Passage, token: int) -> bool:
    """As in "was hardest hit", "the worst affected"; no "the worst affected towns", which a noun tells more of."""
    raised = passage.tags[token] in ("JJS", "RBS") and word_at(passage, token + 1) in words("ranks", "suffered")
    return raised and noun_behind(passage, token) is None


def _last_in_row(passage: Passage, token: int) -> int:
    """The last token of the last superlative in a row: "busiest" of "the oldest and busiest port"."""
    after = token + 1 + (word_at(passage, token + 1) == ",") * (word_at(passage, token + 2) in ("and", "but"))
    if word_at(passage, after) not in (",", "and", "but"):
        return token
    following = passage.tags[after + 1 : after + 3]
    raised = following[:1] == ["JJS"] and word_at(passage, after + 1) not in ("most", "least")
    raised |= word_at(passage, after + 1) == "only"
    if following[1:] == ["JJ"] and word_at(passage, after + 1) in ("most", "least"):
        return _last_in_row(passage, after + 2)
    return _last_in_row(passage, after + 1) if raised else token


def _is_way_of_speaking(passage: Passage, token: int) -> bool:
    """As in "her best man", "the finest hour", "to the best of my ability"; "the tallest man" is none."""
    after = word_at(passage, token + 1)
    if after == "possible" or (after == "-" and word_at(passage, token + 2) in words("ranks", "no_joined")):
        return True
    if passage.lower[max(0, token - 2) : token] == ["to", "the"] and passage.tags[token + 2 : token + 3] == ["PRP$"]:
        return True
    judged = passage.lower[token] in ("best", "worst") or after != "man"
    if passage.lower[max(0, token - 2) : token + 2] == ["at", "the", "highest", "levels"]:
        return True
    return after in words("ranks", "not_behind_most") and judged


def _is_superlative(passage: Passage, token: int) -> bool:
    word, tag, before = passage.lower[token], passage.tags[token], word_at(passage, token - 1)
    following = passage.tags[token + 1] if token + 1 < len(passage) else "."
    if tag == "JJS" and word not in ("least", "most", "latest") and word not in words("ranks", "no_superlatives"):
        # "at best" and "at worst" are ways of speaking, "at highest point in two decades" is none.
        return before != "at" or (word not in ("best", "worst") and following in NOUNS)
    if word.endswith("iest") and tag in ("JJ", "NN") and before == "the":
        return word != "priest"
    if tag == "RBS" and word_at(passage, token + 1) == "-":
        ranked = before == "-" and word_at(passage, token - 2) in words("numbers", "ordinals")
        return ranked or before in words("ranks", "before_most")
    if word not in ("most", "least") or word_at(passage, token + 1) in words("ranks", "idle_most"):
        # "The worst affected district"; the tagger takes its "worst" for an adverb.
        return tag == "RBS" and word_at(passage, token + 1) in words("ranks", "suffered")
    if following in _ADJECTIVES or _is_of_adverb(passage, token):
        led = before in words("ranks", "before_most") or _lead(passage, token) < token - 1
        return tag in ("RBS", "JJS") and led
    return word == "most" and before == "the" and (following in ("NNS", "NN") or _is_by_most(passage, token))


def _is_of_adverb(passage: Passage, token: int) -> bool:
    """As in "the most rapidly growing town", "its most well-known poet": behind an adverb what is raised."""
    one, two = token + 1, token + 2
    if passage.tags[one : two + 2] == ["RB", "HYPH", "VBN"]:
        return True
    return passage.tags[one : two + 1] in (["RB", "JJ"], ["RB", "VBN"], ["RB", "VBG"]) and passage.heads[one] == two


def _is_by_most(passage: Passage, token: int) -> bool:
    """As in "fell by the most in a year", "rose the most since May", "12 titles, the most by any club"."""
    before, after = word_at(passage, token - 2), word_at(passage, token + 1)
    had = passage.tags[token - 2 : token - 1] and passage.lower[token - 2] in _HAVING
    if had and after in ("", ".", ",", ";", "with", "of"):
        return True
    ends = before == "," and after == "for"
    return before == "by" or after == "since" or ends or (before in (",", *_BEING) and after in ("by", "in", "among"))


def _last(passage: Passage, token: int) -> int:
    """The last token of a superlative that stands alone: the adjective of "the most severe of them"."""
    if passage.lower[token] not in ("most", "least"):
        return token
    return token + (2 if _is_of_adverb(passage, token) else passage.tags[token + 1 : token + 2] in (["JJ"], ["VBN"]))


def _alone(passage: Passage, token: int, last: int) -> bool:
    """Whether words behind or before say among what: "the longest yet", "the most severe of them", "among the best"."""
    after, lead = word_at(passage, last + 1), _lead(passage, token)
    if lead < 0 or passage.tags[lead] not in _LED or passage.lower[lead] in ("those", "these"):
        return after == "since" and word_at(passage, token - 1) in _PARTS
    if last == token and passage.lower[token] in words("ranks", "idle_alone"):
        return word_at(passage, last + 2) != "times" and _is_by_most(passage, token)
    if after in ("on", "so"):
        return word_at(passage, last + 2) in words("ranks", "scope_ends")
    if after in ("to", "of", "by", "in") and word_at(passage, last + 2) == "any":
        return True
    judges = passage.lower[token] in ("best", "worst")
    # "In the strongest of terms", "the briefest of visits": very strong and brief; and so "over the worst of it".
    very = after == "of" and (passage.tags[last + 2 : last + 3] == ["NNS"] or word_at(passage, last + 2) == "it")
    if very or word_at(passage, last + 2) == "times" or (after in ("to", "for") and (last > token or judges)):
        return False
    among = after in _SAYING and _is_ever(passage, last + 2)
    among |= after in words("ranks", "scope") or word_at(passage, lead - 1) in ("among", "of")
    return among or (not judges and _is_owned_or_said(passage, lead, last))


def _is_ever(passage: Passage, token: int) -> bool:
    """Whether it tells of all time: "the lowest it [has been in years]", "the worst I['ve seen]", "he [ever had]"."""
    done = word_at(passage, token) in _DONE and "VBN" in passage.tags[token + 1 : token + 3]
    return done or "ever" in passage.lower[token : token + 3]


def _is_among(passage: Passage, token: int) -> bool:
    """As in "fared best among the young", "turnout was lowest among men", "rents are highest in Leeds"."""
    after, verb = word_at(passage, token + 1), passage.tags[token - 1 : token]
    if passage.tags[token] not in ("JJS", "RBS") or passage.lower[token] in ("most", "least", "at"):
        return False
    said = word_at(passage, token - 1) in _BEING and passage.tags[token] == "JJS" and after == "in"
    said &= passage.lower[token] not in ("best", "worst")
    return said or (after == "among" and verb in (["VBD"], ["VBZ"], ["VBP"], ["VBN"], ["VBG"], ["VB"], ["NN"]))


def _lead(passage: Passage, token: int) -> int:
    """The token before a superlative and its number: "the" in "the five oldest", "its" in "its second-largest"."""
    before = token - 1
    numbered = before - (word_at(passage, before) == "-")
    counts = word_at(passage, numbered) in words("numbers", "ordinals") or passage.tags[numbered] == "CD"
    return numbered - 1 if counts else before


def _is_owned_or_said(passage: Passage, lead: int, last: int) -> bool:
    """As in "a dam, the nation's largest, broke", "the ward was the poorest.", "it was the lowest they had seen"."""
    if passage.tags[lead] == "POS":
        return True
    ends = word_at(passage, last + 1) in ("", ".", ",", ";") or passage.child(last, "relcl", "acl") is not None
    said = passage.deps[last] in ("attr", "acomp") and passage.lower[passage.heads[last]] in _BEING
    return ends and said and (passage.lower[lead] == "the" or passage.tags[lead] == "PRP$")


def _is_placed_last(passage: Passage, token: int) -> bool:
    """As in "she finished last", "the last of its kind"; not "came last week"."""
    after = word_at(passage, token + 1)
    if word_at(passage, token - 1) in words("ranks", "places"):
        return after in ("", ".", ",", ";", "in", "of", "among", "for", "and")
    if word_at(passage, token - 1) == "the" and after == "to" and passage.tags[token + 2 : token + 3] == ["VB"]:
        return True
    owned = after == "of" and word_at(passage, token + 2) in ("its", "their")
    return word_at(passage, token - 1) == "the" and owned and word_at(passage, token + 3) in words("ranks", "sorts")


def placing(passage: Passage, token: int) -> Placed | None:
    """As in "the last man", "her only goal", "the final match"; not "the last ten votes"."""
    after = word_at(passage, token + 1)
    if passage.lower[token] not in words("ranks", "counted") or passage.tags[token] not in ("JJ", "NN", "RB"):
        return None
    if passage.lower[token] == "last" and _is_placed_last(passage, token):
        return "a word that places", Phrase(token, token + 1, token)
    if word_at(passage, token - 1) not in PLACERS:
        return None
    counted = passage.tags[token + 1 : token + 2] == ["CD"] and word_at(passage, token + 2) != "-"
    kinds = ("times", "not_before", "idle_counted")
    if counted or after == "-" or any(after in words("ranks", kind) for kind in kinds):
        return None
    if after in table("ranks")["opening"].get(passage.lower[token], ()):
        return None
    noun = noun_behind(passage, token)
    return None if noun is None or passage.lower[noun.head] in words("ranks", "times") else ("a word that places", noun)


def unmatched(passage: Passage, token: int) -> Placed | None:
    """As in "deeper than any other lake", "more beds than any other clinic": a superlative in other words."""
    if passage.tags[token] not in ("JJR", "RBR") or word_at(passage, token - 1) in ("any", "no"):
        return None
    for than in range(token + 1, min(token + FARTHEST_THAN, len(passage) - 2)):
        if passage.lower[than : than + 3] in (["than", "any", "other"], ["than", "anyone", "else"]):
            noun = noun_behind(passage, than + 2) or Phrase(than + 2, than + 3, than + 2)
            return "more than any other", noun
        if passage.words[than] in (".", ",", ";"):
            return None
    return None
