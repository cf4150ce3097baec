"""The command that learns from annotated texts: the same bytes again, several folders, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.facts import hindsight
from kg.facts.calibration import load
from kg.views.evaluation import load_annotations, texts_beside
from kg.views.evaluation.annotations import digest
from tools.calibrate import examples, main, written
from tools.learning import LANGUAGE, annotated, folders_here

CHOSEN = ("en-005", "en-013", "en-019", "en-022", "en-036", "en-047", "en-060", "en-063")


@pytest.fixture
def folders(copied: Callable[[Iterable[str], Path], Path], tmp_path: Path) -> list[Path]:
    """Eight annotated digests in two folders, one of them with a set that nobody read."""
    homes = [copied(CHOSEN[::2], tmp_path / "one"), copied(CHOSEN[1::2], tmp_path / "other")]
    (homes[0] / "sets.yml").write_text("heldout: [en-005, 'en-06*']\nlearning: ['*']\n", encoding="utf-8")
    return homes


def test_what_ships_was_learnt_from_the_annotations_that_are_here() -> None:
    found = load_annotations(folders_here())
    assert load().digest == digest(found), "the annotations have changed: run make calibrate"
    assert load().documents == len(found)


def test_what_the_page_adds_was_learnt_from_texts_that_are_not_held_out() -> None:
    found = annotated(folders_here(), LANGUAGE)
    assert hindsight.load().digest == digest(found), "the annotations have changed: run make calibrate"
    assert hindsight.load().documents == len(found)


def test_a_text_is_unseen_where_its_folder_says_so(folders: list[Path]) -> None:
    found = list(examples(load_annotations(folders), texts_beside(folders)))
    assert {one.document for one in found} == set(CHOSEN)
    # en-063 lies in the folder that names no sets; of the set `learning` names were seen
    assert {one.document for one in found if not one.familiar} == {"en-005", "en-060"}


def test_the_file_is_written_once_and_says_the_same_again(
    folders: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "calibration.yml"
    arguments = [*map(str, folders), "--out", str(out)]
    assert main([*arguments, "--check"]) == 1
    assert not out.exists()
    beside = tmp_path / "hindsight.json"
    assert not beside.exists()
    assert main(arguments) == 0
    table = capsys.readouterr().out
    content, page = out.read_bytes(), beside.read_bytes()
    assert main([*arguments[1::-1], *arguments[2:], "--check"]) == 0, "the order of folders matters"
    assert (out.read_bytes(), beside.read_bytes()) == (content, page)
    assert hindsight.load(beside).documents == len(CHOSEN) - 2
    beside.write_bytes(page + b" ")
    assert main([*arguments, "--check"]) == 1
    learnt = load(out)
    assert written(learnt) == content.decode()
    assert learnt.documents == len(CHOSEN)
    assert learnt.everything.claims >= 30
    assert learnt.everything.claims > learnt.unseen.claims > 0
    assert f"{learnt.everything.claims} claims, {learnt.everything.right} right" in table
    rows = [line for line in table.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in rows} == {9}


def test_too_little_is_said_to_be_too_little(folders: list[Path], tmp_path: Path) -> None:
    for path in sorted(folders[0].glob("*.json"))[1:]:
        path.unlink()
    with pytest.raises(InputError, match="annotate more texts"):
        main([str(folders[0]), "--out", str(tmp_path / "calibration.yml")])
    assert not (tmp_path / "calibration.yml").exists()


def test_a_text_that_is_missing_is_named(folders: list[Path]) -> None:
    gold = json.loads((folders[0] / "en-005.json").read_bytes())
    (folders[0] / "xx-1.json").write_text(json.dumps(gold | {"id": "xx-1"}), encoding="utf-8")
    with pytest.raises(InputError, match="no text of xx-1"):
        main(list(map(str, folders)))
