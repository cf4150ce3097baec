from __future__ import annotations

import re

import pytest

from benchmarks.peers import mapping
from benchmarks.peers.relations import OBJECT, SUBJECT, Argument, Labelled, Reading, Relation
from kg.records import Analysis, Document, Entity, Mention, Name, Recognised
from kg.schema import PROPERTIES, allows
from kg.views.evaluation import Gold, GoldEntity, score

Said = tuple[str, str] | tuple[str, str, str]
"""Role, words, and what it hangs on."""


def document(text: str) -> Document:
    return Document("en-1", "", "en", text, ())


def labelled(text: str, **labels: str) -> list[Labelled]:
    """Names as the model gives them; an underscore stands for a blank."""
    names = {name.replace("_", " "): label for name, label in labels.items()}
    return [Labelled(m.start(), m.end(), label) for name, label in names.items() for m in re.finditer(name, text)]


def argument(text: str, role: str, words: str, under: str = "") -> Argument:
    start = text.index(words)
    spans = tuple((start + m.start(), start + m.end()) for m in re.finditer(r"\S+", words))
    return Argument(role, spans, under)


def read(text: str, verb: str, *said: Said, names: list[Labelled], around: tuple[str, ...] = ()) -> Analysis:
    relation = Relation(verb, around, tuple(argument(text, *one) for one in said), 0, len(text))
    doc = document(text)
    return mapping.analysis(doc, Reading("en-1", (), (relation,)), mapping.named(doc, names))


def facts(found: Analysis) -> set[tuple[str, str, str]]:
    labels = {entity.id: entity.names[0].text if entity.names else entity.cls for entity in found.entities}
    return {(labels[fact.subject], fact.property, labels[fact.object]) for fact in found.facts}


def test_every_property_can_be_said() -> None:
    assert {rule.property for rule in mapping.table().rules} == set(PROPERTIES)


def test_a_signing_gives_one_agreement_to_all_who_signed_it() -> None:
    text = "Alpha and Beta signed an agreement with Gamma"
    names = labelled(text, Alpha="ORG", Beta="ORG", Gamma="ORG")
    found = read(
        text,
        "sign",
        (SUBJECT, "Alpha"),
        (SUBJECT, "Beta"),
        (OBJECT, "an agreement"),
        ("with", "Gamma", OBJECT),
        names=names,
    )
    assert facts(found) == {(who, "signed", "Agreement") for who in ("Alpha", "Beta", "Gamma")}
    assert len({fact.object for fact in found.facts}) == 1


@pytest.mark.parametrize("around", [("will",), ("had", "not"), ("may",)])
def test_what_is_planned_or_denied_is_no_fact(around: tuple[str, ...]) -> None:
    text = "Alpha visited Harbin"
    names = labelled(text, Alpha="ORG", Harbin="GPE")
    said: tuple[Said, ...] = ((SUBJECT, "Alpha"), (OBJECT, "Harbin"))
    assert facts(read(text, "visit", *said, names=names)) == {("Alpha", "visited", "Harbin")}
    assert not facts(read(text, "visit", *said, names=names, around=around))


def test_a_delegation_stands_for_the_one_who_sent_it() -> None:
    text = "Alpha was visited by a delegation of Beta"
    names = labelled(text, Alpha="ORG", Beta="ORG")
    found = read(text, "visit", (OBJECT, "Alpha"), (SUBJECT, "a delegation"), ("of", "Beta", SUBJECT), names=names)
    assert facts(found) == {("Beta", "visited", "Alpha")}


def test_what_hangs_on_a_name_is_not_taken_for_it() -> None:
    text = "Ivan Petrov , rector of Alpha , visited Harbin"
    names = labelled(text, Ivan_Petrov="PERSON", Alpha="ORG", Harbin="GPE")
    said: tuple[Said, ...] = ((SUBJECT, "Ivan Petrov"), ("of", "Alpha", SUBJECT), (OBJECT, "Harbin"))
    assert facts(read(text, "visit", *said, names=names)) == {("Ivan Petrov", "visited", "Harbin")}


def test_hosting_is_being_visited_unless_an_event_is_hosted() -> None:
    text = "Alpha hosted Beta and the Harbin Forum"
    names = labelled(text, Alpha="ORG", Beta="ORG", Harbin_Forum="EVENT")
    found = read(text, "host", (SUBJECT, "Alpha"), (OBJECT, "Beta"), (OBJECT, "the Harbin Forum"), names=names)
    assert facts(found) == {("Beta", "visited", "Alpha"), ("Alpha", "organized", "Harbin Forum")}


@pytest.mark.parametrize("turned", [False, True])
def test_an_apposition_gives_the_post_whichever_part_comes_first(turned: bool) -> None:
    text = "Ivan Petrov , rector of Alpha"
    names = labelled(text, Ivan_Petrov="PERSON", Alpha="ORG")
    person, post = (OBJECT, SUBJECT) if turned else (SUBJECT, OBJECT)
    found = read(text, "be", (person, "Ivan Petrov"), (post, "rector"), ("of", "Alpha", post), names=names)
    assert facts(found) == {("Ivan Petrov", "holdsPost", "Alpha"), ("Ivan Petrov", "represents", "Alpha")}


def test_a_light_verb_needs_its_noun() -> None:
    text = "Alpha took part in the Forum ; Alpha took photographs in the Forum"
    names = labelled(text, Alpha="ORG", Forum="EVENT")
    whole: tuple[Said, ...] = ((SUBJECT, "Alpha"), ("in", "the Forum"))
    assert facts(read(text, "take", *whole, (OBJECT, "part"), names=names)) == {("Alpha", "participatedIn", "Forum")}
    assert not facts(read(text, "take", *whole, (OBJECT, "photographs"), names=names))


def test_words_stand_for_the_name_that_has_them_all() -> None:
    text = "Harbin Institute of Technology lies in Harbin"
    institute, city = (0, 30, "institute"), (0, 6, "city")
    known = mapping.Known({}, (city, institute, (39, 45, "city")))
    assert known.within([(0, 6), (7, 16)]) == [institute]
    assert known.within([(20, 30)]) == [institute]
    assert known.within([(0, 6)]) == [city]
    assert [text[a:b] for a, b, _ in known.within([(0, 6), (39, 45)])] == ["Harbin", "Harbin"]
    assert not known.within([(31, 35)])


@pytest.mark.parametrize(
    ("text", "label", "cls"),
    [
        ("Omsk State University", "ORG", "University"),
        ("the Ministry of Education", "ORG", "GovernmentBody"),
        ("Northern Forum", "ORG", "Event"),
        ("Vostok", "ORG", "Organization"),
        ("Ministry Street", "GPE", "Place"),
        ("2019", "DATE", None),
    ],
)
def test_the_class_of_a_name_comes_from_its_label_and_its_words(text: str, label: str, cls: str | None) -> None:
    known = mapping.named(document(text), [Labelled(0, len(text), label)])
    assert [entity.cls for entity in known.entities.values()] == ([cls] if cls else [])


@pytest.mark.parametrize(
    ("phrase", "cls"),
    [
        ("Forum of the University", "University"),
        ("two memorandums", "Agreement"),
        ("conferences", None),
        ("friends", None),
    ],
)
def test_the_last_telling_word_of_a_phrase_decides(phrase: str, cls: str | None) -> None:
    assert mapping.kind(phrase) == cls


def test_equal_names_are_one_thing() -> None:
    text = "the Omsk Forum . Omsk Forum’s"
    known = mapping.named(document(text), [Labelled(0, 14, "EVENT"), Labelled(17, 29, "EVENT")])
    assert len(known.entities) == 1
    assert len(known.mentions) == 2


def test_given_our_things_the_facts_stand_between_them() -> None:
    text = "The rectors of both met Gamma"
    entities = (Entity("o/a", "University", (Name("Alpha"),)), Entity("o/g", "University", (Name("Gamma"),)))
    mentions = tuple(
        Mention(text.index(word), text.index(word) + len(word), "University", key, "rule", "", 1.0)
        for word, key in (("both", "o/a"), ("Gamma", "o/g"))
    )
    relation = Relation(
        "meet",
        (),
        (
            argument(text, SUBJECT, "The rectors"),
            argument(text, "of", "both", SUBJECT),
            argument(text, OBJECT, "Gamma"),
        ),
        0,
        len(text),
    )
    known = mapping.recognised(Recognised(entities, mentions))
    found = mapping.analysis(document(text), Reading("en-1", (), (relation,)), known)
    assert facts(found) == {("Alpha", "negotiatedWith", "Gamma")}
    gold = Gold(
        "en-1",
        "en",
        (GoldEntity("a", "University", ("Alpha",)), GoldEntity("g", "University", ("Gamma",))),
        facts=(("a", "negotiatedWith", "g"),),
    )
    assert score(found, gold).strict.f1 == 1


def test_no_fact_is_between_classes_that_the_ontology_keeps_apart() -> None:
    text = "Ivan Petrov established Harbin with Alpha in Omsk"
    names = labelled(text, Ivan_Petrov="PERSON", Harbin="GPE", Alpha="ORG", Omsk="GPE")
    roles: list[Said] = [(SUBJECT, "Ivan Petrov"), (OBJECT, "Harbin"), ("with", "Alpha"), ("in", "Omsk")]
    for verb in sorted({verb for rule in mapping.table().rules for verb in rule.verbs}):
        found = read(text, verb, *roles, names=names)
        classes = {entity.id: entity.cls for entity in found.entities}
        for fact in found.facts:
            assert allows(classes[fact.subject], fact.property, classes[fact.object]), fact


def test_a_reading_of_another_document_is_refused() -> None:
    with pytest.raises(ValueError, match="en-2"):
        mapping.analysis(document(""), Reading("en-2", (), ()), mapping.Known({}, ()))
