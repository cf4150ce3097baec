"""Where things are and when facts happened, as the page's filters ask for it: by the same rules as `Filters`."""

from __future__ import annotations

from typing import Any

from kg.views import wording
from kg.views.network.graph import Fact
from kg.views.network.places import name, place_class, whereabouts
from kg.views.network.times import when
from kg.views.reading import Reading


def bearings(reading: Reading, stated: tuple[Fact, ...]) -> dict[str, Any]:
    """Give `places`, `homes`, `around` and `when` of the front-end's payload.ts for the facts of a reading."""
    where = whereabouts(reading)
    number = {key: i for i, key in enumerate(sorted({key for found in where.around.values() for key in found}))}
    spans = [when(fact, reading) for fact in stated]
    return {
        "places": [
            [key, place_class(key), {lang: name(key, reading, lang) for lang in wording.LANGS}] for key in number
        ],
        "homes": [[number[key] for key in where.homes.get(iri, ())] for iri in reading.things],
        "around": [sorted(number[key] for key in where.around.get(iri, ())) for iri in reading.things],
        "when": [None if span is None else [span.start, span.end] for span in spans],
    }
