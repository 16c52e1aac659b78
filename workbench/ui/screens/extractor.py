"""How right the extractor was: precision and recall by kind, as judgements of finished stories measure them."""

from typing import Any

import streamlit as st

from workbench.domain.measured import Share, Tally
from workbench.services import measuring
from workbench.services.measuring import Fault
from workbench.ui import component, ways
from workbench.ui.wires import tied

FEW = 10
"""A share of fewer than this is shown as the bare numbers: its interval would say nothing."""


def show() -> None:
    """The table by kind, and the newest faults; what to expect here while no story is finished."""
    wires = tied()
    told = measuring.measured(wires.desk, by=wires.person)
    st.header("The extractor, measured", anchor=False)
    if not told.stories:
        st.write(
            "No story is finished yet. Once every claim of a story is settled or dismissed, the story counts here: "
            "claims you dismissed against precision, claims you added against recall. Examples stay out of it."
        )
        return
    shown = {
        "part": "measured",
        "stories": told.stories,
        "rules": ", ".join(told.rules),
        "kinds": [_kind(one) for one in told.tallies],
        "faults": [_fault(one) for one in told.faults],
        "most": measuring.FAULTS,
    }
    chosen = component.part(shown, key="measured", values=("opened",))
    if chosen.opened:
        ways.open_claim(int(chosen.opened["article"]), int(chosen.opened["claim"]))


def _kind(one: Tally) -> dict[str, Any]:
    return {
        "kind": one.kind.value if one.kind else "all kinds",
        "found": one.found,
        "no_claim": one.no_claim,
        "missed": one.missed,
        "put_right": ", ".join(f"{part} {number}" for part, number in one.put_right.items() if number),
        "precision": _share(one.precision),
        "recall": _share(one.recall),
        "as_found": _share(one.as_found),
    }


def _share(share: Share) -> list[str]:
    """The share in large, and beside it what it is of."""
    if not share.of:
        return ["–", ""]
    counted = f"{share.count:,} of {share.of:,}"
    if share.of < FEW or share.interval is None:
        return [counted, ""]
    low, high = share.interval
    return [f"{share.value:.2f}", f"{counted}, 95 %: {low:.2f}–{high:.2f}"]


def _fault(one: Fault) -> dict[str, Any]:
    return {
        "claim": one.claim.id,
        "article": one.article,
        "label": one.claim.label,
        "kind": one.claim.kind.value,
        "title": one.title,
        "what": one.what if one.what in ("missed", "no claim") else f"{one.what} put right",
        "reason": one.reason,
    }
