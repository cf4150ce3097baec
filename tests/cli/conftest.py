"""A small store on disk, and the command run in process, as a process, and on a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
from kg.graph.store import replace
from kg.records import (
    Analysis,
    Block,
    BlockKind,
    Collection,
    Document,
    Entity,
    Evidence,
    Fact,
    Mention,
    Name,
    NameKind,
    Status,
)

Run = Callable[..., subprocess.CompletedProcess[str]]
Terminal = Callable[..., tuple[int, str]]
TEXT = "On 9 April 2021 SPbPU and Tsinghua University signed a memorandum. SPbPU plans to sign a contract with HIT."
SENTENCE = "On 9 April 2021 SPbPU and Tsinghua University signed a memorandum."
PLAN = "SPbPU plans to sign a contract with HIT."


def _evidence(passage: str) -> tuple[Evidence, ...]:
    start = TEXT.index(passage)
    return (Evidence(start, start + len(passage), passage),)


def _organization(key: str, label: str, *others: Name) -> Entity:
    return Entity(f"organization/{key}", "University", (Name(label, "en", NameKind.PREFERRED), *others))


def a_collection() -> Collection:
    document = Document(
        id="en-1",
        title="A memorandum <b>[bold]is[/bold]</b> signed",
        lang="en",
        text=TEXT,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(TEXT)),),
        published="2021-04-12",
        source="https://english.spbstu.ru/media/news/1",
        publisher="organization/spbpu",
    )
    entities = (
        Entity(
            "agreement/memorandum-1",
            "Agreement",
            (Name("memorandum of 9 April 2021", "en"),),
            kind="memorandum",
            date="2021-04-09",
        ),
        Entity("agreement/contract-1", "Agreement", (Name("contract of SPbPU and HIT", "en"),), kind="contract"),
        _organization("hit", "Harbin Institute of Technology", Name("HIT"), Name("哈尔滨工业大学", "zh")),
        _organization("spbpu", "Peter the Great St. Petersburg Polytechnic University", Name("SPbPU")),
        _organization("tsinghua", "Tsinghua University", Name("清华大学", "zh", NameKind.PREFERRED)),
    )

    def fact(subject: str, obj: str, status: Status, passage: str) -> Fact:
        return Fact(f"organization/{subject}", "signed", f"agreement/{obj}", status, 0.9, "sign", _evidence(passage))

    mention = TEXT.index("Tsinghua University")
    analysis = Analysis(
        document,
        entities,
        mentions=(
            Mention(0, 0, "Agreement", "agreement/memorandum-1", "rule", "by hand", 1.0),
            Mention(mention, mention + 19, "University", "organization/tsinghua", "registry", "by hand", 1.0),
        ),
        facts=(
            fact("spbpu", "memorandum-1", Status.HELD, SENTENCE),
            fact("tsinghua", "memorandum-1", Status.HELD, SENTENCE),
            fact("spbpu", "contract-1", Status.PLANNED, PLAN),
        ),
        sentences=2,
    )
    return Collection((analysis,), entities)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory, collection: Collection) -> Path:
    directory = tmp_path_factory.mktemp("cli") / "store"
    replace(directory, collection)
    return directory


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


def run_kg(*arguments: str | Path, cwd: Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(Path(kg.__file__).parent.parent)},
        input=stdin,
        text=True,
        encoding="utf-8",
        capture_output=True,
        check=False,
    )


def run_on_terminal(*arguments: str | Path, cwd: Path, columns: int) -> tuple[int, str]:
    ours, theirs = pty.openpty()
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {
        "TERM": "xterm-256color",
        "COLUMNS": str(columns),
        "PYTHONPATH": str(Path(kg.__file__).parent.parent),
    }
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    with subprocess.Popen(command, cwd=cwd, env=environment, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        written = b"".join(_until_closed(ours))
        code = process.wait()
    os.close(ours)
    return code, written.decode()


def _until_closed(descriptor: int) -> Iterator[bytes]:
    while True:
        try:
            part = os.read(descriptor, 4096)
        except OSError:  # Linux says so when the other end is closed
            return
        if not part:
            return
        yield part


@pytest.fixture(scope="session")
def collection() -> Collection:
    """One document: two universities sign a memorandum, one plans a contract."""
    return a_collection()


@pytest.fixture
def sentence() -> str:
    """What says that the memorandum was signed."""
    return SENTENCE


@pytest.fixture
def plan() -> str:
    """What says that the contract is planned."""
    return PLAN


@pytest.fixture
def kg_process() -> Run:
    """Run the command as a process of its own, its streams being pipes."""
    return run_kg


@pytest.fixture
def kg_terminal() -> Terminal:
    """Run the command with both streams on a terminal; gives its exit code and what it wrote there."""
    return run_on_terminal
