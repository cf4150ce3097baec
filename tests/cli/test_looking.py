"""`kg show` and `kg stats`."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.facts import calibration
from kg.graph.store import replace as write
from kg.records import Collection


def test_show_finds_by_name_in_any_script_with_evidence(runner: CliRunner, store: Path, sentence: str) -> None:
    for name in ("Tsinghua University", "清华大学", "organization/tsinghua"):
        shown = runner.invoke(app, ["show", name, "--store", str(store)])
        assert shown.exit_code == 0, shown.output
        assert shown.output.startswith("Tsinghua University")
        assert f"“{sentence}” — en-1, 2021-04-12" in shown.output


def test_show_keeps_plans_apart(runner: CliRunner, store: Path, sentence: str, plan: str) -> None:
    shown = runner.invoke(app, ["show", "SPbPU", "--store", str(store)]).output
    held, planned = shown.split("-- planned --")
    assert sentence in held
    assert plan not in held
    assert plan in planned


def test_show_suggests_near_misses(runner: CliRunner, store: Path) -> None:
    missed = runner.invoke(app, ["show", "Tsingua Universty", "--store", str(store)])
    assert missed.exit_code == 1
    assert "organization/tsinghua" in missed.stdout
    assert "Did you mean" in missed.stderr


@pytest.mark.parametrize("name", ["", "  "])
def test_show_needs_a_name(runner: CliRunner, store: Path, name: str) -> None:
    refused = runner.invoke(app, ["show", name, "--store", str(store)])
    assert refused.exit_code == 2
    assert "a name is needed" in refused.stderr


def test_show_as_json(runner: CliRunner, store: Path, sentence: str) -> None:
    shown = json.loads(runner.invoke(app, ["show", "SPbPU", "--store", str(store), "--format", "json"]).stdout)
    assert shown["thing"]["iri"] == "https://w3id.org/srac/id/organization/spbpu"
    assert [s["status"] for s in shown["facts"] + shown["unconfirmed"]] == ["held", "planned"]
    assert shown["facts"][0]["claims"][0]["quotations"][0]["exact"] == sentence


def test_show_says_how_sure_it_is(runner: CliRunner, store: Path, sentence: str) -> None:
    shown = runner.invoke(app, ["show", "Tsinghua University", "--store", str(store)]).stdout
    assert "memorandum of 9 April 2021 — 0.90, 1 source\n" in shown
    kept = runner.invoke(app, ["show", "Tsinghua University", "--store", str(store), "--min-confidence", "0.9"])
    assert kept.stdout == shown
    none = runner.invoke(app, ["show", "Tsinghua University", "--store", str(store), "--min-confidence", "0.91"])
    assert none.exit_code == 0
    assert none.stdout.startswith("Tsinghua University")
    assert "No fact about it reaches 0.91." in none.stdout
    assert sentence not in none.stdout


@pytest.mark.parametrize("figure", ["1.5", "-0.1", "nan", "sure"])
@pytest.mark.parametrize(
    "command", [["show", "HIT"], ["stats"], ["query", "agreements"], ["export", "-"], ["network", "n.html"]]
)
def test_what_is_no_confidence_is_refused(runner: CliRunner, store: Path, command: list[str], figure: str) -> None:
    refused = runner.invoke(app, [*command, "--store", str(store), "--min-confidence", figure])
    assert refused.exit_code == 2
    assert "--min-confidence" in refused.stderr
    assert figure in refused.stderr
    assert refused.stdout == ""


def test_stats_promise_nothing_where_no_fact_is_of_high_confidence(runner: CliRunner, store: Path) -> None:
    said = runner.invoke(app, ["stats", "--store", str(store)]).stdout
    high = calibration.load().high
    reached = f"0 of 2 facts reach high confidence ({high.at_least:.2f} or more)"
    assert f"{reached};\nof the 2 that one document alone states, 0.\n" in said
    assert "annotated" not in said
    assert f"{high.held:.1%}" not in said
    none = runner.invoke(app, ["stats", "--store", str(store), "--min-confidence", "0.95"]).stdout
    assert "high confidence" not in none


def test_stats_say_what_high_confidence_was_worth_and_where(
    runner: CliRunner, collection: Collection, tmp_path: Path
) -> None:
    (analysis,) = collection.analyses
    sure = tuple(replace(fact, confidence=0.97) for fact in analysis.facts)
    write(tmp_path / "store", replace(collection, analyses=(replace(analysis, facts=sure),)))
    said = runner.invoke(app, ["stats", "--store", str(tmp_path / "store")]).stdout
    high = calibration.load().high
    assert "2 of 2 facts reach high confidence" in said
    assert "right in annotated texts;\nother texts may do worse:\n" in said
    assert re.search(rf"annotated texts +{high.claims} +{high.held:.1%}", said)


def test_stats_counts(runner: CliRunner, store: Path) -> None:
    counted = json.loads(runner.invoke(app, ["stats", "--store", str(store), "--format", "json"]).stdout)
    assert counted["documents"] == 1
    assert counted["facts"] == {"signed": 2}
    assert counted["statuses"] == {"held": 2, "planned": 1}
    table = runner.invoke(app, ["stats", "--store", str(store)]).stdout
    assert re.search(r"^University +3$", table, re.MULTILINE)
