"""Errors are for people: each says what was wrong, where, and what to do."""


class WorkbenchError(Exception):
    """Something a person did or handed in can't be done; the message is the whole of what they need to read."""


class NotFoundError(WorkbenchError):
    """The thing asked for is not in the store."""


class NotAllowedError(WorkbenchError):
    """The person has no right to this act."""


class InputError(WorkbenchError):
    """What was handed in can't be taken."""
