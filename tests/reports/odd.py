"""A report with everything hostile in it: markup in every field, words without end, right-to-left text."""

from tests.stories import NOON, checked, cite, claim, rate, report, story, undo
from workbench.domain.person import Person, Role
from workbench.domain.report import Report

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>\"' {{ 7*7 }} </style>"
LONG = "wörd" * 2500
RIGHT_TO_LEFT = "\u202eמועצת העיר אישרה\u2067 تمت الموافقة"


def odd_report() -> Report:
    """The hostile report."""
    text = f"First & last {MARKUP}\n\n{RIGHT_TO_LEFT} 31\n\n{LONG} end"
    fields = dict.fromkeys(("label", "speaker", "cue", "person", "role", "unit"), MARKUP)
    made = story(
        checked(
            claim(MARKUP, "count", text, amount="31", about=[MARKUP], **fields),
            rate("verified", reason=MARKUP),
            undo(1, reason=MARKUP),
            rate("disputed", at=30, reason=MARKUP + LONG),
            citations=[cite(MARKUP + LONG, name=MARKUP, origin=MARKUP, url="javascript:alert(3)", locator=MARKUP)],
        ),
        checked(claim(RIGHT_TO_LEFT, "quote", text)),
        checked(claim(f"{MARKUP}\n\n{RIGHT_TO_LEFT}", "statement", text, label=LONG)),
        checked(claim("&", "statement", text, label="")),
        title=MARKUP,
        text=text,
        author=MARKUP,
        publisher=MARKUP,
        url=f"https://x.example/{MARKUP}",
        came_from=MARKUP,
        reference=MARKUP,
        origins={MARKUP: MARKUP},
        to_confirm={MARKUP: MARKUP},
    )
    person = Person(id=1, handle=MARKUP, name=MARKUP, roles=[Role.EDITOR], since=NOON)
    original = made.original.with_(name=MARKUP, media_type="text/<b>")
    return report(made.model_copy(update={"people": {1: person}, "original": original}), made_by=person)
