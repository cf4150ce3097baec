"""Which events of a text are one: what is compared, what says that two are two, and what uniting them gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.entities import coreference as module
from kg.entities.coreference import AGAINST, FILE, LEAST, Model, Pair, load, pairs, united
from kg.errors import InputError
from kg.records import Block, BlockKind, Document, Entity, Evidence, Fact, Mention, Name, Status

TEXT = "The Polar Forum was held in Omsk. Li Wei spoke at the plenary session. The Ice Cup and a dinner followed."
FORUM, SESSION, CUP = "event/polar-forum", "event/plenary-session-d", "event/ice-cup"
THINGS = {
    "Polar Forum": (FORUM, "Conference"),
    "plenary session": (SESSION, "Meeting"),
    "Ice Cup": (CUP, "Competition"),
    "Li Wei": ("person/li-wei", "Person"),
}
ENTITIES = tuple(Entity(id, cls, (Name(name, "en"),)) for name, (id, cls) in THINGS.items())
MENTIONS = tuple(
    Mention(TEXT.index(name), TEXT.index(name) + len(name), cls, id, "pattern", "by hand", 1.0)
    for name, (id, cls) in THINGS.items()
)
TOLD = Evidence(34, 70, TEXT[34:70])
FACTS = (Fact("person/li-wei", "participatedIn", SESSION, Status.HELD, 0.9, "by-hand", (TOLD,)),)


def document(lang: str = "en") -> Document:
    return Document("d", "", lang, TEXT, (Block(BlockKind.PARAGRAPH, 0, len(TEXT)),))  # type: ignore[arg-type]


def changed(id: str, **fields: object) -> tuple[Entity, ...]:
    return tuple(replace(one, **fields) if one.id == id else one for one in ENTITIES)  # type: ignore[arg-type]


def compared(entities: tuple[Entity, ...] = ENTITIES) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(pair.earlier, pair.later): pair.traits for pair in pairs(document(), entities, MENTIONS, FACTS)}


@pytest.fixture
def taken_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that takes the session, and nothing else, for another event told of."""
    weights = {"any": -3.0, "later-head:session": 5.0}
    monkeypatch.setattr(module, "load", lambda: Model(1, "", "en", weights))


def test_events_are_compared_in_the_order_of_the_text_and_with_events_alone() -> None:
    found = compared()
    assert (FORUM, SESSION) in found
    assert {end for pair in found for end in pair} == {FORUM, SESSION, CUP}
    assert {"later-head:session", "said:the", "organized:none", "participatedIn:later"} <= set(found[FORUM, SESSION])


@pytest.mark.parametrize(
    ("between", "one"),
    [(" and the ", False), (", together with the 2021 ", False), (" of rectors had as its first part the ", True)],
)
def test_events_told_of_side_by_side_are_two(between: str, one: bool) -> None:
    text = f"The Polar Forum{between}plenary session took place."
    mentions = tuple(
        Mention(text.index(name), text.index(name) + len(name), cls, id, "pattern", "by hand", 1.0)
        for name, (id, cls) in THINGS.items()
        if name in text
    )
    told = replace(document(), text=text, blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),))
    assert bool([*pairs(told, ENTITIES, mentions, ())]) is one


@pytest.mark.parametrize(
    ("forum", "session"),
    [
        ({"edition": 3}, {"edition": 4}),
        ({"date": "2021-05"}, {"date": "2022"}),
        ({"series": "event-series/polar"}, {"series": "event-series/ice"}),
        ({"names": (Name("Polar Forum", "en"),)}, {"names": (Name("Rectors' Congress", "en"),)}),
        ({"names": (Name("Polar Forum in Omsk", "en"),)}, {"names": (Name("Rectors' Congress in Omsk", "en"),)}),
        ({"names": (Name("Polar Forum and the plenary session", "en"),)}, {}),
        ({"names": (Name("Second Polar Forum", "en"),)}, {"names": (Name("Third Polar Forum", "en"),)}),
        ({"names": (Name("Polar Forum-2021", "en"),)}, {"names": (Name("Polar Forum 2022", "en"),)}),
    ],
    ids=[
        "editions",
        "dates",
        "series",
        "names",
        "names but for the place",
        "listed together",
        "numbers said",
        "years said",
    ],
)
def test_what_says_that_two_events_are_two(forum: dict[str, object], session: dict[str, object]) -> None:
    entities = tuple(
        replace(one, **forum) if one.id == FORUM else replace(one, **session) if one.id == SESSION else one  # type: ignore[arg-type]
        for one in ENTITIES
    )
    assert (FORUM, SESSION) in compared()
    assert (FORUM, SESSION) not in compared(entities)


@pytest.mark.parametrize("other", [{"date": "2021-05-03"}, {"cls": "Ceremony"}, {"series": "event-series/polar"}])
def test_what_does_not_say_so(other: dict[str, object]) -> None:
    dated = tuple(
        replace(one, date="2021-05", edition=3) if one.id == FORUM else one for one in changed(SESSION, **other)
    )
    assert (FORUM, SESSION) in compared(dated)


def test_visits_are_left_alone() -> None:
    assert all(SESSION not in pair for pair in compared(changed(SESSION, cls="Visit")))


@pytest.mark.usefixtures("taken_for_one")
def test_uniting_joins_names_facts_and_mentions_and_says_why() -> None:
    entities, mentions, facts = united(document(), ENTITIES, MENTIONS, FACTS)
    forum = next(one for one in entities if one.id == FORUM)
    assert {one.id for one in entities} == {FORUM, CUP, "person/li-wei"}
    assert [name.text for name in forum.names] == ["Polar Forum", "plenary session"]
    assert forum.reasons == ("“plenary session” is probably the same event (0.88)",)
    assert [fact.object for fact in facts] == [FORUM]
    assert facts[0].evidence == (TOLD,)
    assert sum(mention.entity == FORUM for mention in mentions) == 2


@pytest.mark.usefixtures("taken_for_one")
def test_the_class_that_says_more_and_the_date_that_one_has_are_kept() -> None:
    told = tuple(replace(one, cls="Event") if one.id == FORUM else one for one in changed(SESSION, cls="RoundTable"))
    dated = tuple(replace(one, date="2021-05-03") if one.id == SESSION else one for one in told)
    forum = next(one for one in united(document(), dated, MENTIONS, FACTS)[0] if one.id == FORUM)
    assert (forum.cls, forum.date) == ("RoundTable", "2021-05-03")


@pytest.mark.usefixtures("taken_for_one")
def test_of_two_dates_the_more_precise_is_kept_and_a_kind_that_one_has() -> None:
    told = tuple(replace(one, date="2021-05") if one.id == FORUM else one for one in ENTITIES)
    other = {"date": "2021-05-03", "cls": "Conference", "kind": "forum"}
    dated = tuple(replace(one, **other) if one.id == SESSION else one for one in told)  # type: ignore[arg-type]
    forum = next(one for one in united(document(), dated, MENTIONS, FACTS)[0] if one.id == FORUM)
    assert (forum.cls, forum.kind, forum.date) == ("Conference", "forum", "2021-05-03")


def test_a_description_goes_into_what_has_a_name_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        module, "load", lambda: Model(1, "", "en", {"any": -3.0, "classes:Conference>Competition": 5.0})
    )
    entities, _, _ = united(document(), changed(FORUM, names=(Name("forum", "en"),)), MENTIONS, FACTS)
    assert {one.id for one in entities} == {CUP, SESSION, "person/li-wei"}


@pytest.mark.usefixtures("taken_for_one")
def test_texts_of_other_languages_stay_as_they_are() -> None:
    assert united(document("ru"), ENTITIES, MENTIONS, FACTS) == (ENTITIES, MENTIONS, FACTS)


def test_a_pair_that_is_not_one_keeps_groups_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): AGAINST - 0.05}
    monkeypatch.setattr(Model, "probability", lambda _, pair: chance[pair.earlier, pair.later])
    said = [Pair(one, other, ()) for one, other in chance]
    assert module._same(said, Model(1, "", "en", {}), "abc") == {"b": ("a", 0.9)}
    assert module._same(said, Model(1, "", "en", {}), "bac") == {"a": ("b", 0.9)}


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(0.01, 0.99),
        max_size=21,
    )
)
def test_what_is_kept_goes_into_nothing_else(chances: dict[tuple[int, int], float]) -> None:
    said = [Pair(str(one), str(other), (f"{one}-{other}",)) for one, other in chances]

    class Given(Model):
        def probability(self, pair: Pair) -> float:
            return chances[int(pair.earlier), int(pair.later)]

    same = module._same(said, Given(1, "", "en", {}), "0123456")
    assert not same.keys() & {kept for kept, _ in same.values()}
    assert all(sure >= LEAST for _, sure in same.values())
    assert all(kept < gone for gone, (kept, _) in same.items())
    groups = [{kept, *(gone for gone, (into, _) in same.items() if into == kept)} for kept, _ in same.values()]
    for group in groups:
        inside = [chances.get((int(a), int(b)), 0.0) for a in group for b in group if a < b]
        assert min(inside) >= AGAINST
    # whoever has no likely partner is left alone
    likely = {end for pair, chance in chances.items() if chance >= LEAST for end in map(str, pair)}
    assert same.keys() <= likely


def test_what_ships_is_of_english_and_can_be_read() -> None:
    model = load()
    assert model.language == "en"
    assert model.documents > 800
    assert "any" in model.weights
    known = {trait.split(":")[0] for traits in compared().values() for trait in traits}
    assert {trait.split(":")[0] for trait in model.weights} <= known


def test_a_broken_file_says_how_to_mend_it(tmp_path: Path) -> None:
    broken = tmp_path / FILE.name
    broken.write_text("weights: 3\n", encoding="utf-8")
    with pytest.raises(InputError, match="no model") as error:
        load(broken)
    assert "make coreference" in str(error.value)


@pytest.mark.parametrize(
    ("told", "article", "head", "new"),
    [
        ("The session is due in May.", "A", "meeting", True),
        ("The session was held in May.", "A", "meeting", True),
        ("The session is due in May.", "The", "meeting", False),
        ("The session is due in May.", "A", "conference", False),
    ],
)
def test_meeting_brought_in_behind_another_event_is_a_new_one(told: str, article: str, head: str, new: bool) -> None:
    text = f"{told} {article} {head} was held in Omsk."
    places = {"event/s": text.index("session"), "event/m": text.index(head)}
    classes = {"event/s": "Meeting", "event/m": "Meeting" if head == "meeting" else "Conference"}
    names = {"event/s": "session", "event/m": head}
    entities = [Entity(id, classes[id], (Name(names[id], "en"),)) for id in places]
    mentions = [
        Mention(start, start + len(names[id]), classes[id], id, "rule", "by hand", 0.6) for id, start in places.items()
    ]
    page = Document("d", "", "en", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    assert [(pair.earlier, pair.later) for pair in pairs(page, entities, mentions, ())] == (
        [] if new else [("event/s", "event/m")]
    )
