"""`kg export`, `kg network`."""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.schema import PROPERTIES


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
        drawn = runner.invoke(app, ["network", str(out), *less])
        assert drawn.exit_code == (0 if there else 2)
        assert out.exists() is there
        assert there or "none with a confidence of 0.91 or more (the surest has 0.90)" in drawn.stderr


def test_export_refuses_what_it_cannot_write(runner: CliRunner, store: Path, tmp_path: Path) -> None:
    refused = runner.invoke(app, ["export", str(tmp_path / "graph.docx"), "--store", str(store)])
    assert refused.exit_code == 2
    assert ".ttl" in refused.stderr
    assert ".gexf" in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_network_writes_one_page(runner: CliRunner, store: Path, tmp_path: Path, sentence: str) -> None:
    out = tmp_path / "new" / "network.html"
    drawn = runner.invoke(app, ["network", str(out), "--store", str(store), "--lang", "ru"])
    assert drawn.exit_code == 0, drawn.output
    assert sentence in out.read_text(encoding="utf-8")
    assert str(out) in drawn.stdout


COMMANDS = [["network", "part.html"], ["export", "part.graphml"], ["export", "part.csv"]]


def test_export_writes_graphs(runner: CliRunner, store: Path, tmp_path: Path, sentence: str) -> None:
    out = tmp_path / "new" / "network.gexf"
    written = runner.invoke(app, ["export", str(out), "--store", str(store)])
    assert written.exit_code == 0, written.output
    assert f"3 things, 2 connections in {out}." in written.stdout
    assert {d["quotation"] for *_, d in nx.read_gexf(out).edges(data=True)} == {sentence}
    piped = runner.invoke(app, ["export", "-", "--format", "gexf", "--store", str(store)])
    assert piped.stdout_bytes == out.read_bytes()
    tables = runner.invoke(app, ["export", str(tmp_path / "n.csv"), "--store", str(store)])
    assert "n-nodes.csv and " in tables.stdout
    with (tmp_path / "n-edges.csv").open(encoding="utf-8") as file:
        assert [row["Source"] for row in csv.DictReader(file)] == ["organization/spbpu", "organization/tsinghua"]


def test_graphs_hold_plans_only_where_they_are_asked_for(runner: CliRunner, store: Path, tmp_path: Path) -> None:
    def statuses(*more: str) -> list[str]:
        out = tmp_path / "n.graphml"
        assert runner.invoke(app, ["export", str(out), "--store", str(store), *more]).exit_code == 0
        return sorted(d["status"] for *_, d in nx.read_graphml(out).edges(data=True))

    assert statuses() == ["held", "held"]
    assert statuses("--status", "planned") == ["planned"]
    assert statuses("--status", "planned", "--status", "held") == ["held", "held", "planned"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("options", "things"),
    [
        (["--focus", "清华大学", "--depth", "1"], 2),
        (["--focus", "organization/tsinghua", "--property", "signed", "--from", "2021-04", "--to", "2021-04-09"], 3),
        (["--place", "中国", "--class", "University", "--class", "Agreement", "--document", "en-1"], 2),
        (["--status", "held", "--min-confidence", "0.9"], 3),
    ],
)
def test_parts_are_taken_by_the_same_filters(
    runner: CliRunner,
    store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
    options: list[str],
    things: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    made = runner.invoke(app, [*command, *options, "--status", "held", "--store", str(store)])
    assert made.exit_code == 0, made.output
    assert made.stdout.startswith(f"{things} things, {things - 1} connection")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (["--focus", "Tsingua Universty"], 1, "nothing here is called “Tsingua Universty”. Did you mean one of these?"),
        (["--place", "Hrabin"], 1, "nothing here is called “Hrabin”"),
        (["--class", "Univerity"], 2, "“Univerity” is no class here (did you mean University?)"),
        (["--property", "sign"], 2, "did you mean signed?"),
        (["--from", "May"], 2, "“May” is no date (2019, 2019-05 or 2019-05-01)"),
        (["--from", "2022", "--to", "2020"], 2, "2022 is after 2020 (the earlier date first)"),
        (["--from", "2022"], 2, "none from 2022 (dates run from 2021-04-09 to 2021-04"),
        (["--document", "en-2"], 2, "“en-2” is no document here (did you mean en-1?)"),
        (["--depth", "0"], 2, "--depth"),
    ],
)
def test_filters_that_fit_nothing_say_what_would(
    runner: CliRunner,
    store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
    options: list[str],
    code: int,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = runner.invoke(app, [*command, *options, "--store", str(store)])
    assert refused.exit_code == code
    assert message in refused.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["g.ttl", "--focus", "HIT"], "RDF holds the whole graph"),
        (["g.ttl", "--document", "en-1", "--document", "en-1"], "RDF holds one --document or all"),
        (["g.gexf", "--facts"], "gexf holds facts only"),
        (["-", "--format", "csv"], "csv has 2 files"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    runner: CliRunner, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = runner.invoke(app, ["export", *arguments, "--store", str(store)])
    assert refused.exit_code == 2
    assert message in refused.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["network", "export"])
def test_shells_complete_classes_and_properties(
    kg_process: Callable[..., subprocess.CompletedProcess[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    def completed(option: str, typed: str) -> list[str]:
        monkeypatch.setenv("_KG_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", f"kg {command} {option} {typed}")
        monkeypatch.setenv("COMP_CWORD", "3")
        return kg_process(cwd=tmp_path).stdout.split()

    assert completed("--class", "Uni") == ["University"]
    assert "Claim" not in completed("--class", "")
    assert completed("--property", "") == list(PROPERTIES)
    assert completed("--status", "d") == ["denied"]
