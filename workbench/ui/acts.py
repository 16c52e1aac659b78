"""Acts of the log in words: what a person did, as a claim's history and the audit room say it."""

from typing import Any

WORDS = {
    "article.import": "handed in the story",
    "article.again": "handed the same story in again, with other fields",
    "article.correct": "put the story's fields right",
    "article.withdraw": "withdrew the story",
    "article.erase": "erased the story by order",
    "claim.rate": "rated it",
    "claim.dismiss": "dismissed it as no claim",
    "claim.undo": "took the last judgement back",
    "claim.correct": "corrected it",
    "claim.add": "added it as a claim that was missed",
    "comment.add": "said",
    "evidence.add": "added evidence",
    "evidence.withdraw": "took evidence back",
    "evidence.correct": "put evidence right",
    "evidence.snapshot": "kept the page of evidence",
    "snapshot.keep": "kept a page or file",
    "source.edit": "put a source right",
    "link.check": "looked whether a link answers",
    "assignment.give": "gave it",
    "assignment.end": "handed it back",
    "article.schedule": "set when the story runs",
    "view.save": "kept a view of the queue",
    "view.rename": "renamed a view of the queue",
    "view.end": "threw a view of the queue away",
    "report.export": "exported a report",
    "person.add": "came to the desk",
    "person.roles": "changed roles",
    "person.close": "closed an account",
    "person.reopen": "opened an account again",
    "person.prefer": "changed a preference",
    "password.change": "changed the password",
    "session.begin": "signed in",
    "session.end": "signed out",
    "session.end_all": "ended sessions",
    "identity.link": "linked an outside account",
    "identity.unlink": "parted from an outside account",
    "invitation.make": "made a link to join by",
    "invitation.withdraw": "withdrew a link",
    "invitation.accept": "took a seat by a link",
}


def said(act: str, after: dict[str, Any] | None = None) -> str:
    """The act in words, with what it came to where the log still says so; an unknown act is said by its name."""
    words = WORDS.get(act, act.replace("_", " ").replace(".", " "))
    after = after or {}
    if act == "claim.rate" and after.get("rating"):
        return f"{words} {after['rating']}"
    if act == "evidence.add" and after.get("source"):
        return f"{words} from {after['source']}"
    if act == "report.export" and after.get("format"):
        return f"{words} as {str(after['format']).upper()}"
    if act == "assignment.give" and after.get("person"):
        return f"{words} to {after['person']}"
    return words


def reason(event_reason: str, after: dict[str, Any] | None = None) -> str:
    """Why it was done, from the event or from what it kept."""
    return event_reason or str((after or {}).get("reason") or "")


def about(subject: str, after: dict[str, Any] | None = None, now: str = "") -> str:
    """What an act was about: "claim 7, $13.6 billion aid", "article 5"; its name `now` where the log has none."""
    kind, _, number = subject.partition(":")
    label = next((after[name] for name in ("label", "title", "name", "source") if after and after.get(name)), now)
    return f"{kind} {number}".strip() + (f", {label}" if label else "")
