"""The written forms of dates that name a date by themselves: a day, a month, a year, a quarter, a decade."""

from workbench.extraction.dates import reading
from workbench.extraction.dates.forms import (
    CENTURIES,
    DAY,
    JOIN,
    MONTH,
    NUMBER,
    OF_YEAR,
    SHORT_WEEKDAY,
    THIRD,
    WEEKDAY,
    YEAR,
    Form,
    form,
)
from workbench.extraction.dates.holidays import NAMES, read_holiday

_ON_WEEKDAY = rf"(?:\b(?:{WEEKDAY}|{SHORT_WEEKDAY}),?\s+)?"
FIXED: list[Form] = [
    form("a day in ISO 8601", r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b", reading.read_iso),
    form(
        "a day in numbers",
        r"(?P<one>\d(?<![\d/.-]\d)\d?)(?P<sign>[/.-])(?P<two>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d|(?<=/)\d{2})(?![\d/]|[.-]\d)",
        reading.read_numbers,
    ),
    form(
        "a holiday",
        rf"\b(?:the\s+(?:day|night)\s+(?P<way>before|after)\s+)?(?P<holiday>{NAMES})\b{OF_YEAR}",
        read_holiday,
    ),
    form(
        "a span of days in two months",
        rf"\b(?:(?P<month>{MONTH})\s+(?P<day>{DAY})(?:,?\s+(?P<year1>{YEAR}))?{JOIN}(?P<month2>{MONTH})\s+(?P<day2>{DAY})\b){OF_YEAR}",
        reading.read_days,
        exact=True,
    ),
    form(
        "a span of days in two months, day first",
        rf"\b(?P<day>{DAY})\s+(?P<month>{MONTH})(?:,?\s+(?P<year1>{YEAR}))?{JOIN}(?P<day2>{DAY})\s+(?P<month2>{MONTH})\b{OF_YEAR}",
        reading.read_days,
        exact=True,
    ),
    form(
        "whole months up to one",
        rf"\b(?:the\s+)?(?:(?P<count>{NUMBER})[\s-]+)?(?P<unit>months?|year)(?:\s+period)?\s+(?:to|through|ended|ending)\s+"
        rf"(?:the\s+end\s+of\s+)?(?:{DAY}\s+)?(?P<month>{MONTH.lower()})\b(?:\s+{DAY}\b)?{OF_YEAR}",
        reading.read_months_up_to,
    ),
    form(
        "a week of a month",
        rf"\b(?:the\s+)?(?P<which>first|second|third|fourth|last|final)\s+week\s+(?:of|in)\s+(?P<month>{MONTH.lower()})"
        rf"(?!\s+\d{{1,2}}\b){OF_YEAR}",
        reading.read_week_of_month,
    ),
    form(
        "a month and a day",
        rf"{_ON_WEEKDAY}\b(?P<month>{MONTH})\s*(?:the\s+)?(?<!\w)(?P<day>{DAY})\b"
        rf"(?:{JOIN}(?:(?P<month2>{MONTH})\s+)?(?P<day2>{DAY})\b)?{OF_YEAR}",
        reading.read_day,
        exact=True,
    ),
    form(
        "a day and a month",
        rf"{_ON_WEEKDAY}(?:\bthe\s+(?=\d+[a-z]))?(?<![\d.,/])\b(?P<day>{DAY})(?:{JOIN}(?:the\s+)?(?P<day2>{DAY}))?\s+(?:of\s+)?(?P<month>{MONTH})\b{OF_YEAR}",
        reading.read_day,
        exact=True,
    ),
    form(
        "a span of months",
        rf"\b(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?{JOIN}(?P<month2>{MONTH})(?:,?\s+(?:of\s+)?(?P<year2>{YEAR}))?\b",
        reading.read_months,
        exact=True,
    ),
    form(
        "a directed month",
        rf"\b(?P<way>[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|past|coming|(?<=[Tt]he\s)(?:previous|following))\s+(?P<month>{MONTH})(?!\w|\s+\d)",
        reading.read_directed_month,
        exact=True,
    ),
    form(
        "a quarter or half",
        rf"\b(?P<which>first|second|third|fourth|(?:last|final)(?=[\s-](?:quarter|half)\s+of\b))[-\s]"
        rf"(?P<what>quarter|half)\b(?:\s+of\s+the\s+year\b(?!['’])|{OF_YEAR})",
        reading.read_part_of_year,
    ),
    form(
        "a quarter or half by number",
        rf"\b(?P<what>Q|H)(?P<which>[1-4])\b{OF_YEAR}",
        reading.read_part_of_year,
        exact=True,
    ),
    form(
        "a season",
        rf"\b(?:the\s+)?(?:(?P<way>last|next|this|past|coming|previous)\s+)?(?:(?P<third>early|mid|late)[-\s]+)?"
        rf"(?P<season>spring|summer|autumn|fall|winter)\b{OF_YEAR}",
        reading.read_season,
    ),
    form(
        "a fiscal year",
        rf"\b(?:fiscal(?:\s+year)?|financial\s+year|academic\s+year|school\s+year|fy)[\s-]*(?P<year>{YEAR}|\d{{2}}\b)"
        rf"(?:[-–/](?P<year2>\d{{2,4}}))?\b|\b(?:(?:for\s+)?the\s+)?(?P<rel2>this|last|next|current|coming|upcoming|past|previous)\s+"
        r"(?:fiscal|financial|school|academic)\s+year\b(?!-)",
        reading.read_fiscal,
    ),
    form(
        "a span of years",
        rf"(?<![\d.-])\b(?P<year>{YEAR})(?:\s*[-–—/]\s*(?P<year2>{YEAR}|\d\d)|\s+(?:to|through|until|till)\s+(?P<year3>{YEAR})|"
        rf"(?<=between\s\d\d\d\d)\s+and\s+(?P<year4>{YEAR}))\b(?![,.]?\d|\s*%)",
        reading.read_years,
    ),
    form(
        "a decade",
        rf"(?:{THIRD}(?:the\s+)?)?(?:\b(?P<full>(?:1[5-9]|20)\d0)['’]?s\b|(?:['’‘]|\bthe\s+|(?<=early\s)|(?<=late\s)|(?<=mid-)|(?<=0s\sand\s))(?P<short>\d0)['’]?s\b|"
        rf"\bthe\s+(?P<word>noughties|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)",
        reading.read_decade,
    ),
    form(
        "a century",
        rf"\b(?:the\s+)?{THIRD}?(?P<number>\d{{1,2}}(?:st|nd|rd|th)|{CENTURIES})[-\s]century\b",
        reading.read_century,
    ),
    form(
        "a month",
        rf"(?:{THIRD})?\b(?P<month>{MONTH})"
        rf"(?:(?=\s+(?:and|or)\s+{MONTH},?\s+(?P<year_behind>{YEAR})\b)|{OF_YEAR})(?!\w)",
        reading.read_month,
        exact=True,
    ),
    form(
        "a year in two digits",
        r"['’‘](?:(?<=\b(?:in|of|by)\s.)|(?<=(?:since|until)\s.)|(?<=from\s.))(?P<short>\d\d)\b(?!['’]?s\b)",
        reading.read_short_year,
    ),
    form("a year", rf"(?:{THIRD}|(?<![\d$£€¥#/.,-])\b)(?P<year>{YEAR})\b(?![,.]\d|%|-\w)", reading.read_one_year),
]
"""Forms that name a date by themselves, longest first: where two fit at one place, the earlier one is reading."""

DAYS = 9
"""How many of the fixed forms name a day or a span of days; they are read before the relative ones, which may lie
inside them."""
