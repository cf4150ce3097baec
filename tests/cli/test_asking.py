"""`kg query` and `kg questions`."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

Run = Callable[..., subprocess.CompletedProcess[str]]


SIGNERS = "SELECT ?who { ?who srac:signed ?what } ORDER BY ?who"


def test_query_from_argument_file_and_standard_input_agree(store: Path, tmp_path: Path, kg_process: Run) -> None:
    (tmp_path / "signers.rq").write_text(SIGNERS, encoding="utf-8")
    ways: list[tuple[list[str], str | None]] = [
        ([SIGNERS], None),
        (["signers.rq"], None),
        (["@signers.rq"], None),
        (["--file", "signers.rq"], None),
        (["-"], SIGNERS),
        ([], SIGNERS),
    ]
    answers = [
        kg_process("query", *way, "--store", store, "--format", "csv", cwd=tmp_path, stdin=stdin) for way, stdin in ways
    ]
    assert {a.returncode for a in answers} == {0}
    (answer,) = {a.stdout for a in answers}
    base = "https://w3id.org/srac/id/organization/"
    assert answer.split() == ["who", f"{base}spbpu", f"{base}tsinghua"]


def test_query_asks_of_what_is_sure_enough(runner: CliRunner, store: Path) -> None:
    for question in (SIGNERS, "agreements"):
        for figure, answers in (("0.9", True), ("0.91", False)):
            asked = ["query", question, "--store", str(store), "--format", "csv", "--min-confidence", figure]
            answer = runner.invoke(app, asked)
            assert answer.exit_code == 0, answer.output
            assert (len(answer.stdout.splitlines()) > 1) is answers


def test_query_forms(runner: CliRunner, store: Path) -> None:
    def ask(sparql: str, form: str, *more: str) -> str:
        answer = runner.invoke(app, ["query", sparql, "--store", str(store), "--format", form, *more])
        assert answer.exit_code == 0, answer.output
        return answer.stdout

    assert ask(SIGNERS, "table", "--lang", "zh").splitlines()[-1] == "清华大学"
    assert ask(SIGNERS, "table", "--iris").splitlines()[-1] == "organization:tsinghua"
    assert ask(SIGNERS, "tsv").splitlines()[0] == "?who"
    bindings = json.loads(ask(SIGNERS, "json"))["results"]["bindings"]
    assert [row["who"]["type"] for row in bindings] == ["uri", "uri"]
    assert ask("ASK { ?x srac:signed ?y }", "table").strip() == "yes"
    assert json.loads(ask("ASK { ?x srac:visited ?y }", "json"))["boolean"] is False
    turtle = ask("CONSTRUCT WHERE { ?who srac:signed ?what }", "turtle")
    assert "organization:tsinghua srac:signed agreement:memorandum-1 ." in turtle


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["SELECT ?x { ?x"], "line 1"),
        (["signatores"], "signatories"),
        (["signatories", "--set", "nobody=x"], "nobody"),
        ([SIGNERS, "--set", "who=x"], "--set"),
        ([SIGNERS, "--format", "turtle"], "CONSTRUCT"),
        (["CONSTRUCT WHERE { ?a ?b ?c }", "--format", "csv"], "--format turtle"),
        (["DELETE WHERE { ?a ?b ?c }"], "change the store"),
        (["SELECT * { SERVICE <https://example.org/> { ?a ?b ?c } }"], "SERVICE"),
        (["@missing.rq"], "missing.rq"),
    ],
)
def test_query_says_what_is_wrong(runner: CliRunner, store: Path, arguments: list[str], words: str) -> None:
    refused = runner.invoke(app, ["query", *arguments, "--store", str(store)])
    assert refused.exit_code == 2
    assert refused.stderr.startswith("error: ")
    assert words in refused.stderr
    assert refused.stdout == ""


def test_every_named_question_is_listed_and_can_be_asked(runner: CliRunner, store: Path) -> None:
    listed = json.loads(runner.invoke(app, ["questions", "--format", "json"]).stdout)
    assert len(listed) >= 10
    table = runner.invoke(app, ["questions"]).stdout
    for question in listed:
        assert question["name"] in table
        assert question["question"] in table
        asked = runner.invoke(app, ["query", question["name"], "--store", str(store), "--format", "json"])
        assert asked.exit_code == 0, f"{question['name']}: {asked.output}"
        json.loads(asked.stdout)
