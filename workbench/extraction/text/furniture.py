"""What a web page puts between the words of a story: advertisements, credits and numbers of pictures, links."""

import re
from functools import cache

from workbench.extraction.lexicon import table

# "Sen. Ann Lee Ann Maria LeeCouncil shuts port Harbour fees rise MORE (D) said": behind a name stands the name that it
# is linked by, and without a blank the headlines of the stories that the link offers.
_LINKED_NAME = re.compile(
    r"\b(?P<last>[^\W\d_][\w'’-]+)"
    r"(?P<links> (?:[^\W\d_(][\w'’.-]* |\([^()\n]{1,20}\) ){1,5}(?P=last)(?=[^\Wa-z_]|[\"'“‘])[^\n]{1,900}? MORE)\b"
)


def without(text: str) -> str:
    """The text, as long as before, with blanks for what belongs to the page and not to the story."""
    if " MORE" in text:
        text = _LINKED_NAME.sub(lambda found: found["last"] + " " * len(found["links"]), text)
    return _beside().sub(lambda found: " " * len(found[0]), text)


@cache
def _beside() -> re.Pattern[str]:
    """Lines, captions and brackets that hold nothing of the story."""
    lines, openings, captions, links = (
        "|".join(re.escape(words).replace(r"\#", r"\d+") for words in table("pages")[kind])
        for kind in ("lines", "openings", "captions", "links")
    )
    return re.compile(
        rf"^[^\S\n]*(?:(?i:{lines})[^\S\n]*|(?:{openings})(?!\w)[^\n]*)$"
        rf"|\b(?:{captions})(?!\w)"
        rf"|\(\s*(?:{links}|Also on [A-Z]\w+): [^()\n]{{1,200}}\)",
        re.MULTILINE,
    )
