"""Comments on claims."""

from sqlalchemy import Text, type_coerce
from sqlmodel import Session, col, select

from workbench.domain.comment import Comment
from workbench.store.reading import values
from workbench.store.tables import CommentRow

MOST = 200
"""How many of the newest comments that call somebody are given."""


def calling(session: Session, person_id: int) -> list[Comment]:
    """The newest comments of others that call this person, newest first."""
    # The ids are kept as one JSON text, [3,14]: the pattern narrows, the list decides.
    calls = type_coerce(col(CommentRow.mentions), Text).contains(str(person_id))
    query = (
        select(CommentRow)
        .where(col(CommentRow.mentions) != [], col(CommentRow.person_id) != person_id, calls)
        .order_by(col(CommentRow.id).desc())
        .limit(MOST)
    )
    return [one for one in values(Comment, session.exec(query)) if person_id in one.mentions]
