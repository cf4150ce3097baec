"""Posts told apart from the name of who holds them."""

from __future__ import annotations

import pytest
from spacy.language import Language

ASU, JLU = "Altai State University", "Jilin University"

# text → "person | title | organization", the title "-" where only the organization is told
POSTS = [
    # behind the clause
    (f"Then Li Weiming took the floor, Vice President of {JLU}.", ["Li Weiming | Vice President | Jilin University"]),
    (f"Then Ivan Sokolov spoke, {ASU} Vice-Rector.", ["Ivan Sokolov | Vice-Rector | Altai State University"]),
    # of all in a list
    (f"Ivan Sokolov and Anna Petrova, both of {ASU}, sang.", [
        "Ivan Sokolov | - | Altai State University", "Anna Petrova | - | Altai State University"]),
    (f"Rector Ivan Sokolov, dean Anna Petrova and Oleg Orlov, all from {ASU}, sang.", [
        "Ivan Sokolov | Rector | Altai State University", "Anna Petrova | dean | Altai State University",
        "Oleg Orlov | - | Altai State University"]),
    # in brackets
    (f"They met the leaders of {ASU} (I.V. Sokolov, A.A. Petrova) and of {JLU} (Li Weiming).", [
        "I.V. Sokolov | leaders | Altai State University", "A.A. Petrova | leaders | Altai State University",
        "Li Weiming | leaders | Jilin University"]),
    (f"Guests came from {ASU} (Rector Ivan Sokolov).", ["Ivan Sokolov | Rector | Altai State University"]),
    # behind a colon
    (f"Experts of {ASU} spoke: Ivan Sokolov and Anna Petrova.", [
        "Ivan Sokolov | Experts | Altai State University", "Anna Petrova | Experts | Altai State University"]),
    # for whom somebody acts
    (f"Li Weiming in the name of {JLU} thanked them.", ["Li Weiming | - | Jilin University"]),
    (f"Ivan Sokolov spoke on behalf of {ASU}.", ["Ivan Sokolov | - | Altai State University"]),
]  # fmt: skip

NONE = [
    f"Li Weiming thanked his colleague, Vice President of {JLU}.",
    f"Li Weiming took the floor, Vice President of {JLU} Wang Jun as well.",
    f"Li Weiming took a book, all of {JLU} sang.",
    f"They toured {ASU} (named for Ivan Sokolov).",
    f"Students of {ASU}: Ivan Sokolov saw them.",
    f"Li Weiming was thanked in the name of {JLU}.",
]


def said(nlp: Language, text: str) -> list[str]:
    def cut(start: int, end: int) -> str:
        return text[start:end]

    return [
        f"{cut(post.holder.start, post.holder.end)} | {cut(*post.title) if post.title else '-'} | "
        f"{cut(post.organization.start, post.organization.end)}"
        for post in nlp(text)._.posts
        if post.organization is not None
    ]


@pytest.mark.parametrize(("text", "posts"), POSTS)
def test_posts(text: str, posts: list[str], english: Language) -> None:
    assert sorted(said(english, text)) == sorted(posts)


@pytest.mark.parametrize("text", NONE)
def test_no_posts(text: str, english: Language) -> None:
    assert not [one for one in said(english, text) if one.startswith(("Li Weiming", "Ivan Sokolov"))]
