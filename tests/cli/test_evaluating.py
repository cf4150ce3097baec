"""`kg evaluate`, on texts and annotations written for the test."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

Run = Callable[..., subprocess.CompletedProcess[str]]
Terminal = Callable[..., tuple[int, str]]

TEXT = """\
---
id: {id}
title: A memorandum
lang: en
published: 2021-04-12
---

On April 9, 2021, Harbin Institute of Technology and Tsinghua University signed a memorandum.
"""
ENTITIES = [
    {"id": "hit", "type": "University", "names": ["Harbin Institute of Technology"]},
    {"id": "thu", "type": "University", "names": ["Tsinghua University"]},
    {"id": "deal", "type": "Agreement", "names": [], "date": "2021-04-09"},
]
FACTS = [["hit", "signed", "deal"], ["thu", "signed", "deal"], ["hit", "visited", "thu"]]


def annotate(folder: Path, key: str, *, text: bool = True, facts: list[list[str]] | None = None) -> Path:
    gold = folder / "gold"
    gold.mkdir(parents=True, exist_ok=True)
    (folder / "digests").mkdir(exist_ok=True)
    if text:
        (folder / "digests" / f"{key}-news.md").write_text(TEXT.format(id=key), encoding="utf-8")
    said = {"id": key, "lang": "en", "entities": ENTITIES, "facts": FACTS if facts is None else facts}
    (gold / f"{key}.json").write_text(json.dumps(said), encoding="utf-8")
    return gold


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two annotated documents, one of them held out, and a text without an annotation."""
    folder = annotate(tmp_path / "data", "en-1")
    annotate(tmp_path / "data", "en-2")
    (folder / "sets.yml").write_text("heldout: [en-2]\ndevelopment: ['*']\n", encoding="utf-8")
    (tmp_path / "data" / "digests" / "other.md").write_text(TEXT.format(id="en-3"), encoding="utf-8")
    return folder


def row(output: str, first: str) -> list[str]:
    """The cells of the first line that begins so."""
    (line, *_) = [line for line in output.splitlines() if re.match(rf"{first}\s", line)]
    return re.split(r"\s{2,}", line.strip())


def test_it_finds_the_gold_of_where_it_stands(gold: Path, tmp_path: Path, kg_process: Run) -> None:
    done = kg_process("evaluate", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.findall(r"^(English, .*)$", done.stdout, re.MULTILINE)[:2] == [
        "English, development: 1 document",
        "English, heldout: 1 document",
    ]
    assert row(done.stdout, "signed") == ["signed", "1.00", "1.00", "1.00", "1.00–1.00", "1.00", "2", "2", "2"]
    assert row(done.stdout, "visited") == ["visited", "0.00", "0.00", "0.00", "0.00–0.00", "0.00", "0", "0", "1"]
    assert "2,000 resamples" in done.stdout
    assert re.search(r"Gold: 2 documents, sha256 [0-9a-f]{64}\.$", done.stdout)


def test_json_and_rows_by_document(gold: Path, runner: CliRunner) -> None:
    said = runner.invoke(app, ["evaluate", str(gold), "--format", "json"])
    assert said.exit_code == 0
    told = json.loads(said.stdout)
    assert [group["set"] for group in told["groups"]] == ["development", "heldout"]
    assert told["groups"][0]["strict"]["right"] == 2
    assert [one["id"] for one in told["documents"]] == ["en-1", "en-2"]
    table = runner.invoke(app, ["evaluate", str(gold), "--by", "document"]).stdout
    assert row(table, "en-1")[:4] == ["en-1", "1.00", "0.67", "0.80"]
    again = runner.invoke(app, ["evaluate", str(gold), "--format", "json"])
    assert again.stdout == said.stdout


def test_a_set_a_language_a_file_several_folders(gold: Path, tmp_path: Path, runner: CliRunner) -> None:
    def documents(*arguments: str | Path) -> list[str]:
        said = runner.invoke(app, ["evaluate", *map(str, arguments), "--format", "json"])
        assert said.exit_code == 0, said.output
        return [one["id"] for one in json.loads(said.stdout)["documents"]]

    assert documents(gold, "--set", "heldout") == ["en-2"]
    assert documents(gold / "en-1.json") == ["en-1"]
    assert documents(gold / "en-1.json", "--texts", gold.parent / "digests" / "en-1-news.md") == ["en-1"]
    other = annotate(tmp_path / "exercises", "ex-1")
    assert documents(gold, other, "--lang", "en") == ["en-1", "en-2", "ex-1"]


def test_confidence_can_be_asked_for(gold: Path, runner: CliRunner) -> None:
    said = runner.invoke(app, ["evaluate", str(gold), "--min-confidence", "1", "--format", "json"])
    told = json.loads(said.stdout)
    assert told["min_confidence"] == 1
    assert told["groups"][0]["strict"]["found"] == 0


def test_an_annotation_without_a_text_is_an_error_and_the_rest_is_evaluated(gold: Path, runner: CliRunner) -> None:
    annotate(gold.parent, "en-4", text=False)
    (gold.parent / "digests" / "broken.txt").write_bytes(b"")
    said = runner.invoke(app, ["evaluate", str(gold)])
    assert said.exit_code == 1
    assert "error: en-4: annotated, but its text was not found" in said.stderr
    assert "broken: " in said.stderr
    assert "English, development: 1 document" in said.stdout
    nothing = runner.invoke(app, ["evaluate", str(gold / "en-4.json")])
    assert (nothing.exit_code, nothing.stdout) == (2, "")


def test_errors_as_page_and_list_leave_held_out_documents_out(gold: Path, tmp_path: Path, runner: CliRunner) -> None:
    html, text = tmp_path / "new" / "errors.html", tmp_path / "errors.TXT"
    said = runner.invoke(app, ["evaluate", str(gold), "--errors", str(html)])
    assert said.exit_code == 0
    assert "1 unread document left out" in said.stderr
    assert "en-1" in html.read_text(encoding="utf-8")
    assert "en-2" not in html.read_text(encoding="utf-8")
    runner.invoke(app, ["evaluate", str(gold), "--errors", str(text)])
    assert text.read_text(encoding="utf-8").splitlines() == [
        "── en-1: A memorandum",
        "missed   Harbin Institute of Technology —visited→ Tsinghua University",
        "",
    ]
    hidden = runner.invoke(app, ["evaluate", str(gold / "en-2.json"), "--errors", str(text)])
    assert hidden.exit_code == 2
    assert "--set heldout" in hidden.stderr
    runner.invoke(app, ["evaluate", str(gold), "--set", "heldout", "--errors", str(text)])
    assert text.read_text(encoding="utf-8").startswith("── en-2")


def test_floors_rise_and_fall_only_when_allowed(gold: Path, runner: CliRunner) -> None:
    path = gold / "floors.yml"
    command = ["evaluate", str(gold), "--raise-floors"]
    assert runner.invoke(app, command).exit_code == 0
    first = path.read_text(encoding="utf-8")
    assert "signed: {right: 2, found: 2, wanted: 2}  # F1 1.000" in first
    assert runner.invoke(app, command).exit_code == 0
    assert path.read_text(encoding="utf-8") == first
    annotate(gold.parent, "en-1", facts=[*FACTS[:2], ["hit", "visited", "thu"], ["thu", "partnerOf", "hit"]])
    refused = runner.invoke(app, command)
    assert refused.exit_code == 1
    assert "would fall: en overall: F1 0.667 (2 right of 2 found and 4 wanted); the floor is F1 0.800" in refused.stderr
    assert path.read_text(encoding="utf-8") == first
    lowered = runner.invoke(app, [*command, "--allow-lower"])
    assert lowered.exit_code == 0
    assert "lowered: en overall" in lowered.stderr
    assert "overall: {right: 2, found: 2, wanted: 4}" in path.read_text(encoding="utf-8")
    annotate(gold.parent, "en-5", text=False)
    assert runner.invoke(app, command).exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--set", "nobody"], "development, heldout"),
        (["--lang", "zh"], "zh"),
        (["--errors", "errors.docx"], ".html"),
        (["--allow-lower"], "--raise-floors"),
        (["--raise-floors", "--lang", "en"], "whole"),
        (["--min-confidence", "2"], "from 0 to 1"),
        (["nowhere"], "nowhere"),
        (["--texts", "nowhere"], "nowhere"),
        (["--model", "no_such_model"], "no_such_model"),
    ],
)
def test_wrong_use_is_refused(gold: Path, runner: CliRunner, arguments: list[str], said: str) -> None:
    refused = runner.invoke(app, ["evaluate", str(gold), *arguments], env={"COLUMNS": "200"})
    assert refused.exit_code == 2
    assert said in refused.stderr
    assert refused.stdout == ""


def test_where_there_is_no_gold_it_says_what_to_name(
    tmp_path: Path, runner: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    # an installed package has no data/gold
    monkeypatch.setattr("kg.resources._HOMES", (tmp_path,))
    refused = runner.invoke(app, ["evaluate"], env={"COLUMNS": "300"})
    assert refused.exit_code == 2
    assert "kg evaluate my-gold --texts my-texts" in refused.stderr


def test_it_shows_its_progress_and_fits_a_terminal(gold: Path, tmp_path: Path, kg_terminal: Terminal) -> None:
    code, text = kg_terminal("evaluate", cwd=tmp_path, columns=80)
    assert code == 0
    assert "2/2" in text
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)
    assert re.search(r"^ signed +1\.00 +1\.00 +1\.00 +1\.00–1\.00 +1\.00 +2 +2 +2 *\r?$", plain, re.MULTILINE)
    assert re.search(r"^ English, heldout +strict +1\.00 +0\.67 +0\.80 *\r?$", plain, re.MULTILINE)
