"""Lists of lines that go on with a sentence are read as one sentence of the same length."""

from __future__ import annotations

import pytest

from kg.languages.en.open_lines import joined


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Then we visited\n\n• Omsk,\n• Perm.\nThey are old.", "Then we visited    Omsk, & Perm.\nThey are old."),
        ("Papers were signed with:\n1. Omsk;\n2. Perm\n", "Papers were signed with     Omsk,    Perm\n"),
        (
            "The guests were\nLi Wei, dean,\nand Wu Bo.\nAll spoke.",
            "The guests were Li Wei, dean, and Wu Bo.\nAll spoke.",
        ),
    ],
)
def test_a_list_goes_on_with_its_sentence(text: str, seen: str) -> None:
    assert joined(text) == seen
    assert len(seen) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "The delegation visited Omsk\n• Omsk is old.\n• Perm is older.",  # a whole sentence
        "The following were named\n\nIn Omsk the forum began.\n\nIn Perm it ended.",  # paragraphs
        "The side was made up of:\n• Li Wei, dean;\n• Wu Bo, rector.",  # people and posts, line by line
        "Among the guests were\n• Omsk.",  # no list
        "They met with\n• Omsk is old. It is great,\n• Perm is older. It is greater.",  # sentences of their own
        "Partners of\n• Omsk,\n• Perm",  # a heading
        f"Then we visited\n• Omsk,\n• Perm, {'which is old ' * 20},\n• Tomsk",  # a paragraph beside names
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert joined(text) == text
