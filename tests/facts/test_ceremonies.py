"""Which ceremony was held where a text names the event whose ceremony it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

HEAD = "Polar Spring Camp closed\n\n"
FORUM = "Polar Bridge Forum opened in Omsk\n\nThe opening ceremony of the Polar Bridge Forum was held on May 2."
A, B = "Jilin University", "Altai State University"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f'{HEAD}On June 5 the closing ceremony of the "Polar Spring Camp" took place in Omsk.', "closing ceremony"),
        (f"{HEAD}The closing ceremony of the Polar Spring Camp was held on June 5.", "closing ceremony"),
        (
            f'{HEAD}The closing ceremony of the "Polar Spring Camp", run with {B} by {A}, took place in Omsk.',
            "closing ceremony",
        ),
        # a ceremony that somebody holds is not what the text tells was held
        (f"{HEAD}On June 5 guests held the closing ceremony of the Polar Spring Camp in Omsk.", "Polar Spring Camp"),
        # the opening of a conference is the conference, and a camp that ended is itself
        (FORUM, "Polar Bridge Forum"),
        (f"{HEAD}The Polar Spring Camp was held in Omsk.", "Polar Spring Camp"),
        (f"{HEAD}The Polar Spring Camp ended in Omsk with a concert.", "Polar Spring Camp"),
    ],
)
@pytest.mark.parametrize(
    "there",
    [
        "\n\nAttending were Ivan Sokolov and Anna Orlova.",
        "\n\nPresent were Ivan Sokolov and Anna Orlova.",
        "\n\nIvan Sokolov and Anna Orlova spoke for the guests.",
    ],
)
def test_who_is_at_the_ceremony_of_what(text: str, where: str, there: str, tell: Callable[..., Any]) -> None:
    told = tell(text + there)
    entities = {one.id: [name.text for name in one.names] for one in told.analysis.entities}
    held = [fact for fact in told.facts() if fact.property == "participatedIn"]
    events = {fact.object for fact in held if fact.subject.startswith("person/")}
    assert len(events) == 1, told.written()
    assert where in entities[events.pop()], told.written()
