"""People with their posts, in the orders in which print has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

TSU, JLU, INSTITUTE = "Tomsk State University", "Jilin University", "Institute of Physics"
ASRTU = "Association of Sino-Russian Technical Universities"
OPENED = "opened the exhibition."

# text → posts as (person, title, organization)
STATED = [
    # joined in more words, with a field behind "on", of a party, of a staff
    (
        f"Ivan Sokolov, Rector of {TSU} and at the same time Chairman of the Board of {JLU}, {OPENED}",
        [("Ivan Sokolov", "Rector", TSU), ("Ivan Sokolov", "Chairman of the Board", JLU)],
    ),
    (
        f"Ivan Sokolov, Adviser on Science and Technology of {TSU}, {OPENED}",
        [("Ivan Sokolov", "Adviser on Science and Technology", TSU)],
    ),
    (f"Li Weiming, the Party Secretary of {JLU}, {OPENED}", [("Li Weiming", "Party Secretary", JLU)]),
    (f"Ivan Sokolov, who is the Deputy Chair of {TSU}, {OPENED}", [("Ivan Sokolov", "Deputy Chair", TSU)]),
    (
        f"The historians of {TSU} Ivan Sokolov and Anna Petrova {OPENED}",
        [("Ivan Sokolov", "historians", TSU), ("Anna Petrova", "historians", TSU)],
    ),
    (f"Ivan Sokolov, a poet from Russia who is Rector of {TSU}, {OPENED}", [("Ivan Sokolov", "Rector", TSU)]),
    (
        f"Present were these. Rector of {TSU}: Ivan Sokolov. President of {JLU}: Li Weiming.",
        [("Ivan Sokolov", "Rector", TSU), ("Li Weiming", "President", JLU)],
    ),
    (f"Rector of {TSU} Ivan Sokolov {OPENED}", [("Ivan Sokolov", "Rector", TSU)]),
    (f"Ivan Sokolov, Rector of {TSU}, {OPENED}", [("Ivan Sokolov", "Rector", TSU)]),
    (f"{TSU} Rector Ivan Sokolov {OPENED}", [("Ivan Sokolov", "Rector", TSU)]),
    (f"The rector of {TSU}, Ivan Sokolov, {OPENED}", [("Ivan Sokolov", "rector", TSU)]),
    (f"{TSU}'s Rector Ivan Sokolov {OPENED}", [("Ivan Sokolov", "Rector", TSU)]),
    # capitals and initials
    (f"Rector of {TSU} Ivan SOKOLOV {OPENED}", [("Ivan SOKOLOV", "Rector", TSU)]),
    (f"I.V. Sokolov, Rector of {TSU}, {OPENED}", [("I.V. Sokolov", "Rector", TSU)]),
    (f"Rector of {TSU} I. V. Sokolov {OPENED}", [("I. V. Sokolov", "Rector", TSU)]),
    (f"LI Weiming, President of {JLU}, {OPENED}", [("LI Weiming", "President", JLU)]),
    (f"President of {JLU} LI Weiming {OPENED}", [("LI Weiming", "President", JLU)]),
    (f"Weiming LI, President of {JLU}, {OPENED}", [("Weiming LI", "President", JLU)]),
    # deputies, the first, the acting, the former
    (f"Vice-Rector for Research of {TSU} Ivan Sokolov {OPENED}", [("Ivan Sokolov", "Vice-Rector for Research", TSU)]),
    (f"{TSU}'s Vice-Rector for Research Ivan Sokolov {OPENED}", [("Ivan Sokolov", "Vice-Rector for Research", TSU)]),
    (f"Ivan Sokolov, Vice-Rector for Research of {TSU}, {OPENED}", [("Ivan Sokolov", "Vice-Rector for Research", TSU)]),
    (f"Vice President of {JLU} Li Weiming {OPENED}", [("Li Weiming", "Vice President", JLU)]),
    (f"Deputy Rector of {TSU} Ivan Sokolov {OPENED}", [("Ivan Sokolov", "Deputy Rector", TSU)]),
    (f"First Vice-Rector of {TSU} Ivan Sokolov {OPENED}", [("Ivan Sokolov", "First Vice-Rector", TSU)]),
    (f"Acting Rector of {TSU} Ivan Sokolov {OPENED}", [("Ivan Sokolov", "Acting Rector", TSU)]),
    (f"Ivan Sokolov, acting rector of {TSU}, {OPENED}", [("Ivan Sokolov", "acting rector", TSU)]),
    (f"Former Rector of {TSU} Ivan Sokolov {OPENED}", [("Ivan Sokolov", "Former Rector", TSU)]),
    (
        f"Ivan Sokolov, Deputy Director for Science at the {INSTITUTE}, {OPENED}",
        [("Ivan Sokolov", "Deputy Director for Science", INSTITUTE)],
    ),
    # several people, several posts
    (
        f"{JLU} President Li Weiming and {TSU} Rector Ivan Sokolov {OPENED}",
        [("Li Weiming", "President", JLU), ("Ivan Sokolov", "Rector", TSU)],
    ),
    (
        f"President of {JLU} Li Weiming and Rector of {TSU} Ivan Sokolov {OPENED}",
        [("Li Weiming", "President", JLU), ("Ivan Sokolov", "Rector", TSU)],
    ),
    (
        f"Li Weiming, President of {JLU}, and Ivan Sokolov, Rector of {TSU}, {OPENED}",
        [("Li Weiming", "President", JLU), ("Ivan Sokolov", "Rector", TSU)],
    ),
    (
        f"Ivan Sokolov, Rector of {TSU} and President of the {ASRTU}, {OPENED}",
        [("Ivan Sokolov", "Rector", TSU), ("Ivan Sokolov", "President", ASRTU)],
    ),
    (
        f"Ivan Sokolov and Li Weiming, co-chairs of the {ASRTU}, {OPENED}",
        [("Ivan Sokolov", "co-chairs", ASRTU), ("Li Weiming", "co-chairs", ASRTU)],
    ),
    # a part of the university, an office in a city
    (
        f"Ivan Sokolov, Dean of the Faculty of Chemistry at {TSU}, {OPENED}",
        [("Ivan Sokolov", "Dean", "Faculty of Chemistry")],
    ),
    (
        f"Ivan Sokolov, Head of the {TSU} Representative Office in Harbin, {OPENED}",
        [("Ivan Sokolov", "Head", f"{TSU} Representative Office")],
    ),
    (
        f"Chairman of the University Council of {JLU} Li Weiming {OPENED}",
        [("Li Weiming", "Chairman of the University Council", JLU)],
    ),
    # a post that only the whole has, beside one at a part
    (
        f"Ivan Sokolov, Vice-Rector and Head of the International Office of {TSU}, {OPENED}",
        [("Ivan Sokolov", "Vice-Rector", TSU), ("Ivan Sokolov", "Head", "International Office")],
    ),
    # what the deputy is for stands behind the organization
    (f"Vice-Rector of {TSU} for Research Ivan Sokolov {OPENED}", [("Ivan Sokolov", "Vice-Rector", TSU)]),
    (
        f"Ivan Sokolov, Vice-Rector of Northern Technical University for Research, {OPENED}",
        [("Ivan Sokolov", "Vice-Rector", "Northern Technical University")],
    ),
    # an inner body, a unit in small letters
    (
        f"Li Weiming, deputy chairman of the {JLU} Council, {OPENED}",
        [("Li Weiming", "deputy chairman", f"{JLU} Council")],
    ),
    (
        f"Ivan Sokolov, head of {TSU}'s personnel department, {OPENED}",
        [("Ivan Sokolov", "head", "personnel department")],
    ),
    # what stands between a name and its post
    (f"Ivan Sokolov (second from left), Rector of {TSU}, {OPENED}", [("Ivan Sokolov", "Rector", TSU)]),
    (f"Anna Petrova, PhD, Dean of the {INSTITUTE}, {OPENED}", [("Anna Petrova", "Dean", INSTITUTE)]),
    (
        f"Anna Petrova, Doctor of Technical Sciences, Dean of the {INSTITUTE}, {OPENED}",
        [("Anna Petrova", "Dean", INSTITUTE)],
    ),
    # titles of several
    (
        f"{TSU} Vice-Rectors Ivan Sokolov and Anna Petrova {OPENED}",
        [("Ivan Sokolov", "Vice-Rectors", TSU), ("Anna Petrova", "Vice-Rectors", TSU)],
    ),
    (
        f"The {INSTITUTE} opened. Its co-directors are Ivan Sokolov and Li Weiming.",
        [("Ivan Sokolov", "co-directors", INSTITUTE), ("Li Weiming", "co-directors", INSTITUTE)],
    ),
    # posts in which somebody comes
    (
        f"Ivan Sokolov came as Rector of {TSU}, Li Weiming as President of {JLU}.",
        [("Ivan Sokolov", "Rector", TSU), ("Li Weiming", "President", JLU)],
    ),
    # a list of a programme
    (f"Prof. Li Weiming, {JLU}; Ivan Sokolov, {TSU}; Anna Petrova, interpreter.", [("Li Weiming", "Prof.", JLU)]),
    # ministers by their fields
    (
        f"Russia's Deputy Foreign Minister Ivan Sokolov {OPENED}",
        [("Ivan Sokolov", "Deputy Foreign Minister", "Ministry of Foreign Affairs of the Russian Federation")],
    ),
    (
        f"Chinese Education Minister Li Weiming {OPENED}",
        [("Li Weiming", "Education Minister", "Ministry of Education of the People's Republic of China")],
    ),
]
# text → who speaks for whom, though no post is called by its name
REPRESENTING = [
    (
        f"The talks were attended by Ivan Sokolov ({TSU}) and Li Weiming ({JLU}).",
        [("Ivan Sokolov", TSU), ("Li Weiming", JLU)],
    ),
    (f"Professor Ivan Sokolov from {TSU} {OPENED}", [("Ivan Sokolov", TSU)]),
    (f"Prof. Ivan Sokolov of {TSU} {OPENED}", [("Ivan Sokolov", TSU)]),
    (f"{TSU}'s Ivan Sokolov {OPENED}", [("Ivan Sokolov", TSU)]),
    (f"Ivan Sokolov, of {TSU}, {OPENED}", [("Ivan Sokolov", TSU)]),
    (f"Ivan Sokolov, Dean of the Faculty of Chemistry at {TSU}, {OPENED}", [("Ivan Sokolov", TSU)]),
    (f"Ivan Sokolov, Head of the {TSU} Representative Office in Harbin, {OPENED}", [("Ivan Sokolov", TSU)]),
]
# posts that a reader sees and the analysis does not
BY_VERB = [
    (f"Ivan Sokolov is the rector of {TSU}.", [("Ivan Sokolov", "rector", TSU)]),
    (f"Ivan Sokolov became Rector of {TSU} in 2015.", [("Ivan Sokolov", "Rector", TSU)]),
    (f"Ivan Sokolov, who is Rector of {TSU}, {OPENED}", [("Ivan Sokolov", "Rector", TSU)]),
    (f"Ivan Sokolov was appointed Rector of {TSU}.", [("Ivan Sokolov", "Rector", TSU)]),
]
# no one's post
NONE = [
    f"The rector of {TSU} {OPENED}",
    f"Rectors of {TSU} and {JLU} {OPENED}",
    f"Dr. Ivan Sokolov {OPENED}",
    f"Ivan Sokolov was named an honorary professor of {TSU}.",
    f"Ivan Sokolov became an honorary doctor of {TSU}.",
    "President Vladimir Putin opened the exhibition.",
    f"Ivan Sokolov, guests of {TSU} and students {OPENED}",
    f"Ivan Sokolov replaced Li Weiming as president of {JLU}.",
]


def posts(told: Any) -> set[tuple[str, str, str]]:
    """Give the held posts in words, each by every name of both ends."""
    return {
        (person, fact.title, organization)
        for fact in told.facts(Status.HELD)
        if fact.property == "holdsPost"
        for person in told.names[fact.subject]
        for organization in told.names[fact.object]
    }


def folded(rows: list[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
    return {(person.casefold(), title, organization.casefold()) for person, title, organization in rows}


@pytest.mark.parametrize(("text", "wanted"), STATED)
def test_posts(text: str, wanted: list[tuple[str, str, str]], tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert folded(wanted) <= posts(told), told.written()
    held = [fact for fact in told.facts(Status.HELD) if fact.property == "holdsPost"]
    assert len(held) == len(wanted), told.written()


@pytest.mark.parametrize(("text", "wanted"), REPRESENTING)
def test_for_whom_they_speak(text: str, wanted: list[tuple[str, str]], tell: Callable[..., Any]) -> None:
    told = tell(text)
    for person, organization in wanted:
        assert told.finds(f"{person} | represents | {organization}"), told.written()


@pytest.mark.parametrize(("text", "wanted"), BY_VERB)
def test_posts_that_a_verb_tells(text: str, wanted: list[tuple[str, str, str]], tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert folded(wanted) <= posts(told), told.written()


@pytest.mark.parametrize("text", NONE)
def test_no_posts(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not posts(told), told.written()


def test_the_former_speak_for_nobody(tell: Callable[..., Any]) -> None:
    told = tell(f"Former Rector of {TSU} Ivan Sokolov {OPENED}")
    assert not told.finds(f"Ivan Sokolov | represents | {TSU}")


def test_a_post_without_organization_is_the_publishers(tell: Callable[..., Any]) -> None:
    text = f"{TSU} greeted guests from {JLU}. Vice-Rector for Research Ivan Sokolov {OPENED}"
    told = tell(text, publisher="organization/tsu")
    assert posts(told) >= {("ivan sokolov", "Vice-Rector for Research", TSU.casefold())}, told.written()
    assert not told.finds(f"Ivan Sokolov | represents | {JLU}")


def test_whom_the_registry_knows_belongs_nowhere_by_guess(tell: Callable[..., Any]) -> None:
    told = tell(f"{TSU} greeted guests. Rector Qiu Yong spoke.", publisher="organization/tsu")
    assert not posts(told), told.written()


def test_a_name_that_looks_like_a_month_ends_a_sentence(tell: Callable[..., Any]) -> None:
    told = tell(f"{TSU} was represented by Vice-President Wang Jun. It rained.")
    assert ("wang jun", "Vice-President", TSU.casefold()) in posts(told), told.written()


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Sokolov, full member of the Russian Academy of Sciences, spoke.",
        "Ivan Sokolov is a corresponding member of the Russian Academy of Sciences.",
        "In 2011 Ivan Sokolov was elected a member of the Russian Academy of Sciences.",
    ],
)
def test_a_member_of_an_academy_holds_no_post_there(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not {fact.property for fact in told.facts()} & {"holdsPost", "represents"}, told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Academician of the Russian Academy of Natural Sciences Oleg Orlov spoke.", "holdsPost"),
        ("Oleg Orlov, full academician of the Russian Academy of Natural Sciences, spoke.", "holdsPost"),
        (f"Academician Oleg Orlov of {TSU} spoke.", "represents"),
        (f"Oleg Orlov, who was Rector of {TSU}, spoke.", "holdsPost"),
    ],
)
def test_academicians_and_who_held_a_post_once(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert {found.property for found in told.facts() if found.subject == "person/oleg-orlov"} == {fact}, told.written()


def test_who_led_once_leads_the_present_body_too(tell: Callable[..., Any]) -> None:
    told = tell(f"{TSU} grew. Its President is Igor Ivanov, who was Director of the {INSTITUTE}.")
    assert told.finds(f"Igor Ivanov | represents | {TSU}"), told.written()
    assert not told.finds(f"Igor Ivanov | represents | {INSTITUTE}"), told.written()


def test_people_of_a_laboratory_speak_for_its_institute(tell: Callable[..., Any]) -> None:
    told = tell(f"Ivan Sokolov, a researcher of the Laboratory of Ice of {TSU}, spoke.")
    assert told.finds(f"Ivan Sokolov | represents | {TSU}"), told.written()
    told = tell("Li Weiming, head of the Bureau of Polar Cooperation of the Chinese Academy of Sciences, spoke.")
    assert told.finds("Li Weiming | represents | Chinese Academy of Sciences"), told.written()


def test_a_person_does_not_head_what_several_do(tell: Callable[..., Any]) -> None:
    told = tell(f"The Laser Laboratory and the {INSTITUTE} grew. They are led by Ivan Sokolov.")
    assert not told.finds(f"Ivan Sokolov | holdsPost | {INSTITUTE}"), told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            f"The Chinese Embassy in Russia agreed. {TSU} met Consul Li Weiming from the Consular Section.",
            "Li Weiming | represents | Chinese Embassy in Russia",
        ),
        (
            f"The Chinese Embassy in Russia sent greetings to {TSU}. Second Secretary Li Weiming spoke.",
            "Li Weiming | holdsPost | Chinese Embassy in Russia",
        ),
        (
            "They went to the Institute of Ice of the Siberian Branch of the Russian Academy of Sciences, where Deputy "
            "Director Anna Petrova met them.",
            "Anna Petrova | represents | Institute of Ice",
        ),
        (
            f"Guests: Oleg Orlov – Rector of {TSU}, Irina Belova – Dean of the Faculty of Law, Anna Petrova.",
            f"Irina Belova | represents | {TSU}",
        ),
        (f"{JLU} agreed. Through its rector, Oleg Orlov, {TSU} thanked it.", f"Oleg Orlov | holdsPost | {TSU}"),
        (f"{TSU} agreed. It and its rector, Oleg Orlov, {OPENED}", f"Oleg Orlov | holdsPost | {TSU}"),
        (
            f"{JLU} sent guests. They came to the Polar Research Institute, a new one. Here Director Oleg Orlov spoke.",
            "Oleg Orlov | holdsPost | Polar Research Institute",
        ),
        (
            f"{TSU} met guests from {JLU}. The dean of the Chinese university, Li Weiming, spoke.",
            f"Li Weiming | holdsPost | {JLU}",
        ),
        (
            f"{JLU} met guests from {TSU}. Ivan Sokolov, Vice-Rector of the Russian university, spoke.",
            f"Ivan Sokolov | holdsPost | {TSU}",
        ),
        (
            f"Ivan Sokolov, who is Rector of {TSU} and President of the {ASRTU}, {OPENED}",
            f"Ivan Sokolov | holdsPost | {ASRTU}",
        ),
        (
            f"At the {INSTITUTE} of {TSU} they were met by Vice-Rector Anna Petrova.",
            f"Anna Petrova | represents | {TSU}",
        ),
    ],
)
def test_titles_that_say_where(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(fact), told.written()


def test_a_title_without_organization_is_held_where_its_bearer_is_said_to_be(tell: Callable[..., Any]) -> None:
    told = tell(f"Vice-Rector Ivan Sokolov {OPENED} Later {TSU}'s Ivan Sokolov met guests from {JLU}.")
    assert ("ivan sokolov", "Vice-Rector", TSU.casefold()) in posts(told), told.written()


@pytest.mark.parametrize(
    ("council", "own"),
    [
        ("Academic Council", True),
        ("Admissions Committee", True),
        ("Teaching Administrators Committee", True),
        # who leads these leads the whole
        ("University Council", False),
        ("Party Committee", False),
        ("Executive Committee", False),
    ],
)
def test_councils_with_a_field_have_posts_of_their_own(council: str, own: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"Li Weiming, Deputy Chairman of the {council} of Jilin University, spoke.")
    assert bool(told.finds(f"Li Weiming | holdsPost | {council}")) is own, told.written()
    assert bool(told.finds(f"{council} | unitOf | Jilin University")) is own, told.written()
    assert told.finds("Li Weiming | represents | Jilin University"), told.written()


def test_posts_of_a_list_are_of_one_organization(tell: Callable[..., Any]) -> None:
    told = tell(
        f"Rector of {TSU} Ivan Sokolov, Vice-Rector Anna Petrova, dean of the Faculty of Law Oleg Orlov and "
        f"head of the International Office Maria Ivanova {OPENED}"
    )
    assert ("anna petrova", "Vice-Rector", TSU.casefold()) in posts(told), told.written()
    for person in ("Ivan Sokolov", "Anna Petrova", "Oleg Orlov", "Maria Ivanova"):
        assert told.finds(f"{person} | represents | {TSU}"), told.written()


def test_two_rectors_or_a_strange_name_are_of_two(tell: Callable[..., Any]) -> None:
    for other in ("Rector Oleg Orlov", "Vice-President Li Weiming"):
        told = tell(f"Rector of {TSU} Ivan Sokolov and {other} {OPENED}")
        assert len(posts(told)) == len({o for p, _, o in posts(told) if p == "ivan sokolov"}), told.written()


@pytest.mark.parametrize(
    "title", ["member of the Standing Committee of the Party Committee and Vice President", "Deputy Party Secretary"]
)
def test_titles_in_a_party(title: str, tell: Callable[..., Any]) -> None:
    told = tell(f"Li Weiming, {title} of {JLU}, {OPENED}")
    assert told.finds(f"Li Weiming | represents | {JLU}"), told.written()
    assert not [fact for fact in told.facts() if fact.property == "memberOf"], told.written()


def test_our_rector_is_the_publishers(tell: Callable[..., Any]) -> None:
    for text in (
        f"{TSU} grew. At {JLU} our rector Ivan Sokolov {OPENED}",
        f"{TSU} grew. At {JLU} the rector of our university, Ivan Sokolov, {OPENED}",
        f"{TSU} grew. At {JLU} our own Rector, Ivan Sokolov, {OPENED}",
    ):
        told = tell(text, publisher="organization/tsu")
        assert {(p, t.lower(), o) for p, t, o in posts(told)} >= {("ivan sokolov", "rector", TSU.casefold())}, text
        assert not told.finds(f"Ivan Sokolov | represents | {JLU}"), told.written()


def test_a_public_title_means_the_body_named_beside_it(tell: Callable[..., Any]) -> None:
    body = "Ministry of Education of the People's Republic of China"
    told = tell(f"At the {body} the guests were met by Deputy Minister Li Weiming.")
    assert ("li weiming", "Deputy Minister", body.casefold()) in posts(told), told.written()


def test_an_apposition_is_no_home_of_those_named_later(tell: Callable[..., Any]) -> None:
    told = tell(f"They welcomed experts of the {INSTITUTE}, a part of {TSU}. Ivan Sokolov (deputy director) {OPENED}")
    assert not told.finds(f"Ivan Sokolov | holdsPost | {TSU}"), told.written()


def test_who_heads_a_unit_speaks_for_the_whole_named_beside_it(tell: Callable[..., Any]) -> None:
    told = tell(f"{JLU} grew. At {TSU} they met Anna Petrova, who heads the Department of Foreign Relations.")
    assert told.finds(f"Anna Petrova | represents | {TSU}"), told.written()
    assert not told.finds(f"Anna Petrova | represents | {JLU}"), told.written()


@pytest.mark.parametrize(
    ("text", "held", "speaks_for"),
    [
        ("Oleg Orlov, Academician of the Russian Academy of Natural Sciences, spoke.", 1, []),
        ("Oleg Orlov, Academician-Secretary of the Russian Academy of Natural Sciences, spoke.", 1,
         ["Russian Academy of Natural Sciences"]),
        (f"Oleg Orlov, Academician of the Russian Academy of Natural Sciences and Rector of {TSU}, spoke.", 2, [TSU]),
        ("Oleg Orlov, former Academician of the Russian Academy of Natural Sciences, spoke.", 1, []),
        ("Oleg Orlov, President of the Russian Academy of Natural Sciences, spoke.", 1,
         ["Russian Academy of Natural Sciences"]),
        # diplomats
        ("Oleg Orlov, Minister-Counselor of the Russian Embassy in China, spoke.", 1, ["Russian Embassy in China"]),
        ("Oleg Orlov, Ambassador in China, spoke.", 0, []),
        # whose committee it is
        (f"Oleg Orlov, Secretary of the CPC Committee of {JLU}, spoke.", 1, [JLU]),
    ],
)  # fmt: skip
def test_ranks_and_offices(text: str, held: int, speaks_for: list[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert len([fact for fact in told.facts() if fact.property == "holdsPost"]) == held, told.written()
    assert len([fact for fact in told.facts() if fact.property == "represents"]) == len(speaks_for), told.written()
    assert all(told.finds(f"Oleg Orlov | represents | {body}") for body in speaks_for), told.written()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Russia's Education Ministry", "The Ministry of Education of Russia", True),
        ("Russia's Education Ministry", "The Russian Ministry of Education", True),
        ("Russia's Education Ministry", "China's Education Ministry", False),
        ("Russia's Education Ministry", "Russia's Health Ministry", False),
        ("Russia's Education Ministry", "The Ministry of Education of Tatarstan", False),
    ],
)
def test_one_ministry_under_two_names(one: str, other: str, same: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{one} signed an agreement. {other} signed a contract.")
    signed = [fact for fact in told.facts() if fact.property == "signed"]
    assert len(signed) == 2, told.written()
    assert (len({fact.subject for fact in signed}) == 1) is same, told.written()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (f"At {TSU}, President Li Weiming met with teachers.", False),
        (f"At {JLU}, President Li Weiming met with teachers.", True),
        (f"At {TSU}, Rector Ivan Sokolov met with teachers.", True),
    ],
)
def test_nobody_holds_a_post_in_another_country_by_guess(text: str, held: bool, tell: Callable[..., Any]) -> None:
    assert any(fact.property == "holdsPost" for fact in tell(text).analysis.facts) is held


def test_nobody_founds_himself(tell: Callable[..., Any]) -> None:
    facts = tell(f"Li Weiming, President of {JLU}, and {TSU} opened the two universities.").analysis.facts
    assert not any(fact.property == "established" for fact in facts)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("They saw the Institute of Frost SB RAS. Deputy Director Ivan Sokolov met them.", "Institute of Frost SB RAS"),
        ("Guests came to ICMX SB RAS. Its director, Ivan Sokolov, met them.", "ICMX SB RAS"),
        # a unit's name tells of its whole
        (f"They saw the Law School of {JLU}. Vice President Li Weiming met them.", JLU),
    ],
)
def test_a_post_is_held_at_the_institute_not_at_the_academy_in_its_name(
    text: str, home: str, tell: Callable[..., Any]
) -> None:
    told = tell(text)
    held = [fact for fact in told.analysis.facts if fact.property == "holdsPost"]
    assert len(held) == 1, told.written()
    (organization,) = (e for e in told.analysis.entities if e.id == held[0].object)
    assert home in {name.text for name in organization.names}, told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # deputies stand behind those whose deputies they are
        (f"They met Dean of the Faculty of Law Ivan Sokolov and deputy dean for General Affairs Anna Petrova. {OPENED}",
         "Anna Petrova | holdsPost | Faculty of Law"),
        # professors A and B of X
        (f"Professors Ivan Sokolov and Anna Petrova of {TSU} {OPENED}", f"Ivan Sokolov | holdsPost | {TSU}"),
        (f"Professors Ivan Sokolov and Anna Petrova of {TSU} {OPENED}", f"Anna Petrova | holdsPost | {TSU}"),
        # a clause about where
        (f"A delegation of {JLU} saw the {INSTITUTE}, where Chief Engineer Ivan Sokolov showed the lasers.",
         f"Ivan Sokolov | holdsPost | {INSTITUTE}"),
        # semicolons in a list of one country
        (f"Guests from {JLU} were met by Ivan Sokolov, Rector of {TSU}; Anna Petrova, Head of the Department of Law.",
         f"Anna Petrova | represents | {TSU}"),
        # a party's committee is the organization's
        (f"Li Weiming, secretary of the CPC {JLU} Committee, {OPENED}", f"Li Weiming | represents | {JLU}"),
        (f"{TSU} first vice-rector prof. Anna Petrova {OPENED}", f"Anna Petrova | holdsPost | {TSU}"),
        # who speaks for whom
        (f"Speaking for {TSU}, Ivan Sokolov thanked the guests.", f"Ivan Sokolov | represents | {TSU}"),
        (f"On the part of {JLU}, Li Weiming and Wang Fang attended the forum.", f"Wang Fang | represents | {JLU}"),
    ],
)  # fmt: skip
def test_whose_posts_are_said_elsewhere(text: str, fact: str, tell: Callable[..., Any]) -> None:
    assert tell(text).finds(fact, Status.HELD), tell(text).written()


@pytest.mark.parametrize(
    ("people", "homes"),
    [
        (f"Professors Wang Fang of {JLU} and Ivan Sokolov of {TSU}", {"Wang Fang": JLU, "Ivan Sokolov": TSU}),
        (f"Deans Anna Petrova from {TSU} and Li Weiming from {JLU}", {"Anna Petrova": TSU, "Li Weiming": JLU}),
        (
            f"Professors Li Weiming and Wang Fang of {JLU} and Ivan Sokolov and Anna Petrova of {TSU}",
            {"Li Weiming": JLU, "Wang Fang": JLU, "Ivan Sokolov": TSU, "Anna Petrova": TSU},
        ),
    ],
)
def test_a_home_is_of_those_listed_since_the_last_who_has_his_own(
    people: str, homes: dict[str, str], tell: Callable[..., Any]
) -> None:
    told = tell(f"{people} {OPENED}")
    for person, home in homes.items():
        assert told.finds(f"{person} | represents | {home}"), told.written()
        other = TSU if home == JLU else JLU
        assert not told.finds(f"{person} | represents | {other}"), told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"Its editors are Ivan Sokolov and Anna Petrova of {TSU}.", f"Ivan Sokolov | represents | {TSU}"),
        (f"Li Weiming, Vice-President of {JLU} and deputy secretary of its CPC committee, {OPENED}",
         "Li Weiming | holdsPost | Communist Party of China"),
        (f"Li Weiming, Dean of the Faculty of Law, and Ivan Sokolov, director of the {INSTITUTE}, {OPENED}",
         "Ivan Sokolov | holdsPost | Faculty of Law"),
        (f"As part of the forum of {JLU}, Ivan Sokolov gave a lecture.", f"Ivan Sokolov | represents | {JLU}"),
    ],
)  # fmt: skip
def test_posts_are_not_of_what_stands_beside(text: str, fact: str, tell: Callable[..., Any]) -> None:
    assert not tell(text).finds(fact, Status.HELD), tell(text).written()


def test_a_title_alone_is_never_guessed_to_be_abroad(tell: Callable[..., Any]) -> None:
    told = tell(f"{TSU} opened the exhibition. Vice-President Li Weiming spoke.", publisher="organization/tsu")
    assert not told.finds(f"Li Weiming | holdsPost | {TSU}")


def test_a_plural_title_is_held_by_all_whom_it_goes_on_to_name(tell: Callable[..., Any]) -> None:
    beside = "by two Vice-Rectors, namely Oleg Smirnov and Anna Petrova"
    told = tell(f"{TSU} was represented by its Rector Ivan Sokolov and {beside}.")
    assert told.finds(f"Oleg Smirnov | holdsPost | {TSU}")
    assert told.finds(f"Anna Petrova | holdsPost | {TSU}")


@pytest.mark.parametrize(
    "who",
    [
        f"Li Weiming, the CPC secretary of {JLU},",
        f"Li Weiming, Vice Secretary of CPC {JLU} Committee,",
        f"Li Weiming, Deputy Secretary of the Communist Party of China at {JLU},",
        f"{JLU} CPC Secretary Li Weiming",
    ],
)
def test_a_party_s_secretary_at_an_organization_is_of_that_organization(who: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{who} {OPENED}")
    assert told.only({"Li Weiming"}, "holdsPost", JLU), told.written()
    assert told.only({"Li Weiming"}, "represents", JLU), told.written()


def test_a_deputy_dean_is_of_the_faculty_named_before(tell: Callable[..., Any]) -> None:
    told = tell(f"{TSU} was represented by Ivan Sokolov (Secretary of the School of Law) and Oleg Smirnov (Vice Dean).")
    assert told.finds("Oleg Smirnov | holdsPost | School of Law"), told.written()
    assert told.finds(f"Oleg Smirnov | represents | {TSU}")
    told = tell(f"{TSU} sent Ivan Sokolov, Head of the Department of Physics, and Oleg Smirnov, Deputy Dean.")
    assert not told.finds("Oleg Smirnov | holdsPost | Department of Physics")


def test_a_title_at_an_association_is_not_at_the_organization_named_behind(tell: Callable[..., Any]) -> None:
    league = "Association of Northern Universities"
    told = tell(f"The {league} met. Ivan Sokolov, Chairman of the Association and Vice-Rector of {TSU}, {OPENED}")
    assert told.finds(f"Ivan Sokolov | holdsPost | {league}"), told.written()
    assert [f.title for f in told.finds(f"Ivan Sokolov | holdsPost | {TSU}")] == ["Vice-Rector"]


def test_its_rector_is_not_its_laboratory_s(tell: Callable[..., Any]) -> None:
    told = tell(f"They saw {TSU}: its Laser Laboratory, where they were received, and its Rector, Ivan Sokolov.")
    assert told.only({"Ivan Sokolov"}, "holdsPost", TSU), told.written()


def test_its_director_is_nobodys_where_it_is_no_thing(tell: Callable[..., Any]) -> None:
    told = tell(f"{TSU} {OPENED} Officials came from the local department by its director Oleg Smirnov.")
    assert not told.finds(f"Oleg Smirnov | holdsPost | {TSU}"), told.written()


def test_the_same_school_is_the_one_named_before(tell: Callable[..., Any]) -> None:
    told = tell(f"Ivan Sokolov, dean of the Law School of {TSU}; Oleg Smirnov, head of the same Law School; spoke.")
    assert told.finds("Oleg Smirnov | holdsPost | Law School"), told.written()


@pytest.mark.parametrize(("who", "speaks"), [("a famous sinologist", True), ("a recent graduate", False)])
def test_a_scholar_from_somewhere_is_of_there(who: str, speaks: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"The dean met with Li Weiming, {who} from {JLU}.")
    assert bool(told.finds(f"Li Weiming | represents | {JLU}")) is speaks, told.written()


def test_what_was_done_before_a_plan_is_done(tell: Callable[..., Any]) -> None:
    told = tell(f"It was decided to renew the plan after Li Weiming had been inaugurated as President of {JLU}.")
    assert told.finds(f"Li Weiming | holdsPost | {JLU}"), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"After talks with experts from {JLU}, Rector Ivan Sokolov of {TSU} {OPENED}",
        f"{JLU} held talks. Ivan Sokolov, the Head of the Russian delegation, {OPENED}",
        f"{JLU} was represented by its President, Li Weiming, while Ivan Sokolov, Vice-Rector, spoke for {TSU}.",
    ],
)
def test_who_stands_near_an_organization_holds_no_post_there(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(f"Ivan Sokolov | holdsPost | {JLU}"), told.written()


def test_who_is_listed_behind_a_clause_is_still_listed(tell: Callable[..., Any]) -> None:
    told = tell(f"{TSU} was represented by Ivan Sokolov, who gave a talk, and by Oleg Smirnov.")
    assert told.only({"Ivan Sokolov", "Oleg Smirnov"}, "represents", TSU), told.written()


@pytest.mark.parametrize("how", ["once headed by", "previously led by", "that had been run by"])
def test_who_headed_a_university_once_speaks_for_it_no_more(how: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{TSU}, {how} Ivan Sokolov, grew.")
    assert not told.finds(f"Ivan Sokolov | represents | {TSU}"), told.written()


def test_a_post_for_each_side_is_at_what_is_shared(tell: Callable[..., Any]) -> None:
    told = tell(f"The Chinese rector of {JLU}, Li Weiming, and the Russian rector, Ivan Sokolov, met.")
    assert told.finds(f"Li Weiming | holdsPost | {JLU}"), told.written()
    assert not told.finds(f"Ivan Sokolov | holdsPost | {JLU}"), told.written()
    told = tell("The Chinese director of the Polar Institute, Li Weiming, and the Russian director, Ivan Sokolov, met.")
    assert told.finds("Li Weiming | holdsPost | Polar Institute"), told.written()


def test_a_member_of_the_staff_is_no_member_of_an_association(tell: Callable[..., Any]) -> None:
    told = tell("Ivan Sokolov, member of the team of the Association of Polar Schools, spoke.")
    assert told.finds("Ivan Sokolov | memberOf | Association of Polar Schools"), told.written()
    told = tell("Ivan Sokolov, staff member of the Association of Polar Schools, spoke.")
    assert told.finds("Ivan Sokolov | holdsPost | Association of Polar Schools"), told.written()


def test_a_delegation_owns_no_unit_of_others(tell: Callable[..., Any]) -> None:
    told = tell(f"The delegation of {JLU} included Wang Jun, head of the Harbin Cultural Centre.")
    assert not told.finds(f"Harbin Cultural Centre | unitOf | {JLU}"), told.written()
