"""Where people are by headlines without a verb: "Rector A in Moscow"."""

from __future__ import annotations

from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.lists import expanded
from kg.languages.families import family
from kg.languages.lexicon import said


def stays(context: Context, builder: Builder) -> None:
    """Add where a headline without a verb says that somebody is: "Rector Li Weiming in Moscow", "Li Weiming at A"."""
    for sentence in context.sents:
        line = [t for t in sentence if not t.is_space and not t.is_punct]
        if not 3 <= len(line) <= _HEADLINE or any(t.pos_ in {"VERB", "AUX"} for t in line):
            continue
        preposition = line[-2]
        first = next((t for t in line if t.ent_type_), line[0])
        travellers = expanded([first]) if family(first) == "Person" else []
        titled = {t for traveller in travellers for t in traveller.lefts}  # "Chinese Ambassador Li Hui"
        more = [t for t in line[:-2] if not said(t, "conjunctions") and t not in travellers and t not in titled]
        posted = "," in line[-3].text  # "Li Hui, Ambassador of China | in Russia"
        if not travellers or more or posted or not (said(preposition, "in_place") or said(preposition, "at")):
            continue
        for place in context.things(line[-1]):
            classes = ("City", "Country", "Region") if said(preposition, "in_place") else _SEATS
            for mention in (m for t in travellers for m in context.things(t)):
                if context.family(place.entity, classes) and context.cls(mention.entity) == "Person":
                    builder.add(mention.entity, "visited", place.entity, context.sentence(line[0]), "headline", 0.6)


_HEADLINE = 8  # tokens of a headline, names counted as one
_SEATS = ("University", "ResearchOrganization", "Company", "GovernmentBody")
