"""Where the people of a story appear: by name, by a pronoun, or by what they are ("the mayor")."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from workbench.extraction.grammar.first_names import GENDERS, gender_of, is_first_name
from workbench.extraction.grammar.nouns import base_phrase
from workbench.extraction.grammar.roles import is_role
from workbench.extraction.grammar.verbforms import speech
from workbench.extraction.lexicon import table, words
from workbench.extraction.people.mentions import SUBJECTS, Mention, Mentions, Vote
from workbench.extraction.text.passage import Entity, Passage

if TYPE_CHECKING:
    from workbench.extraction.people.register import Register

Quoted = list[tuple[int, int]]
"""The insides of a passage's quotation marks: half-open characters."""
Reference = tuple[int, str]
"""A token that means a person without a name, and the description that it ends; empty for a pronoun."""


def by_name(passage: Passage, quoted: Quoted, full: Callable[[str], str], mentions: Mentions) -> None:
    """Note the people named outside the marks of this passage; `full` gives the fullest name for one."""
    for entity in sorted(passage.entities, key=lambda e: e.low):
        if entity.type != "PERSON":
            continue
        name = full(passage.slice(entity.low, entity.high))
        _guess_gender(passage, entity, name, mentions)
        if _inside(passage, entity.low, quoted):
            continue
        acts = [t for t in range(entity.low, entity.high) if passage.deps[t] in SUBJECTS]
        says = _says(passage, entity.high) or any(passage.lower[passage.heads[t]] in speech("clause") for t in acts)
        if says or _introduced(passage, entity):
            mentions.shown.add(name)
        main = says or any(_leads(passage, passage.heads[t]) for t in acts)
        mentions.add(Mention(passage.number, entity.low, entity.high, name, bool(acts), main))


def by_reference(passages: list[Passage], quoted: list[Quoted], register: "Register") -> None:
    """Note who acts under a pronoun or a description, so that a later "he" goes on from there.

    `quoted` holds the insides of each passage's marks. Ask once the story's roles are known. The story is read twice:
    at first only to learn from its pronouns who is a woman and who a man.
    """
    named = register.mentions
    named.shown.update(register.roles.countries)
    everyone, referring = named.by_passage, [_referring(passage, quoted[passage.number]) for passage in passages]
    votes: Counter[Vote] = Counter()
    for _ in range(2):
        named.by_passage = defaultdict(list)
        for passage, tokens in zip(passages, referring, strict=True):
            here = sorted(everyone.get(passage.number, ()), key=lambda m: m.low)
            _read(passage, here, tokens, register, votes)
        named.learn(votes)


def unnamed(passage: Passage) -> Iterator[tuple[str, int, bool]]:
    """The roles of people whom the passage brings in without a name, with the token and whether they speak.

    As in "a sailor", "another baker said", "one of the judges".
    """
    for token, word in enumerate(passage.lower):
        if word in ("a", "an", "another", "one") and is_role(passage, head := passage.heads[token]):
            low, high = passage.subtree(head)
            described = passage.deps[head] in ("appos", "attr") or "PERSON" in passage.entity_of[low:high]
            if not described and passage.tags[head] == "NN":
                above = passage.lower[passage.heads[head]]
                acts = passage.deps[head] == "nsubj" and (above in speech("clause") or above in speech("quoting"))
                yield passage.lower[head], head, acts


def _read(
    passage: Passage, here: list[Mention], referring: list[Reference], register: "Register", votes: Counter[Vote]
) -> None:
    waiting = deque(here)
    for token, description in referring:
        while waiting and waiting[0].low <= token:
            register.mentions.add(waiting.popleft())
        if description:
            name = register.holder(description, passage)
        else:
            name = register.pronoun(passage.lower[token], passage, token)
        if name is not None:
            main = _leads(passage, passage.heads[token])
            register.mentions.add(Mention(passage.number, token, token + 1, name, True, main))
            votes[name, passage.lower[token]] += 1
    for mention in waiting:
        register.mentions.add(mention)


def _referring(passage: Passage, quoted: Quoted) -> list[Reference]:
    """The subjects outside the marks that mean a person without a name, with the description where it is no pronoun."""
    found: list[Reference] = []
    for token in [token for token, dep in enumerate(passage.deps) if dep in SUBJECTS]:
        if passage.lower[token] in ("he", "she"):
            if not _inside(passage, token, quoted):
                found.append((token, ""))
        elif (description := _description(passage, token)) and not _inside(passage, token, quoted):
            found.append((token, description))
    return found


def _description(passage: Passage, token: int) -> str:
    """What "the mayor" is called here; empty for a name, and for a role with whom or what it is of behind it."""
    if passage.tags[token] not in ("NN", "NNP") or passage.entity_of[token] == "PERSON" or not is_role(passage, token):
        return ""
    low, high = base_phrase(passage, token).low, passage.subtree(token)[1]
    bare = passage.lower[token + 1 : token + 2] not in (["of"], ["for"])
    alone = "PERSON" not in passage.entity_of[low:high]
    named = passage.lower[low] == "the" and low < token and bare and alone
    return passage.slice(low + 1, token + 1) if named else ""


def _inside(passage: Passage, token: int, quoted: Quoted) -> bool:
    return bool(quoted) and any(low <= passage.starts[token] < high for low, high in quoted)


def _introduced(passage: Passage, entity: Entity) -> bool:
    """Whether a role or "Mr" stands before the name, or an age behind it."""
    titled = entity.low > 0 and (
        is_role(passage, entity.low - 1) or passage.lower[entity.low - 1] in words("roles", "courtesy")
    )
    return titled or (passage.words[entity.high : entity.high + 1] == [","] and _is_age(passage, entity.high + 1))


def _is_age(passage: Passage, token: int) -> bool:
    return passage.tags[token : token + 1] == ["CD"] or passage.lower[token + 1 : token + 2] == ["years"]


def _says(passage: Passage, token: int) -> bool:
    """Whether a verb of speech stands here, whatever the parser makes of what is before it."""
    return passage.lower[token : token + 1] != [] and (
        passage.tags[token] in ("VBD", "VBZ") and passage.lower[token] in speech("clause")
    )


def _leads(passage: Passage, verb: int) -> bool:
    """Whether the verb is a sentence's own, or one of speech."""
    above = verb if passage.deps[verb] != "conj" else passage.heads[verb]
    return passage.deps[above] == "ROOT" or passage.lower[verb] in speech("clause")


def _guess_gender(passage: Passage, entity: Entity, name: str, mentions: Mentions) -> None:
    lists = table("roles")["gender"]
    beside = _words_beside(passage, entity)
    first = name.split(maxsplit=1)[0] if name.split() else ""
    if is_first_name(first):
        mentions.shown.add(name)
    for gender in GENDERS:
        if gender_of(first) == gender or beside & set(lists[gender]):
            mentions.genders.setdefault(name, gender)


def _words_beside(passage: Passage, entity: Entity) -> set[str]:
    """The words of the title before a name, and of the apposition behind it."""
    low = entity.low
    while low > max(0, entity.low - 4) and passage.lower[low - 1] not in (",", "and", ".", "with"):
        low -= 1
    behind = (
        passage.lower[entity.high + 1 : entity.high + 5]
        if passage.words[entity.high : entity.high + 1] == [","]
        else []
    )
    return set(passage.lower[low : entity.low]) | (
        {*behind} if "whose" not in behind and "and" not in behind else set()
    )
