"""How far a description reaches: what it is of or on, and the title in quotation marks behind it."""

from __future__ import annotations

import pytest
from spacy.language import Language


def told(nlp: Language, text: str, word: str) -> tuple[str, str | None]:
    """Give a description with all that follows its noun, and the title behind it."""
    doc = nlp(text)
    (one,) = [d for d in doc._.descriptions if doc.text[d.start : d.end].endswith(word)]
    return doc.text[one.start : one.long_end], doc.text[slice(*one.titled)] if one.titled else None


@pytest.mark.parametrize(
    ("text", "word", "whole", "title"),
    [
        ("They signed an agreement on exchange of students.", "agreement", "agreement on exchange of students", None),
        (
            "They concluded an agreement on scientific, educational and cultural cooperation.",
            "agreement",
            "agreement on scientific, educational and cultural cooperation",
            None,
        ),
        ("They signed an agreement on exchange, and students sang.", "agreement", "agreement on exchange", None),
        (
            "They concluded an agreement on the intention to cooperate.",
            "agreement",
            "agreement on the intention to cooperate",
            None,
        ),
        ("They signed an agreement about a laboratory.", "agreement", "agreement about a laboratory", None),
        (
            "They signed a Cooperation Agreement on the Ecology of Tick Harm to Humans and Livestock.",
            "Agreement",
            "Cooperation Agreement on the Ecology of Tick Harm to Humans and Livestock",
            None,
        ),
        (
            "They gave the Agreement on Academic Exchange to Rector Orlov.",
            "Agreement",
            "Agreement on Academic Exchange",
            None,
        ),
        ("They signed a memorandum for three years.", "memorandum", "memorandum", None),
        (
            "The memorandum of cooperation that they signed is to help.",
            "memorandum",
            "memorandum of cooperation",
            None,
        ),
        (
            "They attended the forum of science, technology and ecology in Harbin.",
            "forum",
            "forum of science, technology and ecology",
            None,
        ),
        ("They attended the forum of science, and students sang.", "forum", "forum of science", None),
        ("They attended the forum of science, visited Omsk and left.", "forum", "forum of science", None),
        ("They launched a programme in Harbin.", "programme", "programme", None),
        (
            "She came to the first forum on ecology, law and trade.",
            "forum",
            "first forum on ecology, law and trade",
            None,
        ),
        (
            "She came to the first forum on law, trade and ice in Omsk.",
            "forum",
            "first forum on law, trade and ice",
            None,
        ),
        ("She attended the first forum on the safe use of ice.", "forum", "first forum on the safe use of ice", None),
        (
            "She attended the first forum on ecology, and students and teachers sang.",
            "forum",
            "first forum on ecology",
            None,
        ),
        ("She spoke at a forum on ecology, which was good.", "forum", "forum on ecology", None),
        ("They opened a joint centre in biomedicine last year.", "centre", "joint centre in biomedicine", None),
        ("They opened a joint centre in autumn.", "centre", "joint centre", None),
        ("They opened a joint laboratory in cooperation with Huawei.", "laboratory", "joint laboratory", None),
        ("They opened a joint laboratory in Barnaul.", "laboratory", "joint laboratory", None),
        ("They founded a new center for research on Belarus.", "center", "new center for research on Belarus", None),
        ("They began joint doctoral training in optics.", "training", "joint doctoral training in optics", None),
        ("They launched a programme in ecology.", "programme", "programme in ecology", None),
        ("They signed a roadmap on Monday.", "roadmap", "roadmap", None),
        ('They signed the contract "Soy and Ice".', "contract", 'contract "Soy and Ice"', "Soy and Ice"),
        ('They opened a programme named "Soy and Ice".', "programme", 'programme named "Soy and Ice"', "Soy and Ice"),
        ('They opened a forum under the title "Soy and Ice".', "forum", "forum", "Soy and Ice"),
        (
            'They held a round table of librarians, "Reading in a new Asia".',
            "table",
            'round table of librarians, "Reading in a new Asia"',
            "Reading in a new Asia",
        ),
        (
            'They spoke at the round table of librarians, "Reading is dear to us," he said.',
            "table",
            "round table of librarians",
            None,
        ),
        (
            'They came to a seminar of Jilin University, "Reading in a new Asia" was sold.',
            "seminar",
            "seminar of Jilin University",
            None,
        ),
        (
            "They attended a forum on cross-border trade and logistics in Omsk.",
            "forum",
            "forum on cross-border trade and logistics",
            None,
        ),
        ("They attended a forum on Friday.", "forum", "forum", None),
        ("They held a seminar about ocean ice.", "seminar", "seminar about ocean ice", None),
        (
            'They held a seminar on Sino-Russian Trade and Future "Soy and Ice" Initiative.',
            "seminar",
            'seminar on Sino-Russian Trade and Future "Soy and Ice" Initiative',
            None,
        ),
    ],
)
def test_what_follows_belongs_to_it(text: str, word: str, whole: str, title: str | None, english: Language) -> None:
    assert told(english, text, word) == (whole, title)
