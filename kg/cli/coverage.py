"""The coverage report of `kg build --report`: sentences that name known things and gave no fact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import typer

from kg.records import Document, Gap

Gaps = Sequence[tuple[Document, Gap]]
_COLUMNS = ("document", "published", "start", "end", "things", "sentence")
_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Sentences without a fact</title>
<style>
  body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
  article {{ border-top: 1px solid #bbb; padding: .6rem 0; }}
  p {{ margin: .2rem 0; }}
  .where, .things {{ color: #555; font-size: .85rem; }}
</style>
<h1>Sentences without a fact</h1>
<p>{count} sentences name two or more known things and gave no fact.</p>
{articles}
</html>
"""


def writer(path: Path) -> Callable[[Gaps], str]:
    """Give what turns gaps into the text of a report, by the extension of its file.

    Raises:
        typer.BadParameter: the extension is none of .tsv, .md, .html.
    """
    try:
        return _WRITERS[path.suffix.lower()]
    except KeyError:
        raise typer.BadParameter(
            f"{path.name} is of no known kind: use {', '.join(_WRITERS)}", param_hint="--report"
        ) from None


def write(path: Path, gaps: Gaps) -> None:
    """Write the report, making its folder where that is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(writer(path)(gaps), encoding="utf-8", newline="\n")


def _rows(gaps: Gaps) -> list[tuple[str, str, str, str, str, str]]:
    return [
        (
            document.id,
            document.published or "",
            str(gap.start),
            str(gap.end),
            ", ".join(gap.entities),
            " ".join(document.text[gap.start : gap.end].split()),
        )
        for document, gap in gaps
    ]


def _tsv(gaps: Gaps) -> str:
    return "".join("\t".join(row) + "\n" for row in (_COLUMNS, *_rows(gaps)))


def _markdown(gaps: Gaps) -> str:
    lines = ["# Sentences without a fact", "", f"| {' | '.join(_COLUMNS)} |", "|---" * len(_COLUMNS) + "|"]
    lines += [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in _rows(gaps)]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    for special in "\\`*_[]<>|":
        text = text.replace(special, f"\\{special}")
    return text


def _html(gaps: Gaps) -> str:
    articles = "\n".join(
        f'<article><p class="where">{escape(document)}, {escape(published)}, characters {start}–{end}</p>'
        f'<p>{escape(sentence)}</p><p class="things">{escape(things)}</p></article>'
        for document, published, start, end, things, sentence in _rows(gaps)
    )
    return _PAGE.format(count=len(gaps), articles=articles)


_WRITERS: dict[str, Callable[[Gaps], str]] = {".tsv": _tsv, ".md": _markdown, ".html": _html}
