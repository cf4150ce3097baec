from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import DocumentError
from kg.text import discover
from kg.text.discovery import left_alone


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.md",
        "a.txt",
        "sub/c.HTML",
        "sub/d.json",
        "e.jsonl",
        "f.htm",
        "photo.jpg",
        ".hidden.md",
        ".git/x.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def test_folders_are_searched_at_any_depth_without_hidden_and_foreign_files(folder: Path) -> None:
    found = [path.relative_to(folder).as_posix() for path in discover([folder])]
    assert found == ["a.txt", "b.md", "e.jsonl", "f.htm", "sub/c.HTML", "sub/d.json"]


def test_files_of_other_extensions_are_counted_once(folder: Path) -> None:
    for name in ("a.PDF", "sub/b.pdf", "LICENSE", "store/1.sst", ".git/c.pdf"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    named = [folder, folder / "sub", folder / "b.md"]
    assert left_alone(named, apart_from=folder / "store") == {".pdf": 2, "": 1, ".jpg": 1}
    assert left_alone([folder / "b.md"]) == {}


def test_order_and_repetition_of_what_is_named_change_nothing(folder: Path) -> None:
    named = [folder / "b.md", folder / "sub", folder / "a.txt"]
    once = discover(named)
    assert discover([*reversed(named), folder / "sub" / ".." / "b.md", *named]) == once
    assert len(once) == 4


def test_a_hidden_file_is_read_when_named(folder: Path) -> None:
    assert discover([folder / ".hidden.md"]) == (folder / ".hidden.md",)


def test_paths_stay_as_they_were_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert discover([Path("sub"), Path("a.txt")]) == (Path("a.txt"), Path("sub/c.HTML"), Path("sub/d.json"))


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_lead_neither_twice_to_a_file_nor_in_circles(folder: Path) -> None:
    (folder / "again.md").symlink_to(folder / "b.md")
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "broken.md").symlink_to(folder / "nowhere.md")
    assert len(discover([folder])) == 6


@pytest.mark.parametrize(
    ("name", "reason", "remedy"),
    [
        ("nowhere.md", "no such file", "spelling"),
        ("photo.jpg", "“.jpg” is no kind of file known here", ".jsonl"),
        ("empty", "holds no file that can be read", ".txt"),
    ],
)
def test_what_is_named_and_cannot_be_read(folder: Path, name: str, reason: str, remedy: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(DocumentError) as caught:
        discover([folder / name])
    message = str(caught.value)
    assert name in message
    assert reason in message
    assert remedy in message
