"""Of whose people a group is made up, or whose they are by what stands beside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU = "organization/jlu", "organization/asu"
BOTH = "Jilin University and Altai State University"


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        (f"A delegation formed by {BOTH} visited Omsk.", "delegation", {JLU, ASU}),
        (f"A delegation composed of experts from {BOTH} visited Omsk.", "delegation", {JLU, ASU}),
        (f"A group, formed by representatives of {BOTH}, came to Omsk.", "group", {JLU, ASU}),
        ("A delegation came. It was composed of professors of Jilin University.", "delegation", {JLU}),
        ("A delegation formed by Jilin University, Altai State University and others came.", "delegation", {JLU, ASU}),
        ("Omsk received guests from China, the representatives of Jilin University.", "guests", {JLU}),
        ("Omsk welcomed visitors from Harbin – teachers of Jilin University.", "visitors", {JLU}),
        ("A delegation formed by Jilin University visited Omsk.", "delegation", set()),
        ("A group made by the rules of Jilin University visited Omsk.", "group", set()),
        ("Omsk received guests from China, teachers of Jilin University and students.", "guests", set()),
        ("Omsk received guests from China, students of Jilin University translated.", "guests", set()),
        ("Omsk received guests from China, teachers of Jilin University, which is in Changchun.", "guests", {JLU}),
        (
            "Omsk received guests from China, students of Jilin University, which is in Changchun, translated.",
            "guests",
            set(),
        ),
        (f"A delegation arrived at the joint centre, formed by {BOTH}.", "delegation", set()),
        ("Omsk received guests from China, friends of Jilin University.", "guests", set()),
        ("Omsk saw guests from China, the representatives of Jilin University.", "guests", set()),
    ],
)
def test_whose_a_group_is(text: str, words: str, ids: set[str], understand: Callable[..., Any]) -> None:
    assert understand(text).meant(words) & {JLU, ASU} == ids
