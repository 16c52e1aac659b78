"""Resolve who speaks to the fullest name that the story gives, and to nothing more."""

from workbench.extraction.grammar.first_names import is_first_name
from workbench.extraction.grammar.nouns import singular
from workbench.extraction.lexicon import words
from workbench.extraction.people import describing, issuers
from workbench.extraction.people.describing import ARTICLE, DOCUMENT, Answer
from workbench.extraction.people.register import Register, without_titles
from workbench.extraction.speech import pronouns
from workbench.extraction.speech.phrases import apposed, conjuncts, head_of, is_apposed, is_named_by, row, titled
from workbench.extraction.text.passage import NOUNS, Entity, Passage

_PERSONAL = frozenset(("he", "she", "his", "her", "him"))
PRONOUNS = frozenset(
    (
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "who",
        "that",
        "which",
        "there",
        "this",
        "what",
        "his",
        "her",
        "him",
        "its",
        "their",
    )
)
"""Words that stand for a speaker named elsewhere, or for nobody."""


def resolve(passage: Passage, tokens: tuple[int, int] | None, register: Register) -> Answer:
    """The speaker's name and the rule that gave it; (None, why) where nothing or more than one thing fits."""
    if tokens is None:
        return None, "nobody stands beside the cue"
    name, rule = _resolved(passage, tokens, register)
    if name is not None and rule == DOCUMENT:
        register.written[passage.lower[head_of(passage, *tokens)]] = name
    return name, rule


def _resolved(passage: Passage, tokens: tuple[int, int], register: Register) -> Answer:
    low, high = _study(passage, tokens[0], _before_participle(passage, *tokens))
    if passage.tags[low] == "IN" and passage.entity_of[low + 1 : low + 2] == ["DATE"]:
        # The parser takes "On Sunday, Lee" for one name.
        low = next((t + 1 for t in range(low, high - 1) if passage.words[t] == ","), low)
    if passage.lower[low + 1 : low + 2] == ["own"] and passage.tags[low + 2 : low + 3] == ["NNP"]:
        # "His own EPA" is no other than the one that the story names.
        low += 2
    if high - low == 1 and (body := register.bodies.acronyms.get(passage.words[low])) is not None:
        return body, "the fullest name for this body"
    if high - low == 1 and (word := passage.lower[low].partition("'")[0]) in PRONOUNS:
        personal = word in _PERSONAL and (word != "him" or passage.lower[low - 1] == "to")
        return _he_or_she(passage, low, register) if personal else _earlier_body(passage, low, register)
    if (share := _share(passage, low, high)) is not None:
        return share, "the words beside the cue"
    if (body := _keeper(passage, low, high, register) or _own_document(passage, low, high, register)) is not None:
        return body, DOCUMENT
    known = _with_others(passage, low, high, register) or _issuer(passage, low, high, register)
    return known or _owned(passage, low, _described_or_named(passage, low, high, register), register)


def _owned(passage: Passage, low: int, answer: Answer, register: Register) -> Answer:
    """Whose office or lawyer speaks, where only "his" or "its" tells: "Her office said" → "Ann Lee's office"."""
    name, rule = answer
    if name is None or rule != "the words beside the cue" or passage.tags[low] not in ("PRP$", "WP$"):
        return answer
    whose = (low, low + 1) if passage.tags[low] == "PRP$" else pronouns.name_right_before(passage, low)
    owner, _ = resolve(passage, whose, register)
    name = name.removeprefix("whose ")
    if owner is None:
        return (name, rule) if passage.tags[low] == "PRP$" else (None, rule)
    mark = "'" if owner.endswith("s") and owner.rpartition(" ")[2].islower() else "'s"
    return f"{owner}{mark} {name}", "whose words or whose people"


def _study(passage: Passage, low: int, high: int) -> tuple[int, int]:
    """The tokens of the study, where its results speak: "the results of the Harbour Survey published on Friday"."""
    head = head_of(passage, low, high)
    yields = singular(passage.words[head]) in words("speech", "speakers.yields")
    if not yields or passage.lower[head + 1 : head + 2] not in (["of"], ["from"]):
        return low, high
    issued = next((t for t in range(head + 3, high) if passage.lower[t] in words("speech", "issued")), high)
    return head + 2, issued - (issued < high and passage.words[issued - 1] == ",")


def _before_participle(passage: Passage, low: int, high: int) -> int:
    """The end of the speaker before what only says when it came out: "a poll released on Tuesday"."""
    for t in range(low + 1, high):
        if passage.tags[t] == "VBN" and passage.deps[t] == "acl" and low <= passage.heads[t] < t:
            until = range(t + 1, min(high, passage.subtree(t)[1]))
            when = any(passage.entity_of[u] in ("DATE", "TIME") for u in until)
            when = when and all(passage.tags[u] == "IN" or passage.entity_of[u] in ("DATE", "TIME") for u in until)
            if when and passage.words[t - 1] != ",":
                return t
    return high


def _share(passage: Passage, low: int, high: int) -> str | None:
    """People who are only counted: "about one in five", "nearly nine out of 10", "several"."""
    counted = passage.lower[low:high]
    if any(passage.tags[t] in NOUNS or passage.tags[t] in ("PRP", "POS") for t in range(low, high)):
        return None
    if "CD" in passage.tags[low:high] and {"in", "of"} & {*counted} and "which" not in counted:
        first = passage.tags.index("CD", low, high)
        return passage.slice(first, high)
    return counted[0] if counted in (["several"], ["many"], ["some"], ["others"], ["another"]) else None


def _with_others(passage: Passage, low: int, high: int, register: Register) -> Answer | None:
    """As in "he and other critics": both, or nobody where one of them is not known; of "Lee and others" Lee."""
    if passage.lower[high - 2 : high] == ["and", "others"] and high - low > 2:
        return resolve(passage, (low, high - 2), register)
    if passage.lower[low] not in ("he", "she") or passage.lower[low + 1 : low + 2] != ["and"] or high <= low + 2:
        return None
    both = _he_or_she(passage, low, register)[0], resolve(passage, (low + 2, high), register)[0]
    return ("; ".join(name for name in both if name) if all(both) else None), "two speakers"


def _own_document(passage: Passage, low: int, high: int, register: Register) -> str | None:
    """Whose document speaks: "its statement said" the body's that spoke before, "her letter said" the woman's."""
    owner, head = passage.lower[low], head_of(passage, low, high)
    if owner in ("his", "her") and issuers.is_message(passage, head):
        return _he_or_she(passage, low, register)[0]
    if owner not in ("its", "their") or not issuers.is_document(passage, head):
        return None
    return register.spoke(passage, low, several=owner == "their") or _earlier_body(passage, low, register)[0]


def _he_or_she(passage: Passage, token: int, register: Register) -> Answer:
    if (unnamed := pronouns.described(passage, token)) is not None:
        name, rule = describing.resolved(passage, *unnamed, register)
        if rule == "the words beside the cue" and name is not None:
            return name, "a pronoun, by the person described before"
    # The tokenizer leaves "She’d" whole.
    word = passage.lower[token].partition("'")[0]
    return register.pronoun(word, passage, token), "a pronoun, by the person named last"


def _keeper(passage: Passage, low: int, high: int, register: Register) -> str | None:
    """The body whose document speaks: "the Herald story", "The Centre for Trade's list of ports"."""
    body = next((e for e in passage.entities if e.type == "ORG" and low <= e.low <= low + 1), None)
    if body is None or any(passage.tags[t] == "IN" for t in range(low, body.low)):
        return None
    if body.high == head_of(passage, low, high) and _is_its_own(passage, body.high):
        name = ARTICLE.sub("", passage.slice(body.low, body.high))
        return register.bodies.longer(name) or name
    mark = next((t for t in (body.high - 1, body.high) if t < high and passage.tags[t] == "POS"), None)
    if mark is None or not any(issuers.is_document(passage, t) for t in range(mark + 1, min(mark + 4, high))):
        return None
    return ARTICLE.sub("", passage.slice(body.low, mark))


def _is_its_own(passage: Passage, noun: int) -> bool:
    """Whether the noun is a message or a story, which speaks for its house; a poll goes by its own name."""
    return issuers.is_message(passage, noun) or singular(passage.words[noun]) in words("speech", "speakers.stories")


def _issuer(passage: Passage, low: int, high: int, register: Register) -> Answer | None:
    """Who issued the message that speaks here: "a letter from X", "X put out a statement saying", "the statement"."""
    head = head_of(passage, low, high)
    if not issuers.is_message(passage, head) or passage.tags[head] not in ("NN", "NNS"):
        return None
    if passage.lower[low] in ("the", "this", "that") and issuers.owner_of(passage, head) is None:
        known = issuers.earlier(register.issued, passage, head)
    else:
        known = next((d for d in register.issued if d.passage is passage and d.token == head), None)
    name = resolve(known.passage, known.issuer, register)[0] if known else None
    return (name, "whoever issued it") if name else None


def _described_or_named(passage: Passage, low: int, high: int, register: Register) -> Answer:
    behind = _behind_document(passage, low, high)
    if names := row(passage, behind, high):
        several = "; ".join(_full_name(passage, name, register) for name in names)
        return several, "several speakers" if behind == low else DOCUMENT
    if (name := apposed(passage, low, high)) is not None:
        text = passage.slice(name.low, name.high)
        named = register.person(text) if name.type == "PERSON" else ARTICLE.sub("", text)
        return named, "the name beside its description"
    parts = conjuncts(passage, low, high)
    if len(parts) > 1:
        both = [_part(passage, part, register) for part in parts]
        if all(both):
            plain = [ARTICLE.sub("", name.removeprefix("Both ").removeprefix("both ")) for name in both if name]
            return "; ".join(_of_one_family(plain)), "two speakers"
    if (person := titled(passage, low, high)) is not None:
        name_text = passage.slice(person.low, person.high)
        return register.person(name_text), "the name beside the cue"
    return _one(passage, (low, high), register)


def _behind_document(passage: Passage, low: int, high: int) -> int:
    """Where the names begin of those whose document it is: "a report in X, Y and Z"; `low` where it is none."""
    link = head_of(passage, low, high) + 1
    leads = passage.lower[link : link + 1] in (["in"], ["by"], ["from"]) and issuers.is_document(passage, link - 1)
    return link + 1 if leads and link + 1 < high else low


def _full_name(passage: Passage, name: Entity, register: Register) -> str:
    text = passage.slice(name.low, name.high)
    if name.type == "PERSON":
        return register.person(text)
    plain = ARTICLE.sub("", text)
    return register.bodies.longer(plain) or plain


def _part(passage: Passage, part: tuple[int, int], register: Register) -> str | None:
    name = apposed(passage, *part)
    behind = titled(passage, *part) if name is None else None
    if behind is not None and behind.high == part[1]:
        # The parser hangs "President" of "President Ann Lee and Chancellor Bo Berg" on the second name.
        name = behind
    return register.person(passage.slice(name.low, name.high)) if name else _one(passage, part, register)[0]


def _of_one_family(names: list[str]) -> list[str]:
    """Both by their surname: "Ann and Bo Lee" → "Ann Lee", "Bo Lee"."""
    first, second = names
    shared = " " not in first and is_first_name(first) and is_first_name(second.split()[0]) and " " in second
    return [f"{first} {second.split()[-1]}", second] if shared else names


def _earlier_body(passage: Passage, token: int, register: Register) -> Answer:
    """As in "it" or "they": the subject of a sentence before that can speak, else who spoke last."""
    word = passage.lower[token]
    if word not in (*pronouns.BODIES, *pronouns.OWNERS, *pronouns.RELATIVES) or passage.tags[token] == "DT":
        return None, "a pronoun that names nobody"
    beside = pronouns.name_right_before(passage, token) if word in ("who", "which") else None
    if beside is not None:
        return resolve(passage, beside, register)
    for subject in pronouns.subjects_before(passage, token):
        name, _ = resolve(passage, subject, register)
        fits = name is not None and not (word in ("it", "its") and register.is_person(name))
        if name is not None and fits and name.lower().split()[-1] not in pronouns.objects(passage, token):
            return name, "a pronoun, by the subject before"
    if word in pronouns.BODIES:
        return register.spoke(passage, token, several=word == "they"), "a pronoun, by the body that spoke before"
    return None, "a pronoun that nothing before explains"


def _one(passage: Passage, tokens: tuple[int, int], register: Register) -> Answer:
    low, high = tokens
    people = [e for e in passage.entities if e.type == "PERSON" and low <= e.low and e.high <= high]
    head = head_of(passage, low, high)
    for person in people:
        if (
            person.low <= head < person.high
            or passage.heads[head] in range(person.low, person.high)
            or is_apposed(passage, head, person.low)
        ):
            name = passage.slice(person.low, person.high)
            full = register.person(name)
            return full, "the name beside the cue" if full == without_titles(
                name
            ) else "the fullest name for this surname"
    bodies = [e for e in passage.entities if e.type == "ORG" and low < e.low < high]
    body = next((e for e in bodies if e.low <= head < e.high or is_named_by(passage, head, e, high)), None)
    leading = range(low, body.low) if body is not None else range(0)
    plain = any(passage.tags[t] == "JJ" and passage.words[t].islower() for t in leading)
    if body is not None and (plain or any(passage.tags[t] in ("NN", "POS") for t in leading)):
        first = next((e.low for e in passage.entities if e.high == body.low and e.type == "ORG"), body.low)
        name = passage.slice(describing.of_country(passage, first), body.high)
        return register.bodies.longer(name) or name, "the body behind its description"
    return describing.resolved(passage, tokens, head, register)
