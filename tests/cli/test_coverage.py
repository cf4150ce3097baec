"""The coverage report."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app, coverage
from kg.records import Document, Gap


@pytest.fixture
def gaps() -> list[tuple[Document, Gap]]:
    text = "A <script>alert(1)</script> B\tmet | C\nin 北京."
    document = Document("d-1", "t", "en", text, (), published="2020-01")
    return [(document, Gap(0, len(text), ("organization/a", "organization/b")))]


def test_coverage_as_tsv(tmp_path: Path, gaps: list[tuple[Document, Gap]]) -> None:
    out = tmp_path / "new" / "gaps.tsv"
    coverage.write(out, gaps)
    rows = list(csv.reader(io.StringIO(out.read_text(encoding="utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) == 2
    assert rows[1][0] == "d-1"
    assert rows[1][4:] == ["organization/a, organization/b", "A <script>alert(1)</script> B met | C in 北京."]


def test_coverage_as_html_runs_nothing(tmp_path: Path, gaps: list[tuple[Document, Gap]]) -> None:
    out = tmp_path / "gaps.html"
    coverage.write(out, gaps)
    page = out.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; B met | C in 北京." in page


def test_coverage_as_markdown_is_one_row_a_gap(tmp_path: Path, gaps: list[tuple[Document, Gap]]) -> None:
    out = tmp_path / "gaps.md"
    coverage.write(out, gaps)
    row = out.read_text(encoding="utf-8").splitlines()[-1]
    assert "\\<script\\>" in row
    assert "met \\| C" in row


def test_coverage_refuses_another_extension_before_any_work(runner: CliRunner, tmp_path: Path) -> None:
    refused = runner.invoke(app, ["build", str(tmp_path), "--report", "gaps.docx"])
    assert refused.exit_code == 2
    assert ".tsv" in refused.output
