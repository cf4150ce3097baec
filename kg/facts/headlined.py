"""Where people and delegations are by headlines without a verb: "Rector A in Moscow", "Guests from X at Y"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.lists import expanded
from kg.facts.parties import owners_of
from kg.languages.families import family
from kg.languages.lexicon import said


def stays(context: Context, builder: Builder) -> None:
    """Add where a headline without a verb says that somebody is: "Rector Li Weiming in Moscow", "Li Weiming at A"."""
    for sentence in context.doc.sents:
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


def delegated(context: Context, builder: Builder) -> None:
    """Add where a headline without a verb says that a delegation is: "Delegation of X at Y", "Guests of X in Omsk"."""
    for sentence in context.doc.sents:
        line = [t for t in sentence if not t.is_space and not t.is_punct]
        if not 4 <= len(line) <= _HEADLINE or any(t.pos_ in {"VERB", "AUX"} for t in line):
            continue
        preposition, place = line[-2], line[-1]
        ahead = line[:-2]
        group = next((t for t in ahead if context.is_group(t)), None)
        if group is None or any(family(t) == "Event" for t in line) or not _is_alone(ahead, group):
            continue
        within = said(preposition, "in_place")
        if not within and not said(preposition, "at"):
            continue
        for there in context.things(place):
            if context.family(there.entity, ("City", "Country", "Region") if within else _SEATS):
                for owner in (one for one in owners_of(context, [group]) if one != there.entity):
                    builder.add(owner, "visited", there.entity, context.sentence(group), "headline", 0.6)


def _is_alone(ahead: list[Token], group: Token) -> bool:
    """Tell whether a headline begins with a delegation and whose it is: not "Report on the delegation of X"."""
    before = ahead[: ahead.index(group)]
    return all(t.ent_type_ or t.pos_ in {"ADJ", "DET", "NUM"} for t in before)
