"""`kg validate`."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from typer.testing import CliRunner

from kg.cli import app
from kg.graph.store import replace
from kg.records import Collection


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
