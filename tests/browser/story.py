"""Stories for the browser tests, in our own words."""

TITLE = "Leaders gather in Brussels as Washington clears war aid"

TEXT = """\
Joe Biden flies to Belgium next week to talk with Europe's leaders about the war in Ukraine, White House press secretary \
Jen Psaki told reporters on Tuesday.

NATO has called a summit for March 24. The alliance's 30 leaders will meet in Brussels, Secretary-General Jens \
Stoltenberg said. “We meet because \
this war concerns every ally,” he added.

On the same day Biden was to sign a law that gives Ukraine $13.6 billion in aid. It is a small part of a $1.5 trillion \
spending bill, the largest since 2019.

Vice President Kamala Harris travelled to Poland and Romania last week. Prices in the region have risen by 7.9 percent."""


def many_claims(count: int) -> str:
    """A story with at least so many claims, each in a sentence of its own."""
    sentences = [
        f"Inspectors counted {number + 2} boats in harbour {chr(65 + number % 26)}." for number in range(count)
    ]
    return "\n\n".join(" ".join(sentences[start : start + 5]) for start in range(0, count, 5))
