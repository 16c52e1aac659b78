"""Stories without fields of their own: .txt, pasted text, standard input."""

from workbench.documents.cleaning import clean
from workbench.documents.datelines import leading_date
from workbench.documents.decoding import decode
from workbench.documents.draft import Draft
from workbench.documents.limits import Limits
from workbench.documents.unreadable import READABLE, UnreadableError, too_long

FIRST_LINE = "first line"
_LONGEST_TITLE = 160
NOT_TEXT = f"is not a text, or in no encoding that can be read. {READABLE}"


def read_text(data: bytes, name: str, limits: Limits, charset: str | None = None) -> Draft:
    """A draft of plain text: a date alone on top and a first short line become fields and leave the text."""
    draft = Draft(text=clean(text_of(data, name, limits, charset)))
    take_date(draft)
    take_title(draft)
    take_date(draft)
    return draft


def text_of(data: bytes, name: str, limits: Limits, charset: str | None = None) -> str:
    """The decoded text; UnreadableError where the bytes are no text or hold more characters than allowed."""
    text = decode(data, charset)
    if text is None:
        raise UnreadableError(name, NOT_TEXT)
    if len(text) > limits.max_characters:
        raise UnreadableError(name, too_long(len(text), limits.max_characters))
    return text


def take_date(draft: Draft) -> None:
    """Move a date that stands alone at the start from the text to the day of publication, where text is left."""
    dateline = None if "published" in draft.fields else leading_date(draft.text)
    if dateline and draft.text[dateline.end :].strip():
        draft.found("published", dateline.day, FIRST_LINE, is_guess=dateline.is_guess)
        draft.text = draft.text[dateline.end :]


def take_title(draft: Draft) -> None:
    """Move a first short line without a final stop and with an empty line after it from the text to the title."""
    first, _, rest = draft.text.partition("\n\n")
    is_title = rest and "\n" not in first and len(first) <= _LONGEST_TITLE and first[-1] not in ".…:;,"
    if is_title and any(char.isalpha() for char in first) and "title" not in draft.fields:
        draft.found("title", first, FIRST_LINE)
        draft.text = rest
