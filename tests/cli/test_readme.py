"""What the README tells people to type works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app


@pytest.fixture(scope="module")
def commands(root: Path) -> list[str]:
    readme = (root / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```", readme, re.MULTILINE | re.DOTALL)
    return [block.strip() for block in blocks if block.strip().startswith("kg query")]


def test_its_three_questions_can_be_asked(runner: CliRunner, store: Path, commands: list[str]) -> None:
    assert len(commands) == 3
    answers = [runner.invoke(app, [*shlex.split(command)[1:], "--store", str(store)]) for command in commands]
    assert [answer.exit_code for answer in answers] == [0, 0, 0], [answer.output for answer in answers]
    assert "en-1" in answers[2].stdout


def test_its_files_exist_and_its_targets_too(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", readme) if "://" not in link]
    assert links
    assert [link for link in links if not (root / link).exists()] == []
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"(?:^|`)make ([a-z]+)", readme, re.MULTILINE)
    assert {"demo", "test"} <= set(targets)
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_what_it_shows_is_what_comes_out(runner: CliRunner, root: Path, tmp_path: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    found = re.search(r"```console\n\$ (kg show [^\n]*)\n(.*?)```", readme, re.DOTALL)
    assert found
    command, shown = found.groups()
    store = str(tmp_path / "store")
    digest = next((root / "data" / "digests").glob("en-047-*.md"))
    assert runner.invoke(app, ["build", str(digest), "--store", store]).exit_code == 0
    said = runner.invoke(app, [*shlex.split(command)[1:], "--store", store]).stdout
    lines = [line for line in shown.splitlines() if line.strip() and line != "…"]
    assert len(lines) >= 8
    assert [line for line in lines if line not in said.splitlines()] == []
