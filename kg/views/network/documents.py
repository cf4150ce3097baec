"""What the network page's reader of documents shows: the stored texts, and the things that each of them speaks of."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from kg.graph.store import Store
from kg.views.reading import Reading, ask


def documents(reading: Reading, store: Store) -> list[list[Any]]:
    """Give `[text, things]` of each digest in the reading's order; things are places in the reading's order.

    A digest speaks of what it mentions and of what its claims are about, as far as the reading holds it.
    """
    number = {iri: i for i, iri in enumerate(reading.things)}
    rows = ask(store, "SELECT ?digest ?text WHERE { ?digest srac:text ?text }")
    texts = {digest: text for digest, text in rows}  # noqa: C416 (rows have any length to the type checker)
    spoken: defaultdict[str, set[str]] = defaultdict(set)
    for digest, thing in ask(store, "SELECT ?digest ?thing WHERE { ?digest schema:mentions ?thing }"):
        spoken[digest].add(thing)
    for claim in reading.claims:
        for quotation in claim.quotations:
            spoken[quotation.digest] |= {claim.subject, claim.object}
    return [
        [texts.get(iri, ""), sorted(number[thing] for thing in spoken[iri] if thing in number)]
        for iri in reading.digests
    ]
