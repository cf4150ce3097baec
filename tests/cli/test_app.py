"""The command as such: its help, its streams, and how errors end it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer import Context
from typer.main import get_command
from typer.testing import CliRunner

import kg
from kg.cli import app

Run = Callable[..., subprocess.CompletedProcess[str]]
Terminal = Callable[..., tuple[int, str]]
COMMANDS = ("build", "query", "questions", "export", "network", "show", "validate", "stats", "curate", "evaluate")


def test_commands_are_those_promised() -> None:
    command = get_command(app)
    assert tuple(command.list_commands(Context(command))) == COMMANDS  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_an_example(runner: CliRunner, command: str) -> None:
    help_text = runner.invoke(app, [command, "--help"], env={"COLUMNS": "200"}).output
    assert f"Example: kg {command}" in help_text
    if command == "curate":
        help_text = "".join(runner.invoke(app, [command, each, "--help"]).output for each in ("same", "list", "apply"))
    if command not in ("questions", "evaluate"):
        assert "--store" in help_text
        assert "KG_STORE" in help_text


def test_version(runner: CliRunner) -> None:
    assert runner.invoke(app, ["--version"]).output.strip() == f"kg {kg.__version__}"


def test_help_does_not_load_the_heavy_libraries(tmp_path: Path) -> None:
    code = (
        "import sys; from typer.testing import CliRunner; from kg.cli import app; "
        "assert CliRunner().invoke(app, ['build', '--help']).exit_code == 0; "
        "print(sorted({'spacy', 'rdflib', 'pyoxigraph', 'pyshacl', 'networkx'} & set(sys.modules)))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, text=True, capture_output=True, check=True)
    assert loaded.stdout.strip() == "[]"


@pytest.mark.parametrize("command", [["stats"], ["validate"], ["show", "x"], ["query", "ASK {}"], ["export", "x.ttl"]])
def test_missing_store_is_one_line_and_code_2(tmp_path: Path, command: list[str], kg_process: Run) -> None:
    done = kg_process(*command, "--store", "nowhere", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
    assert "nowhere" in done.stderr
    assert "kg build" in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_store_comes_from_the_environment(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kg_process: Run
) -> None:
    monkeypatch.setenv("KG_STORE", str(store))
    assert "University" in kg_process("stats", cwd=tmp_path).stdout


def test_pipes_get_plain_whole_lines(store: Path, tmp_path: Path, kg_process: Run, sentence: str) -> None:
    shown = kg_process("show", "SPbPU", "--store", store, cwd=tmp_path).stdout
    assert "\x1b" not in shown
    assert f"“{sentence}”" in shown
    assert all(line == line.rstrip() for line in shown.splitlines())


def test_terminals_get_tables_that_fit(store: Path, tmp_path: Path, kg_terminal: Terminal) -> None:
    code, text = kg_terminal("stats", "--store", store, cwd=tmp_path, columns=60)
    assert code == 0
    assert "\x1b[1m" in text
    assert max(len(line) for line in re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines()) <= 60
