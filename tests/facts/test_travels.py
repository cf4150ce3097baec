"""Where people and organizations went by what else is told of their journey."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.pipeline import analyse
from kg.records import Block, BlockKind, Document

JLU, ASU, SOKOLOV = "Jilin University", "Altai State University", "Ivan Sokolov"
RECTOR = f"{SOKOLOV}, Rector of {ASU},"
VISIT = f"A delegation of {ASU} visited {JLU}."
DEAN = "Ivan Petrov, Dean of the Faculty of Law of Omsk State University"


def test_talks_too_far_from_the_visit(tell: Callable[..., Any]) -> None:
    far = "It rained. " * 14
    visit = f"Colleagues from {ASU} visited {JLU}."
    assert not tell(f"{visit} {far}{RECTOR} talked with the hosts.").finds(f"{ASU} | negotiatedWith | {JLU}")


@pytest.mark.parametrize(
    "text",
    [
        f"{VISIT} At the meeting Li Weiming showed a film.",
        f"{VISIT} Student exchange was discussed.",
        f"{VISIT} It rained. The sides agreed on a timetable.",
        f"{VISIT} Student exchange was discussed in detail.",
        f"{VISIT} Student exchange was discussed in Changchun.",
        f"{VISIT} The teaching of Russian in China was discussed.",
        f"{VISIT} The meeting ended with tea.",
    ],
)
def test_guests_and_hosts_meet(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"{ASU} | negotiatedWith | {JLU}"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{VISIT} A delegation of {ASU} visited Tsinghua University. Exchange was discussed.",  # at which?
        f"{VISIT} The meeting of the student council was long.",
        f"{VISIT} The staff meeting was long.",
        f"{VISIT} Exchange was discussed by students.",
        f"{VISIT} Exchange will be discussed in May.",
        f"{VISIT} Elsewhere the price of bread was discussed.",
        f"{VISIT} The taxes of the region were discussed in the senate.",
        f"{VISIT} On Friday a treaty on trade was discussed in Omsk.",
        f"{VISIT} A branch of Omsk State University was discussed.",
        f"{VISIT} The meeting took place in Omsk.",
        f"{VISIT} In the evening a new law was discussed on the radio.",
        f"{VISIT} The meeting was held with the governor.",
        f"{VISIT} The ministers discussed bridges. The meeting was long.",
    ],
)
def test_others_meet(text: str, tell: Callable[..., Any]) -> None:
    assert not tell(text).finds(f"{ASU} | negotiatedWith | {JLU}")


def test_a_paragraph_further_on_tells_of_other_talks() -> None:
    text = f"{VISIT} It rained.\n\nThe weather was cold. The meeting was long."
    cut = text.index("The weather")
    blocks = Block(BlockKind.PARAGRAPH, 0, cut - 2), Block(BlockKind.PARAGRAPH, cut, len(text))
    facts = analyse(Document("example", "", "en", text, blocks, None, None, None)).facts
    assert {fact.property for fact in facts} == {"visited"}


@pytest.mark.parametrize(
    ("text", "guest", "place"),
    [
        (f"{RECTOR} received a delegation of {JLU} in Barnaul.", JLU, "Barnaul"),
        (f"{RECTOR} held talks with a delegation of {JLU} in Barnaul.", JLU, "Barnaul"),
        (f"{ASU} hosted a delegation from {JLU} in Barnaul.", JLU, "Barnaul"),
    ],
)
def test_hosts_do_not_travel(text: str, guest: str, place: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"{guest} | visited | {place}"), told.written()
    assert not told.finds(f"{ASU} | visited | {place}"), told.written()
    assert not told.finds(f"{SOKOLOV} | visited | {place}"), told.written()


def test_who_sends_a_delegation_goes_with_it(tell: Callable[..., Any]) -> None:
    assert tell(f"{ASU} sent a delegation to {JLU}.").finds(f"{ASU} | visited | {JLU}")
    assert tell(f"{SOKOLOV} led a delegation of {ASU} to Changchun.").finds(f"{SOKOLOV} | visited | Changchun")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (f"In May {ASU} had a delegation at {JLU}.", [f"{ASU} | visited | {JLU}"]),
        (
            f"{ASU} had a delegation of three in Changchun: {SOKOLOV}, who led it, Anna Petrova and Oleg Serov.",
            [f"{ASU} | visited | Changchun", "Oleg Serov | visited | Changchun", f"{SOKOLOV} | represents | {ASU}"],
        ),
    ],
)
def test_who_has_a_delegation_elsewhere_was_there(text: str, facts: list[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert all(told.finds(fact) for fact in facts), told.written()
    assert not told.finds(f"{SOKOLOV} | visited | {ASU}"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{ASU} had a delegation from Changchun.",
        f"{ASU} had a delegation from Omsk in Changchun.",
        f"{ASU} had two guests in Changchun. The guests visited {JLU} in Changchun.",
        f"{ASU} had guests in Changchun.",
        f"{ASU} had a delegation of eleven on its campus.",
        f"{ASU} had a branch in Changchun.",
    ],
)
def test_who_has_guests_went_nowhere(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(f"{ASU} | visited | Changchun"), told.written()
    assert not told.finds(f"{ASU} | visited | {JLU}"), told.written()


def test_whose_meeting_was_hosted_is_no_guest(tell: Callable[..., Any]) -> None:
    told = tell(f"They attended the annual meeting of the Council of Rectors of {JLU}, which {ASU} hosted.")
    assert not told.finds(f"Council of Rectors | visited | {ASU}"), told.written()
    told = tell(f"They wrote about the delegation of {JLU}, which {ASU} hosted.")
    assert told.finds(f"{JLU} | visited | {ASU}"), told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"A delegation of {ASU} came to China. {JLU} was visited, too.", f"{ASU} | visited | {JLU}"),
        (f"A delegation of {ASU} came to China. Also visited were {JLU} and a school.", f"{ASU} | visited | {JLU}"),
        (f"In the course of a visit to China, {RECTOR} gave a lecture.", f"{SOKOLOV} | visited | China"),
        (f"Ivan Sokolov went to {JLU}, where Li Weiming received him.", f"{SOKOLOV} | visited | {JLU}"),
    ],
)
def test_where_travellers_went_without_being_named(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(fact), told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"A delegation of {ASU} came to China. {JLU} was not visited.", f"{ASU} | visited | {JLU}"),
        (f"A delegation of {ASU} came to China. {JLU} was visited by tourists.", f"{ASU} | visited | {JLU}"),
        (f"A delegation of {ASU} came to China. {JLU} will be visited next year.", f"{ASU} | visited | {JLU}"),
        (f"{JLU} was visited. A delegation of {ASU} came to China.", f"{ASU} | visited | {JLU}"),
        (f"{RECTOR} gave a lecture at {ASU}.", f"{SOKOLOV} | visited | {ASU}"),
        (f"On the eve of a visit to China {RECTOR} gave a lecture.", f"{SOKOLOV} | visited | China"),
        (f"Instead of a trip to China, {RECTOR} wrote a letter.", f"{SOKOLOV} | visited | China"),
        (f"{RECTOR} insisted on a visit to China.", f"{SOKOLOV} | visited | China"),
        (f"Before the visit to China {RECTOR} gave a lecture.", f"{SOKOLOV} | visited | China"),
    ],
)
def test_where_travellers_did_not_go(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(fact), told.written()


@pytest.mark.parametrize(
    ("text", "visitors"),
    [
        # whoever headed nobody's delegation sent it
        (f"A delegation visited {JLU}. The delegation was headed by {DEAN}.", {"Ivan Petrov", "Omsk State University"}),
        (
            f"A delegation headed by Ivan Petrov, Rector of Omsk State University, visited {JLU}.",
            {"Ivan Petrov", "Omsk State University"},
        ),
        (
            f"A delegation visited {JLU}. It was headed by Ivan Petrov, Rector of Omsk State University.",
            {"Ivan Petrov", "Omsk State University"},
        ),
        (f"A delegation visited {JLU}. The delegation was headed by Ivan Petrov.", {"Ivan Petrov"}),
        # somebody's is somebody's
        (f"A delegation of {ASU} visited {JLU}. The delegation was headed by Ivan Petrov.", {ASU, "Ivan Petrov"}),
        (f"A delegation of {ASU} visited {JLU}. The delegation was headed by {DEAN}.", {ASU, "Ivan Petrov"}),
        # no delegation, no visit
        (f"A delegation visited {JLU}. The laboratory was headed by {DEAN}.", set()),
        (f"A delegation did not visit {JLU}. The delegation was headed by {DEAN}.", set()),
        (f"A delegation will visit {JLU}. The delegation will be headed by {DEAN}.", set()),
        (f"The delegation was headed by {DEAN}.", set()),
    ],
)
def test_who_headed_a_delegation_went_with_it(text: str, visitors: set[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert len([fact for fact in told.facts() if fact.property == "visited"]) == len(visitors), told.written()
    assert all(told.finds(f"{one} | visited | {JLU}") for one in visitors), told.written()


@pytest.mark.parametrize(
    "text",
    [
        "March 29 saw the arrival at Jilin University of a delegation of Altai State University.",
        "The visit to Jilin University of a group from Altai State University lasted two days.",
        "Visit of Professor Ivan Sokolov of Altai State University to Jilin University",
    ],
)
def test_whose_visit_it_is_may_stand_behind_where_it_goes(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds("Altai State University | visited | Jilin University"), told.written()
    assert not told.finds("Jilin University | visited | Altai State University"), told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"{VISIT} There came Pavel Orlov, professor, and Irina Belova.", f"Irina Belova | visited | {JLU}"),
        (
            f"{VISIT} {ASU} was represented in the talks by Pavel Orlov and by Irina Belova.",
            f"Irina Belova | visited | {JLU}",
        ),
        (
            f"{VISIT} {ASU} had as its representatives Pavel Orlov, professor, and Irina Belova.",
            f"Irina Belova | visited | {JLU}",
        ),
        (
            f"{VISIT} On the Russian side there came: Pavel Orlov; Irina Belova, Dean.",
            f"Irina Belova | visited | {JLU}",
        ),
        (f"A delegation from Russia came to {JLU}. The guests from {ASU} were glad.", f"{ASU} | visited | {JLU}"),
        (
            f"Two delegations visited {JLU} in May: one of {ASU} and one of Omsk State University.",
            f"{ASU} | visited | {JLU}",
        ),
        (f"{VISIT} Next came a visit to Fudan University.", f"{ASU} | visited | Fudan University"),
        (f"{VISIT} At Fudan University, visited next, Li Weiming read a poem.", f"{ASU} | visited | Fudan University"),
        (f"{ASU} has many friends. In May its delegation visited {JLU}.", f"{ASU} | visited | {JLU}"),
        (f"A delegation of {ASU} visited Shanghai, Macao and Hong Kong.", f"{ASU} | visited | Macao"),
        (
            f"A delegation of {ASU} visited China. The visit began with a meeting at {JLU}.",
            f"{ASU} | visited | {JLU}",
        ),
        (
            f"{RECTOR} visited China in May. At {JLU}, {SOKOLOV} had a meeting with Li Bo.",
            f"{SOKOLOV} | visited | {JLU}",
        ),
        (
            f"{RECTOR} visited China. Talks were held with two universities, {JLU} and Fudan University.",
            f"{SOKOLOV} | visited | {JLU}",
        ),
        (f"{RECTOR} was in China with a delegation. The delegation paid a visit to {JLU}.", f"{ASU} | visited | {JLU}"),
        (
            f"A Russian delegation visited {JLU}. Its members were Ms. Irina Belova and professors of {ASU}.",
            f"{ASU} | visited | {JLU}",
        ),
    ],
)
def test_who_came_and_where_the_journey_went_on(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(fact), told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"{VISIT} On the same day came a visit from Fudan University.", f"{ASU} | visited | Fudan University"),
        (
            f"{VISIT} {ASU} was represented at the Eastern Economic Forum by Irina Belova.",
            f"Irina Belova | visited | {JLU}",
        ),
        (f"A delegation from China came to {JLU}. The guests from {JLU} were glad.", f"{JLU} | visited | {JLU}"),
        (
            f"A delegation from Russia came to {JLU}. It rained. It rained. It rained. The guests from {ASU} slept.",
            f"{ASU} | visited | {JLU}",
        ),
        (
            f"{RECTOR} visited China. At Omsk State University {SOKOLOV} taught.",
            f"{SOKOLOV} | visited | Omsk State University",
        ),
        (f"{RECTOR} visited China. Talks will be held with {JLU}.", f"{SOKOLOV} | visited | {JLU}"),
        (f"{VISIT} The friendship began with a meeting at Fudan University.", f"{ASU} | visited | Fudan University"),
        (f"{RECTOR} met with a delegation. The delegation visited {JLU}.", f"{ASU} | visited | {JLU}"),
        (
            f"{ASU} received a delegation of {JLU}. At night Governor Pavel Orlov came together with Wang Fang.",
            f"Wang Fang | visited | {ASU}",
        ),
        (f"The planned trip of {JLU} covers Omsk.", f"{JLU} | visited | Omsk"),
        (f"{ASU} has friends. The guests were met by its teachers. They came to {JLU}.", f"{ASU} | visited | {JLU}"),
    ],
)
def test_who_did_not_come_and_where_no_journey_went(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(fact), told.written()


@pytest.mark.parametrize(
    ("behind", "leads"),
    [
        ("came with Pavel Orlov at its head", True),
        (f"met with officials of {JLU} led by Pavel Orlov", False),
        ("talked with Pavel Orlov, head of a school", False),
    ],
)
def test_who_heads_those_whom_it_met_is_not_on_it(behind: str, leads: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"The delegation of {ASU} {behind}. The delegation visited Harbin Normal University.")
    assert bool(told.finds("Pavel Orlov | visited | Harbin Normal University")) == leads, told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Li Wei of Jilin University visited Altai State University. There he met the delegation of Harbin Normal "
            "University. The delegation included Ivan Sokolov.",
            "Ivan Sokolov | visited | Altai State University",
        ),
        (
            "A delegation from China visited Altai State University. The leadership of the university met the guests:\n"
            "– Rector Ivan Sokolov;\n– Anna Petrova, Vice-Rector for Research.",
            "Ivan Sokolov | visited | Altai State University",
        ),
        (
            "A delegation of Jilin University headed by Li Wei came to Altai State University. The guests visited the "
            "Laser Laboratory.",
            "Li Wei | visited | Laser Laboratory",
        ),
        (
            "In April a delegation of Jilin University headed by Li Wei will visit Barnaul. Jilin University made its "
            "first visit to Barnaul in July 2008.",
            "Li Wei | visited | Barnaul",
        ),
        (
            "Anna Petrova, Rector of Altai State University, spoke. She recalled that she had travelled to China.",
            "Altai State University | visited | China",
        ),
    ],
)
def test_who_was_not_there(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(fact), told.written()
