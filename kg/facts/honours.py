"""Honours that a clause counts up as somebody's: "his awards include A and B", "among her distinctions is C"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.builder import Builder
from kg.facts.clauses import Roles
from kg.facts.context import Context
from kg.facts.nominals import noun_roles
from kg.facts.status import status
from kg.languages.lexicon import words
from kg.records import Status


def honours_told(verb: Token, roles: Roles, context: Context, builder: Builder) -> None:
    """Add what a verb says of somebody's honours: "A's awards include B", "B is among the earlier awards of A"."""
    lang = verb.lang_
    among = roles.get("among", [])
    if verb.lemma_ not in words(lang, "comprising") | words(lang, "link") or status(verb) is not Status.HELD:
        return
    nouns = [t for t in among or roles["agent"] if t.lemma_.lower() in words(lang, "honours_had")]
    if not nouns or nouns[0].ent_type_:
        return
    own = [c for c in nouns[0].children if c.dep_ == "poss"] + noun_roles(nouns[0]).get("owner", [])
    of = noun_roles(nouns[0]).get("of", [])  # "the awards of A University" may be what it gives
    owners = {m.entity for t in own for m in context.things(t) if context.family(m.entity, ("Person", "Organization"))}
    owners |= {m.entity for t in of for m in context.things(t) if context.family(m.entity, ("Person",))}
    told = [*roles["agent"], *roles["patient"]] if among else roles["patient"]
    for owner in sorted(owners) if len(owners) == 1 else ():
        for mention in (m for t in told for m in context.things(t)):
            if context.family(mention.entity, ("Recognition",)):
                builder.add(owner, "received", mention.entity, context.sentence(verb), "among-honours", 0.75)
