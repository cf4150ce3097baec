"""The registry: organizations, people, places, event series and fields that are known before any text is read.

Its rows live in ``data/registry/*.csv``. Each file opens with ``#`` lines, one for each column, that say
what stands there; several values in a cell are separated by ``|``. This module turns the rows into
`Entry` records and refuses what it does not understand: an unknown column or class, a name written
two ways, a reference to nothing, or one name for two things. A name that really is shared belongs in the
column ``own``, where it counts only in the documents of the organization itself.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from kg.records import Entry, Lang, Name, NameKind
from kg.registry.rows import TABLES, Row, read
from kg.resources import resource

_KEY: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_DOMAIN: Final = re.compile(r"[^\W_]+(?:-+[^\W_]+)*(?:\.[^\W_]+(?:-+[^\W_]+)*)+")
_ROR: Final = re.compile(r"https://ror\.org/0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}")
_WIKIDATA: Final = re.compile(r"Q[1-9][0-9]*")
_LANGS: Final[tuple[Lang, ...]] = ("en", "ru", "zh")
_APOSTROPHES: Final = re.compile(r"['’‘ʼ`´]")
_SEPARATORS: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Registry:
    """All entries, in the order of their ids.

    Attributes:
        entries: what a text can name.
        topics: fields of cooperation, apart since their names are common words: where one stands, nothing is named yet.
    """

    entries: tuple[Entry, ...]
    _by_id: Mapping[str, Entry] = field(repr=False, compare=False)
    _by_domain: Mapping[str, Entry] = field(repr=False, compare=False)
    topics: tuple[Entry, ...] = ()
    _places: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    def get(self, id: str) -> Entry | None:
        """Give the entry with that id (``"organization/spbpu"``), or None."""
        return self._by_id.get(id)

    def country_in(self, name: str) -> str | None:
        """Give the country whose cities and regions the words of a name mean, None if there is none or several.

        >>> load().country_in("Shanghai Academy of Sea Studies"), load().country_in("Academy of Sea Studies")
        ('CN', None)
        >>> load().country_in("Nizhny Novgorod Academy of Sea Studies")
        'RU'
        """
        said = [folded(word) for word in name.split() if word[:1].isupper()]
        pairs = [f"{one} {other}" for one, other in pairwise(said)]
        found = {self._places[word] for word in (*said, *pairs) if word in self._places}
        return found.pop() if len(found) == 1 else None

    def by_domain(self, url_or_host: str) -> Entry | None:
        """Give the entry that publishes at an address, by the longest known suffix of its host, or None.

        >>> load().by_domain("https://english.spbstu.ru/media/news/").id
        'organization/spbpu'
        """
        labels = _host(url_or_host).split(".")
        suffixes = (".".join(labels[start:]) for start in range(len(labels)))
        return next((self._by_domain[suffix] for suffix in suffixes if suffix in self._by_domain), None)


@functools.cache
def load(directory: Path | None = None) -> Registry:
    """Give the registry in a directory of CSV files, by default the one that ships with the package.

    Raises:
        RegistryError: a file is missing or a row breaks the rules; the message names file, line and remedy.
    """
    home = directory if directory is not None else resource("data", "registry")
    rows = [row for table in TABLES for row in read(home, table)]
    seen: dict[str, Row] = {}
    for row in rows:
        if (first := seen.setdefault(row.id, row)) is not row:
            raise row.error(f"the key “{row['key']}” stands at {first.place} too", "give each thing one row")
    countries = frozenset(row["country"] for row in rows if row["class"] == "Country")
    entries = [_entry(row, seen, countries) for row in rows]
    _refuse_shared_names(zip(rows, entries, strict=True))
    ordered = tuple(sorted(entries, key=lambda entry: entry.id))
    return Registry(
        tuple(entry for entry in ordered if entry.cls != "Topic"),
        {entry.id: entry for entry in ordered},
        _domains(zip(rows, entries, strict=True)),
        tuple(entry for entry in ordered if entry.cls == "Topic"),
        _placed(ordered),
    )


def _placed(entries: Iterable[Entry]) -> dict[str, str]:
    """Give the country of each city and region by its names of a word or two, those that two countries share apart."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        if entry.cls in {"City", "Region"} and entry.country is not None:
            for name in entry.names:
                if name.lang == "en" and name.text.count(" ") < _WORDS and len(name.text) >= _LEAST:
                    found.setdefault(folded(name.text), set()).add(entry.country)
    return {name: next(iter(countries)) for name, countries in found.items() if len(countries) == 1}


_WORDS: Final = 2  # words of such a place
_LEAST: Final = 4  # letters of a place that a word of another name means


def _entry(row: Row, known: Mapping[str, Row], countries: frozenset[str]) -> Entry:
    if not _KEY.fullmatch(row["key"]):
        raise row.error(f"“{row['key']}” is no key", "lower-case letters and digits, joined by single hyphens")
    if row["class"] not in row.table.classes:
        raise row.error(f"unknown class “{row['class']}”", "one of " + ", ".join(sorted(row.table.classes)))
    names = _names(row)
    own = row.values("own")
    country = row["country"] or None
    if country is not None and not (_COUNTRY.fullmatch(country) and country in countries):
        raise row.error(f"unknown country “{country}”", "the ISO 3166 alpha-2 code of a row of class Country")
    ror, wikidata = row["ror"] or None, row["wikidata"] or None
    for value, pattern, example in ((ror, _ROR, "https://ror.org/…"), (wikidata, _WIKIDATA, "Q…")):
        if value is not None and not pattern.fullmatch(value):
            raise row.error(f"“{value}” is no such identifier", f"write it as {example}")
    if (ror or wikidata) and not row["verified"]:
        raise row.error("an identifier without its source", "say in column verified where it was checked")
    for domain in row.values("domains"):
        if domain != domain.lower() or domain.startswith("www.") or not _DOMAIN.fullmatch(domain):
            raise row.error(f"“{domain}” is no domain", "write the host in lower case, without www, scheme or path")
    return Entry(
        id=row.id,
        cls=row["class"],
        names=names,
        own=own,
        country=country,
        city=_reference(row, "city", "place", known),
        part_of=_reference(row, "broader" if row.table.path == "topic" else "part_of", row.table.path, known),
        domains=row.values("domains"),
        ror=ror,
        wikidata=wikidata,
        affiliation=_reference(row, "affiliation", "organization", known),
    )


def _names(row: Row) -> tuple[Name, ...]:
    names: dict[tuple[str, Lang | None], Name] = {}

    def add(text: str, lang: Lang | None, kind: NameKind) -> None:
        if (text, lang) in names:
            raise row.error(f"“{text}” stands in the row twice", "keep it in one column")
        names[text, lang] = Name(text, lang, kind)

    for lang in _LANGS:
        for position, text in enumerate(row.values(lang)):
            if lang != "en" and _script(text) not in (lang, None):
                raise row.error(f"“{text}” is not written in the script of {lang}", "move it to its own column")
            add(text, lang, NameKind.ALTERNATIVE if position else NameKind.PREFERRED)
    for text in row.values("abbr"):
        add(text, None, NameKind.ALTERNATIVE)
    for text in row.values("former"):
        add(text, _script(text), NameKind.ALTERNATIVE)
    for text in row.values("misspelt"):
        add(text, _script(text), NameKind.HIDDEN)
    if not any(name.kind is NameKind.PREFERRED for name in names.values()):
        raise row.error("no name", "fill at least one of en, ru, zh")
    for text in row.values("own"):
        if any(name.text == text for name in names.values()):
            raise row.error(f"“{text}” stands in the row twice", "keep a shared name in column own alone")
    return tuple(names.values())


def _script(text: str) -> Lang | None:
    """Give the language that a name's letters point to; these three are told apart by script alone."""
    if re.search(r"[\u3400-\u9fff]", text):
        return "zh"
    if re.search(r"[\u0400-\u04ff]", text):
        return "ru"
    return "en" if re.search(r"[A-Za-z]", text) else None


def _reference(row: Row, column: str, path: str, known: Mapping[str, Row]) -> str | None:
    if not (key := row[column]):
        return None
    if (id := f"{path}/{key}") not in known or id == row.id:
        raise row.error(f"column {column}: there is no other {path} “{key}”", f"the key of another row of class {path}")
    return id


def _refuse_shared_names(rows: Iterator[tuple[Row, Entry]]) -> None:
    bearers: dict[str, Row] = {}
    for row, entry in rows:
        for key in {folded(name.text) for name in entry.names}:
            if (first := bearers.setdefault(key, row)) is not row:
                name = next(name.text for name in entry.names if folded(name.text) == key)
                raise row.error(
                    f"the name “{name}” belongs to “{first['key']}” ({first.place}) too",
                    "a name that is really shared goes into column own of both rows",
                )


def folded(name: str) -> str:
    """Give the form by which two spellings count as one name here: no case, punctuation or width.

    >>> folded("St. Petersburg"), folded("Xi’an") == folded("XIAN")
    ('st petersburg', True)
    """
    text = unicodedata.normalize("NFKC", name).casefold().replace("ё", "е")
    return _SEPARATORS.sub(" ", _APOSTROPHES.sub("", text)).strip()


def _domains(rows: Iterator[tuple[Row, Entry]]) -> dict[str, Entry]:
    known: dict[str, Entry] = {}
    for row, entry in rows:
        for domain in entry.domains:
            if (first := known.setdefault(domain, entry)) is not entry:
                raise row.error(f"the domain {domain} belongs to {first.id} too", "keep it in one row")
    return known


def _host(url_or_host: str) -> str:
    """Give the host of an address in lower case and Unicode; what has none comes out empty."""
    text = url_or_host.strip()
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
    host = host.rstrip(".")
    if "xn--" in host:
        try:
            return host.encode("ascii").decode("idna")
        except UnicodeError:
            return host
    return host
