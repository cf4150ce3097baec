"""Names that a text cuts short so that they are another's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Guests of Harbin University of Science and Technology came. Harbin University thanked us.",
        "Tianjin University of Technology grew. In May Tianjin University signed it.",
        "The Shenyang University of Technology was the host. Shenyang University signed it.",
    ],
)
def test_the_shorter_name_means_the_longer(text: str, understand: Callable[..., Any]) -> None:
    found = understand(text)
    short = " ".join(text.rsplit(" University", 1)[0].split()[-1:]) + " University"
    assert found.meant(short, 0) == {one for one in found.meant(short, -1) if not one.startswith("place/")}


@pytest.mark.parametrize(
    "text",
    [
        "Tianjin University of Technology and Tianjin University came. Tianjin University signed it.",
        "Tianjin University grew. Tianjin University of Technology came. Tianjin University signed it.",
        "Moscow State University of Civil Engineering came. Moscow State University signed it.",
        "Tianjin University of Technology and Tianjin University of Sport came. Tianjin University signed it.",
    ],
)
def test_the_shorter_name_means_its_own(text: str, understand: Callable[..., Any]) -> None:
    found = understand(text)
    short = text.rsplit(". ", 1)[1].removesuffix(" signed it.")
    long = found.meant(f"{short} of", 0)
    assert not long & found.meant(short, -1)
