"""`kg curate`, and what a build and `kg show` make of its decisions."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.curation import load

NEWS = """\
---
id: {id}
title: A meeting
lang: en
published: 2021-04-12
---

On April 9, 2021, {who} of Peter the Great St. Petersburg Polytechnic University met Tsinghua University in Beijing.
"""


class Desk:
    """A folder with two texts and their store, where an analyst works."""

    def __init__(self, folder: Path, runner: CliRunner) -> None:
        self.folder, self.runner = folder, runner
        self.store = folder / "store"
        for id, who in (("n-1", "Director Lu Zhiyu"), ("n-2", "Director Kevin Brown")):
            (folder / f"{id}.md").write_text(NEWS.format(id=id, who=who), encoding="utf-8")
        self.build("n-1.md", "n-2.md")

    def kg(self, *arguments: str) -> Result:
        return self.runner.invoke(app, [*arguments, "--store", str(self.store)])

    def build(self, *names: str, store: Path | None = None, more: tuple[str, ...] = ()) -> Result:
        paths = [str(self.folder / name) for name in names]
        built = self.runner.invoke(app, ["build", *paths, "--store", str(store or self.store), *more])
        assert built.exit_code == 0, built.output
        return built

    def graph(self, store: Path | None = None) -> str:
        return self.runner.invoke(app, ["export", "-", "--format", "nq", "--store", str(store or self.store)]).stdout


@pytest.fixture
def desk(tmp_path: Path, runner: CliRunner) -> Desk:
    return Desk(tmp_path, runner)


def test_a_decision_is_applied_at_once_shown_and_survives_every_build(desk: Desk) -> None:
    done = desk.kg("curate", "same", "Lu Zhiyu", "Kevin Brown", "--why", "he signs so", "--by", "ann")
    assert done.exit_code == 0, done.output
    assert "identity.csv, line" in done.stdout
    shown = desk.kg("show", "Kevin Brown", "--reasons").stdout
    assert "Lu Zhiyu" in shown.splitlines()[0] + shown.splitlines()[1] + shown.splitlines()[2]
    assert "-- joined --" in shown
    assert "he signs so" in shown
    once = desk.graph()
    desk.build("n-1.md")
    assert desk.graph() == once
    fresh = desk.folder / "fresh"
    desk.build("n-1.md", "n-2.md", store=fresh)
    assert desk.graph(fresh) == once


def test_the_store_remembers_what_a_named_file_decided(desk: Desk) -> None:
    file = desk.folder / "elsewhere.csv"
    done = desk.kg("curate", "same", "Lu Zhiyu", "Kevin Brown", "--why", "yes", "--curation", str(file))
    assert done.exit_code == 0, done.output
    once = desk.graph()
    file.unlink()
    desk.build("n-2.md")
    assert desk.graph() == once
    listed = json.loads(desk.kg("curate", "list", "--format", "json").stdout)
    assert [(each["verdict"], each["why"]) for each in listed] == [("same", "yes")]


def test_lines_deleted_by_hand_no_longer_hold(desk: Desk) -> None:
    before = desk.graph()
    desk.kg("curate", "same", "Lu Zhiyu", "Kevin Brown", "--why", "no", "--by", "ann")
    file = desk.folder / "curation" / "identity.csv"
    file.write_text("\n".join(file.read_text(encoding="utf-8").splitlines()[:-1]) + "\n", encoding="utf-8")
    assert desk.kg("curate", "apply").exit_code == 0
    assert desk.graph() == before
    assert "Nothing is decided yet" in desk.kg("curate", "list").stdout


def test_what_is_not_clear_or_cannot_hold_is_refused_and_nothing_written(desk: Desk) -> None:
    before = desk.graph()
    for names, words in (
        (("Lu Zhiyi", "Kevin Brown"), "Did you mean"),
        (("Kevin Brown", "person/brown-kevin"), "both mean"),
        (("SPbPU", "Tsinghua University"), "registry has both"),
        (("Kevin Brown@n-1", "Lu Zhiyu"), "Kevin Brown@n-1"),
    ):
        refused = desk.kg("curate", "same", *names, "--why", "?")
        assert refused.exit_code == 2, (names, refused.output)
        assert words in refused.stderr
    assert desk.graph() == before
    folder = desk.folder / "curation"
    assert not folder.exists() or not load(folder).rulings


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_things_of_two_kinds_are_refused_and_nothing_is_written(desk: Desk, verdict: str) -> None:
    refused = desk.kg("curate", verdict, "Beijing", "Tsinghua University", "--why", "?")
    assert refused.exit_code == 2
    assert re.search(
        r"“Beijing” is a thing of class City .*“Tsinghua University” one of class University", refused.stderr
    )
    assert "two of one kind" in refused.stderr
    assert " are " not in refused.stdout
    assert not (desk.folder / "curation").exists()
    assert "warning" not in desk.kg("curate", "apply").stderr


def test_bad_lines_are_all_named_with_the_path_as_it_was_given(desk: Desk) -> None:
    folder = desk.folder / "decided"
    folder.mkdir()
    for name in ("a.csv", "b.csv"):
        (folder / name).write_text("verdict,one,other,by,on,why\nequal,A,B,ann,2026-03-01,x\n", encoding="utf-8")
    refused = desk.kg("curate", "list", "--curation", str(folder))
    assert refused.exit_code == 2
    assert "2 places" in refused.stderr
    for name in ("a.csv", "b.csv"):
        assert f"{folder / name}, line 2: the verdict “equal”" in refused.stderr


def test_one_pair_is_told_in_the_singular(desk: Desk) -> None:
    done = desk.kg("curate", "same", "Lu Zhiyu", "Kevin Brown", "--why", "yes", "--by", "ann")
    assert "1 pair joined and 0 kept apart" in done.stdout


def test_contradictions_are_refused_and_the_file_stays(desk: Desk) -> None:
    desk.kg("curate", "same", "Lu Zhiyu", "Kevin Brown", "--why", "yes", "--by", "ann")
    file = desk.folder / "curation" / "identity.csv"
    before = file.read_bytes()
    refused = desk.kg("curate", "different", "Lu Zhiyu", "Kevin Brown", "--why", "no")
    assert refused.exit_code == 2
    assert "line" in refused.stderr
    assert file.read_bytes() == before


def test_a_build_warns_of_lines_that_name_nothing(desk: Desk) -> None:
    file = desk.folder / "mine.csv"
    file.write_text("verdict,one,other,by,on,why\nsame,Nobody,Kevin Brown,ann,2026-03-01,who?\n", encoding="utf-8")
    built = desk.build("n-1.md", more=("--curation", str(file)))
    assert "warning: mine.csv, line 2: no text and no registry names “Nobody”" in built.stderr
