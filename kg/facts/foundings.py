"""What a signed agreement is to create: "an agreement on opening X", "by which X is set up", "signed: X will open".

Parsers hang such words on the noun of the agreement, on the verb of signing or on nothing; print tells more. The act of
founding stands behind the agreement, joined to it by no more than prepositions, a participle with its date or parties,
or a colon; or the agreement itself is what creates, or by what something is created.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.clauses import SUBJECTS
from kg.facts.context import Context
from kg.facts.nominals import noun_roles
from kg.languages.lexicon import has, said, words
from kg.records import Fact, Mention
from kg.schema import PROPERTIES

_CREATED = (
    "JointStructure", "Programme", "OrganizationalUnit", "InnovationHub", "Association", "University",
    "ResearchOrganization",
)  # fmt: skip
_WHOLE = ("Organization", "not OrganizationalUnit")
_FAR = 14  # tokens from an agreement to the founding that it is about
_NEAR = 5  # tokens from a founding to the name of what is founded
_PAIR = 2


def foundings(context: Context, builder: Builder, signed: dict[str, list[Fact]]) -> None:
    """Add what agreements that several organizations signed are to create, and that these founded it.

    Args:
        signed: the signatures of organizations, by agreement.
    """
    if not has(context.document.lang, "words"):
        return
    told = [m for m in context.recognised.mentions if len({f.subject for f in signed.get(m.entity, ())}) >= _PAIR]
    for mention in told:
        noun = _noun(context, mention)
        if noun is None:
            continue
        founders = {fact.subject: fact for fact in signed[mention.entity]}
        for act in _acts(noun):
            for created in _created(act, context):
                if created in founders or _founded_by_others(act, context, set(founders), created, builder):
                    continue
                passage = context.sentence(act)
                for founder, fact in founders.items():
                    builder.add(founder, "established", created, passage, "agreed-to-create", fact.confidence * 0.85)
                shared(context, builder)
                if context.family(created, PROPERTIES["concerns"][1]):
                    builder.add(mention.entity, "concerns", created, passage, "agreed-to-create", 0.7)


def shared(context: Context, builder: Builder) -> None:
    """Make a joint structure of what was taken for a unit, where several organizations founded it."""
    founders: dict[str, set[str]] = {}
    for fact in builder.held("established"):
        if context.cls(fact.object) == "OrganizationalUnit" and context.family(fact.subject, _WHOLE):
            founders.setdefault(fact.object, set()).add(fact.subject)
    for unit, by in founders.items():
        if len(by) >= _PAIR and context.registry.get(unit) is None:
            context.entities[unit] = replace(context.entities[unit], cls="JointStructure")


def is_term(act: Token) -> bool:
    """Tell whether an act is only what an agreement is about: "an agreement on the opening of X is being prepared"."""
    above = act.head
    if act.dep_ not in {"pobj", "pcomp"} or not said(above, "leads_to_founding"):
        return False
    return above.head.pos_ != "VERB" and above.head.lemma_.lower() in words(act.lang_, "documents")


def _noun(context: Context, mention: Mention) -> Token | None:
    """Give the word in a mention of an agreement that says what it is; none in what a pronoun stands for."""
    inside = context.tokens(mention.start, mention.end)
    return next((t for t in inside if t.lemma_.lower() in words(t.lang_, "documents") and t.pos_ != "VERB"), None)


def _acts(noun: Token) -> Iterator[Token]:
    """Give the acts of founding that an agreement is about, by verb or noun."""
    if noun.lemma_.lower() in words(noun.lang_, "of_intent"):
        return
    above = noun.head
    if _is_founding(above) and noun.dep_ in SUBJECTS and not _is_denied(above):
        yield above  # "the memorandum creates the alliance"
    if noun.dep_ == "pobj" and above.head.lemma_ in words(noun.lang_, "terms"):
        above = above.head.head  # "in accordance with the agreement"
    if noun.dep_ == "pobj" and said(above, "by_it") and _is_founding(above.head) and not _is_denied(above.head):
        yield above.head  # "is created by a memorandum", "by the agreement a centre was opened"
    act = _behind(noun) or _topic(noun)
    if act is not None and not _is_denied(act):
        yield act


def _behind(noun: Token) -> Token | None:
    """Give the founding that the words behind an agreement lead to."""
    aside = clause = False
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 1 + _FAR)]:
        if token.text == ";" or (clause and token.text == "," and said(token.nbor(), "conjunctions")):
            return None
        if token.text == ",":
            aside = not aside
        elif clause or said(token, "opens_terms") or _provides(token):
            clause = True  # "by which", "provides that", "signed an agreement: X is to be opened"
            if _is_founding(token):
                return token
        elif said(token, "leads_to_founding") and (act := _directly(token)) is not None:
            return act
        elif not aside and token.pos_ == "VERB" and token.lemma_ not in words(token.lang_, "make_agreements"):
            return None
    return None


def _topic(noun: Token) -> Token | None:
    """Give what is said to be what an agreement is about: "the subject of the agreement is a joint laboratory"."""
    above = noun.head.head
    if noun.dep_ == "pobj" and said(noun.head, "of") and above.lemma_ in words(noun.lang_, "topics_of_agreements"):
        verb = above.head
        if above.dep_ == "nsubj" and verb.lemma_ in words(noun.lang_, "be"):
            return next((c for c in verb.children if c.dep_ == "attr"), None)
    return None


def _provides(verb: Token) -> bool:
    """Tell whether a verb says what an agreement lays down: "the memorandum provides that"."""
    return verb.pos_ == "VERB" and verb.lemma_ in words(verb.lang_, "providing")


def _directly(lead: Token) -> Token | None:
    """Give the founding that follows a preposition at once: "on jointly building", "about the opening of"."""
    for token in lead.doc[lead.i + 1 : min(lead.sent.end, lead.i + 1 + _NEAR)]:
        if _is_founding(token):
            return token
        if token.pos_ not in {"DET", "ADV", "ADJ"} and not said(token, "jointly"):
            return None
    return None


def _is_founding(token: Token) -> bool:
    """Tell whether a word is of founding: a verb, a participle that parsers take for a noun, a noun of the act."""
    if token.lemma_.lower() in words(token.lang_, "founding"):
        return token.pos_ == "VERB"
    lower = token.lower_
    return lower in words(token.lang_, "foundings") and not token.ent_type_


def _is_denied(act: Token) -> bool:
    """Tell whether something only may be founded, or is not."""
    beside = [*act.children, *(c for t in act.children if t.dep_ == "aux" for c in t.children)]
    return any(c.dep_ == "neg" or said(c, "allowing") for c in beside)


def _created(act: Token, context: Context) -> list[str]:
    """Give what is founded: the object or subject of a verb, what a noun is of; else the name that follows at once."""
    roles = verb_roles(act) if act.pos_ == "VERB" else noun_roles(act)
    if act.dep_ == "attr" and (own := [m.entity for m in context.things(act) if context.family(m.entity, _CREATED)]):
        return own
    tokens = [t for name in ("patient", "of") for t in roles.get(name, ())]
    found = [m.entity for t in tokens for m in context.things(t) if context.family(m.entity, _CREATED)]
    if not found:
        ahead = act.doc[act.i + 1 : min(act.sent.end, act.i + 1 + _NEAR)]
        for token in ahead:
            found = [m.entity for m in context.things(token) if context.family(m.entity, _CREATED)]
            if found or token.is_punct or token.pos_ == "VERB":
                break
    return list(dict.fromkeys(found))


def _founded_by_others(act: Token, context: Context, founders: set[str], created: str, builder: Builder) -> bool:
    """Tell whether it is said that others found what an agreement speaks of: "the laboratory opened by C"."""
    roles = verb_roles(act) if act.pos_ == "VERB" else noun_roles(act)
    agents = {
        m.entity
        for t in roles.get("agent", ())
        for m in context.things(t)
        if context.family(m.entity, ("Organization",))
    }
    others = {f.subject for f in builder.held("established") if f.object == created}
    return bool((agents | others) - founders)
