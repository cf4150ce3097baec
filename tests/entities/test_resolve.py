"""What a text names: one thing each, however often and however it is called there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg import registry
from kg.entities.resolve import resolve
from kg.languages import load
from kg.records import Block, BlockKind, Document, Recognised

REGISTRY = registry.load()


def document(text: str, publisher: str | None = None, *blocks: Block) -> Document:
    return Document("x", "", "en", text, blocks or (Block(BlockKind.PARAGRAPH, 0, len(text)),), publisher=publisher)


def read(text: str, publisher: str | None = None) -> Recognised:
    return resolve(document(text, publisher), load("en")(text), REGISTRY)


def test_brackets_do_not_make_two_known_universities_one() -> None:
    found = read("Jilin University (Altai State University) sent guests.")
    assert {"organization/jlu", "organization/asu"} <= {entity.id for entity in found.entities}


def test_offices_names_say_whose_and_where_they_are() -> None:
    found = read("The Jilin University Representative Office in Moscow grew.")
    said = {(r.property, r.object) for r in found.related}
    assert said == {("unitOf", "organization/jlu"), ("locatedIn", "place/moscow")}


def test_posts_come_with_people_and_organizations() -> None:
    found = read("Ivan Sokolov, Rector of Altai State University, and Prof. Li Weiming from Jilin University came.")
    assert {(post.person, post.organization, post.title) for post in found.posts} == {
        ("person/ivan-sokolov", "organization/asu", "Rector"),
        ("person/li-weiming", "organization/jlu", "Prof."),
    }


def test_what_is_boilerplate_is_not_read() -> None:
    text = "Jilin University grew.\nSee also Altai State University"
    cut = text.index("\n")
    blocks = (Block(BlockKind.PARAGRAPH, 0, cut), Block(BlockKind.BOILERPLATE, cut + 1, len(text)))
    found = resolve(document(text, None, *blocks), load("en")(text), REGISTRY)
    assert "organization/asu" not in {entity.id for entity in found.entities}
    assert "organization/jlu" in {entity.id for entity in found.entities}


SAID_WITH = (
    "Jilin University SPbPU Polytechnic Ivan Sokolov LI Weiming Rector of the and , . ( ) Institute Forum 5th "
    "China-Russia Expo in Moscow signed an agreement with delegation both sides it he our university \n"
)
WORDS = st.sampled_from(SAID_WITH.split(" "))


@given(st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from([None, "organization/spbpu", "organization/jlu"]))
def test_whatever_the_words_the_records_fit_together(text: str, publisher: str | None) -> None:
    found = read(text, publisher)
    ids = [entity.id for entity in found.entities]
    assert len(set(ids)) == len(ids)
    assert ids == sorted(ids)
    assert all(
        0 <= m.start < m.end <= len(text) and m.entity in ids and 0 < m.score <= 1 and m.reason for m in found.mentions
    )
    assert all(r.subject in ids and r.object in ids and r.subject != r.object for r in found.related)
    assert all(post.person in ids and post.organization in (None, *ids) for post in found.posts)
    assert all(entity.names or "/~" in entity.id for entity in found.entities)
