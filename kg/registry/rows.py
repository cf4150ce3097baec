"""The files of the registry and their rows: which columns and classes there are, and how a cell is read."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import RegistryError


@dataclass(frozen=True, slots=True)
class Table:
    """What one kind of CSV file may hold."""

    file: str
    path: str
    classes: frozenset[str]
    columns: tuple[str, ...]
    required: bool = True


_PLACES: Final = frozenset({"District", "City", "Region", "Country"})
_PLACE_COLUMNS: Final = ("key", "class", "en", "ru", "zh", "misspelt", "country", "part_of", "iso", "geonames")
TABLES: Final = (
    Table("places.csv", "place", _PLACES, _PLACE_COLUMNS),
    Table("places-extra.csv", "place", _PLACES, _PLACE_COLUMNS, required=False),
    Table(
        "organizations.csv",
        "organization",
        frozenset(
            {
                "University",
                "ResearchOrganization",
                "Company",
                "GovernmentBody",
                "Association",
                "OrganizationalUnit",
                "JointStructure",
                "InnovationHub",
            }
        ),
        (
            *("key", "class", "en", "ru", "zh", "abbr", "former", "misspelt", "own"),
            *("country", "city", "part_of", "domains", "ror", "wikidata", "verified"),
        ),
    ),
    Table(
        "people.csv",
        "person",
        frozenset({"Person"}),
        ("key", "en", "ru", "zh", "misspelt", "own", "country", "affiliation", "wikidata", "verified"),
    ),
    Table(
        "events.csv",
        "event-series",
        frozenset(
            {"Event", "Conference", "Exhibition", "RoundTable", "Ceremony", "Meeting", "Visit", "Course", "Competition"}
        ),
        ("key", "class", "en", "ru", "zh", "abbr", "misspelt", "own", "domains", "wikidata", "verified"),
    ),
    Table("topics.csv", "topic", frozenset({"Topic"}), ("key", "en", "ru", "zh", "abbr", "broader"), required=False),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table; a column that the file lacks reads as empty."""

    table: Table
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        if column == "class" and column not in self.table.columns:
            return next(iter(self.table.classes))
        return self.cells.get(column, "")

    @property
    def id(self) -> str:
        """Give the id of the entry that the row describes."""
        return f"{self.table.path}/{self['key']}"

    @property
    def place(self) -> str:
        """Give file and line, for messages."""
        return f"{self.table.file}, line {self.line}"

    def error(self, reason: str, remedy: str) -> RegistryError:
        """Give the error to raise about this row."""
        return RegistryError(reason, place=self.place, remedy=remedy)

    def values(self, column: str) -> tuple[str, ...]:
        """Give the values of a cell.

        Raises:
            RegistryError: a value is empty, repeated, not in Unicode NFC, or has stray white space.
        """
        cell = self[column]
        if not cell:
            return ()
        values = tuple(cell.split("|"))
        for value in values:
            if not value or value != " ".join(value.split()):
                raise self.error(
                    f"column {column} has an empty value or stray white space: “{cell}”",
                    "write value|value without spaces around or doubled inside",
                )
            if not unicodedata.is_normalized("NFC", value):
                raise self.error(f"column {column}: “{value}” is not in Unicode NFC", "normalise the file to NFC")
        if len(set(values)) < len(values):
            raise self.error(f"column {column} repeats a value: “{cell}”", "keep it once")
        return values


def read(home: Path, table: Table) -> Iterator[Row]:
    """Give the rows of a table in a directory, in the order of the file.

    Raises:
        RegistryError: the file is missing, not UTF-8, not CSV, or has a column that the table does not know.
    """
    path = home / table.file
    if not path.is_file():
        if table.required:
            raise RegistryError("the file is missing", place=path, remedy="restore it or install the package again")
        return
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise RegistryError("not UTF-8", place=path, remedy="save the file as UTF-8") from error
    skipped = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    reader = csv.reader(lines[skipped:], strict=True)
    header = next(reader, [])
    for column in header:
        if column not in table.columns or header.count(column) > 1:
            raise RegistryError(
                f"unknown or repeated column “{column}”",
                place=f"{table.file}, line {skipped + 1}",
                remedy="the columns are " + ", ".join(table.columns),
            )
    if "key" not in header:
        raise RegistryError(
            "no column “key”", place=f"{table.file}, line {skipped + 1}", remedy="the first column is the key"
        )
    try:
        for cells in reader:
            row = Row(table, skipped + reader.line_num, dict(zip(header, cells, strict=False)))
            if len(cells) != len(header):
                raise row.error(
                    f"{len(cells)} cells instead of {len(header)}",
                    "give one cell for each column; quote a cell with a comma in it",
                )
            yield row
    except csv.Error as error:
        raise RegistryError(
            f"not CSV: {error}", place=f"{table.file}, line {skipped + reader.line_num}", remedy='quote a cell with "'
        ) from error
