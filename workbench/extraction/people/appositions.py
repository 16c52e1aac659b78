"""Descriptions before the name: "the president, X", "Port Authority chief engineer, X", "A trained chemist, X …"."""

from workbench.extraction.grammar.nouns import base_phrase
from workbench.extraction.grammar.roles import is_plural, is_role
from workbench.extraction.lexicon import words
from workbench.extraction.people.descriptions import Shape, role_head
from workbench.extraction.people.extents import LONGEST_ROLE, end_of_role
from workbench.extraction.people.register import Register
from workbench.extraction.people.titles import TITLE_TAGS, is_in_law, owner_of, single, with_prefix
from workbench.extraction.text.passage import VERBS, Entity, Passage

_OWN = frozenset({"NN", "NNP", "NNPS", "JJ", "HYPH"})
"""Tags of the words of a person's own title, behind the comma: "another candidate, veteran politician X"."""
_FOR_WHAT = ("for", "as")
_PICKED = (["for"], ["as"])
"""What parts each name from its office in "picked X for treasurer, Y as envoy": the first office is none of Y's."""


def apposition_before(passage: Passage, person: Entity, register: Register) -> Shape | None:
    """As in "the current mayor, Carla Moss", "a police constable, reportedly one Okoye"."""
    last = _end_before_name(passage, person)
    if last is None or passage.entity_of[last] == "PERSON" or passage.tags[last] in VERBS:
        return None
    low = last
    while low > 0 and last - low < LONGEST_ROLE and _in_description(passage, low - 1):
        low -= 1
    article = next((t for t in range(max(0, low - 1), last) if _is_article(passage, t)), None)
    if article is None:
        return _of_owner(passage, person, low, last)
    several = is_plural(passage, last) and passage.tags[article] == "DT"
    if several and passage.lower[max(0, article - 2) : article] != ["one", "of"]:
        return None
    people = passage.entity_of[last] == "NORP" and article == last - 1 and passage.tags[last] in ("NN", "NNP")
    if (role_head(passage, article + 1, last + 1) is None and not people) or _begins_anew(passage, person, article):
        return None
    role = single(passage, article + 1, last + 1)
    if passage.lower[article] in ("his", "her"):
        owner = owner_of(passage, article, register)
        role = f"{role} of {owner}" if owner else role
    return "an apposition before the name", passage.starts[article], passage.ends[person.high - 1], role


def _is_article(passage: Passage, token: int) -> bool:
    one = passage.lower[token] == "one" and passage.lower[token + 1] != "of"
    return one or passage.tags[token] in ("DT", "PRP$")


def _of_owner(passage: Passage, person: Entity, low: int, last: int) -> Shape | None:
    """As in "Kenya's prime minister, Ann Lee said": the owner's name instead of an article."""
    mark = next((t for t in range(last, low, -1) if passage.tags[t] == "POS"), None)
    owner = passage.entity_at[mark - 1] if mark is not None else None
    if mark is None or owner is None or role_head(passage, mark + 1, last + 1) != last:
        return None
    acts = passage.tags[person.high : person.high + 1] in (["VBD"], ["VBZ"], ["MD"])
    if acts and passage.deps[last] in ("pobj", "dobj", "conj", "attr"):
        return None
    role = single(passage, owner.low, last + 1)
    return "an apposition before the name", passage.starts[owner.low], passage.ends[person.high - 1], role


def parsed_apposition(passage: Passage, person: Entity) -> Shape | None:
    """As in "Port Authority chief engineer, X", "the director and founder of the company, X", whatever the article."""
    name = next((t for t in range(person.low, person.high) if passage.deps[t] == "appos"), None)
    head = passage.heads[name] if name is not None else person.low
    if passage.child(head, "preconj") is not None:
        return None
    if head >= person.low or person.low - head > LONGEST_ROLE or not is_role(passage, head) or is_plural(passage, head):
        return None
    low, high = base_phrase(passage, head).low, person.low
    if low and passage.lower[low - 1] in _FOR_WHAT and passage.lower[person.high : person.high + 1] in _PICKED:
        return None
    while high > head + 1 and (passage.words[high - 1] == "," or passage.lower[high - 1] in words("roles", "courtesy")):
        high -= 1
    high = next((t for t in range(head, high) if passage.tags[t] in ("WP", "WDT")), high)
    if passage.tags[low] == "DT" and passage.words[person.low - 1] != "," and "and" in passage.lower[head:high]:
        # "The mayor and Judge Ann Lee" are two people, "the founder and head of the firm, Ann Lee" is one.
        return None
    while low < head and (passage.tags[low] in ("RB", "DT") or passage.lower[low] in ("its", "their")):
        low += 1
    owned = passage.tags[low] in ("PRP$", "WP$")
    if owned or any(passage.entity_of[t] == "PERSON" for t in range(head, high)) or "," in passage.words[low:high]:
        return None
    low = with_prefix(passage, low)
    start = passage.starts[low - (low > 0 and passage.tags[low - 1] == "DT")]
    end = passage.ends[person.high - 1]
    return "a description joined to the name", start, end, passage.slice(low, high)


def _end_before_name(passage: Passage, person: Entity) -> int | None:
    """The last token of what stands before "," or "named" before the name; None where neither stands there."""
    at = person.low - 1
    while is_role(passage, person.low - 1) and at > 0 and passage.tags[at] in _OWN:
        at -= 1
    while at > 0 and (
        passage.lower[at] in ("one", "as", "reportedly")
        or passage.tags[at] == "RB"
        or passage.lower[at] in words("roles", "courtesy")
        or (is_role(passage, at) and (passage.words[at][0].isupper() or at == person.low - 1))
    ):
        at -= 1
    if at > 6 and passage.lower[at] == "old" and passage.lower[at - 2] == "year":
        at -= 5 + (passage.lower[at - 5] == "as")
    if at > 0 and passage.lower[at + 1] == "as" and is_role(passage, at) and _is_identified(passage, at):
        return at
    if at < 1 or passage.lower[at] not in (",", "named", "called", "identified"):
        return None
    return at - 1 - (passage.lower[at - 1] in ("was", "is", ","))


def _is_identified(passage: Passage, role: int) -> bool:
    """Whether somebody finds out who this was: "police identified the gunman as X"."""
    return not words("roles", "identifying").isdisjoint(passage.lower[max(0, role - 6) : role])


def _in_description(passage: Passage, token: int) -> bool:
    if passage.tags[token] in ("VBN", "VBG") and passage.tags[token + 1] in ("DT", "PRP$"):
        return False
    joined = passage.lower[token] in ("of", "for", "'s", "’s", "the", "then") or is_in_law(passage, token)
    return passage.tags[token] in TITLE_TAGS or joined


def _begins_anew(passage: Passage, person: Entity, article: int) -> bool:
    """Whether the name starts a clause or a list of its own behind the comma: "in the report, Smith said"."""
    after = passage.tags[person.high] if person.high < len(passage) else "."
    if after == "CC":
        return True
    opens = article == 0 or passage.words[article - 1] in (",", ":", '"', "”", "''")
    if opens and passage.lower[article] in ("a", "an", "another", "one"):
        return False
    return after in ("VBD", "VBZ", "VBP", "MD") and passage.deps[passage.heads[article]] not in ("nsubj", "nsubjpass")


def opening(passage: Passage, person: Entity) -> Shape | None:
    """As in "A trained chemist from Kent, Lund ran the lab", "Head of the port, Ann Lee, said so"."""
    start, last = passage.sentences[passage.sentence_of[person.low]][0], person.low - 2
    article = passage.lower[start] in ("a", "an")
    if not start < last <= start + LONGEST_ROLE or passage.words[last + 1] != ",":
        return None
    goes_on = passage.tags[person.high : person.high + 1]
    if goes_on not in (["VBD"], ["VBZ"], ["MD"]) and (article or goes_on != [","]):
        return None
    low = start + article
    head = role_head(passage, low, last + 1)
    if head is None or end_of_role(passage, low, None) != last + 1:
        return None
    if not article and (is_plural(passage, head) or passage.lower[head + 1] not in ("of", "for", "at", "to")):
        return None
    role = passage.slice(low, last + 1)
    return "a description that opens the sentence", passage.starts[start], passage.ends[person.high - 1], role
