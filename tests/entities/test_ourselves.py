"""Who says "our university" where the site tells nothing: the one named that is no visitor, partner or foreigner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Understand = Callable[..., Any]

SITE = "https://www.unheard.com/1.html"
JLU, TSU = "organization/jlu", "organization/tsu"


@pytest.mark.parametrize(
    "text",
    [
        # named where the page tells of its own work
        "Rector Ivan Sokolov of Tomsk State University saw our university. Jilin University grew for 70 years.",
        # named where the paper is told of
        (
            "Teachers from Tomsk State University visited our university. Both signed a contract. "
            "It is on exchanges between Jilin University and the guests."
        ),
        # who holds a post of ours holds it there
        "Our Rector Li Weiming spoke. Guests praised our university. Li Weiming is Rector of Jilin University.",
        # beside us stands the centre of two, of which one is foreign
        (
            "Our university opened the Centre of Jilin University and Tomsk State University. "
            "Our Vice-President Li Weiming spoke."
        ),
        # who goes to the other country is of this one
        (
            "A delegation of our university visited two schools in Russia. Jilin University and Tomsk State University "
            "will exchange books."
        ),
        # who else is named was a guest
        "They saw our university. Jilin University grew. Among the guests was Li Weiming, Rector of Fudan University.",
    ],
)
def test_the_named_one_that_can_only_be_meant(text: str, understand: Understand) -> None:
    assert understand(text, source=SITE).meant("university") == {JLU}


@pytest.mark.parametrize(
    "text",
    [
        # a journey in one's own country, or one from both
        "A delegation of our university saw schools in Asia. Jilin University and Tomsk State University sang.",
        # a visitor
        "Guests from Tomsk State University visited our university.",
        # a partner
        "Our university signed a contract with Jilin University. Jilin University grew.",
        # one of whom the text says the country
        "Guests visited our university. Tomsk State University of Russia grew.",
        # one of whom is only told that somebody came from there
        "Guests visited our university. A professor from Jilin University spoke.",
        # two that may be meant
        "Guests visited our university. Jilin University and Tsinghua University grew.",
        # one beside us that may be it as well
        "Teachers of Jilin University praised our university. Tsinghua University grew.",
        # a foreigner by the name of who is ours
        "Our President Li Weiming spoke of our university. Tomsk State University grew.",
        # an academy is called so
        "Guests visited our academy. Jilin University grew.",
        # nobody else is told of, so that the one named may be a guest
        "Guests visited our university. Jilin University grew.",
        # the only thing that is told of it is whence a speaker was
        "Guests from Tomsk State University visited our university. Li Weiming (Jilin University) spoke.",
        # what bears its name is no foreigner's
        (
            "Guests from Tomsk State University visited our university. "
            "The Jilin University – Tsinghua University Joint Language Centre was praised. "
            "Our Vice-President Li Weiming spoke."
        ),
        # what bears its name is another foreigner's
        (
            "Guests from Tomsk State University visited our university. "
            "The Tomsk State University – Altai State University Joint Language Centre was praised. "
            "Our Vice-President Li Weiming spoke."
        ),
        # named only in what it has together with a guest, who may have come to it from elsewhere
        (
            "Guests from Tomsk State University visited our university. They had come to China to open the "
            "Jilin University – Tomsk State University Joint Language Centre. Our Vice-President Li Weiming spoke."
        ),
        (
            "Our Vice-President Li Weiming received guests of Tomsk State University. Like the Jilin University – "
            "Tomsk State University Joint Language Centre, our university will train teachers."
        ),
        # others say it
        "“Our university grew,” said Ivan Sokolov. Jilin University grew.",
    ],
)
def test_nobody_named_is_surely_meant(text: str, understand: Understand) -> None:
    found = understand(text, source=SITE)
    noun = "academy" if "academy" in text else "university"
    assert not found.meant(noun) & {JLU, TSU, "organization/tsinghua"}


@pytest.mark.parametrize(
    ("lead", "ours"),
    [
        ("Jilin University has become a member of the Polar League.", True),
        ("On Monday Jilin University joined the Polar League.", True),
        ("Jilin University hosted the meeting of the Polar League.", False),
        ("Guests from Jilin University came to the Polar League.", False),
        ("Jilin University has become a member of the Lena Forum.", False),
        ("Jilin University, which joined in 2001, congratulated us in the Polar League.", False),
        ("Jilin University, which is in the Urals, joined the Polar League.", False),
        ("Jilin University has left the Polar League.", False),
        ("Jilin University did not join the Polar League.", False),
        ("Jilin University has become a friend of the Polar League.", False),
    ],
)
def test_who_does_below_the_title_what_we_do_in_it(lead: str, ours: bool, understand: Understand) -> None:
    others = "Tomsk State University and Altai State University belong to it."
    text = f"Our university joins the Polar League\n{lead}\n{others}"
    assert (JLU in understand(text, source=SITE, title=True).meant("university")) is ours


def test_the_post_that_is_ours_is_held_there(understand: Understand) -> None:
    text = "Guests from Tomsk State University came. Our President Li Weiming spoke. Jilin University grew."
    found = understand(text, source=SITE).found
    assert [post.organization for post in found.posts] == [JLU]


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        (
            "The Institute of Sea Studies of the Shanghai Academy of Social Sciences grew. We praise our institute.",
            True,
        ),
        ("The Institute of Sea Studies of the Russian Academy of Sciences grew. We praise our institute.", False),
        ("The Institute of Sea Studies of the Shanghai Academy of Social Sciences grew. We praise our academy.", False),
    ],
)
def test_the_institute_of_the_academy_whose_site_it_is(text: str, ours: bool, understand: Understand) -> None:
    found = understand(text, "organization/sass")
    institute = found.meant("Institute of Sea Studies", 0)
    assert bool(found.meant("We") & institute) is ours
    assert ours or found.meant("We") == {"organization/sass"}
