"""`kg build`, as a process on real files."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Terminal = Callable[..., tuple[int, str]]


NEWS = """\
---
id: {id}
title: A memorandum
lang: en
published: 2021-04-12
source: https://english.spbstu.ru/media/news/
---

On April 9, 2021, Peter the Great St. Petersburg Polytechnic University and Tsinghua University signed a memorandum.
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"news-{number}.md").write_text(NEWS.format(id=f"news-{number}"), encoding="utf-8")
    return folder


def test_build_tells_what_it_found(texts: Path, tmp_path: Path, kg_process: Run) -> None:
    built = kg_process("build", "texts", "--report", "gaps.tsv", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    assert built.stderr == ""
    assert re.search(r"^English +2$", built.stdout, re.MULTILINE)
    assert re.search(r"^signed +\d+$", built.stdout, re.MULTILINE)
    assert "Coverage: " in built.stdout
    assert (tmp_path / "gaps.tsv").read_text(encoding="utf-8").startswith("document\t")
    assert "Tsinghua University" in kg_process("query", "agreements", cwd=tmp_path).stdout


def test_build_names_broken_files_and_builds_the_rest(texts: Path, tmp_path: Path, kg_process: Run) -> None:
    (texts / "empty.txt").write_bytes(b"")
    (texts / "binary.txt").write_bytes(b"\x00\x01\x02" * 50)
    (texts / "front.md").write_text("---\nid: [\n---\n\nText.\n", encoding="utf-8")
    built = kg_process("build", "texts", cwd=tmp_path)
    assert built.returncode == 1
    for name in ("empty.txt", "binary.txt", "front.md"):
        assert re.search(rf"^broken: .*{name}.*: ", built.stderr, re.MULTILINE), built.stderr
    assert "3 files were broken" in built.stderr
    assert json.loads(kg_process("stats", "--format", "json", cwd=tmp_path).stdout)["documents"] == 2


def test_build_says_once_which_files_it_left_alone(texts: Path, tmp_path: Path, kg_process: Run) -> None:
    for name in ("a.pdf", "b.PDF", "c.docx"):
        (texts / name).write_bytes(b"x")
    built = kg_process("build", ".", cwd=tmp_path)
    assert built.returncode == 0
    (note,) = built.stderr.splitlines()
    assert note.startswith("note: 3 files left alone (2 .pdf, 1 .docx); what is read ends in .txt, .md")


def test_build_of_nothing_readable_leaves_the_store_and_says_so(texts: Path, tmp_path: Path, kg_process: Run) -> None:
    assert kg_process("build", "texts", cwd=tmp_path).returncode == 0
    before = kg_process("export", "-", "--format", "nq", cwd=tmp_path).stdout
    (tmp_path / "empty.txt").write_bytes(b"")
    failed = kg_process("build", "empty.txt", cwd=tmp_path)
    assert failed.returncode == 2
    assert "empty.txt" in failed.stderr
    assert "nothing was built" in failed.stderr
    assert failed.stdout == ""
    assert kg_process("export", "-", "--format", "nq", cwd=tmp_path).stdout == before


@pytest.mark.parametrize("arguments", [[], ["nowhere"], ["."], ["--workers", "0", "."], ["--model", "no_such_model"]])
def test_build_refuses_wrong_use(tmp_path: Path, arguments: list[str], kg_process: Run) -> None:
    if "--model" in arguments:
        (tmp_path / "a.txt").write_text("SPbPU signed an agreement with HIT.", encoding="utf-8")
        arguments = [*arguments, "a.txt"]
    refused = kg_process("build", *arguments, cwd=tmp_path)
    assert refused.returncode == 2
    assert refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (tmp_path / "kg-store").exists()


def test_build_shows_its_progress_on_a_terminal_only(
    texts: Path, tmp_path: Path, kg_process: Run, kg_terminal: Terminal
) -> None:
    assert "documents" not in kg_process("build", "texts", cwd=tmp_path).stderr
    code, text = kg_terminal("build", "texts", cwd=tmp_path, columns=120)
    assert code == 0
    assert "2/2" in text
    assert "sentences" in text
