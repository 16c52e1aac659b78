"""A figure of change with what changed: "3 percent rise in net sales", "$2 billion: sales after climb"."""

from collections.abc import Collection

from workbench.extraction.candidate import Candidate
from workbench.extraction.labels.clauses import anchor_of, is_open, subject_of
from workbench.extraction.labels.leading import leading
from workbench.extraction.labels.phrases import noun, parts
from workbench.extraction.labels.pieces import Spot, fitting, size
from workbench.extraction.labels.retelling import objects_of
from workbench.extraction.labels.surroundings import Scene
from workbench.extraction.lexicon import meanings, words
from workbench.extraction.text.passage import VERBS


def _change(spot: Spot, verb: int) -> str:
    """What the change is called that a verb tells of: "rise", "projected fall"; empty for one that may not be."""
    passage, led = spot.passage, leading(spot, verb, None)
    word = meanings("labels", "changes").get(passage.lower[verb], "") if passage.tags[verb] in VERBS else ""
    unsure = passage.child(verb, "neg") is not None or is_open(passage, verb)
    return "" if unsure or not word or (led and led not in words("labels", "forecasts")) else f"{led} {word}".lstrip()


def changed(candidate: Candidate, scene: Scene, own: Collection[int]) -> str:
    """As in "rise in net sales" or ": net sales after rise"; empty where the figure hangs on no verb of change."""
    passage, anchor = candidate.passage, anchor_of(candidate)
    of = passage.heads[anchor]
    if passage.lower[of] == "of" and passage.lower[passage.heads[of]] in words("labels", "amounts"):
        # "By a total of 14 percent."
        anchor = passage.heads[of]
    link = passage.heads[anchor] if passage.tags[passage.heads[anchor]] in ("IN", "TO") else anchor
    verb = passage.heads[link]
    spot = Spot(scene, passage, frozenset({*own, anchor}))
    word = _change(spot, verb)
    # "Raised $3 million": so much came in.
    is_sum = (
        link == anchor and passage.deps[anchor] == "dobj" and passage.lower[verb] in words("labels", "done_to_sums")
    )
    if not word or is_sum or candidate.unit in words("labels", "ways") or verb in own:
        return ""
    thing, actor = passage.child(verb, "dobj"), subject_of(passage, verb)
    if thing is None or thing in own:
        thing, actor = actor, None
    if thing is None or thing in own:
        return ""
    text = fitting(list(parts(spot, thing, 0, ())), 7)
    if not text:
        return ""
    who = noun(spot, actor) if actor is not None else ""
    by = f" by {who}" if who else ""
    around = [p for p in objects_of(spot, verb, ()) if p.rank == 2 and passage.tags[p.place % len(passage)] == "IN"]
    behind_it = fitting(around, 10 - size(candidate.text) - size(text + by)) if not by else ""
    ending = f"{by} {behind_it}".rstrip()
    if link == anchor or passage.lower[link] == "by":
        return f" {word} in {text}{ending}"
    if passage.lower[link] in ("to", "from"):
        what = "" if text.lower() in words("labels", "amounts") else f": {text}"
        return f"{what} {'after' if passage.lower[link] == 'to' else 'before'} {word}{ending}"
    return ""
