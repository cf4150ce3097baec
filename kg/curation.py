"""What analysts decided about identity: lines of CSV files → rulings, checked against each other.

A file's columns are defined in the head comment of `data/curation/identity.csv`, which ships with the package.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from kg.errors import CurationError
from kg.records import Outcome
from kg.resources import resource

FILE: Final = "identity.csv"
"""Where `append` writes in a folder; `load` reads every .csv file there."""
COLUMNS: Final = ("verdict", "one", "other", "by", "on", "why")
_KEY: Final = re.compile(r"[a-z-]+/[^\s/@]+")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_Node = TypeVar("_Node", bound=Hashable)


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """How an analyst names a thing.

    Attributes:
        text: a name, or the id of an entity ("person/lu-zhiyu").
        document: id of the only document whose thing is meant; None for all.
    """

    text: str
    document: str | None = None

    @classmethod
    def parse(cls, text: str) -> Reference:
        """Give the reference that a cell or an argument means.

        >>> Reference.parse("Zhang Wei@en-002")
        Reference(text='Zhang Wei', document='en-002')
        >>> Reference.parse("https://w3id.org/srac/id/person/lu-zhiyu").text
        'person/lu-zhiyu'
        """
        name, mark, document = text.strip().rpartition("@")
        if not (mark and name.strip() and document.strip()):
            name, document = text, ""
        name = " ".join(unicodedata.normalize("NFC", name).split())
        if "://" in name:
            name = "/".join(name.rsplit("/", 2)[-2:])
        return cls(name, document.strip() or None)

    @property
    def is_key(self) -> bool:
        """Whether it names a thing by its key."""
        return _KEY.fullmatch(self.text) is not None

    def __str__(self) -> str:
        return f"{self.text}@{self.document}" if self.document else self.text


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision: whether two things are the same, who decided it, when and why.

    Attributes:
        place: its file, without the folder, and line: where a store was built makes no difference to what it holds.
        shipped: whether it comes with the package, for texts that a user may not have.
    """

    verdict: Outcome
    one: Reference
    other: Reference
    by: str
    on: str
    why: str
    place: str
    shipped: bool = False

    @property
    def reason(self) -> str:
        """Give who decided it when and why, and where that is written."""
        return f"{self.by} decided on {self.on}: {self.why} ({self.place})"


@dataclass(frozen=True, slots=True)
class Curation:
    """All rulings, in the order of files and lines."""

    rulings: tuple[Ruling, ...] = ()

    def __add__(self, other: Curation) -> Curation:
        return combined((*self.rulings, *other.rulings))


NOTHING: Final = Curation()
"""What nobody decided."""


def combined(rulings: Iterable[Ruling]) -> Curation:
    """Give rulings as one curation, what is said twice once.

    Raises:
        CurationError: they contradict each other as they stand, whatever the documents say.
    """
    once: dict[tuple[Outcome, frozenset[Reference]], Ruling] = {}
    for ruling in rulings:
        once.setdefault((ruling.verdict, frozenset({ruling.one, ruling.other})), ruling)
    kept = tuple(once.values())
    refuse_contradictions((ruling, _folded(ruling.one), _folded(ruling.other)) for ruling in kept)
    return Curation(kept)


def refuse_contradictions(stated: Iterable[tuple[Ruling, _Node, _Node]]) -> None:
    """Refuse rulings of which some make two things one, step by step, that another says are different.

    Args:
        stated: rulings with the two things that they are about, as whatever can be compared.

    Raises:
        CurationError: names the lines.
    """
    known = list(stated)
    same = _steps(each for each in known if each[0].verdict is Outcome.SAME)
    for ruling, one, other in known:
        if ruling.verdict is Outcome.DIFFERENT and (path := _path(same, one, other)) is not None:
            chain = ", ".join(f"“{step.one}” the same as “{step.other}” ({step.place})" for step in path)
            raise CurationError(
                f"says that “{ruling.one}” and “{ruling.other}” are different, but other lines make them one: {chain}",
                place=ruling.place,
                remedy="delete or correct one of these lines",
            )


def path_between(same: Iterable[tuple[Ruling, _Node, _Node]], one: _Node, other: _Node) -> list[Ruling] | None:
    """Give the rulings that make two things one, step by step; None where they do not."""
    return _path(_steps(same), one, other)


def _steps(same: Iterable[tuple[Ruling, _Node, _Node]]) -> Mapping[_Node, Sequence[tuple[_Node, Ruling]]]:
    steps: defaultdict[_Node, list[tuple[_Node, Ruling]]] = defaultdict(list)
    for ruling, one, other in same:
        steps[one].append((other, ruling))
        steps[other].append((one, ruling))
    return steps


def _path(steps: Mapping[_Node, Sequence[tuple[_Node, Ruling]]], start: _Node, goal: _Node) -> list[Ruling] | None:
    """Give the rulings on the shortest way from one thing to another, None where none leads there."""
    came: dict[_Node, list[Ruling]] = {start: []}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        if node == goal:
            return came[node]
        for following, ruling in steps.get(node, ()):
            if following not in came:
                came[following] = [*came[node], ruling]
                waiting.append(following)
    return None


def _folded(reference: Reference) -> tuple[str, str | None]:
    text = unicodedata.normalize("NFKC", reference.text).casefold()
    return re.sub(r"[\W_]+", " ", text).strip() or text, reference.document


def shipped() -> Curation:
    """Give what ships with the package.

    Raises:
        CurationError: as `load`.
    """
    rulings = load(resource("data", "curation")).rulings
    return Curation(tuple(replace(each, place=f"data/curation/{each.place}", shipped=True) for each in rulings))


def load(path: Path) -> Curation:
    """Give the rulings of a file, or of all .csv files of a folder in the order of their names.

    Raises:
        CurationError: there is no such file, it cannot be read, or lines break the rules; names all of these, each
            with the path of its file as it was given.
    """
    if path.is_dir():
        files = sorted(path.glob("*.csv"))
    elif path.is_file():
        files = [path]
    else:
        raise CurationError(
            "there is no such file or folder", place=path, remedy="name a .csv file or a folder of them"
        )
    found = [each for file in files for each in read(file)]
    if errors := [each for each in found if isinstance(each, CurationError)]:
        raise errors[0] if len(errors) == 1 else _all(errors)
    checked = combined(each for each in found if isinstance(each, Ruling))
    return Curation(tuple(replace(each, place=_short(each.place)) for each in checked.rulings))


def _all(errors: Sequence[CurationError]) -> CurationError:
    return CurationError("\n  ".join([f"{len(errors)} places in the files of decisions are wrong:", *map(str, errors)]))


def _short(place: str) -> str:
    """Give a place without the folders.

    >>> _short("curation/identity.csv, line 3")
    'identity.csv, line 3'
    """
    file, _, line = place.rpartition(", line ")
    return f"{Path(file).name}, line {line}"


def read(path: Path) -> Iterator[Ruling | CurationError]:
    """Give the rulings of one file in its order, their places with its path; what cannot be used comes as an error."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        yield CurationError("not UTF-8", place=path, remedy="save the file as UTF-8")
        return
    skipped = next((number for number, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    reader = csv.reader(lines[skipped:], strict=True)
    try:
        header = next(reader, [])
        if set(header) != set(COLUMNS) or len(header) != len(COLUMNS):
            yield CurationError(
                f"the columns are {', '.join(header) or 'missing'}",
                place=f"{path}, line {skipped + 1}",
                remedy="they must be " + ", ".join(COLUMNS),
            )
            return
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                yield _tried(header, cells, f"{path}, line {skipped + reader.line_num}")
    except csv.Error as error:
        yield CurationError(
            f"not CSV: {error}", place=f"{path}, line {skipped + reader.line_num}", remedy='quote a cell with "'
        )


def _tried(header: Sequence[str], cells: Sequence[str], place: str) -> Ruling | CurationError:
    try:
        return _ruling(header, cells, place)
    except CurationError as error:
        return error


def _ruling(header: Sequence[str], cells: Sequence[str], place: str) -> Ruling:
    if len(cells) != len(header):
        raise CurationError(
            f"{len(cells)} cells instead of {len(header)}",
            place=place,
            remedy="give one cell for each column; quote a cell with a comma in it",
        )
    row = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
    for column in COLUMNS:
        if not row[column]:
            raise CurationError(f"column {column} is empty", place=place, remedy="fill all columns")
    if row["verdict"] not in tuple(Outcome):
        raise CurationError(f"the verdict “{row['verdict']}”", place=place, remedy="write same or different")
    if not _is_day(row["on"]):
        raise CurationError(f"“{row['on']}” in column on", place=place, remedy="write the day as YYYY-MM-DD")
    one, other = Reference.parse(row["one"]), Reference.parse(row["other"])
    if _folded(one) == _folded(other):
        raise CurationError(
            f"“{one}” twice", place=place, remedy="name two things, with @ and a document's id where names are equal"
        )
    return Ruling(Outcome(row["verdict"]), one, other, row["by"], row["on"], row["why"], place)


def _is_day(text: str) -> bool:
    try:
        return _DAY.fullmatch(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


def file_in(path: Path) -> Path:
    """Give the file that new rulings are written to: the one named, or identity.csv in a folder."""
    return path if path.suffix == ".csv" else path / FILE


def append(path: Path, ruling: Ruling) -> Ruling:
    """Write a ruling at the end of a file, or of identity.csv in a folder, and give it with its place.

    The file is made where it does not exist, with the head comment that defines its columns.

    Raises:
        CurationError: it breaks the rules or contradicts what is there; nothing is written then.
    """
    file = file_in(path)
    known = load(path) if path.exists() else Curation()
    text = file.read_text(encoding="utf-8-sig") if file.exists() else _head()
    text += "" if text.endswith("\n") else "\n"
    header = next(csv.reader(line for line in text.splitlines() if line.strip() and not line.startswith("#")))
    values = {"verdict": ruling.verdict.value, "one": str(ruling.one), "other": str(ruling.other)}
    values |= {"by": ruling.by, "on": ruling.on, "why": " ".join(ruling.why.split())}
    cells = [values[column] for column in header]
    checked = _ruling(header, cells, f"{file.name}, line {text.count(chr(10)) + 1}")
    combined((*known.rulings, checked))
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists() and file.read_bytes()[-1:] in (b"\n", b""):
        with file.open("a", encoding="utf-8") as opened:
            opened.write(line.getvalue())
    else:
        file.write_text(text + line.getvalue(), encoding="utf-8")
    return checked


def _head() -> str:
    """Give the comment and the header of the shipped file."""
    lines = resource("data", "curation", FILE).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.startswith("#")]
    return "\n".join([*kept, ",".join(COLUMNS)]) + "\n"
