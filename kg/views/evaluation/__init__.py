"""How well analyses agree with texts annotated by hand.

>>> from kg.records import Analysis, Document, Entity, Evidence, Fact, Name, Status
>>> gold = Gold("en-1", "en", (GoldEntity("a", "University", ("HIT",)), GoldEntity("b", "University", ("SPbPU",))),
...             facts=(("a", "partnerOf", "b"),))
>>> text = "SPbPU and HIT are partners."
>>> fact = Fact("organization/spbpu", "partnerOf", "organization/hit", Status.HELD, 1.0, "-", (Evidence(0, 27, text),))
>>> analysis = Analysis(Document("en-1", "", "en", text, ()), facts=(fact,), entities=(
...     Entity("organization/hit", "University", (Name("HIT"),)),
...     Entity("organization/spbpu", "University", (Name("SPbPU"),))))
>>> score(analysis, gold).strict.f1
1.0
"""

from __future__ import annotations

from kg.views.evaluation.annotations import Annotation, load_annotations, texts_beside
from kg.views.evaluation.findings import Finding, Verdict, errors
from kg.views.evaluation.gold import Gold, GoldEntity, load_gold
from kg.views.evaluation.matching import match
from kg.views.evaluation.measure import Assessed, Evaluation, as_json, evaluate
from kg.views.evaluation.scoring import Counts, Score, by_language, score, total

__all__ = [
    "Annotation",
    "Assessed",
    "Counts",
    "Evaluation",
    "Finding",
    "Gold",
    "GoldEntity",
    "Score",
    "Verdict",
    "as_json",
    "by_language",
    "errors",
    "evaluate",
    "load_annotations",
    "load_gold",
    "match",
    "score",
    "texts_beside",
    "total",
]
