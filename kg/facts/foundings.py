"""What a signed agreement is to create: "an agreement on opening X", "by which X is set up", "signed: X will open".

Parsers hang such words on the noun of the agreement, on the verb of signing or on nothing; print tells more. The act of
founding stands behind the agreement, joined to it by no more than prepositions, a participle with its date or parties,
or a colon; or the agreement itself is what creates, or by what something is created.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.facts.agreements import PAIR
from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.clauses import SUBJECTS
from kg.facts.context import Context
from kg.facts.nominals import noun_roles
from kg.languages.lexicon import has, said, words
from kg.records import Evidence, Fact, Mention
from kg.schema import PROPERTIES

_CREATED = (
    "JointStructure", "Programme", "OrganizationalUnit", "InnovationHub", "Association", "University",
    "ResearchOrganization",
)  # fmt: skip
_WHOLE = ("Organization", "not OrganizationalUnit")
_FAR = 14  # tokens from an agreement to the founding that it is about
_NEAR = 5  # tokens from a founding to the name of what is founded
_QUOTES = frozenset("\"“”«»'‘’")


def foundings(context: Context, builder: Builder, signed: dict[str, list[Fact]]) -> None:
    """Add what agreements that several organizations signed are to create, and that these founded it.

    Args:
        signed: the signatures of organizations, by agreement.
    """
    mentions = context.recognised.mentions if has(context.document.lang, "words") else ()
    topics: list[tuple[str, str, Evidence]] = []
    for mention in mentions:
        signatures = {fact.subject: fact for fact in signed.get(mention.entity, ())}
        noun = _noun(context, mention) if len(signatures) >= PAIR else None
        for act in _acts(noun, context) if noun is not None else ():
            for created in _created(act, context):
                founders = _founders(act, context, set(signatures), created, builder)
                passage = context.sentence(act)
                for founder in sorted(founders):
                    sure = signatures[founder].confidence * 0.85
                    builder.add(founder, "established", created, passage, "agreed-to-create", sure)
                if founders:
                    topics.append((mention.entity, created, passage))
    _shared(context, builder)  # which may make of a unit what an agreement can concern
    for agreement, created, passage in topics:
        if context.family(created, PROPERTIES["concerns"][1]):
            builder.add(agreement, "concerns", created, passage, "agreed-to-create", 0.7)


def _shared(context: Context, builder: Builder) -> None:
    """Make a joint structure of what was taken for a unit, where several organizations founded it and none has it."""
    # "own-unit" was told when there seemed to be one founder
    owned = {fact.subject for fact in builder.held("unitOf") if fact.rule != "own-unit"}
    founders: dict[str, set[str]] = {}
    for fact in builder.held("established"):
        if context.cls(fact.object) == "OrganizationalUnit" and context.family(fact.subject, _WHOLE):
            founders.setdefault(fact.object, set()).add(fact.subject)
    for unit, by in founders.items():
        if len(by) >= PAIR and unit not in owned and context.registry.get(unit) is None:
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


def _acts(noun: Token, context: Context) -> Iterator[Token]:
    """Give the acts of founding that an agreement is about, by verb or noun."""
    if noun.lemma_.lower() in words(noun.lang_, "of_intent"):
        return
    above = noun.head
    if _is_founding(above) and noun.dep_ in SUBJECTS:
        found: Token | None = above  # "the memorandum creates the alliance"
    elif (verb := _done_by(noun)) is not None:
        found = verb
    else:
        found = _behind(noun, context) or _topic(noun)
    if found is not None and not _is_denied(found):
        yield found


def _done_by(noun: Token) -> Token | None:
    """Give what is founded by an agreement: "is created by a memorandum", "by the agreement a centre was opened"."""
    lead = noun.head
    if noun.dep_ == "pobj" and lead.head.lemma_ in words(noun.lang_, "terms"):
        lead = lead.head.head  # "in accordance with the agreement"
    verb = lead.head
    if noun.dep_ != "pobj" or not said(lead, "by_it") or not _is_founding(verb):
        return None
    apart = any(said(t, "conjunctions") and t.nbor(-1).text == "," for t in noun.doc[verb.i + 1 : lead.i])
    return None if apart else verb


def _behind(noun: Token, context: Context) -> Token | None:
    """Give the founding that the words behind an agreement lead to."""
    aside = False
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 1 + _FAR)]:
        if token.text == ";":
            return None
        if token.text == ",":
            aside = not aside
        elif said(token, "opens_terms") or _provides(token):
            return _term(token)
        elif said(token, "leads_to_founding") and (act := _directly(token)) is not None:
            return act if _is_led_from(noun, token, context) else None
        elif not aside and token.pos_ == "VERB" and token.lemma_ not in words(token.lang_, "make_agreements"):
            return None
    return None


def _term(opener: Token) -> Token | None:
    """Give the founding that a clause of terms tells of: its first verb, or the noun that what provides has at once."""
    if _provides(opener):
        ahead = opener.nbor() if opener.i + 1 < len(opener.doc) else opener
        if said(ahead, "leads_to_founding"):
            return _directly(ahead)
        if (act := _directly(opener)) is not None:
            return act
    for token in opener.doc[opener.i + 1 : min(opener.sent.end, opener.i + 1 + _FAR)]:
        if token.text == ";" or (token.text == "," and said(token.nbor(), "conjunctions")) or _opens_relative(token):
            return None  # "which the rector who founded X drafted"
        if _is_founding(token) and token.pos_ == "VERB":
            return token
        if _provides(token) or (token.pos_ == "NOUN" and token.lower_ in words(token.lang_, "foundings")):
            return _term(token) if _provides(token) else None  # "in which the opening of X is discussed"
        if token.pos_ == "VERB":
            return None
    return None


def _opens_relative(token: Token) -> bool:
    return said(token, "relative") and token.dep_ != "mark"  # not "provides that"


def _is_led_from(noun: Token, lead: Token, context: Context) -> bool:
    """Tell whether nothing stands between an agreement and its topic but its parties, its date and its further topics.

    "An agreement with A on opening X", but not "an agreement on the eve of the opening of X".
    """
    between = noun.doc[noun.i + 1 : lead.i]
    if said(lead, "of"):
        return not between
    bare = [t for t in between if t.pos_ == "NOUN" and not t.ent_type_ and not context.things(t)]
    return not bare or said(lead.nbor(-1), "conjunctions")


def _topic(noun: Token) -> Token | None:
    """Give what is said to be what an agreement is about: "the subject of the agreement is a joint laboratory"."""
    above = noun.head.head
    if noun.dep_ == "pobj" and said(noun.head, "of") and above.lemma_ in words(noun.lang_, "topics_of_agreements"):
        verb = above.head
        if above.dep_ == "nsubj" and verb.lemma_ in words(noun.lang_, "be") and not _is_denied(verb):
            return next((c for c in verb.children if c.dep_ == "attr"), None)
    return None


def _provides(verb: Token) -> bool:
    """Tell whether a verb says what an agreement lays down: "the memorandum provides that"."""
    return verb.pos_ == "VERB" and verb.lemma_ in words(verb.lang_, "providing")


def _directly(lead: Token) -> Token | None:
    """Give the founding that follows a word at once: "on jointly building", "about the opening of"."""
    for token in lead.doc[lead.i + 1 : min(lead.sent.end, lead.i + 1 + _NEAR)]:
        if _is_founding(token):
            return token
        if said(token, "allowing") or said(token, "not_yet"):
            return None  # "on the possible opening"
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
    return any(c.dep_ == "neg" or said(c, "allowing") or said(c, "not_yet") for c in beside)


def _created(act: Token, context: Context) -> list[str]:
    """Give what is founded: the object or subject of a verb, what a noun is of; else the name that follows at once."""
    if act.dep_ == "attr" and not _is_founding(act):
        return _creatable(act, context)
    roles = verb_roles(act) if act.pos_ == "VERB" else noun_roles(act)
    of_another = any(c.dep_ == "dobj" for c in act.children)  # "the institute opens its doors"
    tokens = [t for name in ("patient", "of") for t in roles.get(name, ()) if not (of_another and t.dep_ in SUBJECTS)]
    found = [entity for t in tokens for entity in _creatable(t, context)]
    return list(dict.fromkeys(found or _next(act, context)))


def _next(act: Token, context: Context) -> list[str]:
    """Give what is named at once behind an act of founding, without a noun of something else between."""
    for token in act.doc[act.i + 1 : min(act.sent.end, act.i + 1 + _NEAR)]:
        if token.pos_ == "PRON":
            break  # "the institute opens its doors"
        if found := _creatable(token, context):
            return found
        of_name = token.ent_type_ or token.pos_ in {"DET", "ADJ", "PROPN"} or token.text in _QUOTES
        if not (of_name or said(token, "jointly") or (said(token, "of") and token.i == act.i + 1)):
            break
    return []


def _creatable(token: Token, context: Context) -> list[str]:
    return [m.entity for m in context.things(token) if context.family(m.entity, _CREATED)]


def _founders(act: Token, context: Context, parties: set[str], created: str, builder: Builder) -> set[str]:
    """Give which parties of an agreement found what it speaks of: all, unless it is said who does.

    None do where others do: "the laboratory opened by C", or where what is founded is one of them.
    """
    roles = verb_roles(act) if act.pos_ == "VERB" else noun_roles(act)
    doers = [t for name in ("agent", "by") for t in roles.get(name, ()) if not said(t, "relative")]
    things = {m.entity for t in doers for m in context.things(t)} - {created}
    agents = {entity for entity in things if context.family(entity, ("Organization",))}
    others = {f.subject for f in builder.held("established") if f.object == created}
    people = any(context.family(entity, ("Person", "Country")) for entity in things)
    if created in parties or (agents | others) - parties or (people and not agents):
        return set()
    return agents or parties
