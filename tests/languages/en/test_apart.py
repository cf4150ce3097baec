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
    (f"At the opening Rector Ivan Sokolov, in the name of {ASU}, thanked them.", [
        "Ivan Sokolov | - | Altai State University"]),
    (f"The team of {ASU} (Ivan Sokolov, Anna Petrova) sang.", [
        "Anna Petrova | - | Altai State University", "Ivan Sokolov | - | Altai State University"]),
    # from a home told of before the name
    (f"A professor from {JLU}, Li Weiming, sang.", ["Li Weiming | professor | Jilin University"]),
    (f"They heard a leading researcher from {ASU} Ivan Sokolov.", [
        "Ivan Sokolov | leading researcher | Altai State University"]),
    (f"Two lecturers from {ASU}, Ivan Sokolov and Anna Petrova, sang.", [
        "Ivan Sokolov | lecturers | Altai State University", "Anna Petrova | lecturers | Altai State University"]),
    (f"Teachers from {ASU} – Ivan Sokolov and Anna Petrova – sang.", [
        "Ivan Sokolov | Teachers | Altai State University", "Anna Petrova | Teachers | Altai State University"]),
]  # fmt: skip

NONE = [
    f"They saw experts from {JLU}, Ivan Sokolov and Anna Petrova.",
    f"They saw the experts from {JLU}, Ivan Sokolov, and others.",
    f"They saw the experts from {JLU}, Ivan Sokolov, Anna Petrova and others.",
    f"They saw students from {JLU}, Ivan Sokolov and Anna Petrova, as well.",
    f"An expert from {JLU} and Ivan Sokolov sang.",
    f"An expert from {JLU} saw Ivan Sokolov.",
    f"Li Weiming thanked his colleague, Vice President of {JLU}.",
    f"Li Weiming took the floor, Vice President of {JLU} Wang Jun as well.",
    f"Li Weiming took a book, all of {JLU} sang.",
    f"They toured {ASU} (named for Ivan Sokolov).",
    f"Students of {ASU}: Ivan Sokolov saw them.",
    f"Li Weiming was thanked in the name of {JLU}.",
    f"Li Weiming did not speak on behalf of {JLU}.",
    f"Li Weiming will speak on behalf of {JLU}.",
    f"Li Weiming played on the side of {JLU}.",
    f"They thanked Li Weiming on behalf of {JLU}.",
    f"A medal went to Li Weiming in the name of {JLU}.",
    f"Li Weiming, on behalf of {JLU} rector Wang Jun, sang.",
    f"Li Weiming met the host, Vice President of {JLU}.",
    f"Li Weiming was replaced by another, Vice President of {JLU}.",
    f"They flew with Ivan Sokolov and Li Weiming, all of {JLU} watched them.",
    f"Oleg Orlov, Ivan Sokolov and Li Weiming, all of {JLU} but Orlov, sang.",
    f"The partners of {JLU} (Ivan Sokolov, Li Weiming) sang.",
    f"The authors of a talk at {JLU} (Ivan Sokolov, Li Weiming) sang.",
    f"The book of {JLU} (editor Li Weiming) was sold.",
    f"The paper on {JLU} (Li Weiming, Ivan Sokolov) was sold.",
    f"The experts of {ASU} and {JLU} (Ivan Sokolov, Li Weiming) sang.",
    f"Ivan Sokolov, a poet from Russia who is not Rector of {JLU}, sang.",
    f"The experts of {JLU} received: Li Weiming and Ivan Sokolov.",
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
