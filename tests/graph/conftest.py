"""A small collection, made by hand: two documents that report one signing, one plan, one post, in three scripts."""

from __future__ import annotations

import pytest

from kg.records import (
    Analysis,
    Block,
    BlockKind,
    Collection,
    Document,
    Entity,
    Evidence,
    Fact,
    Mention,
    Name,
    NameKind,
    Status,
)

ENGLISH = (
    "Lu ZHIYU, Head of the Office, signed a memorandum. 𝒳 Talks with 清华大学 are planned. "
    "Polytech is a partner of Tsinghua. It did not visit Shanghai."
)
RUSSIAN = "Лу Чжиюй 🎓 подписал меморандум. Политех — партнёр Цинхуа."


def passage(text: str, words: str) -> tuple[Evidence, ...]:
    start = text.index(words)
    return (Evidence(start, start + len(words), words),)


def preferred(text: str, lang: str) -> Name:
    return Name(text, lang, NameKind.PREFERRED)  # type: ignore[arg-type]


SPBPU, TSINGHUA, LU = "organization/spbpu", "organization/tsinghua", "person/lu-zhiyu"
MEMORANDUM, SHANGHAI = "agreement/memorandum-2020-06", "place/shanghai"

ENTITIES = (
    Entity(MEMORANDUM, "Agreement", (), kind="memorandum", date="2020-06/2020-07", place=SHANGHAI),
    Entity(
        SPBPU,
        "University",
        (preferred("SPbPU", "en"), preferred("СПбПУ", "ru"), Name("Polytech"), Name("SPPbU", "en", NameKind.HIDDEN)),
        same_as=("https://www.wikidata.org/wiki/Q1136919", "https://ror.org/02x91aj62"),
        reasons=("a name of the registry",),
    ),
    Entity(TSINGHUA, "University", (preferred("Tsinghua University", "en"), preferred("清华大学", "zh"))),
    Entity(LU, "Person", (preferred("Lu Zhiyu", "en"), Name("Lu ZHIYU"), Name("Лу Чжиюй", "ru"))),
    Entity(SHANGHAI, "City", (preferred("Shanghai", "en"),)),
)


def fact(text: str, subject: str, prop: str, obj: str, words: str, **more: object) -> Fact:
    settings: dict[str, object] = {"status": Status.HELD, "confidence": 0.9, "rule": "by-hand", **more}
    return Fact(subject, prop, obj, evidence=passage(text, words), **settings)  # type: ignore[arg-type]


@pytest.fixture
def collection() -> Collection:
    english = Analysis(
        Document(
            "en-1",
            "A digest",
            "en",
            ENGLISH,
            (Block(BlockKind.PARAGRAPH, 0, len(ENGLISH)),),
            published="2020-10-05",
            source="https://example.org/news/1",
            publisher=SPBPU,
        ),
        mentions=(Mention(0, 8, "Person", LU, "model", "a titled name", 0.9),),
        facts=(
            fact(ENGLISH, LU, "signed", MEMORANDUM, "signed a memorandum"),
            fact(ENGLISH, LU, "holdsPost", SPBPU, "Head of the Office", title="Head of the Office", since="2016"),
            fact(ENGLISH, TSINGHUA, "negotiatedWith", SPBPU, "Talks with 清华大学 are planned", status=Status.PLANNED),
            fact(ENGLISH, TSINGHUA, "partnerOf", SPBPU, "partner of Tsinghua", confidence=0.7, rule="noun"),
            fact(ENGLISH, SPBPU, "partnerOf", TSINGHUA, "Polytech is a partner of Tsinghua", rule="copula"),
            fact(ENGLISH, SPBPU, "visited", SHANGHAI, "did not visit", status=Status.DENIED),
        ),
        sentences=4,
    )
    russian = Analysis(
        Document(
            "ru-1", "Дайджест", "ru", RUSSIAN, (Block(BlockKind.PARAGRAPH, 0, len(RUSSIAN)),), published="2020-10"
        ),
        mentions=(Mention(0, 8, "Person", LU, "model", "a titled name", 0.9),),
        facts=(
            fact(RUSSIAN, LU, "signed", MEMORANDUM, "🎓 подписал меморандум"),
            fact(RUSSIAN, SPBPU, "partnerOf", TSINGHUA, "партнёр Цинхуа"),
        ),
        sentences=2,
    )
    return Collection((english, russian), ENTITIES)
