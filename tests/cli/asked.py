"""Stories that the tests hand in at the command line, and how they read what it prints."""

import json

TRAM = {
    "id": "tram-1",
    "title": "Tram line opens",
    "published": "2022-03-15",
    "text": "The city spent £31 million on the line. It carried 4,200 people on Monday, Mayor Ada Lunn said.",
}
OTHER = {"id": "=2+3", "title": "@odd \u001b[31mtitle", "text": "About 40 boats were lost in the storm of 1953."}


def told(text: str) -> list[dict[str, object]]:
    """What a command printed as lines of JSON."""
    return [json.loads(line) for line in text.splitlines()]
