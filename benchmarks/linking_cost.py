"""What linking costs at 100, 1,000 and 10,000 documents: pairs judged, seconds, and how both grow.

The analyses are made up as records, not read from texts, and shaped like those of the digests: organizations mostly of
the registry, a few of them in most documents; offices and faculties of the same names everywhere; mostly people whom no
other document names, some who recur in several spellings and scripts; events of series, meetings without a name, and
agreements of the same parties, told of more than once. Linear growth is 10 from one row to the next.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, TypeVar

from kg import registry
from kg.entities.candidates import Candidate
from kg.entities.likeness import Verdict, judge
from kg.entities.linking import link
from kg.entities.names import person_slug, slug
from kg.records import Analysis, Document, Entity, Entry, Evidence, Fact, Lang, Mention, Name, Status

SIZES: Final = (100, 1_000, 10_000)
LIMIT: Final = 2.0
"""Most that the time for each document may grow from one row to the next."""
_T = TypeVar("_T")

_SURNAMES: Final = """
    Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Deng
    Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao
"""
_SYLLABLES: Final = """
    wei ming jun hua ping xia bo lin dong yan xin yu jie fang hong li na qiang lei yang chao xiu juan gang feng tao
    bin peng fei hui ling jing ying yong jian guo zhi shan cheng kai rong qing lan mei xue yi ting zhen hai tian long
"""
_STEMS: Final = """
    Ivan Petr Sidor Kuznets Pop Vasil Sokol Mikhail Novik Fedor Moroz Volk Aleks Lebed Semen Egor Pavl Kozl Stepan
    Nikol Orl Andre Makar Nikit Zakhar Zaits Solov Boris Yakovl Grigor Roman Vorob Serge Kuz Frol Aleksandr Dmitri
    Korol Gus Kisel Ilyin Maksim Polyak Sorok Vinograd Koval Bel Medved Anton Taras Zhuk Baran Filipp Komar Davyd
"""
_ENDINGS: Final = "ov ev in sky enko chuk"
_GIVEN: Final = """
    Ivan Dmitry Sergey Andrey Alexey Mikhail Nikolay Vladimir Pavel Igor Oleg Viktor Yuri Anton Denis Maxim Roman
    Ilya Kirill Boris Gleb Artem Konstantin Evgeny Alexander Anatoly Vadim Stanislav Timur Ruslan
"""
_UNITS: Final = (
    "International Office",
    "Faculty of Physics",
    "Faculty of Economics",
    "School of Engineering",
    "Institute of Chemistry",
    "Department of International Relations",
    "Graduate School",
)
_WORDS: Final = """
    Baltic Arctic Amur Volga Siberian Eurasian Northern Pacific Ural Songhua Yangtze Digital Green Marine Polar
    Nuclear Medical Agrarian Railway Space Forest Energy Textile Mining Aviation
"""
_BODIES: Final = ("Centre", "Company", "Foundation", "Laboratory")
_RECURRING: Final = 400
"""People whom many documents name."""
_LANGS: Final[tuple[Lang, ...]] = ("en", "en", "en", "ru", "zh")


class Draft:
    """A document while it is made up: its things by id, and its facts."""

    def __init__(self, id: str, lang: Lang) -> None:
        self.id, self.lang = id, lang
        self.things: dict[str, Entity] = {}
        self.facts: list[Fact] = []

    def name(self, home: str, key: str, cls: str, name: str, kind: str | None = None, date: str | None = None) -> str:
        id = f"{home}/{key}"
        self.things[id] = Entity(id, cls, (Name(name, self.lang),), kind=kind, date=date)
        return id

    def know(self, entry: Entry) -> str:
        self.things[entry.id] = Entity(entry.id, entry.cls, entry.names)
        return entry.id

    def state(self, subject: str, prop: str, obj: str) -> None:
        if subject != obj:
            at = len(self.facts)
            evidence = (Evidence(at, at + 1, "x"),)
            self.facts.append(Fact(subject, prop, obj, Status.HELD, 0.9, "made-up", evidence))

    def finished(self, published: str, publisher: str) -> Analysis:
        things = tuple(self.things.values())
        mentions = (Mention(at, at + 1, e.cls, e.id, "pattern", "made up", 1.0) for at, e in enumerate(things))
        text = "x" * max(len(things), len(self.facts))
        document = Document(self.id, self.id, self.lang, text, (), published=published, publisher=publisher)
        return Analysis(document, things, tuple(mentions), tuple(self.facts))


class World:
    """What documents are written about: the same for every size but for those whom only one document names."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        known = registry.load().entries
        self._organizations = [entry for entry in known if entry.id.startswith("organization/")]
        self._random.shuffle(self._organizations)
        self._places = [entry for entry in known if entry.id.startswith("place/")]
        self._surnames, self._syllables, self._words = _SURNAMES.split(), _SYLLABLES.split(), _WORDS.split()
        self._stems, self._endings, self._given = _STEMS.split(), _ENDINGS.split(), _GIVEN.split()
        self._people = [(self._person(), self._often(self._organizations)) for _ in range(_RECURRING)]
        pairs = [(a, b) for a in self._words for b in self._words if a != b]
        self._series = [f"{a} {b} Forum" for a, b in self._random.sample(pairs, 200)]

    def _often(self, things: Sequence[_T]) -> _T:
        """Give one of some things: the n-th is met 1/n times as often as the first."""
        return things[int(len(things) ** self._random.random()) - 1]

    def _person(self) -> str:
        pick = self._random.choice
        if self._random.random() < 0.5:
            return f"{pick(self._surnames)} {(pick(self._syllables) + pick(self._syllables)).capitalize()}"
        return f"{pick(self._given)} {pick(self._stems)}{pick(self._endings)}"

    def _spelt(self, name: str) -> str:
        """Give a name as some document may spell it."""
        first, last = name.split()
        russian, way = first in self._given, self._random.random()
        if way < 0.6:
            return name
        if way < 0.75:
            return f"{last} {first}"
        if way < 0.9:
            return f"{first[0]}. {last}" if russian else f"{first.upper()} {last}"
        return name.replace("y", "iy", 1) if russian else name

    def document(self, number: int) -> Analysis:
        """Give what one document says."""
        draft = Draft(f"d-{number:06}", self._random.choice(_LANGS))
        year, month = self._random.randint(2012, 2024), self._random.randint(1, 12)
        bodies = [draft.know(self._often(self._organizations)) for _ in range(self._random.randint(3, 6))]
        for place in self._random.sample(self._places, 2):
            draft.know(place)
        self._name_bodies(draft, bodies[0])
        for _ in range(self._random.randint(1, 4)):
            self._name_person(draft, bodies)
        if self._random.random() < 0.4:
            month = self._name_event(draft, bodies, year)
        day = f"{year}-{month:02}-{self._random.randint(1, 28):02}"
        if self._random.random() < 0.3:
            met = draft.name("event", f"meeting-{draft.id}", "Meeting", "meeting", "meeting", day)
            for body in bodies[:2]:
                draft.state(body, "participatedIn", met)
        if self._random.random() < 0.5:
            kind = self._random.choice(("agreement", "agreement", "memorandum", "contract"))
            when = self._random.choice((None, day))
            deed = draft.name("agreement", f"{kind}-{draft.id}", "Agreement", kind, kind, when)
            for body in bodies[:2]:
                draft.state(body, "signed", deed)
        return draft.finished(day, bodies[0])

    def _name_bodies(self, draft: Draft, whole: str) -> None:
        pick = self._random.choice
        if self._random.random() < 0.4:
            name = pick(_UNITS)
            draft.state(draft.name("organization", slug(name), "OrganizationalUnit", name), "unitOf", whole)
        if self._random.random() < 0.3:
            name = f"{pick(self._words)} {self._person().split()[1]} {pick(_BODIES)}"
            draft.name("organization", slug(name), "Organization", name)

    def _name_person(self, draft: Draft, bodies: Sequence[str]) -> None:
        name, employer = self._person(), self._random.choice(bodies)
        if self._random.random() < 0.3:
            name, entry = self._often(self._people)
            employer = draft.know(entry)
        told = self._spelt(name)
        who = draft.name("person", person_slug(told), "Person", told)
        if self._random.random() < 0.8:
            draft.state(who, "holdsPost", employer)

    def _name_event(self, draft: Draft, bodies: Sequence[str], year: int) -> int:
        """Name an edition of a series, and give the month of the report: a series has its month in the year."""
        series = self._often(self._series)
        month = sum(map(ord, series)) % 11 + 1
        name = self._random.choice((series, f"{year - 2005}th {series}"))
        date = self._random.choice((None, str(year), f"{year}-{month:02}"))
        held = draft.name("event", slug(name), "Conference", name, "forum", date)
        for body in bodies:
            draft.state(body, "participatedIn", held)
        return month + self._random.choice((0, 0, 1))


def measure(size: int) -> tuple[int, int, int, float]:
    """Give how many things so many documents speak of, how many are left, how many pairs were judged, and the time."""
    world = World(seed=size)
    analyses = [world.document(number) for number in range(size)]
    judged = 0

    def count(one: Candidate, other: Candidate) -> Verdict:
        nonlocal judged
        judged += 1
        return judge(one, other)

    known = registry.load()
    begun = time.perf_counter()
    collection = link(analyses, known, judge=count)
    seconds = time.perf_counter() - begun
    return sum(len(analysis.entities) for analysis in analyses), len(collection.entities), judged, seconds


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linking_cost", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of documents")
    parser.add_argument(
        "--check", action="store_true", help=f"fail if the time for each document grows more than {LIMIT}-fold"
    )
    options = parser.parse_args(arguments)
    print("Linking: things of single documents become things of the collection")
    print(
        f"  {'documents':>9}{'their things':>14}{'things left':>13}{'pairs judged':>14}{'pairs/thing':>13}"
        f"{'seconds':>9}{'ms/document':>13}{'growth':>8}"
    )
    rows: list[tuple[int, float]] = []
    for size in options.sizes:
        things, left, pairs, seconds = measure(size)
        growth = f"{seconds / rows[-1][1]:.1f}" if rows else ""
        rows.append((size, seconds))
        print(
            f"  {size:9,}{things:14,}{left:13,}{pairs:14,}{pairs / things:13.2f}{seconds:9.2f}"
            f"{1000 * seconds / size:13.2f}{growth:>8}",
            flush=True,
        )
    each = [seconds / size for size, seconds in rows]
    worst = max((after / before for before, after in pairwise(each)), default=1.0)
    verdict = "within" if worst <= LIMIT else "over"
    print(
        f"  time for each document: {worst:.2f} times that of the row above at most ({verdict} the limit of {LIMIT})\n"
    )
    return int(options.check and worst > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
