"""The ways through a parse made by hand: steps, what stands above, and what is too far or in another sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.facts.paths import DependencyPath, Parse

# "Li and Jilin University visited the campus of MSU ." with names merged, then a sentence of its own
WORDS = ["Li", "and", "JLU", "visited", "the", "campus", "of", "MSU", ".", "Peking", "wrote", "."]
HEADS = [3, 0, 0, 3, 5, 3, 5, 6, 3, 10, 10, 10]
DEPS = ["nsubj", "cc", "conj", "ROOT", "det", "dobj", "prep", "pobj", "punct", "nsubj", "ROOT", "punct"]
TAGS = ["PROPN", "CCONJ", "PROPN", "VERB", "DET", "NOUN", "ADP", "PROPN", "PUNCT", "PROPN", "VERB", "PUNCT"]
LEMMAS = ["Li", "and", "JLU", "visit", "the", "campus", "of", "MSU", ".", "Peking", "write", "."]
NAMES = ["B-PERSON", "O", "B-ORG", "O", "O", "O", "O", "B-ORG", "O", "B-ORG", "O", "O"]


def doc() -> Doc:
    return Doc(Vocab(), WORDS, heads=HEADS, deps=DEPS, pos=TAGS, lemmas=LEMMAS, ents=NAMES)


def ways(one: str, other: str) -> list[DependencyPath]:
    text = doc()
    parse = Parse(text)
    first, second = (
        parse.heads([(token.idx, token.idx + len(token))]) for token in (text[WORDS.index(w)] for w in (one, other))
    )
    return list(parse.paths(first, second))


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "Li",
            "MSU",
            ("nsubj[visit]dobj:campus>prep:of>pobj", "nsubj[visit]dobj>prep>pobj", "nsubj[VERB]dobj>prep>pobj"),
        ),
        (
            "MSU",
            "Li",
            ("pobj<prep:of<dobj:campus[visit]nsubj", "pobj<prep<dobj[visit]nsubj", "pobj<prep<dobj[VERB]nsubj"),
        ),
        # a name on the way is told by its kind
        (
            "JLU",
            "MSU",
            (
                "conj<nsubj:PERSON[visit]dobj:campus>prep:of>pobj",
                "conj<nsubj[visit]dobj>prep>pobj",
                "conj<nsubj[VERB]dobj>prep>pobj",
            ),
        ),
        # one that stands above the other is not told itself
        ("Li", "JLU", ("[*]conj", "[*]conj", "[PROPN]conj")),
        ("JLU", "Li", ("conj[*]", "conj[*]", "conj[PROPN]")),
    ],
)
def test_a_way_is_told_three_times(one: str, other: str, told: tuple[str, str, str]) -> None:
    assert ways(one, other) == [DependencyPath(*told)]


def test_no_way_leads_to_itself_or_to_another_sentence() -> None:
    assert ways("Li", "Li") == []
    assert ways("Li", "Peking") == []


@given(st.integers(1, 20))
def test_what_is_far_apart_is_not_told(many: int) -> None:
    chain = Doc(
        Vocab(),
        [f"w{n}" for n in range(many + 1)],
        heads=[max(0, n - 1) for n in range(many + 1)],
        deps=["ROOT", *["prep"] * many],
    )
    found = list(Parse(chain).paths({0: [0]}, {0: [many]}))
    assert len(found) == (many <= 7)
    assert all(path.verb == "[*]" + ">".join(["prep"] * many) for path in found)


def test_a_passage_is_governed_by_its_topmost_word() -> None:
    text = doc()
    campus, peking = (text[4].idx, text[7].idx + 3), (text[9].idx, text[9].idx + 6)
    assert dict(Parse(text).heads([campus, peking, (0, 0)])) == {3: [5], 10: [9]}
