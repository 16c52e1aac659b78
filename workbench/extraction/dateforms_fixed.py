"""The written forms of dates that name a date by themselves: a day, a month, a year, a quarter, a decade."""

import re

from workbench.extraction import dateforms as read
from workbench.extraction.dateforms import DAY, JOIN, MONTH, SHORT_WEEKDAY, THIRD, WEEKDAY, YEAR, Form, form
from workbench.extraction.lexicon import table

_OF_YEAR = (
    rf"(?:,?\s+(?:of\s+)?(?:(?:the\s+)?(?:fiscal\s+|calendar\s+)?(?P<year>{YEAR})|"
    r"(?:the\s+)?(?P<rel>this\s+year|last\s+year|next\s+year|previous\s+year|the\s+year|year)))?"
)
EXACT = re.NOFLAG
HOLIDAY = "|".join(
    re.escape(h).replace("'", "[’']") for h in sorted(table("calendar")["holidays"], key=len, reverse=True)
)
FIXED: list[Form] = [
    form("a day in ISO 8601", r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b", read.read_iso),
    form(
        "a day with slashes",
        r"(?<![\d/])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>\d{4}|\d{2})(?![\d/])",
        read.read_slashed,
    ),
    form(
        "a month and a day",
        rf"(?:\b(?:{WEEKDAY}|{SHORT_WEEKDAY}),?\s+)?\b(?P<month>{MONTH})\s+(?:the\s+)?"
        rf"(?P<day>{DAY})\b(?:{JOIN}(?:(?P<month2>{MONTH})\s+)?(?P<day2>{DAY})\b)?(?:,?\s+(?P<year>{YEAR})\b)?",
        read.read_day,
        EXACT,
    ),
    form(
        "a day and a month",
        rf"(?:\b(?:{WEEKDAY}|{SHORT_WEEKDAY}),?\s+(?:the\s+)?)?\b(?P<day>{DAY})(?:{JOIN}(?P<day2>{DAY}))?\s+"
        rf"(?:of\s+)?(?P<month>{MONTH})\b(?:,?\s+(?P<year>{YEAR})\b)?",
        read.read_day,
        EXACT,
    ),
    form(
        "a span of months",
        rf"\b(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?{JOIN}(?P<month2>{MONTH})"
        rf"(?:,?\s+(?:of\s+)?(?P<year2>{YEAR}))?\b",
        read.read_months,
        EXACT,
    ),
    form(
        "a directed month",
        rf"\b(?P<way>last|next|this|past|coming)\s+(?P<month>{MONTH})\b(?!\s+\d)",
        read.read_directed_month,
    ),
    form(
        "a quarter or half",
        rf"\b(?P<which>first|second|third|fourth|last|final)[-\s](?P<what>quarter|half)\b{_OF_YEAR}",
        read.read_part_of_year,
    ),
    form("a quarter or half by number", rf"\b(?P<what>Q|H)(?P<which>[1-4])\b{_OF_YEAR}", read.read_part_of_year, EXACT),
    form(
        "a season",
        rf"\b(?:the\s+)?(?:(?P<way>last|next|this|past|coming|previous)\s+)?(?:(?P<third>early|mid|"
        rf"late)[-\s]+)?(?P<season>spring|summer|autumn|fall|winter)\b(?:\s+(?:of\s+)?(?:(?P<year>{YEAR})\b|"
        rf"(?P<rel>last\s+year|this\s+year|next\s+year)))?",
        read.read_season,
    ),
    form(
        "a fiscal year",
        rf"\b(?:fiscal(?:\s+year)?|financial\s+year|academic\s+year|school\s+year|FY)[\s-]*(?P<year>{YEAR}|"
        rf"\d{{2}}\b)(?:[-–/](?P<year2>\d{{2,4}}))?\b|\b(?P<rel2>this|last|next)\s+(?:fiscal|"
        rf"financial|school|academic)\s+year\b",
        read.read_fiscal,
    ),
    form(
        "a span of years",
        rf"\b(?P<year>{YEAR})(?:\s*[-–—/]\s*|\s+(?:to|through|until|and)\s+)(?P<year2>{YEAR}|\d\d)\b(?![,.]?\d|\s*%)",
        read.read_years,
    ),
    form(
        "a decade",
        rf"(?:{THIRD}(?:the\s+)?)?(?:\b(?P<full>(?:1[5-9]|20)\d0)['’]?s\b|['’](?P<short>\d0)s\b|"
        rf"\bthe\s+(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)",
        read.read_decade,
    ),
    form(
        "a century",
        r"\b(?:the\s+)?(?P<number>\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|"
        r"ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|"
        r"nineteenth|twentieth)[-\s]century\b",
        read.read_century,
    ),
    form(
        "a holiday",
        rf"\b(?P<holiday>{HOLIDAY})\b(?:,?\s+(?P<year>{YEAR})\b)?",
        read.read_holiday,
    ),
    form(
        "a month",
        rf"(?:{THIRD})?\b(?P<month>{MONTH})(?:,?\s+(?:of\s+)?(?:(?P<year>{YEAR})\b|(?P<rel>last\s+year|"
        rf"this\s+year|next\s+year)))?(?!\w)",
        read.read_month,
        EXACT,
    ),
    form("a year", rf"(?:{THIRD}|(?<![\d$£€¥#/.,-])\b)(?P<year>{YEAR})\b(?![,.]\d|%|-\w)", read.read_one_year),
]
"""Forms that name a date by itself, longest first: where two fit at one place, the earlier one is read."""

DAYS = 4
"""How many of the fixed forms name a whole day; they are read before the relative ones, which may lie inside them."""
