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
    noun, said = nouns[0], {"amod", "compound", "nmod"}
    if any(c.dep_ in said and c.lower_ not in words(lang, "before_honours_had") for c in noun.children):
        return  # "his dream awards include A", "is among his possible awards"
    own = [c for c in noun.children if c.dep_ == "poss"]  # of people: what a body's awards are, it may give
    own += [t for name in ("owner", "of") for t in noun_roles(noun).get(name, [])]
    owners = {m.entity for t in own for m in context.things(t) if context.family(m.entity, ("Person",))}
    told = [*roles["agent"], *roles["patient"]] if among else roles["patient"]
    told = [t for t in told if not any(c.dep_ == "relcl" for c in t.subtree)]  # "A, which B received"
    for owner in sorted(owners) if len(owners) == 1 else ():
        for mention in (m for t in told for m in context.things(t)):
            if context.family(mention.entity, ("Recognition",)):
                sure = 0.75 * (0.5 + 0.5 * mention.score)
                builder.add(owner, "received", mention.entity, context.sentence(verb), "among-honours", sure)
