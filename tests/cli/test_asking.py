"""`kg query` and `kg questions`."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

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


def test_a_name_that_nothing_bears_is_said_with_near_ones_as_show_does(runner: CliRunner, store: Path) -> None:
    def ask(name: str, *more: str) -> Result:
        value = f"organization={name}"
        return runner.invoke(app, ["query", "timeline", "--store", str(store), "--set", value, *more])

    near, none = ask("Tsingua Universty"), ask("xqzw")
    assert (near.exit_code, none.exit_code) == (1, 1)
    assert "nothing here is called “Tsingua Universty”. Did you mean" in near.stderr
    assert "organization/tsinghua" in near.stdout
    assert "no name is near it" in none.stderr
    csv = ask("Tsingua Universty", "--format", "csv")
    assert csv.exit_code == 1
    assert csv.stdout == ""
    assert "Tsinghua University" in csv.stderr
    assert runner.invoke(app, ["query", "participants", "--store", str(store), "--set", "words=xqzw"]).exit_code == 0


def test_a_name_is_known_in_every_way_in_which_show_knows_it(runner: CliRunner, store: Path) -> None:
    timeline = ["query", "timeline", "--store", str(store), "--format", "csv", "--set"]
    answers = [
        runner.invoke(app, [*timeline, f"organization={name}"])
        for name in ("Tsinghua University", "tsinghua–university", "organization/tsinghua", "清华大学")
    ]
    assert {answer.exit_code for answer in answers} == {0}
    found = {tuple(line.split(",", 1)[1] for line in answer.stdout.splitlines()) for answer in answers}
    assert len(found) == 1
    assert len(found.pop()) > 1


def test_the_example_that_stands_for_a_missing_value_is_named(runner: CliRunner, store: Path) -> None:
    asked = runner.invoke(app, ["query", "partners", "--store", str(store), "--format", "csv"])
    assert asked.exit_code == 0
    assert "organization=SPbPU; another: --set organization=…" in asked.stderr
    assert "SPbPU;" not in asked.stdout
    given = ["query", "partners", "--store", str(store), "--format", "csv", "--set", "organization=HIT"]
    assert "--set" not in runner.invoke(app, given).stderr
