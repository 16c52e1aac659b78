"""What the story says of a person behind the name: appositions, "who leads …", "was named …", "of the BBC"."""

from workbench.extraction.grammar.roles import is_plural, is_role
from workbench.extraction.lexicon import words
from workbench.extraction.people.extents import end_of_role
from workbench.extraction.text.passage import NOUNS, Entity, Passage

Shape = tuple[str, int, int, str]
"""The rule that saw it, start and end in characters, and the role's words."""
_LEADS = frozenset(["a", "an", "the", "one", "two", "three", "his", "her", "their", "its"])
"""Words that lead a description."""
_ADVERBS = frozenset(
    ["also", "currently", "formerly", "herself", "himself", "now", "once", "previously", "still", "then"]
)
"""Words before those."""
_SUFFIXES = (["jr."], ["sr."], ["jr"], ["sr"], ["phd"], ["ph.d."], ["m.d."], ["md"], ["esq."], ["qc"], ["kc"])
"""What may stand between commas behind a name."""
CLOSED: tuple[list[str], ...] = ([","], [";"], ["."], ["("], [])
_NO_ROLES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LAW", "EVENT", "WORK_OF_ART"})
_GOES_ON = (["VBD"], ["VBZ"], ["MD"])
"""Tags behind a comma and a noun of which that noun is the subject: "with Lund gone, the lawyer left"."""
_ACTS = ("tion", "sion", "ment", "ness", "ance", "ence", "ity", "ing", "ism", "ship")
"""Endings of nouns for acts and qualities."""


def apposition_behind(passage: Passage, person: Entity) -> Shape | None:
    """As in "Carla Moss, wife of Bo Li", "X, 45, a teacher from Kent"."""
    at = behind(passage, person)
    if at + 1 >= len(passage) or not _is_aside(passage, at) or passage.tags[at + 1] == "CC":
        return None
    acting = passage.lower[at + 1] not in words("roles", "participles") | words("roles", "made")
    if passage.tags[at + 1] in ("VBD", "VBG", "VBN") and acting:
        return None
    closing = ")" if passage.words[at] == "(" else None
    at += 1
    aged = at + (passage.lower[at] in ("age", "aged"))
    if (
        passage.tags[aged : aged + 1] == ["CD"]
        and passage.words[aged + 1 : aged + 2] == [","]
        and aged + 2 < len(passage)
    ):
        at = aged + 2
    led = at
    while at < len(passage) and passage.lower[at] in _ADVERBS:
        at += 1
    start = at
    at += passage.lower[at : at + 1] != [] and passage.lower[at] in _LEADS
    end = end_of_role(passage, at, closing)
    head = role_head(passage, at, end)
    if head is None and passage.lower[start : start + 1] in (["a"], ["an"]):
        head = _described_as(passage, at, end)
    if head is None or end <= at or (is_of_several(passage, head) and not _is_second(passage, person, start)):
        return None
    end = end if closing else with_further(passage, end)
    acts = closing is None and passage.tags[end : end + 1] in _GOES_ON and passage.deps[head].startswith("nsubj")
    acts |= end == at + 1 and passage.lower[at] in words("roles", "anybody")
    if acts or _is_of_next(passage, start, end) or (passage.entity_of[at] == "PERSON" and head > at + 6):
        return None
    if led == at and _is_next(passage, at, end):
        return None
    low = at if passage.lower[start] not in _LEADS - {"a", "an", "the"} else start
    last = end if passage.words[end : end + 1] == [closing] else end - 1
    return "an apposition behind the name", passage.starts[person.low], passage.ends[last], passage.slice(low, end)


def _is_aside(passage: Passage, at: int) -> bool:
    """Whether what stands here sets an aside off: a comma, a bracket, a dash, or a hyphen between spaces."""
    spaced = passage.words[at] == "-" and passage.ends[at - 1] < passage.starts[at]
    return spaced or passage.words[at] in (",", "(", "–", "—", "--")


def with_further(passage: Passage, end: int) -> int:
    """The end of a row of roles that begins with the one that ends here: "X, an actor, singer and dancer, died"."""
    at, joined = end, False
    while not joined and passage.words[at : at + 1] == [","]:
        low = at + 1 + (passage.lower[at + 1 : at + 2] == ["and"])
        low += passage.lower[low : low + 1] != [] and passage.lower[low] in _LEADS
        further = end_of_role(passage, low, None)
        head = role_head(passage, low, further)
        if head is None or is_plural(passage, head) or "PERSON" in passage.entity_of[low:further]:
            return end
        joined = "and" in passage.lower[at + 1 : further]
        at = further
    return at if joined and passage.words[at : at + 1] in CLOSED else end


def _is_of_next(passage: Passage, start: int, end: int) -> bool:
    """As in "Lund, his wife, Anna, and their sons": whose kin they are, and the name behind the comma."""
    kin = passage.lower[start] in ("his", "her", "their") and passage.lower[end - 1] in words("roles", "kinship")
    return kin and passage.words[end : end + 1] == [","] and passage.entity_of[end + 1 : end + 2] == ["PERSON"]


def behind(passage: Passage, person: Entity) -> int:
    """The token behind the name, and behind the party and place that may follow it: "(R-Tex.)", ", D-Conn."."""
    at = person.high
    if passage.words[at : at + 1] == [","] and passage.lower[at + 1 : at + 2] in _SUFFIXES:
        return at + 2
    if passage.words[at : at + 1] == ["("] and ")" in passage.words[at : at + 6]:
        end = passage.words.index(")", at)
        return at if any(is_role(passage, t) for t in range(at, end)) else end + 1
    if passage.words[at : at + 1] == [","] and passage.words[at + 2 : at + 3] == ["-"]:
        party = passage.words[at + 1] in ("D", "R", "I") and "," in passage.words[at + 3 : at + 6]
        return passage.words.index(",", at + 3) if party else at
    return at


def _is_next(passage: Passage, low: int, high: int) -> bool:
    """Whether it names the next of a row by title: "David Lund, Chancellor Anna Berg"; "wife of Bo Li" does not."""
    return any(_is_named_by(passage, low, e) for e in passage.entities if e.type == "PERSON" and low < e.low < high)


def _is_named_by(passage: Passage, low: int, named: Entity) -> bool:
    """Whether the words from here to a name are its own title."""
    if passage.tags[named.high : named.high + 1] in (["POS"], ["NN"], ["NNS"]):
        return False
    inner = ("NN", "NNP", "JJ", "HYPH", "CC", "VBN")
    if passage.words[low][0].isupper() and is_role(passage, low) and passage.tags[named.low - 1] == "NNP":
        return all(passage.tags[t] in (*inner, "IN", "DT") for t in range(low, named.low))
    return is_role(passage, named.low - 1) and all(passage.tags[t] in inner for t in range(low, named.low))


def is_of_several(passage: Passage, head: int) -> bool:
    """Whether the description's noun is a plural: "members", not "the Guards commander"."""
    return is_plural(passage, head) and passage.tags[head + 1 : head + 2] not in (["NN"], ["NNP"])


def _is_second(passage: Passage, person: Entity, start: int) -> bool:
    """Whether a plural may describe the name: "X and Y, economists" do, and "X, one of the judges"."""
    paired = passage.lower[person.low - 1 : person.low] == ["and"] and passage.entity_of[person.low - 2] == "PERSON"
    return passage.lower[start] == "one" or paired


def _described_as(passage: Passage, low: int, high: int) -> int | None:
    """The noun of a description that no list holds: "X, a self-taught luthier", "X, a Kurd"; no act and no thing."""
    for token in range(low, high):
        inner = passage.tags[token] == "VBN" and passage.words[token - 1] == "-"
        if passage.tags[token] in ("IN", "TO", "VBG", "VBN", "CC") and token > low and not inner:
            break
        if passage.tags[token + 1 : token + 2] in (["NN"], ["NNS"], ["NNP"], ["HYPH"]):
            continue
        if passage.tags[token] == "NN":
            thing = passage.lower[token + 1 : token + 2] in (["that"], ["which"])
            return token if not thing and _can_describe(passage, token) else None
        if passage.tags[token] == "NNP" and passage.entity_of[token] == "NORP":
            return token
    return None


def _can_describe(passage: Passage, token: int) -> bool:
    """Whether this common noun can say what a person is: no act, no quality, no day."""
    word = passage.lower[token]
    listed = word in words("roles", "no_descriptions") or passage.entity_of[token] in _NO_ROLES
    return not listed and not word.endswith(_ACTS)


def known_for(passage: Passage, person: Entity) -> Shape | None:
    """As in "Mary Okoye, known for her maps", "Bo Lund is best known as a poet"."""
    at = behind(passage, person) + 1
    if at + 3 >= len(passage) or passage.lower[at - 1] not in (",", "is", "was", "'s", "’s"):
        return None
    at += passage.lower[at] in ("best", "also", "widely", "perhaps")
    if passage.lower[at] != "known" or passage.lower[at + 1] not in ("for", "as"):
        return None
    end = end_of_role(passage, at, None)
    return "what the person is known for", passage.starts[person.low], passage.ends[end - 1], passage.slice(at, end)


def role_head(passage: Passage, low: int, high: int) -> int | None:
    """The role noun of "chief executive of X": the last noun before the first preposition, if it is one.

    The preposition of "one of the owners" or "a University of Kent lawyer" is none such, nor is an owner the noun.
    """
    low += passage.lower[low : low + 2] == ["one", "of"]
    for token in range(low, high):
        tag = passage.tags[token]
        if passage.lower[token + 1 : token + 5] == ["-", "in", "-", "law"]:
            return token
        ends = tag in ("IN", "TO") or (tag in ("VBG", "VBN") and not _is_modifier(passage, token))
        if ends and token > low and passage.lower[token] != "-" and not _is_in_body(passage, token):
            break
        owns = passage.tags[token + 1 : token + 2] == ["POS"]
        if passage.tags[token] in NOUNS and is_role(passage, token) and not owns:
            following = token + 1 < high and passage.tags[token + 1] in (*NOUNS, "HYPH")
            if (
                not following
                or any(is_role(passage, t) for t in range(token + 1, min(high, token + 4)))
                or passage.lower[token + 1] == "-"
            ):
                return token
    return None


def _is_in_body(passage: Passage, token: int) -> bool:
    """Whether the word stands within the name of a body."""
    body = passage.entity_at[token]
    return body is not None and body.type == "ORG" and body.low < token < body.high - 1


def _is_modifier(passage: Passage, token: int) -> bool:
    return passage.deps[token] == "amod" and passage.heads[token] > token
