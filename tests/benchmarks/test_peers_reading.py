from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.peers import by_position
from benchmarks.peers.extracting import MODEL, squeeze
from benchmarks.peers.relations import Relation
from benchmarks.peers.texts import pieces
from kg.records import Block, BlockKind, Document


@given(st.text(alphabet=" \n\tab", max_size=20))
def test_squeezing_keeps_where_each_character_came_from(text: str) -> None:
    squeezed, offsets = squeeze(text)
    assert squeezed == " ".join(text.split())
    assert all(
        text[at] == character or (character == " " and text[at].isspace())
        for character, at in zip(squeezed, offsets, strict=True)
    )


def test_a_peer_reads_no_credits() -> None:
    text = "Title\nA did B.\nPrepared by C."
    blocks = (Block(BlockKind.TITLE, 0, 5), Block(BlockKind.PARAGRAPH, 6, 14), Block(BlockKind.CREDIT, 15, 29))
    assert pieces(Document("en-1", "", "en", text, blocks))["pieces"] == [
        {"start": 0, "text": "Title"},
        {"start": 6, "text": "A did B."},
    ]


def _said(text: str, relation: Relation) -> set[tuple[str, str]]:
    return {(one.role, " ".join(text[a:b] for a, b in one.words)) for one in relation.arguments}


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        (
            "Moscow State University signed an agreement with Peking University.",
            "sign",
            {("subject", "Moscow State University"), ("object", "an agreement"), ("with", "Peking University")},
        ),
        (
            "A memorandum was signed by Moscow State University.",
            "sign",
            {("object", "A memorandum"), ("subject", "Moscow State University")},
        ),
    ],
)
def test_the_baseline_goes_by_position_and_voice(text: str, verb: str, expected: set[tuple[str, str]]) -> None:
    ((_, relations),) = by_position.extractor(spacy.load(MODEL))([text])
    (found,) = [one for one in relations if one.verb == verb]
    assert _said(text, found) == expected
