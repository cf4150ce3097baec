"""What a whole text says: dates, captions, delegations, and what follows from facts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.languages import load
from kg.pipeline import analyse
from kg.records import Block, BlockKind, Document, Status
from kg.schema import SYMMETRIC, allows

JLU, ASU, KFU = "Jilin University", "Altai State University", "Kazan Federal University"


def dates(told: Any, home: str) -> list[str | None]:
    return [entity.date for entity in told.analysis.entities if entity.id.startswith(f"{home}/")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"On 5 June 2019 {JLU} and {ASU} signed a contract.", "2019-06-05"),
        (f"{JLU} and {ASU} signed a contract on 5 June.", "2019-06-05"),
        (f"{JLU} and {ASU} signed a contract in June 2018.", "2018-06"),
        (f"{JLU} and {ASU} signed a contract in 2018.", "2018"),
        (f"{JLU}, founded in 1946, signed a contract with {ASU}.", None),
        (f"{JLU} and {ASU} signed a contract.", None),
        (f"In 2015 guests came. {JLU} and {ASU} signed a contract.", None),
    ],
)
def test_when_an_agreement_was_signed(text: str, date: str | None, tell: Callable[..., Any]) -> None:
    assert dates(tell(text, published="2019-11-20"), "agreement") == [date]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{JLU} and {ASU} signed a contract in Barnaul.", "place/barnaul"),
        (f"A contract was signed in Barnaul by {JLU} and {ASU}.", "place/barnaul"),
        (f"In Barnaul, {JLU} and {ASU} signed a contract.", "place/barnaul"),
        (f"{JLU} and {ASU} signed a contract.", None),
        (f"{JLU} and {ASU} will sign a contract in Barnaul.", None),
        (f"Guests met in Barnaul. {JLU} and {ASU} signed a contract.", None),
    ],
)
def test_where_an_agreement_was_signed(text: str, place: str | None, tell: Callable[..., Any]) -> None:
    told = tell(text)
    (agreement,) = (entity for entity in told.analysis.entities if entity.cls == "Agreement")
    assert agreement.place == place


def test_two_signings_are_two_agreements(tell: Callable[..., Any]) -> None:
    told = tell(f"In 2019 {JLU} and {ASU} signed a contract. In 2021 {JLU} and {ASU} signed a contract.")
    assert set(dates(told, "agreement")) == {"2019", "2021"}
    assert len([fact for fact in told.facts() if fact.property == "signed"]) == 4


def test_a_digest_of_a_month_dates_what_has_no_date() -> None:
    title = "June 2018 digest"
    text = f"{title}\n\n{JLU} and {ASU} signed a contract. In 2017 {JLU} signed a memorandum with {KFU}."
    blocks = (Block(BlockKind.TITLE, 0, len(title)), Block(BlockKind.PARAGRAPH, len(title) + 2, len(text)))
    found = analyse(Document("x", title, "en", text, blocks))
    assert {entity.kind: entity.date for entity in found.entities if entity.cls == "Agreement"} == {
        "contract": "2018-06",
        "memorandum": "2017",
    }


@pytest.mark.parametrize("kind", [BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.METADATA, BlockKind.BOILERPLATE])
def test_what_asserts_nothing_gives_no_facts(kind: BlockKind) -> None:
    text = f"{JLU} and {ASU} signed a contract."
    assert not analyse(Document("x", "", "en", text, (Block(kind, 0, len(text)),))).facts
    assert analyse(Document("x", "", "en", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))).facts


FOLLOWING = [
    # who signs or comes for an organization makes it a party
    (f"Ivan Sokolov, Rector of {ASU}, signed a contract with {JLU}.", f"{ASU} | signed | contract"),
    (f"Ivan Sokolov, Rector of {ASU}, signed a contract with {JLU}.", "Ivan Sokolov | signed | contract"),
    (f"Ivan Sokolov, Rector of {ASU}, visited {JLU}.", f"{ASU} | visited | {JLU}"),
    (
        f"Ivan Sokolov, Rector of {ASU}, spoke at the Eastern Economic Forum.",
        f"{ASU} | participatedIn | Eastern Economic Forum",
    ),
    # both sides
    (f"{JLU} and {ASU} met. Both sides signed a contract.", f"{JLU} | signed | contract"),
    (f"{JLU} and {ASU} met. They signed a contract.", f"{ASU} | signed | contract"),
    # who is in a delegation goes where it goes
    (f"A delegation of {ASU} headed by Sergei Petrov visited {JLU}.", f"Sergei Petrov | visited | {JLU}"),
    (f"A delegation of {ASU} visited {JLU}. The delegation included Anna Orlova.", f"Anna Orlova | visited | {JLU}"),
    # partners by an agreement on partnership
    (f"{JLU} and {ASU} signed a partnership agreement.", f"{JLU} | partnerOf | {ASU}"),
    # each agreement has parties of its own
    (f"{JLU} signed a memorandum with {ASU} and a contract with {KFU}.", f"{KFU} | signed | contract"),
    # the publisher
    (f"Our university signed a contract with {JLU}.", "SPbPU | signed | contract"),
    (f"We cooperate with {JLU}.", f"SPbPU | partnerOf | {JLU}"),
]
NOT_FOLLOWING = [
    (f"{JLU} signed a memorandum with {ASU} and a contract with {KFU}.", f"{KFU} | signed | memorandum"),
    (f"{JLU} signed a memorandum with {ASU} and a contract with {KFU}.", f"{ASU} | signed | contract"),
    (f"Ivan Sokolov, Rector of {ASU}, will sign a contract with {JLU}.", f"{ASU} | signed | contract"),
    (f"{JLU} and {ASU} signed an exchange agreement.", f"{JLU} | partnerOf | {ASU}"),
    (f"{JLU}, {ASU} and {KFU} signed an exchange agreement.", f"{JLU} | partnerOf | {ASU}"),
    (f"The Institute of Chemistry of {JLU} cooperates with {JLU}.", f"Institute of Chemistry | partnerOf | {JLU}"),
    (f"Guests of {JLU} and {ASU} were glad.", f"{JLU} | partnerOf | {ASU}"),
    (f"{JLU} was named after {ASU}.", f"{JLU} | partnerOf | {ASU}"),
]


@pytest.mark.parametrize(("text", "fact"), FOLLOWING)
def test_what_follows(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text, publisher="organization/spbpu")
    assert told.finds(fact), told.written()


@pytest.mark.parametrize(("text", "fact"), NOT_FOLLOWING)
def test_what_does_not_follow(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(fact), told.written()


def test_what_is_said_twice_is_one_fact_with_two_passages(tell: Callable[..., Any]) -> None:
    told = tell(f"{JLU} cooperates with {ASU}. It rained. {ASU} is a partner of {JLU}.")
    (fact,) = [fact for fact in told.facts() if fact.property == "partnerOf"]
    assert [passage.exact for passage in fact.evidence] == [
        f"{JLU} cooperates with {ASU}.",
        f"{ASU} is a partner of {JLU}.",
    ]


def test_a_gap_is_a_sentence_with_two_names_and_no_fact(tell: Callable[..., Any]) -> None:
    older = f"Tsinghua University is older than {ASU}."
    text = f"Tsinghua University cooperates with {ASU}.  {older} It rained at Tsinghua University."
    (gap,) = tell(text).analysis.gaps
    assert text[gap.start : gap.end] == older
    assert gap.entities == ("organization/asu", "organization/tsinghua")


@pytest.mark.xfail(strict=True, reason="the province in the university's name is counted as a second thing")
def test_one_name_that_holds_another_is_no_gap(tell: Callable[..., Any]) -> None:
    assert not tell("It rained at Jilin University.").analysis.gaps


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "🎓", "«»", "It rained.", "SPbPU", "\u202e\u200b"])
def test_texts_that_say_nothing(text: str, tell: Callable[..., Any]) -> None:
    found = tell(text).analysis
    assert found.facts == ()
    assert found.gaps == ()


PEOPLE = ("Sergei Petrov", "Ivan Sokolov", "Li Weiming", "Qiu Yong", "Eduard Galazhinskiy", "Anna Orlova")
UNIVERSITIES = (ASU, JLU, KFU, "Tsinghua University", "Tomsk State University", "Harbin Institute of Technology")


@pytest.mark.parametrize(
    "template",
    [
        "In May a protocol was signed by {one} and {other}.",
        "{one} held talks with {other} on exchange.",
        "{one} opened a joint laboratory with {other} in 2019.",
        "{person}, Rector of {one}, met with {guest}, President of {other}.",
        "{person} gave a report at the Eastern Economic Forum.",
        "The delegation of {one}, headed by {person}, visited {other}.",
        "{one} awarded {person} an honorary doctorate.",
        "A delegation headed by {person} visited {one}.",
    ],
)
def test_other_names_give_the_same_facts(template: str, tell: Callable[..., Any]) -> None:
    said = set()
    for k in range(6):
        names = {
            "person": PEOPLE[k],
            "guest": PEOPLE[k - 1],
            "one": UNIVERSITIES[k],
            "other": UNIVERSITIES[k - 1],
        }
        told = tell(template.format(**names))
        said.add(tuple(sorted((fact.property, fact.status, fact.rule) for fact in told.analysis.facts)))
    assert len(said) == 1, said
    assert said != {()}


@pytest.mark.parametrize(
    "text",
    [
        f"{JLU} signed a contract with {ASU}.",
        f"{JLU} is a partner of {ASU}.",
        f"{JLU} cooperates with {ASU}.",
        f"Ivan Sokolov, Rector of {ASU}, visited {JLU}.",
    ],
)
def test_what_stands_above_changes_nothing(text: str, tell: Callable[..., Any]) -> None:
    alone = {(f.subject, f.property, f.object, f.status) for f in tell(text).analysis.facts}
    assert alone
    for heading in ("News", "In Moscow", "A visit", "2020"):
        below = tell(f"{heading}\n\n{text}\n").analysis.facts
        assert {(f.subject, f.property, f.object, f.status) for f in below} == alone, heading


def test_sentences_are_counted(tell: Callable[..., Any]) -> None:
    assert tell("It rained. It snowed!\n\nThen the sun shone.").analysis.sentences == 3


SAID_WITH = (
    f"{JLU}|{ASU}|Ivan Sokolov|Rector of|signed|will sign|visited|and|with|in Moscow|an agreement|"
    "on a joint laboratory|was held|the delegation|both sides|it|he|not|the Eastern Economic Forum|"
    "took part in|,|.|(|)|\n|“|”|in June 2019|between|by|opened"
)
WORDS = st.sampled_from(SAID_WITH.split("|"))


@given(st.lists(WORDS, max_size=18).map(" ".join))
def test_whatever_the_words_the_facts_hold_together(text: str) -> None:
    found = analyse(Document("x", "", "en", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), "2020-01-01"))
    classes = {entity.id: entity.cls for entity in found.entities}
    for fact in found.facts:
        assert allows(classes[fact.subject], fact.property, classes[fact.object])
        assert fact.subject != fact.object
        turned = (fact.object, fact.property, fact.subject, fact.status)
        keys = {(other.subject, other.property, other.object, other.status) for other in found.facts}
        assert fact.property not in SYMMETRIC or turned not in keys
        assert 0 < fact.confidence <= 1
        assert fact.status in Status
        assert fact.evidence
        assert all(text[p.start : p.end] == p.exact and p.exact.strip() == p.exact != "" for p in fact.evidence)


OMSU = "Omsk State University"


def parties(told: Any) -> set[frozenset[str]]:
    """Give the parties of each agreement of a text by the names that it prints."""
    found: dict[str, set[str]] = {}
    names = {entity.id: {name.text for name in entity.names} for entity in told.analysis.entities}
    for fact in told.facts():
        if fact.property == "signed" and fact.status is Status.HELD:
            found.setdefault(fact.object, set()).update({JLU, ASU, KFU, OMSU} & names[fact.subject])
    return {frozenset(who) for who in found.values()}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{JLU} signed agreements with {ASU} and {KFU}.", [{JLU, ASU}, {JLU, KFU}]),
        (f"{JLU} concluded two memorandums, with {ASU} and {KFU}.", [{JLU, ASU}, {JLU, KFU}]),
        (f"{JLU} signed three agreements with {ASU}.", [{JLU, ASU}]),
        (f"{JLU} and {ASU} signed three agreements.", [{JLU, ASU}]),
        (f"{JLU} signed an agreement with {ASU} and renewed its agreement with {KFU}.", [{JLU, ASU}, {JLU, KFU}]),
        (
            f"{JLU} signed a deal with {ASU}, a letter of intent with {OMSU} and renewed its contract with {KFU}.",
            [{JLU, ASU}, {JLU, OMSU}, {JLU, KFU}],
        ),
        (f"Three contracts were signed. {JLU} concluded one on lasers with {ASU}.", [{JLU, ASU}]),
        (f"{JLU} signed a contract, while {ASU} and {KFU} sealed a deal.", [{JLU}, {ASU, KFU}]),
        (f"{JLU} works with {ASU}. A contract the two universities concluded in 2015 was renewed.", [{JLU, ASU}]),
        (f"No other university than {ASU} has signed an agreement with {JLU}.", [{JLU, ASU}]),
        (f"{JLU} has agreements with 38 universities.", []),
        (f"{JLU} wants to have an agreement with {ASU}.", []),
    ],
)
def test_whose_agreement_it_is(text: str, wanted: list[set[str]], tell: Callable[..., Any]) -> None:
    assert parties(tell(text)) == {frozenset(who) for who in wanted}


def test_who_signs_for_a_university_signs_what_was_told_of(tell: Callable[..., Any]) -> None:
    told = tell(f"{JLU} and {ASU} entered into a contract; Ivan Sokolov signed for {ASU}.")
    assert told.finds("Ivan Sokolov | signed | contract"), told.written()


def test_who_puts_a_signature_signs_what_was_told_of(tell: Callable[..., Any]) -> None:
    told = tell("A memorandum was drawn up. On Monday Ivan Sokolov and Li Weiming put their signatures.")
    assert told.finds("Ivan Sokolov | signed | memorandum"), told.written()
    assert not tell("It rained. On Monday Ivan Sokolov and Li Weiming put their signatures.").facts()


def test_an_agreement_within_another_keeps_its_date_to_itself(tell: Callable[..., Any]) -> None:
    text = "An addendum to the agreement between Jilin University and Altai State University was signed on 30 May 2020."
    told = tell(text)
    found = {e.names[-1].text.split()[0]: e.date for e in told.analysis.entities if e.cls == "Agreement"}
    assert found == {"addendum": "2020-05-30", "agreement": None}


def test_what_was_planned_and_then_done_is_done(tell: Callable[..., Any]) -> None:
    told = tell(f"Li Weiming came to sign a contract with {ASU} and signed it on Monday.")
    assert told.finds("Li Weiming | signed | contract"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{JLU} and {ASU} exchanged views on setting up a joint laboratory.",
        f"{JLU} and {ASU} exchanged ideas about opening a joint laboratory.",
    ],
)
def test_what_views_are_exchanged_on_is_not_there_yet(text: str, tell: Callable[..., Any]) -> None:
    assert not [f for f in tell(text).facts() if f.property == "established" and f.status is Status.HELD]


def test_the_delegation_of_a_country(tell: Callable[..., Any]) -> None:
    told = tell(f"A delegation of {JLU} came. One of {KFU} came. The Chinese delegation visited the Institute of Law.")
    assert told.finds(f"{JLU} | visited | Institute of Law")
    assert not told.finds(f"{KFU} | visited | Institute of Law")


def test_a_title_in_quotation_marks_goes_on_behind_its_colon() -> None:
    text = f"{JLU} hosted the conference “Forests: Policy and Science” and {ASU} spoke."
    sentences = [sentence.text for sentence in load("en")(text).sents]
    assert len(sentences) == 1
