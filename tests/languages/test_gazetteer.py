"""Names in a sequence of words: the longest that begins leftmost."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kg.languages.gazetteer import Gazetteer, Hit, build

WORDS = st.sampled_from(["a", "b", "c", "d"])
NAMES = st.lists(st.tuples(st.lists(WORDS, min_size=1, max_size=4).map(tuple), st.sampled_from("123")), max_size=8)


def of(*names: tuple[str, str]) -> Gazetteer:
    return build(names, str.lower, str.split)


def hits(gazetteer: Gazetteer, text: str) -> list[tuple[str, tuple[str, ...]]]:
    words = text.split()
    return [(" ".join(words[hit.start : hit.end]), hit.entries) for hit in gazetteer.hits(words)]


def test_the_longest_name_counts() -> None:
    known = of(("Moscow", "city"), ("Moscow State University", "msu"), ("State University", "any"))
    assert hits(known, "from Moscow State University to Moscow") == [
        ("Moscow State University", ("msu",)),
        ("Moscow", ("city",)),
    ]


def test_a_beginning_without_its_end_falls_back_to_the_shorter_name() -> None:
    known = of(("Moscow", "city"), ("Moscow State University of Design", "design"), ("University", "any"))
    assert hits(known, "Moscow State University") == [("Moscow", ("city",)), ("University", ("any",))]


def test_the_key_says_what_is_the_same_word() -> None:
    assert hits(of(("Moscow", "city")), "MOSCOW moscow") == [("MOSCOW", ("city",)), ("moscow", ("city",))]
    exact = build([("Moscow", "city")], str, str.split)
    assert [hit.start for hit in exact.hits(["MOSCOW", "Moscow"])] == [1]


def test_a_name_of_several_gives_all_in_order_each_once() -> None:
    known = of(("Polytech", "tpu"), ("Polytech", "spbpu"), ("polytech", "tpu"))
    assert hits(known, "Polytech") == [("Polytech", ("spbpu", "tpu"))]


def test_nothing_known_nothing_found() -> None:
    assert hits(of(), "a b") == []
    assert hits(of(("", "nobody")), "a b") == []
    assert hits(of(("a", "1")), "") == []


def test_words_without_key_belong_to_no_name() -> None:
    known = build([("a b", "1")], str.strip, str.split)
    assert list(known.hits(["a", " ", "b"])) == []
    assert list(known.hits([" ", "a", "b"])) == [Hit(1, 3, ("1",))]


@given(NAMES, st.lists(WORDS, max_size=12))
def test_as_a_plain_search_finds_them(names: list[tuple[tuple[str, ...], str]], words: list[str]) -> None:
    known = Gazetteer(str)
    for name, entry in names:
        known.add(name, entry)
    assert list(known.hits(words)) == _searched(names, words)


def _searched(names: Sequence[tuple[tuple[str, ...], str]], words: Sequence[str]) -> list[Hit]:
    found, position = [], 0
    while position < len(words):
        here = [name for name, _ in names if tuple(words[position : position + len(name)]) == name]
        longest = max(here, key=len, default=())
        if longest:
            owners = tuple(sorted({entry for name, entry in names if name == longest}))
            found.append(Hit(position, position + len(longest), owners))
        position += len(longest) or 1
    return found
