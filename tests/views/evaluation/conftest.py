"""Two annotated documents made by hand, hostile texts among them, and how they were read."""

from __future__ import annotations

import pytest

from kg.records import Analysis, Block, BlockKind, Document, Entity, Evidence, Fact, Mention, Name, Status
from kg.views.evaluation import Annotation, Evaluation, Gold, GoldEntity, evaluate

SCRIPT = "</script><script>window.pwned = 1</script>"
HOSTILE = f'{SCRIPT} "quoted\' <img src=x onerror="window.pwned=1"> & &amp; \u202eLTR\u202c'
TITLE = f"A title {HOSTILE}"
SIGNING = "SPbPU and HIT signed a memorandum with the School of Law at SPbPU."
VISIT = f"Lu Zhiyu {HOSTILE} visited SPbPU."
TRAP = "SPbPU may become a partner of HIT."
TEXT = f"{TITLE}\n\n{SIGNING} {VISIT}\n\n{TRAP}"
RUSSIAN = "СПбПУ посетил ХПИ."


def _spans(text: str, name: str) -> list[tuple[int, int]]:
    return [(at, at + len(name)) for at in range(len(text)) if text.startswith(name, at)]


def _fact(text: str, sentence: str, subject: str, prop: str, obj: str, **more: object) -> Fact:
    start = text.index(sentence)
    passage = Evidence(start, start + len(sentence), sentence)
    values = {"status": Status.HELD, "confidence": 0.9, "rule": f"rule <b>{prop}</b>"} | more
    return Fact(subject, prop, obj, evidence=(passage,), **values)  # type: ignore[arg-type]


def _mentions(text: str, cls: str, key: str, name: str) -> list[Mention]:
    return [Mention(a, b, cls, key, "registry", f"“{HOSTILE}” is known", 0.99) for a, b in _spans(text, name)]


@pytest.fixture(scope="session")
def hostile() -> str:
    """What must be shown as it is and never run."""
    return HOSTILE


@pytest.fixture(scope="session")
def english() -> tuple[Analysis, Annotation]:
    """A document with a right, a missed, an invented, an optional fact and a trap."""
    spbpu, hit, lu = ("organization/spbpu", "organization/hit", "person/lu")
    school, deal = "organization/law", "agreement/a1"
    blocks = tuple(
        Block(kind, start, start + len(text))
        for kind, text in (
            (BlockKind.TITLE, TITLE),
            (BlockKind.PARAGRAPH, f"{SIGNING} {VISIT}"),
            (BlockKind.CAPTION, TRAP),
        )
        for start in (TEXT.index(text),)
    )
    document = Document("en-1", TITLE, "en", TEXT, blocks, "2021-04-12", "javascript:alert(1)")
    analysis = Analysis(
        document,
        (
            Entity(deal, "Agreement", ()),
            Entity(hit, "University", (Name("HIT"),)),
            Entity(lu, "Person", (Name(f"Lu Zhiyu {HOSTILE}"),)),
            Entity(school, "OrganizationalUnit", (Name("School of Law at SPbPU"),)),
            Entity(spbpu, "University", (Name("SPbPU"),)),
        ),
        tuple(
            sorted(
                [
                    *_mentions(TEXT, "OrganizationalUnit", school, "School of Law at SPbPU"),
                    *_mentions(TEXT, "University", spbpu, "SPbPU"),
                    *_mentions(TEXT, "University", hit, "HIT"),
                    *_mentions(TEXT, "Person", lu, "Lu Zhiyu"),
                    *_mentions(TEXT, "Agreement", deal, "memorandum"),
                ],
                key=lambda m: m.start,
            )
        ),
        (
            _fact(TEXT, SIGNING, spbpu, "signed", deal),
            _fact(TEXT, SIGNING, hit, "signed", deal, confidence=0.4),
            _fact(TEXT, SIGNING, school, "unitOf", spbpu),
            _fact(TEXT, VISIT, lu, "represents", spbpu),
            _fact(TEXT, VISIT, lu, "visited", spbpu, status=Status.PLANNED),
            _fact(TEXT, TRAP, spbpu, "partnerOf", hit, confidence=0.3),
        ),
    )
    gold = Gold(
        "en-1",
        "en",
        (
            GoldEntity("spbpu", "University", ("SPbPU",)),
            GoldEntity("hit", "University", ("HIT",)),
            GoldEntity("lu", "Person", (f"Lu Zhiyu {HOSTILE}", "Lu Zhiyu")),
            GoldEntity("law", "OrganizationalUnit", ("School of Law at SPbPU",)),
            GoldEntity("nobody", "Company", (f"Company {HOSTILE}",)),
            GoldEntity("deal", "Agreement"),
        ),
        (
            ("spbpu", "signed", "deal"),
            ("hit", "signed", "deal"),
            ("lu", "visited", "spbpu"),
            ("hit", "partnerOf", "nobody"),
        ),
        (("law", "unitOf", "spbpu"),),
        ((("hit", "partnerOf", "spbpu"), "intended"),),
        sha256="1" * 64,
    )
    return analysis, Annotation(gold, "development")


@pytest.fixture(scope="session")
def russian() -> tuple[Analysis, Annotation]:
    """A held-out document of which nothing was read."""
    analysis = Analysis(Document("ru-1", "Визит", "ru", RUSSIAN, (Block(BlockKind.PARAGRAPH, 0, len(RUSSIAN)),)))
    gold = Gold(
        "ru-1",
        "ru",
        (GoldEntity("a", "University", ("СПбПУ",)), GoldEntity("b", "University", ("ХПИ",))),
        (("a", "visited", "b"),),
        sha256="2" * 64,
    )
    return analysis, Annotation(gold, "heldout")


@pytest.fixture(scope="session")
def evaluation(english: tuple[Analysis, Annotation], russian: tuple[Analysis, Annotation]) -> Evaluation:
    analyses, annotations = zip(english, russian, strict=True)
    return evaluate(analyses, annotations)
