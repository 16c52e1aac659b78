"""Money: an amount of a currency, with the noun that it pays for."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from workbench.domain.claim import Bound, Kind
from workbench.extraction.candidate import Candidate, Reading
from workbench.extraction.grammar.nouns import Phrase, phrase_from
from workbench.extraction.lexicon import meanings, words
from workbench.extraction.numbers import exchange
from workbench.extraction.numbers.figures import Figure
from workbench.extraction.numbers.numeral import decimal_text
from workbench.extraction.numbers.signs import any_of, currency_of
from workbench.extraction.text.passage import Passage

_WEIGHING = re.compile(
    r"\b(?:weigh\w*|heav\w+|lift\w*|lost|gain\w*|fatter|lighter|\d[\s-]f(?:oo|ee)?t)\b(?:[^.;]|\.\d)*$", re.IGNORECASE
)
_OF_SOME = re.compile(
    r"\s+(?:of|in)(?:\s+[a-z]+){0,2}?(?=\s+(?:dollars|euros|pounds|rupees|yen)\b)|\s+of", re.IGNORECASE
)
_AND = re.compile(r"\s+(?:and\s+)?", re.IGNORECASE)
_LINKS = ("in", "of", "for", "worth")
_TWO = 2
_OWNERS = frozenset({"my", "your", "his", "her", "its", "our", "their"})
_WORTH = re.compile(r"\s+worth\s+of\s+", re.IGNORECASE)


@cache
def _behind() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = [word.lower() for word in currency_of() if word[:1].isalpha() and len(word) > 1]
    cents = list(meanings("currencies", "hundredths"))
    signs = [sign for sign in currency_of() if not sign[0].isalpha()]
    plain = rf"[\s-]?(?:(?P<word>{any_of(words)})\b|(?P<sign>{any_of(signs)}))"
    return re.compile(plain), re.compile(rf"(?:[\s-]?(?P<cent>{any_of(cents[1:])}))(?!\w)", re.IGNORECASE)


def signs_of(passages: Iterable[Passage]) -> frozenset[str]:
    """Those of the signs of a story's money that tell whose pennies and cents it means; a US market's are dollars."""
    signs = {sign for passage in passages for sign in "$£€" if sign in passage.text}
    american = words("currencies", "american")
    return frozenset(signs | {"$"} if any(not american.isdisjoint(p.spelled) for p in passages) else signs)


def find(
    passage: Passage, figures: list[Figure], signs: frozenset[str] = frozenset()
) -> Iterator[tuple[Figure, Candidate]]:
    """A candidate for each figure that has a currency before or behind it; `signs` are those that the story uses."""
    told: Figure | None = None
    for place, figure in enumerate(figures):
        if figure is told:
            continue
        if figure.sign and figure.low.form != "part":
            code = currency_of()[_sign(figure.sign)]
            yield figure, _candidate(passage, figure, code, figure.end, "a currency sign before the number")
        elif rate := exchange.read(passage, figure):
            yield figure, _candidate(passage, figure, *rate, exchange.RULE)
        elif figure.low.form in ("digits", "words", "vague") and (found := _currency_behind(passage, figure)):
            code, end, factor = found
            code = _whose(code, passage.plain[figure.end : end], signs) if factor != 1 else code
            candidate = _candidate(passage, figure, code, end, "a currency behind the number")
            if factor != 1:
                candidate.amount = decimal_text(figure.low.value * factor)
                candidate.amount_high = decimal_text(figure.high.value * factor) if figure.high else None
            elif cents := _cents(passage, end, figures[place + 1 : place + 2]):
                told = figures[place + 1]
                candidate.amount, candidate.end = decimal_text(figure.low.value + cents[0]), cents[1]
                candidate.figure, candidate.noun = (figure.start, cents[1]), None
                yield told, candidate
            yield figure, candidate


def _cents(passage: Passage, end: int, after: list[Figure]) -> tuple[Decimal, int] | None:
    """As in "3 dollars and 50 cents": the hundredths right behind a sum, in the currency, and where they end."""
    if not after or not _AND.fullmatch(passage.text, end, after[0].hedge_start):
        return None
    found = _currency_behind(passage, after[0])
    return (after[0].low.value * found[2], found[1]) if found and found[2] != 1 else None


def _sign(written: str) -> str:
    table, plain = currency_of(), re.sub(r"\s", "", written)
    return next(s for s in (plain, plain.upper(), plain.capitalize(), plain.lower()) if s in table)


def _currency_behind(passage: Passage, figure: Figure) -> tuple[str, int, Decimal] | None:
    (words, cents), text = _behind(), passage.text
    # "hundreds of millions of taxpayer dollars", "billions of US dollars"
    if figure.low.form == "vague" and (of := _OF_SOME.match(text, figure.end)):
        found, shift = words.match(passage.plain, of.end()), 0
    else:
        found, shift = words.match(passage.plain, figure.end), 0
    if found and not _is_weight(text, found):
        written = text[slice(*found.span("word" if found["word"] else "sign"))].strip()
        code = (
            currency_of().get(written)
            or currency_of().get(re.sub(r"\s+", " ", written.lower()))
            or currency_of().get(written.upper())
        )
        if code:
            return code, found.end() + shift, Decimal(1)
    cent = cents.match(text, figure.end)
    if cent and _is_opinion(passage, figure):
        return None
    if cent and (cent["cent"] != "p" or figure.low.form == "digits"):
        return meanings("currencies", "hundredths")[cent["cent"].lower()], cent.end(), Decimal("0.01")
    return None


def _is_opinion(passage: Passage, figure: Figure) -> bool:
    """As in "offered her two cents on it"."""
    token = passage.token_at(figure.start)
    return figure.low.value == _TWO and not _OWNERS.isdisjoint(passage.lower[max(0, token - 2) : token])


def _whose(code: str, written: str, signs: frozenset[str]) -> str:
    """The currency of "one penny" where the story's other sums are in dollars, and of cents where they are in euros."""
    if "penn" in written and "$" in signs and "£" not in signs:
        return "USD"
    return "EUR" if code == "USD" and "€" in signs and "$" not in signs else code


def _is_weight(text: str, found: re.Match[str]) -> bool:
    """Pounds of something are a weight, and "real" before another word is no currency ("three real options")."""
    word = (found["word"] or "").lower()
    after = text[found.end() : found.end() + 12].lower()
    if word in ("pound", "pounds") and _WEIGHING.search(text[max(0, found.start() - 60) : found.start()]):
        return True
    if word in ("pound", "pounds"):
        return after.startswith((" of ", "-", " per square", " heavier", " lighter")) or text[found.start()] == "-"
    return (
        word in ("real", "won", "try", "all")
        and not after.startswith((".", ",", " (", ")", " for", " in", " to", " of", ";", " per ", " a "))
        and bool(after)
    )


def _candidate(passage: Passage, figure: Figure, code: str, end: int, rule: str) -> Candidate:
    _, high = passage.tokens_in(figure.start, end)
    phrase = _paid_for(passage, high)
    # "the $35 cap": more it may not be.
    capped = phrase is not None and passage.lower[phrase.head] in words("bounds", "lists.capping")
    candidate = Candidate(
        Kind.MONEY,
        passage,
        figure.hedge_start,
        max(end, figure.hedge_end, passage.ends[phrase.high - 1] if phrase else 0),
        rule,
        amount=figure.amount,
        amount_high=figure.amount_high,
        unit=code,
        bound=Bound.AT_MOST if capped and figure.bound is Bound.EXACTLY else figure.bound,
        figure=(figure.start, max(end, figure.end)),
        noun=(phrase.low, phrase.high) if phrase else None,
    )
    candidate.readings = [
        Reading("amount", passage.text[figure.start : figure.end], f"a number in {figure.low.form}"),
        Reading("unit", figure.sign or passage.text[figure.end : end].strip(), rule),
        Reading("bound", figure.hedge, "words beside the number"),
    ]
    return candidate


def _paid_for(passage: Passage, token: int) -> Phrase | None:
    """The noun right behind the amount, or behind "in", "of", "for", "worth of": what the money pays for."""
    if token >= len(passage):
        return None
    start = token
    if passage.lower[token] == "worth" and passage.lower[token + 1 : token + 2] == ["of"]:
        start = token + 2
    elif passage.lower[token] in _LINKS[:2]:
        start = token + 1
    if passage.words[token] in ("-", "–", "—") and passage.starts[token] > passage.ends[token - 1]:
        return None
    if start < len(passage) and passage.tags[start] in ("DT", "PRP$"):
        if passage.lower[start - 1] != "of":
            return None
        start += 1
    phrase = phrase_from(passage, start) if start < len(passage) else None
    if (
        phrase is None
        or passage.lower[phrase.head] in words("nouns", "lists.unpaid")
        or passage.entity_of[phrase.head] in ("DATE", "TIME", "GPE", "PERSON")
    ):
        return None
    return phrase
