"""Posts around people: whose, called what, and where."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.languages.spans import Post

TSU, JLU, LAW = "Tomsk State University", "Jilin University", "Faculty of Law"

# a text, posts as "person | title | organization or body"
POSTS = [
    # what a sentence opens with tells of another
    (f"At the meeting the rector of {TSU}, Ivan Sokolov sang.", [f"Ivan Sokolov | rector | {TSU}"]),
    (f"At the meeting, the rector of {TSU}, Ivan Sokolov sang.", [f"Ivan Sokolov | rector | {TSU}"]),
    (f"With the rector of {TSU}, Ivan Sokolov, came Li Weiming.", [f"Ivan Sokolov | rector | {TSU}"]),
    (f"On behalf of the rector of {TSU}, dean Li Weiming sang.", ["Li Weiming | dean | -"]),
    # behind what else somebody is
    (f"Ivan Sokolov, a graduate of {JLU} and now dean of {TSU}, sang.", [f"Ivan Sokolov | dean | {TSU}"]),
    (f"Ivan Sokolov, a native of Omsk, rector of {TSU}, sang.", [f"Ivan Sokolov | rector | {TSU}"]),
    (f"Ivan Sokolov, author of many books and professor at {TSU}, sang.", [f"Ivan Sokolov | professor | {TSU}"]),
    (f"Ivan Sokolov, a friend of {JLU} and rector of {TSU} Oleg Orlov sang.", [f"Oleg Orlov | rector | {TSU}"]),
    (f"Ivan Sokolov, a friend of {JLU}, and the rector of {TSU}, Oleg Orlov, sang.", [f"Oleg Orlov | rector | {TSU}"]),
    # rosters and homes
    (f"Ivan Sokolov ({TSU}) spoke.", [f"Ivan Sokolov | - | {TSU}"]),
    (
        f"Ivan Sokolov ({TSU}), Secretary of the Polar Association, spoke.",
        [f"Ivan Sokolov | - | {TSU}", "Ivan Sokolov | Secretary | Polar Association"],
    ),
    (f"They heard Prof. Li Weiming, {JLU}.", [f"Li Weiming | Prof. | {JLU}"]),
    # from one, with a post at another
    (
        f"Li Weiming of {JLU}, Vice-President of the Polar Association, spoke.",
        [f"Li Weiming | - | {JLU}", "Li Weiming | Vice-President | Polar Association"],
    ),
    (
        f"Li Weiming of {JLU}, President of the Polar Association Ivan Sokolov and others spoke.",
        [f"Li Weiming | - | {JLU}", "Ivan Sokolov | President | Polar Association"],
    ),
    # the next one's whole stands before the title
    (
        f"Li Weiming, Dean of the {LAW}, {TSU} Rector Ivan Sokolov and others spoke.",
        [f"Li Weiming | Dean | {LAW}", f"Ivan Sokolov | Rector | {TSU}"],
    ),
    # a link
    (f"Ivan Sokolov is now Rector of {TSU}.", [f"Ivan Sokolov | Rector | {TSU}"]),
    (f"Ivan Sokolov spoke as Rector of {TSU}.", [f"Ivan Sokolov | Rector | {TSU}"]),
    # a body within before its head
    ("Lena Polar Group sang. Board Chairman Li Weiming came.", ["Li Weiming | Chairman | -"]),
    (
        f"Anna Petrova, Director of the Dept. of Polar Law of {TSU}, spoke.",
        ["Anna Petrova | Director | Dept. of Polar Law"],
    ),
    # what it is for stands before where it is held
    (f"Anna Petrova, Director for Education in the {LAW}, spoke.", [f"Anna Petrova | Director for Education | {LAW}"]),
    # a comma left out
    (f"They heard Ivan Sokolov the Rector of {TSU}.", [f"Ivan Sokolov | Rector | {TSU}"]),
    (f"Ivan Sokolov deputy dean of the {LAW} spoke.", [f"Ivan Sokolov | deputy dean | {LAW}"]),
    (f"They heard Ivan Sokolov Rector of {TSU} Oleg Makarov.", [f"Oleg Makarov | Rector | {TSU}"]),
    (f"Ivan Sokolov the Rector of {TSU} sang.", [f"Ivan Sokolov | Rector | {TSU}"]),
    (
        f"Ivan Sokolov the Rector of {TSU} and Li Weiming the President of {JLU} sang.",
        [f"Ivan Sokolov | Rector | {TSU}", f"Li Weiming | President | {JLU}"],
    ),
    *(
        (f"{before} Ivan Sokolov the Rector of {TSU} sang.", [])
        for before in ("In the presence of", "Together with", "For", "Unlike", "When he met", "To replace", "Thanking")
    ),
    (
        f"In the talks with Ivan Sokolov the President of {JLU}, Li Weiming, sang.",
        [f"Li Weiming | President | {JLU}"],
    ),
    # who is in charge of something somewhere
    (
        f"Vice President Ivan Sokolov in charge of foreign affairs of {TSU} spoke.",
        [f"Ivan Sokolov | Vice President | {TSU}"],
    ),
    (f"Dean Ivan Sokolov responsible for sports at {TSU} spoke.", [f"Ivan Sokolov | Dean | {TSU}"]),
    (f"Ivan Sokolov in charge of the Chinese students of {JLU} at {TSU} spoke.", []),
    (f"Ivan Sokolov in charge of the students of {JLU} spoke.", []),
    (f"Ivan Sokolov in charge of courses of {JLU} at {TSU} spoke.", []),
    (f"Ivan Sokolov in view of the affairs of {TSU} spoke.", []),
    # to where an ambassador is sent
    ("Ivan Sokolov, Russia's ambassador to Kenya, spoke.", ["Ivan Sokolov | ambassador | Embassy of Russia in Kenya"]),
    # organizations in quotation marks
    (
        f'Ivan Sokolov, director of the company "Taiga", professor of {TSU} and head of the "Polar Centre", spoke.',
        [
            "Ivan Sokolov | director | Taiga",
            f"Ivan Sokolov | professor | {TSU}",
            "Ivan Sokolov | head | Polar Centre",
        ],
    ),
    ('The director of the "Polar Centre" Ivan Sokolov spoke.', ["Ivan Sokolov | director | Polar Centre"]),
    ('Ivan Sokolov, a friend of the "Polar Centre", spoke.', []),
    ('They read "Director of" and "Polar Centre" to Ivan Sokolov.', []),
    # a rank or a degree between a title and a name
    (
        f"The dean, Academician of the Russian Academy of Sciences Ivan Sokolov, met {JLU}.",
        ["Ivan Sokolov | dean | -", "Ivan Sokolov | Academician | Russian Academy of Sciences"],
    ),
    ("The dean, Doctor of Physical Sciences I.P. Sokolov, spoke.", ["I.P. Sokolov | dean | -"]),
    (
        "They met a dean, and Academician of the Russian Academy of Sciences Ivan Sokolov praised doctors of law.",
        ["Ivan Sokolov | Academician | Russian Academy of Sciences"],
    ),
    # what each is in charge of, in brackets
    (
        "Vice-Rectors Ivan Sokolov (science), Anna Petrova (law and security) and Oleg Makarov (sports) sang.",
        [
            "Ivan Sokolov | Vice-Rectors | -",
            "Anna Petrova | Vice-Rectors | -",
            "Oleg Makarov | Vice-Rectors | -",
        ],
    ),
    # on whose side
    (
        f"Li Weiming, Chairman of the Association on the Chinese side and President of {JLU}, spoke.",
        ["Li Weiming | Chairman of the Association | -", f"Li Weiming | President | {JLU}"],
    ),
    # a chain before, a chain behind
    (
        f"Vice-President of {JLU} and Chairman of the Polar Association Li Weiming spoke.",
        [f"Li Weiming | Vice-President | {JLU}", "Li Weiming | Chairman | Polar Association"],
    ),
    (
        f"Ivan Sokolov, Rector of {TSU} and President of the Polar Association, spoke.",
        [f"Ivan Sokolov | Rector | {TSU}", "Ivan Sokolov | President | Polar Association"],
    ),
    (
        f"Ivan Sokolov, Vice-Rector and Dean of the {LAW} of {TSU}, spoke.",
        [f"Ivan Sokolov | Vice-Rector | {TSU}", f"Ivan Sokolov | Dean | {LAW}"],
    ),
    # several
    (
        f"Vice-Rectors of {TSU} Ivan Sokolov and Anna Petrova spoke.",
        [f"Ivan Sokolov | Vice-Rectors | {TSU}", f"Anna Petrova | Vice-Rectors | {TSU}"],
    ),
    (
        f"Ivan Sokolov, Rector of {TSU}, representatives of {JLU} and students spoke.",
        [f"Ivan Sokolov | Rector | {TSU}"],
    ),
    # one title at two, degrees, what was once
    (
        f"Ivan Sokolov, Head of the Laser Laboratory and of the {LAW} of {TSU}, spoke.",
        ["Ivan Sokolov | Head | Laser Laboratory", f"Ivan Sokolov | Head | {LAW}"],
    ),
    (
        f"Ivan Sokolov, Rector of {TSU}, Professor and Doctor of Polar Sciences, spoke.",
        [f"Ivan Sokolov | Rector | {TSU}", "Ivan Sokolov | Professor | -"],
    ),
    ("Ivan Sokolov, doctor of the Omsk Hospital, spoke.", ["Ivan Sokolov | doctor | Omsk Hospital"]),
    (f"Ivan Sokolov, who was Rector of {TSU}, spoke.", [f"Ivan Sokolov | Rector | {TSU}"]),
    (
        f"{JLU} Vice-President for Law and Order Prof. Li Weiming spoke.",
        [f"Li Weiming | Vice-President for Law and Order | {JLU}"],
    ),
    # titles of several who have no names, behind somebody's own
    (
        f"Ivan Sokolov, Vice-Rector of {TSU}, deans of {JLU}, and students spoke.",
        [f"Ivan Sokolov | Vice-Rector | {TSU}"],
    ),
    (f"Ivan Sokolov, Rector of {TSU}, deans, and students spoke.", [f"Ivan Sokolov | Rector | {TSU}"]),
    (
        f"Ivan Sokolov and Anna Petrova, deans of {TSU}, spoke.",
        [f"Anna Petrova | deans | {TSU}", f"Ivan Sokolov | deans | {TSU}"],
    ),
    # a list of titles before names: two in a row are the next person's
    (
        f"Rector of {TSU} Ivan Sokolov, Dean of the {LAW}, Director of the Laser Laboratory Anna Petrova spoke.",
        [
            f"Ivan Sokolov | Rector | {TSU}",
            f"Anna Petrova | Dean | {LAW}",
            "Anna Petrova | Director | Laser Laboratory",
        ],
    ),
    (
        f"Rector of {TSU} Ivan Sokolov, Dean of the {LAW} Anna Petrova spoke.",
        [f"Ivan Sokolov | Rector | {TSU}", f"Anna Petrova | Dean | {LAW}"],
    ),
    (
        f"Rector of {TSU} Ivan Sokolov, Dean of the {LAW}, Director of the Laser Laboratory, spoke.",
        [
            f"Ivan Sokolov | Rector | {TSU}",
            f"Ivan Sokolov | Dean | {LAW}",
            "Ivan Sokolov | Director | Laser Laboratory",
        ],
    ),
    (
        f"Rector of {TSU} Ivan Sokolov, Dean of the {LAW}, and Oleg Orlov spoke.",
        [f"Ivan Sokolov | Rector | {TSU}", f"Ivan Sokolov | Dean | {LAW}"],
    ),
    # a title that leads to the next name is not that of who stands before it
    (
        f"Li Weiming, {JLU} Vice-President for Research Ivan Sokolov and others spoke.",
        [f"Ivan Sokolov | Vice-President for Research | {JLU}"],
    ),
    # dashes are no hyphens
    (
        f"Ivan Sokolov – Rector of {TSU}, Li Weiming – President of {JLU} spoke.",
        [f"Ivan Sokolov | Rector | {TSU}", f"Li Weiming | President | {JLU}"],
    ),
    (f"Ivan Sokolov - Rector of {TSU}, spoke.", [f"Ivan Sokolov | Rector | {TSU}"]),
    (
        f"Ivan Sokolov - Rector of {TSU}; Li Weiming - Dean of the {LAW}.",
        [f"Ivan Sokolov | Rector | {TSU}", f"Li Weiming | Dean | {LAW}"],
    ),
    # a nationality before whom somebody is of
    ("Anna Petrova of the Russian Polar Foundation spoke.", ["Anna Petrova | - | Russian Polar Foundation"]),
    (f"Anna Petrova of the Chinese {JLU} spoke.", [f"Anna Petrova | - | Chinese {JLU}"]),
    # a unit of a country's university
    (f"Dean of the {LAW} of China's {JLU} Li Weiming spoke.", [f"Li Weiming | Dean | {LAW}"]),
    (
        "H.E. Ivan Sokolov, Ambassador of Russia to China, spoke.",
        ["Ivan Sokolov | Ambassador | Embassy of Russia in China"],
    ),
    # public titles
    ("Mayor of Tomsk Ivan Sokolov spoke.", ["Ivan Sokolov | Mayor | Administration of Tomsk"]),
    ("Li Weiming, Governor of Hebei Province, spoke.", ["Li Weiming | Governor | Government of Hebei Province"]),
    (
        "Ivan Sokolov, Head of the Republic of Buryatia, spoke.",
        ["Ivan Sokolov | Head | Government of Republic of Buryatia"],
    ),
    (
        "Consul General of Russia in Harbin Ivan Sokolov spoke.",
        ["Ivan Sokolov | Consul General | Consulate General of Russia in Harbin"],
    ),
    ("Ambassador of China to Russia Li Weiming spoke.", ["Li Weiming | Ambassador | Embassy of China in Russia"]),
    ("Russia's Minister of Health Ivan Sokolov spoke.", ["Ivan Sokolov | Minister of Health | Ministry of Health"]),
    (
        "Li Weiming, Vice Minister of Education of China, spoke.",
        ["Li Weiming | Vice Minister of Education | Ministry of Education"],
    ),
]
NONE = [
    f"At the invitation of the rector of {TSU}, Li Weiming came.",
    f"After talks with the rector of {TSU}, Li Weiming and Wang Jun left.",
    f"Together with the dean of the {LAW}, Li Weiming saw the hall.",
    f"Invited by the rector of {TSU}, Li Weiming sang.",
    f"Ivan Sokolov is not the Rector of {TSU}.",
    f"Ivan Sokolov is no longer Rector of {TSU}.",
    f"{TSU} gave {JLU}'s Ivan Sokolov Prize to a student.",
    f"Ivan Sokolov is an honorary professor of {TSU}.",
    f"They replaced Ivan Sokolov as Rector of {TSU}.",
    f"Ivan Sokolov thanked the Rector of {TSU}.",
    "Ivan Sokolov - Anna Petrova spoke.",
    "They met the President of the University, and Li Weiming.",
]


def where(text: str, post: Post) -> str:
    if post.organization is not None:
        return text[post.organization.start : post.organization.end]
    return (post.body or "-").split("|")[-1]  # a body's name in China stands before that in Russia


def said(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    return [
        " | ".join(
            (
                doc.text[post.holder.start : post.holder.end],
                doc.text[slice(*post.title)] if post.title else "-",
                where(doc.text, post),
            )
        )
        for post in doc._.posts
    ]


@pytest.mark.parametrize(("text", "posts"), POSTS)
def test_posts(text: str, posts: list[str], english: Language) -> None:
    assert said(english, text) == posts


@pytest.mark.parametrize(("clause", "past"), [("who was", True), ("who is", False)])
def test_posts_held_once(clause: str, past: bool, english: Language) -> None:
    (post,) = english(f"Ivan Sokolov, {clause} Rector of {TSU}, spoke.")._.posts
    assert post.past is past


@pytest.mark.parametrize("text", NONE)
def test_no_posts(text: str, english: Language) -> None:
    assert said(english, text) == []


def test_a_branch_in_a_town_is_elsewhere(english: Language) -> None:
    (post,) = english("Ivan Sokolov, head of the Moscow branch, spoke.")._.posts
    assert (post.organization, post.body, post.elsewhere) == (None, None, True)


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("The republic's Minister of Health Ivan Sokolov spoke.", True),
        ("Ivan Sokolov, Minister of Health of the Republic, spoke.", True),
        ("Ivan Sokolov, Minister of Health of the Region, and Oleg spoke.", True),
        ("Minister of Health Ivan Sokolov spoke.", False),
    ],
)
def test_whose_minister(text: str, elsewhere: bool, english: Language) -> None:
    (post,) = english(text)._.posts
    assert (post.body, post.elsewhere) == ("Ministry of Health", elsewhere)


@pytest.mark.parametrize(
    ("title", "elsewhere"),
    [
        ("Vice President of the University", True),
        ("Vice Rector of this university", True),
        ("Rector", False),
        ("Head of GIS", False),  # a field
        ("Director of the Garden", False),
    ],
)
def test_what_titles_are_of_something_else(title: str, elsewhere: bool, english: Language) -> None:
    (post,) = english(f"Ivan Sokolov, {title}, spoke.")._.posts
    assert (post.organization, post.elsewhere) == (None, elsewhere)


@pytest.mark.parametrize("title", ["Rector of RZHU", "Vice-Rector of RZHU"])
def test_a_short_form_that_nobody_knows_is_an_organization_that_a_rector_is_of(title: str, english: Language) -> None:
    text = f"Ivan Sokolov, {title}, spoke."
    (post,) = english(text)._.posts
    assert post.organization is not None
    assert text[post.organization.start : post.organization.end] == "RZHU"
