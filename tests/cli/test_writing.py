"""`kg export`, `kg network`, `kg validate`."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from typer.testing import CliRunner

from kg.cli import app
from kg.graph.store import replace
from kg.records import Collection


def test_export_by_extension_and_to_standard_output(
    runner: CliRunner, store: Path, tmp_path: Path, sentence: str
) -> None:
    out = tmp_path / "new" / "graph.ttl"
    written = runner.invoke(app, ["export", str(out), "--store", str(store)])
    assert written.exit_code == 0, written.output
    turtle = out.read_text(encoding="utf-8")
    assert sentence in turtle
    assert "srac:text" not in turtle
    piped = runner.invoke(app, ["export", "-", "--store", str(store)])
    assert piped.stdout == turtle
    facts = runner.invoke(app, ["export", "-", "--store", str(store), "--facts", "--format", "nt"]).stdout
    assert "ontology#signed>" in facts
    assert sentence not in facts
    whole = runner.invoke(app, ["export", "-", "--store", str(store), "--with-text"]).stdout
    assert "srac:text" in whole


def test_export_and_network_leave_out_what_is_not_sure_enough(
    runner: CliRunner, store: Path, tmp_path: Path, sentence: str
) -> None:
    for figure, there in (("0.9", True), ("0.91", False)):
        less = ["--store", str(store), "--min-confidence", figure]
        assert (sentence in runner.invoke(app, ["export", "-", *less]).stdout) is there
        facts = runner.invoke(app, ["export", "-", "--facts", "--format", "nt", *less]).stdout
        assert ("ontology#signed>" in facts) is there
        assert ("agreement/memorandum-1>" in facts) is there
        out = tmp_path / f"{figure}.html"
        assert runner.invoke(app, ["network", str(out), *less]).exit_code == 0
        assert (sentence in out.read_text(encoding="utf-8")) is there


def test_export_refuses_what_it_cannot_write(runner: CliRunner, store: Path, tmp_path: Path) -> None:
    refused = runner.invoke(app, ["export", str(tmp_path / "graph.docx"), "--store", str(store)])
    assert refused.exit_code == 2
    assert ".ttl" in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_network_writes_one_page(runner: CliRunner, store: Path, tmp_path: Path, sentence: str) -> None:
    out = tmp_path / "new" / "network.html"
    drawn = runner.invoke(app, ["network", str(out), "--store", str(store), "--lang", "ru"])
    assert drawn.exit_code == 0, drawn.output
    assert sentence in out.read_text(encoding="utf-8")
    assert str(out) in drawn.stdout


def test_validate_accepts_what_a_build_writes(runner: CliRunner, store: Path) -> None:
    checked = runner.invoke(app, ["validate", "--store", str(store)])
    assert checked.exit_code == 0, checked.output
    assert "The graph conforms: 0 violations" in checked.stdout


def test_validate_names_node_rule_and_document(runner: CliRunner, tmp_path: Path, collection: Collection) -> None:
    (analysis,) = collection.analyses
    # A memorandum that signs a university: the property stands the wrong way round.
    wrong = dataclasses.replace(
        analysis.facts[0], subject="agreement/memorandum-1", object="organization/spbpu", property="signed"
    )
    broken = dataclasses.replace(analysis, facts=(*analysis.facts, wrong))
    replace(tmp_path / "store", Collection((broken,), collection.entities))
    checked = runner.invoke(app, ["validate", "--store", str(tmp_path / "store")])
    assert checked.exit_code == 1
    assert "does not conform" in checked.stdout
    assert "memorandum of 9 April 2021 <https://w3id.org/srac/id/agreement/memorandum-1>" in checked.stdout
    assert ", in en-1" in checked.stdout
    results = runner.invoke(app, ["validate", "--store", str(tmp_path / "store"), "--format", "json"])
    assert results.exit_code == 1
    assert {"violation"} <= {result["severity"] for result in json.loads(results.stdout)["results"]}
