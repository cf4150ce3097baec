"""The frames: the examples that stand beside them, and what a file of frames may not say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kg.errors import LanguageError
from kg.facts import frames as module
from kg.facts.frames import Example, Frame, frames
from kg.records import Status

FRAMES = frames("en").all
LIKE = [(frame, example) for frame in FRAMES for example in frame.like]
UNLIKE = [(frame, text) for frame in FRAMES for text in frame.unlike]
ROW = {"id": "greet", "verbs": ["greet"], "facts": [["agent", "negotiatedWith", "patient"]]}


def test_how_many_examples_there_are() -> None:
    assert len(FRAMES) >= 25
    assert len(LIKE) >= 2 * len(FRAMES)
    assert len(UNLIKE) >= len(FRAMES)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_each_frame_has_examples(frame: Frame) -> None:
    assert len(frame.like) >= 2
    assert all(example.facts for example in frame.like)
    assert frame.unlike


@pytest.mark.parametrize(("frame", "example"), LIKE, ids=[f"{f.id}-{f.like.index(e)}" for f, e in LIKE])
def test_like(frame: Frame, example: Example, tell: Callable[..., Any]) -> None:
    told = tell(example.text)
    missing = [fact for fact in example.facts if not told.finds(fact, frame.status or Status.HELD)]
    assert not missing, told.written()


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_each_frame_finds_something_itself(frame: Frame, tell: Callable[..., Any]) -> None:
    rules = {
        fact.rule
        for example in frame.like
        for told in [tell(example.text)]
        for wanted in example.facts
        for fact in told.finds(wanted, frame.status or Status.HELD)
    }
    assert rules & {frame.id, f"{frame.id}-for"}, rules


@pytest.mark.parametrize(("frame", "text"), UNLIKE, ids=[f"{f.id}-{f.unlike.index(t)}" for f, t in UNLIKE])
def test_unlike(frame: Frame, text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not [fact for fact in told.analysis.facts if fact.rule in {frame.id, f"{frame.id}-for"}], told.written()


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Put rows in the place of the file of frames."""

    def write(*rows: dict[str, Any]) -> None:
        monkeypatch.setattr(module, "read", lambda lang, name: list(rows))

    frames.cache_clear()
    yield write
    frames.cache_clear()


def test_a_row_as_it_should_be(written: Callable[..., None]) -> None:
    written(ROW, ROW | {"id": "thank", "verbs": ["thank"], "nouns": ["thanks"], "copula": ["thankful"]})
    table = frames("en")
    assert [frame.id for frame in table.all] == ["greet", "thank"]
    assert [frame.id for frame in table.by_verb["thank"]] == ["thank"]
    assert table.by_noun.keys() == {"thanks"}
    assert table.by_copula.keys() == {"thankful"}
    assert table.all[0].facts[0].subject == ("agent",)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (ROW | {"mood": "bright"}, "greet: unknown field 'mood'"),
        (ROW | {"facts": [["agent", "greeted", "patient"]]}, "greet: no property 'greeted' in the ontology"),
        (ROW | {"only": {"agent": ["Rector"]}}, "greet: no class 'Rector' in the ontology"),
        (ROW | {"only": {"agent": ["not Rector"]}}, "greet: no class 'Rector' in the ontology"),
    ],
)
def test_a_row_that_is_refused(row: dict[str, Any], reason: str, written: Callable[..., None]) -> None:
    written(row)
    with pytest.raises(LanguageError, match=reason) as caught:
        frames("en")
    assert caught.value.place == "kg/languages/en/frames.yml"


def test_an_id_that_stands_twice_is_refused(written: Callable[..., None]) -> None:
    written(ROW, ROW)
    with pytest.raises(LanguageError, match="an id stands twice"):
        frames("en")
