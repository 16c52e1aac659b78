"""Whether a claim that is open now was settled before."""

from collections.abc import Sequence

from workbench.domain.claim import Claim
from workbench.domain.evidence import Citation
from workbench.domain.policy import Policy
from workbench.domain.review import Review, settle
from workbench.domain.values import Moment


def was_settled(
    reviews: Sequence[Review],
    *,
    claim: Claim,
    cited: Sequence[Citation],
    policy: Policy,
    reworded: Sequence[Moment] = (),
) -> bool:
    """Whether the claim ever had a verdict under this policy.

    `cited` is all its evidence, the withdrawn too; `reworded` is each time at which it was put right in what it
    asserts.
    """
    moments = {r.at for r in reviews} | {one.evidence.at for one in cited}
    return any(
        settle(
            [r for r in reviews if r.at <= moment],
            claim=claim,
            cited=[one for one in cited if stood(one, moment)],
            policy=policy,
            reworded=max((at for at in reworded if at <= moment), default=None),
        ).verdict
        for moment in moments
    )


def stood(one: Citation, moment: Moment) -> bool:
    """Whether the evidence was there at this moment, and not yet taken back."""
    withdrawn = one.evidence.withdrawn_at
    return one.evidence.at <= moment and (withdrawn is None or withdrawn > moment)
