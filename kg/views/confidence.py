"""How sure the facts are that a view shows: each by all claims that make it, and whether that is high confidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.facts import calibration
from kg.graph.confidence import Source, combined, voice
from kg.views.reading import Claim, Digest


def confidence(claims: Iterable[Claim], digests: Mapping[str, Digest]) -> float:
    """Give how sure what some claims say together is; they are of one fact, at least one."""
    return combined(_source(claim, digests) for claim in claims)


def is_high(figure: float) -> bool:
    """Tell whether a figure is high confidence, as `kg/facts/calibration.yml` has measured it."""
    return figure >= calibration.load().high.at_least


def _source(claim: Claim, digests: Mapping[str, Digest]) -> Source:
    digest = digests[claim.quotations[0].digest]
    passages = tuple(sorted({quotation.exact for quotation in claim.quotations}))
    return Source(claim.confidence, digest.iri, voice(digest.publisher, digest.source), passages)
