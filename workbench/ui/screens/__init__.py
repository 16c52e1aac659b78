"""The places of the desk: one module a room, and the cards and dialogs that rooms share."""
