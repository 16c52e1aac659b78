"""The parts of a phrase that says who speaks: its head, the name beside a description, the two of "X and Y"."""

from itertools import pairwise

from workbench.extraction.grammar.roles import is_plural, is_role
from workbench.extraction.grammar.subjects import can_speak
from workbench.extraction.text.passage import NOUNS, Entity, Passage

FEWEST_IN_ROW = 3
_LINKING = frozenset(("by", "with", "from", "in", "about", "on", "to", "against", "than", "under", "like"))
_OFFICE = frozenset(("NNP", "NNPS", "DT", "IN", "TO", "HYPH", "POS"))


def apposed(passage: Passage, low: int, high: int) -> Entity | None:
    """The name that stands between commas behind a description: "the firm, Vidya Ltd", "a lawyer for X, Ann Lee"."""
    for entity in passage.entities:
        if not low + 1 < entity.low < entity.high <= high or entity.type not in ("PERSON", "ORG"):
            continue
        shut = entity.high == high or passage.lower[entity.high] in (",", "of", "from", "at")
        comma = entity.low - 1
        while comma > low and passage.tags[comma] in ("NNP", "NN", "JJ", "IN", "HYPH"):
            comma -= 1
        if passage.words[comma] != "," or not shut:
            continue
        before = range(low, comma)
        if any(passage.tags[t] in ("VBD", "VBZ", "VBP", ",", "WP", "WDT") for t in before):
            return None
        if any(passage.tags[t] == "CC" and not _goes_on_with_role(passage, t + 1) for t in before):
            return None
        if passage.entity_of[low] == "PERSON" and all(passage.lower[t] != "'s" for t in before):
            return None
        head = comma - 1 if is_role(passage, comma - 1) else head_of(passage, low, comma)
        fits = is_role(passage, head) if entity.type == "PERSON" else passage.tags[head] == "NN"
        return entity if fits or (passage.tags[head] == "NN" and can_speak(passage, head)) else None
    return None


def _goes_on_with_role(passage: Passage, token: int) -> bool:
    """Whether what follows "and" is a second role of the same person: "vice president and general counsel"."""
    return passage.tags[token] in ("NN", "JJ") or (passage.tags[token] == "NNP" and is_role(passage, token))


def titled(passage: Passage, low: int, high: int) -> Entity | None:
    """The one person of the phrase, where nothing but titles and bodies stands before the name."""
    people = [e for e in passage.entities if e.type == "PERSON" and low <= e.low and e.high <= high]
    if not people or (people[0].high < high and passage.tags[people[0].high] in ("POS", "CC")):
        return None
    head = head_of(passage, low, high)
    last = people[-1] if people[-1].high == high else people[0]
    named = next((e for e in people if e.low <= head < e.high), last)
    if not named.low <= head < named.high and named.high < high and passage.tags[named.high] in NOUNS:
        # "The Lee campaign" is no Lee, and "sailor Bo O’Lund" is more than Bo.
        return Entity(named.low, head + 1, "PERSON") if _is_rest_of_name(passage, named, head) else None
    before = range(low, named.low)
    closed = any(
        (passage.tags[t] in ("VBD", "VBZ", "VBP", ",", "VBG", "WP") and passage.words[t - 1] != "-")
        or (passage.lower[t] in _LINKING and passage.entity_of[t] != "ORG")
        for t in before
    )
    whose = named.low > low and passage.lower[named.low - 1] in ("of", "for")
    return None if (closed and not _is_office(passage, low, named)) or whose else named


def _is_rest_of_name(passage: Passage, named: Entity, head: int) -> bool:
    """Whether the capital word behind a name with a role is its surname, of which the model makes a common noun."""
    behind = named.high == head and named.high - named.low == 1 and is_role(passage, named.low - 1)
    return behind and passage.words[head][0].isupper() and not is_role(passage, head)


def _is_office(passage: Passage, low: int, named: Entity) -> bool:
    """Whether all before the name is one office, whatever it is to or on: "Envoy to the Hague Karel Visser"."""
    link = next((t for t in range(low, named.low) if passage.tags[t] in ("IN", "TO")), None)
    if link is None or link == low or not is_role(passage, link - 1) or is_plural(passage, link - 1):
        return False
    inner = [t for t in range(link, named.low) if passage.tags[t] != "NN"]
    proper = passage.tags[named.low - 1] in ("NNP", "NNPS")
    return proper and passage.words[named.low - 1] != "-" and all(passage.tags[t] in _OFFICE for t in inner)


def conjuncts(passage: Passage, low: int, high: int) -> list[tuple[int, int]]:
    """The parts of "X and Y" where both are names."""
    heads = [
        t
        for t in range(low, high)
        if passage.deps[t] == "conj"
        and low <= passage.heads[t] < high
        and passage.tags[t] in NOUNS
        and not any(passage.tags[u] == "IN" or passage.words[u] == "," for u in range(low, passage.heads[t]))
    ]
    for head in heads:
        join = next((t for t in range(low, head) if passage.tags[t] == "CC" and t > passage.heads[head]), None)
        if join is None or passage.entity_of[join] == "ORG" or passage.words[join] == "&":
            continue
        if _names_one(passage, low, join):
            continue
        start = passage.subtree(head)[0]
        end = join
        while end > low and passage.tags[end - 1] in (",", "CC"):
            end -= 1
        first, second = (low, end), (max(start, join + 1), high)
        if _named(passage, first) and _named(passage, second):
            return [first, second]
    return [(low, high)]


def row(passage: Passage, low: int, high: int) -> list[Entity]:
    """The names of a row of three or more, each with a party at most: "Reps. Ann Lee (D), Bo Berg (R) and Ida Voss"."""
    named = [e for e in passage.entities if low <= e.low < e.high <= high and e.type in ("PERSON", "ORG")]
    if len(named) < FEWEST_IN_ROW or "and" not in passage.lower[named[-2].high : named[-1].low]:
        return []
    titled = all(passage.tags[t] in ("NNP", "NNPS", "NN", "NNS", "DT", "JJ") for t in range(low, named[0].low))
    between = [*pairwise(named), (named[-1], Entity(high, high, ""))]
    return named if titled and all(_only_joins(passage, one.high, other.low) for one, other in between) else []


def _only_joins(passage: Passage, low: int, high: int) -> bool:
    """Whether nothing but commas, "and", articles and what brackets hold stands here."""
    depth = 0
    for token in range(low, high):
        depth += (passage.words[token] == "(") - (passage.words[token] == ")")
        if depth == 0 and passage.lower[token] not in (",", "and", "the", ")"):
            return False
    return depth == 0


def _names_one(passage: Passage, low: int, join: int) -> bool:
    """Whether two roles or fields lead to one name: "Norlund Chairman and Founder Karen Lund"."""
    if _is_field(passage, low, join):
        return True
    second = join + 1
    while passage.tags[second : second + 1] in (["JJ"], ["NNP"], ["NN"]) and not is_role(passage, second):
        second += 1
    roles = [t for t in (join - 1, second) if t < len(passage) and is_role(passage, t) and not is_plural(passage, t)]
    return len(roles) == 2 and "PERSON" not in passage.entity_of[low:join]


def _is_field(passage: Passage, low: int, join: int) -> bool:
    """Whether "and" joins what a role is for, and a name follows: "vice president for news and talk Dave Gorm"."""
    link = next((t for t in range(low, join) if passage.lower[t] in ("for", "of")), None)
    alone = "PERSON" not in passage.entity_of[low:join] and passage.words[join + 1].islower()
    named = passage.tags[join + 2 : join + 3] == ["NNP"]
    return link is not None and alone and named and is_role(passage, link - 1) and not is_role(passage, join + 1)


def _named(passage: Passage, part: tuple[int, int]) -> bool:
    return any(passage.tags[t] in ("NNP", "NNPS") for t in range(*part))


def head_of(passage: Passage, low: int, high: int) -> int:
    """The noun of the phrase that hangs on nothing in it, else its first noun, else its first token."""
    for token in range(low, high):
        if not low <= passage.heads[token] < high and passage.tags[token] in NOUNS:
            return token
    nouns = [t for t in range(low, high) if passage.tags[t] in NOUNS]
    return next((t for t in nouns if passage.deps[t] != "compound"), nouns[0] if nouns else low)


def is_named_by(passage: Passage, head: int, body: Entity, high: int) -> bool:
    """Whether the body's name ends the phrase right behind its noun: "the boat maker Nordsee Motors"."""
    return body.low == head + 1 and body.high == high and passage.tags[head] == "NN"


def is_apposed(passage: Passage, head: int, person: int) -> bool:
    """Whether the head and the person are one: either stands in apposition to the other."""
    return passage.deps[head] == "appos" or any(
        passage.deps[c] == "appos" and c == person for c in passage.children[head]
    )
