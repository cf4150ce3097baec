"""Errors as one HTML file: each text with its things marked, and beside it what was right, missed and invented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.schema import PROPERTIES
from kg.text.script import detect
from kg.views import pages, wording
from kg.views.evaluation.bootstrap import LEVEL, RESAMPLES
from kg.views.evaluation.findings import Finding, Verdict, errors
from kg.views.evaluation.marking import Paragraph, mark
from kg.views.evaluation.measure import Assessed, Evaluation
from kg.views.style import style

_HERE: Final = Path(__file__).parent / "page"
_ORDER: Final = (Verdict.MISSED, Verdict.INVENTED, Verdict.TRAP, Verdict.RIGHT, Verdict.OPTIONAL)
"""What goes wrong stands above what does not."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A document as the page shows it; `facts` are numbered as `paragraphs` and the findings number them."""

    of: Assessed
    facts: tuple[tuple[int, Finding], ...]
    paragraphs: tuple[Paragraph, ...]

    def count(self, *verdicts: Verdict) -> int:
        return sum(one.verdict in verdicts for _, one in self.facts)

    def errors(self) -> int:
        return self.count(Verdict.MISSED, Verdict.INVENTED, Verdict.TRAP)


def page(evaluation: Evaluation, documents: Iterable[Assessed]) -> str:
    """Give the page for some documents of an evaluation, those with most errors first."""
    rows = sorted(map(_row, documents), key=lambda row: (-row.errors(), row.of.id))
    sets = {row.of.annotation.set for row in rows}
    families = {cls: name for name, family in style().items() for cls in family["classes"]}
    script = pages.source(_HERE / "page.js")
    sheet = "\n".join([pages.look(), pages.source(_HERE / "page.css"), *_colours()])
    words = wording.load()
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html").render(
        policy=pages.policy([script], sheet),
        script=script,
        sheet=sheet,
        evaluation=evaluation,
        groups=[group for group in evaluation.groups if group.set in sets],
        rows=rows,
        most=max([row.count(Verdict.RIGHT) + row.errors() for row in rows], default=1) or 1,
        verdicts=_ORDER,
        properties=[prop for prop in PROPERTIES if any(one.property == prop for row in rows for _, one in row.facts)],
        families=families,
        legend=[(name, words.term(name, "en")) for name in _families(rows, families)],
        languages={"en": "English", "ru": "Russian", "zh": "Chinese", None: "all languages"},
        spoken=lambda text, lang: detect(text) or lang,
        level=f"{LEVEL:.0%}",
        resamples=RESAMPLES,
    )


def _row(one: Assessed) -> _Row:
    findings = errors(one.analysis, one.annotation.gold)
    numbered = sorted(enumerate(findings), key=lambda item: _ORDER.index(item[1].verdict))
    return _Row(one, tuple(numbered), mark(one.analysis, findings))


def _families(rows: Sequence[_Row], families: dict[str, str]) -> list[str]:
    met = {families[mention.cls] for row in rows for mention in row.of.analysis.mentions if mention.cls in families}
    return [name for name in style() if name in met]


def _colours() -> list[str]:
    # In the sheet, not on the elements: the policy allows no style but this.
    return [
        rule
        for name, family in style().items()
        for rule in (
            f".c-{name} {{ --class: {family['light']}; }}",
            f'[data-theme="dark"] .c-{name} {{ --class: {family["dark"]}; }}',
        )
    ]
