"""What was missed, invented or fallen for, as plain text: to search in, and to compare before and after a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.views.evaluation.findings import Finding, Verdict, errors
from kg.views.evaluation.measure import Assessed

_SHOWN = (Verdict.MISSED, Verdict.INVENTED, Verdict.TRAP)


def listing(documents: Iterable[Assessed]) -> str:
    """Give the errors of documents in lines, each passage below the fact that was read into it."""
    return "\n".join(line for one in documents for line in _document(one)) + "\n"


def _document(one: Assessed) -> Iterator[str]:
    yield f"── {one.id}: {one.analysis.document.title}"
    for finding in errors(one.analysis, one.annotation.gold):
        if finding.verdict in _SHOWN:
            yield from _finding(finding)
    yield ""


def _finding(finding: Finding) -> Iterator[str]:
    sure = "" if finding.confidence is None else f" {finding.confidence:.2f}"
    rules = f"  <{', '.join(finding.rules)}{sure}>" if finding.rules else ""
    note = f"  ({finding.note})" if finding.note else ""
    yield f"{finding.verdict:9}{finding.subject} —{finding.property}→ {finding.object}{rules}{note}"
    for passage in finding.evidence:
        yield f"{'':11}“{' '.join(passage.exact.split())}”"
