"""A small graph made by hand, hostile texts among it, and what the views see of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph.store import Store, replace
from kg.records import Analysis, Collection, Document, Entity, Evidence, Fact, Name, NameKind, Status

SIGNING = "SPbPU and Zhejiang University signed a memorandum in June 2020."
POST = "Lu Zhiyu, Director of the Representative Office, spoke for SPbPU."
PLAN = "SPbPU plans to become a partner of Tsinghua University."
DENIAL = "Zhejiang University never visited Tsinghua University."
FORUM = "СПбПУ участвовал в Форуме ректоров."
AGAIN = "СПбПУ и Чжэцзянский университет подписали меморандум."
SCRIPT = "</script><script>window.pwned = 1</script>"
HOSTILE = f'{SCRIPT} "quoted\' <img src=x onerror="window.pwned=1"> \u202eLTR\u202c 🤝 & &amp;'
LONG = "W" * 10_000
ATTACK = f"{HOSTILE} works with {LONG}.\u2028"


def names(*rows: tuple[str, str | None, str]) -> tuple[Name, ...]:
    kinds = {"p": NameKind.PREFERRED, "a": NameKind.ALTERNATIVE, "h": NameKind.HIDDEN}
    return tuple(Name(text, lang, kinds[kind]) for text, lang, kind in rows)  # type: ignore[arg-type]


def fact(
    document_text: str,
    sentence: str,
    subject: str,
    prop: str,
    obj: str,
    status: Status = Status.HELD,
    **post: str,
) -> Fact:
    start = document_text.index(sentence)
    evidence = (Evidence(start, start + len(sentence), sentence),)
    return Fact(subject, prop, obj, status, 0.9, f"test.{prop}", evidence, **post)


def document(id: str, lang: str, text: str, published: str, source: str | None, publisher: str | None) -> Document:
    return Document(id, f"Title of {id}", lang, text, (), published, source, publisher)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def collection() -> Collection:
    spbpu, zju, tsinghua = (f"organization/{key}" for key in ("spbpu", "zju", "tsinghua"))
    lu, namesake = "person/lu-zhiyu", "person/lu-zhiyu-2"
    memorandum, forum, hostile, long = "agreement/m1", "event/forum", "organization/hostile", "organization/long"
    entities = (
        Entity(
            spbpu,
            "University",
            names(
                ("Peter the Great St. Petersburg Polytechnic University", "en", "p"),
                ("Санкт-Петербургский политехнический университет Петра Великого", "ru", "p"),
                ("圣彼得堡彼得大帝理工大学", "zh", "p"),
                ("SPbPU", None, "a"),
                ("СПбПУ", "ru", "a"),
                ("SPbPU Politech", "en", "h"),
            ),
            same_as=("https://ror.org/02x91aj62",),
            reasons=("“SPbPU” stands in brackets after the full name",),
        ),
        Entity(zju, "University", names(("Zhejiang University", "en", "p"), ("浙江大学", "zh", "p"))),
        Entity(tsinghua, "University", names(("Tsinghua University", "en", "p"), ("清华大学", "zh", "p"))),
        Entity(lu, "Person", names(("Lu Zhiyu", "en", "p"), ("Lü Zhiyu", "en", "a"))),
        Entity(namesake, "Person", names(("Lü, Zhi-Yu", "en", "p"), ("Lu Zhiyu", None, "a"))),
        Entity(memorandum, "Agreement", (), kind="memorandum", date="2020-06", subjects=("topic/optics",)),
        Entity("topic/optics", "Topic", names(("optics", "en", "p"), ("оптика", "ru", "p")), broader="topic/science"),
        Entity("topic/science", "Topic", names(("science", "en", "p"), ("наука", "ru", "p"))),
        Entity(forum, "Conference", names(("Форум ректоров", "ru", "p")), kind="forum", date="2021-02-03/2021-02-05"),
        Entity(hostile, "Company", names((HOSTILE, "en", "p"))),
        Entity(long, "Company", names((LONG, "en", "p"))),
        Entity("place/nowhere", "City", names(("Nowhere", "en", "p"))),
    )
    one = "\n\n".join([SIGNING, POST, PLAN, DENIAL])
    two = "\n\n".join([AGAIN, FORUM])
    analyses = (
        Analysis(
            document("d1", "en", one, "2020-07-01", "https://example.org/d1", spbpu),
            facts=(
                fact(one, SIGNING, spbpu, "signed", memorandum),
                fact(one, SIGNING, zju, "signed", memorandum),
                fact(one, POST, lu, "holdsPost", spbpu, title="Director", since="2016"),
                fact(one, POST, lu, "represents", spbpu),
                fact(one, PLAN, tsinghua, "partnerOf", spbpu, Status.PLANNED),
                fact(one, DENIAL, zju, "visited", tsinghua, Status.DENIED),
            ),
        ),
        Analysis(
            document("d2", "ru", two, "2021-02-10", None, None),
            facts=(
                fact(two, AGAIN, spbpu, "signed", memorandum),
                fact(two, AGAIN, zju, "partnerOf", spbpu),
                fact(two, FORUM, spbpu, "participatedIn", forum),
            ),
        ),
        Analysis(
            document("d3", "en", ATTACK, "2022", "javascript:window.pwned=1", None),
            facts=(fact(ATTACK, ATTACK, hostile, "partnerOf", long),),
        ),
    )
    return Collection(analyses, entities)


@pytest.fixture(scope="session")
def store(collection: Collection, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    directory: Path = tmp_path_factory.mktemp("views") / "store"
    replace(directory, collection)
    with Store.open(directory) as opened:
        yield opened
