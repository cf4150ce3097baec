"""Files of decisions become rulings, or an error that names the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.curation import NOTHING, Curation, Reference, Ruling, append, combined, load, shipped
from kg.errors import CurationError
from kg.records import Outcome

HEADER = "verdict,one,other,by,on,why"
GOOD = "same,Lu Zhiyui,person/lu-zhiyu,ann,2026-03-01,a misprint"


def written(folder: Path, *lines: str, name: str = "identity.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(["# what is what", HEADER, *lines, ""]), encoding="utf-8")
    return path


def ruling(verdict: Outcome, one: str, other: str) -> Ruling:
    return Ruling(verdict, Reference.parse(one), Reference.parse(other), "ann", "2026-03-01", "because", "")


def test_a_line_says_what_who_when_and_why(tmp_path: Path) -> None:
    (found,) = load(written(tmp_path, GOOD, "# not yet", "")).rulings
    assert found == Ruling(
        Outcome.SAME,
        Reference("Lu Zhiyui"),
        Reference("person/lu-zhiyu"),
        "ann",
        "2026-03-01",
        "a misprint",
        "identity.csv, line 3",
    )
    assert found.other.is_key
    assert not found.one.is_key
    assert found.reason == "ann decided on 2026-03-01: a misprint (identity.csv, line 3)"


def test_a_folder_is_its_files_and_what_is_said_twice_counts_once(tmp_path: Path) -> None:
    written(tmp_path, GOOD, name="b.csv")
    written(tmp_path, GOOD, "different,A,B,bob,2026-03-02,two people", name="a.csv")
    found = load(tmp_path).rulings
    assert [each.place for each in found] == ["a.csv, line 3", "a.csv, line 4"]
    assert len((Curation(found) + load(tmp_path)).rulings) == 2


def test_names_keys_addresses_and_documents() -> None:
    assert Reference.parse("  Zhang   Wei @ en-002 ") == Reference("Zhang Wei", "en-002")
    assert Reference.parse("https://example.org/kg/person/zhang-wei@en-002") == Reference("person/zhang-wei", "en-002")
    assert Reference.parse("@home") == Reference("@home")
    assert str(Reference.parse("Zhang Wei@en-002")) == "Zhang Wei@en-002"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("equal,A,B,ann,2026-03-01,why", "line 3.*verdict.*same or different"),
        ("same,A,B,ann,March,why", "line 3.*March.*YYYY-MM-DD"),
        ("same,A,B,ann,2026-13-01,why", "line 3.*2026-13-01"),
        ("same,A,B,ann,2026-03-01,", "line 3.*why is empty"),
        ("same,A,,ann,2026-03-01,why", "line 3.*other is empty"),
        ("same,A,B,ann,2026-03-01", "line 3.*5 cells instead of 6"),
        ("same,A,B,ann,2026-03-01,why, and more", "line 3.*7 cells.*quote"),
        ("same,St. A,st a,ann,2026-03-01,why", "line 3.*twice"),
        ('same,"A,B,ann,2026-03-01,why', "line 3.*not CSV"),
    ],
)
def test_a_bad_line_is_named_with_what_would_be_right(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(CurationError, match=rf"identity\.csv, {message}"):
        load(written(tmp_path, line))


def test_a_bad_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CurationError, match=r"nowhere.*no such file"):
        load(tmp_path / "nowhere")
    (tmp_path / "a.csv").write_text("one,other\n", encoding="utf-8")
    with pytest.raises(CurationError, match=r"a\.csv, line 1.*must be verdict"):
        load(tmp_path)
    (tmp_path / "a.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(CurationError, match="UTF-8"):
        load(tmp_path)


def test_every_bad_line_of_every_file_is_named_with_its_path(tmp_path: Path) -> None:
    bad = "same,A,B,ann,March,why"
    files = [written(tmp_path, bad, GOOD, "equal,A,B,ann,2026-03-01,why", name=name) for name in ("a.csv", "b.csv")]
    with pytest.raises(CurationError) as caught:
        load(tmp_path)
    places = [f"{file}, line {number}: " for file in files for number in (3, 5)]
    for line, place in zip(str(caught.value).splitlines()[1:], places, strict=True):
        assert line.strip().startswith(place)


def test_lines_of_two_files_that_contradict_are_named_with_their_paths(tmp_path: Path) -> None:
    one = written(tmp_path, "same,A,B,ann,2026-03-01,why", name="a.csv")
    other = written(tmp_path, "different,A,B,ann,2026-03-01,why", name="b.csv")
    with pytest.raises(CurationError) as caught:
        load(tmp_path)
    assert f"{one}, line 3" in str(caught.value)
    assert f"{other}, line 3" in str(caught.value)


def test_lines_that_contradict_each_other_are_all_named(tmp_path: Path) -> None:
    lines = [f"{verdict},{one},{other},ann,2026-03-01,why" for verdict, one, other in (
        ("same", "A", "B"), ("same", "C", "b"), ("different", "a", "C")
    )]  # fmt: skip
    with pytest.raises(CurationError, match=r"line 5.*“a” and “C”.*line 3.*line 4"):
        load(written(tmp_path, *lines))


def test_one_name_of_two_documents_is_two_things() -> None:
    same, different = ruling(Outcome.SAME, "A@en-1", "B"), ruling(Outcome.DIFFERENT, "A@en-2", "B")
    assert combined((same, different)).rulings == (same, different)


def test_a_decision_is_appended_and_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "curation"
    first = append(folder, ruling(Outcome.SAME, "Lu Zhiyui", 'Lu "Zhiyu", Prof.'))
    second = append(folder, ruling(Outcome.DIFFERENT, "Zhang Wei@en-1", "Zhang Wei@en-2"))
    assert load(folder).rulings == (first, second)
    text = (folder / "identity.csv").read_text(encoding="utf-8")
    assert text.startswith("# What analysts decided")
    assert int(second.place.rsplit(" ", 1)[1]) == int(first.place.rsplit(" ", 1)[1]) + 1 == len(text.splitlines())


def test_what_cannot_hold_is_not_appended(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD.rstrip())
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(CurationError, match="line 3"):
        append(path, ruling(Outcome.DIFFERENT, "lu zhiyui", "person/lu-zhiyu"))
    with pytest.raises(CurationError, match="why is empty"):
        append(path, Ruling(Outcome.SAME, Reference("X"), Reference("Y"), "ann", "2026-03-01", " ", ""))
    assert path.read_bytes() == before
    append(path, ruling(Outcome.SAME, "X", "Y"))
    assert len(load(path).rulings) == 2


def test_what_ships_can_be_read_and_says_so() -> None:
    assert all(each.shipped and each.place.startswith("data/curation/") for each in shipped().rulings)
    assert NOTHING.rulings == ()
