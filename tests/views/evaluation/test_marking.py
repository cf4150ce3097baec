"""The text as the page shows it: nothing is lost, evidence is cut where it ends, names hold names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.records import Analysis, Block, BlockKind, Document, Entity, Evidence, Mention, Name
from kg.views.evaluation import Annotation, Finding, Verdict, errors
from kg.views.evaluation.marking import Marked, Paragraph, Segment, mark, plain

TEXT = "The School of Law at SPbPU met HIT."


def shown(paragraph: Paragraph) -> str:
    return "".join(plain(segment.pieces) for segment in paragraph.segments)


def mention(start: int, end: int, key: str = "organization/a") -> Mention:
    return Mention(start, end, "University", key, "registry", "known", 0.9)


def finding(verdict: Verdict, *spans: tuple[int, int]) -> Finding:
    return Finding(verdict, "a", "visited", "b", evidence=tuple(Evidence(a, b, TEXT[a:b]) for a, b in spans))


def analysis(*mentions: Mention) -> Analysis:
    return Analysis(
        Document("d", "", "en", TEXT, ()), (Entity("organization/a", "University", (Name("A"),)),), tuple(mentions)
    )


def test_every_character_of_every_block_is_there(english: tuple[Analysis, Annotation]) -> None:
    read, annotation = english
    paragraphs = mark(read, errors(read, annotation.gold))
    text = read.document.text
    assert [p.kind for p in paragraphs] == [BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.CAPTION]
    assert [shown(p) for p in paragraphs] == [text[b.start : b.end] for b in read.document.blocks]


def test_names_hold_the_names_within_them() -> None:
    (paragraph,) = mark(analysis(mention(4, 26), mention(21, 26, "organization/b")), ())
    (segment,) = paragraph.segments
    told = "A\nUniversity, organization/a\nregistry, 0.90: known"
    inner = Marked("organization/b", "University", "organization/b" + told[1:].replace("/a", "/b"), ("SPbPU",))
    assert segment == Segment(
        (),
        None,
        ("The ", Marked("organization/a", "University", told, ("School of Law at ", inner)), " met HIT."),
    )


@pytest.mark.parametrize(
    ("verdicts", "loudest"),
    [
        ((Verdict.RIGHT, Verdict.INVENTED), Verdict.INVENTED),
        ((Verdict.RIGHT, Verdict.TRAP, Verdict.INVENTED), Verdict.TRAP),
        ((Verdict.OPTIONAL, Verdict.RIGHT), Verdict.RIGHT),
        ((Verdict.MISSED,), Verdict.MISSED),
    ],
)
def test_the_loudest_verdict_colours_a_passage(verdicts: tuple[Verdict, ...], loudest: Verdict) -> None:
    (paragraph,) = mark(analysis(), [finding(verdict, (0, len(TEXT))) for verdict in verdicts])
    assert [(s.facts, s.verdict) for s in paragraph.segments] == [(tuple(range(len(verdicts))), loudest)]


def test_passages_that_overlap_are_cut() -> None:
    (paragraph,) = mark(analysis(mention(0, 10)), [finding(Verdict.RIGHT, (0, 20)), finding(Verdict.INVENTED, (4, 35))])
    assert [(plain(s.pieces), s.facts) for s in paragraph.segments] == [
        (TEXT[:4], (0,)),
        (TEXT[4:20], (0, 1)),
        (TEXT[20:], (1,)),
    ]


SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted).filter(lambda s: s[0] < s[1])


@given(st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=4), st.integers(0, len(TEXT)))
def test_no_spans_lose_or_double_a_character(mentions: list[list[int]], passages: list[list[int]], middle: int) -> None:
    read = analysis(*(mention(a, b) for a, b in mentions))
    blocks = tuple(Block(BlockKind.PARAGRAPH, a, b) for a, b in ((0, middle), (middle, len(TEXT))) if a < b)
    document = Document("d", "", "en", TEXT, blocks)
    read = Analysis(document, read.entities, read.mentions)
    paragraphs = mark(read, [finding(Verdict.RIGHT, (a, b)) for a, b in passages])
    assert "".join(map(shown, paragraphs)) == TEXT
