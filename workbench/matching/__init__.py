"""Prior checks and settled claims matched to new ones: the room is kept, nothing lives here yet."""
