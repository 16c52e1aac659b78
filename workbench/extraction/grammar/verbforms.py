"""The forms of English verbs, made from their base by rule and from the lexicon's list of irregular ones."""

from functools import cache

from workbench.extraction.lexicon import table

_VOWELS = "aeiou"


@cache
def forms(base: str) -> frozenset[str]:
    """The base, its -s, -ed and -ing forms, and what is listed as irregular; only the first word bends."""
    irregular: dict[str, list[str]] = table("speech")["irregular"]
    first, _, rest = base.partition(" ")
    tail = f" {rest}" if rest else ""
    found = {first, *irregular.get(first, [])}
    if first.endswith(("s", "sh", "ch", "x", "z", "o")):
        found.add(first + "es")
    elif first.endswith("y") and first[-2] not in _VOWELS:
        found |= {first[:-1] + "ies", first[:-1] + "ied"}
    else:
        found.add(first + "s")
    stem = first[:-1] if first.endswith("e") and not first.endswith("ee") else first
    found |= {stem + "ing", stem + ("d" if first.endswith("ee") else "ed")}
    return frozenset(form + tail for form in found)


@cache
def speech(group: str) -> dict[str, str]:
    """For each form of the verbs that speech.toml lists under `group` its base."""
    lists = table("speech")
    return {form: base for base in lists[group] for form in forms(base)}
