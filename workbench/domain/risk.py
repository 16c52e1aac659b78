"""Editorial risk: what harms most where a claim is printed and false. Read from a claim's named signals alone."""

from workbench.domain.claim import Claim, Kind, Sentence, Stretch

ACCUSED = "named person accused"
WEIGHTS = {ACCUSED: 4, "deaths": 3, "legal": 2, "headline": 2, "lead": 1}
"""Each reason and what it weighs; a claim's risk is the sum, from 0 to 12. They are set by hand."""

_LEAD = frozenset({"opens the story", "in the lead"})
_LEGAL = frozenset({"courts and accusations", "crime and police"})
_DEATH = "deaths and injuries"
_ACCUSES = "courts and accusations"
_PERSON = "names a person"
_NEUTRAL = frozenset({Kind.DATE, Kind.IDENTITY})
"""A day or who somebody is accuses nobody, whatever its sentence is about."""
_RANKS = 1_000_000


def reasons(claim: Claim, sentence: Sentence | None) -> list[str]:
    """Why an error in this claim would weigh much, heaviest first. `sentence` is None for a claim of the headline."""
    signals = set(claim.signals) | set(sentence.signals if sentence else ())
    person = _PERSON in signals or bool(claim.person)
    found = {
        ACCUSED: _ACCUSES in signals and person and claim.kind not in _NEUTRAL,
        "deaths": _DEATH in signals,
        "legal": bool(_LEGAL & signals),
        "headline": claim.inside is Stretch.TITLE,
        "lead": bool(_LEAD & signals),
    }
    return [name for name in WEIGHTS if found[name]]


def risk(reasons: list[str]) -> int:
    """The sum of what these reasons weigh."""
    return sum(WEIGHTS[name] for name in reasons)


def rank(risk: int, checkworthiness: float) -> int:
    """One number to order the queue by, lowest first: the higher risk, then the higher checkworthiness."""
    return -(risk * _RANKS + round(checkworthiness * (_RANKS - 1)))
