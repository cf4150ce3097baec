"""Who founded what by agreements about it, and who signed those."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.clauses import is_passive
from kg.facts.context import Context
from kg.facts.foundings import foundings
from kg.facts.frames import frames
from kg.facts.status import status
from kg.languages.lexicon import has, said, words
from kg.records import Evidence, Fact, Lang, Status
from kg.schema import PROPERTIES


def parties(context: Context, builder: Builder) -> None:
    """Those who do something together under an agreement are its parties, where nobody else is said to be one.

    "An agreement was signed. Under it, A and B will exchange students."
    """
    lang = context.document.lang
    known = {f.object for f in builder.facts.values() if f.property == "signed"}
    made = {agreement: verb for agreement, verb in _signings(context) if agreement not in known}
    for verb in (t for t in context.every if t.pos_ == "VERB") if made else ():
        roles = verb_roles(verb)
        under = [
            mention.entity
            for name in sorted(words(lang, "under"))
            for token in roles.get(name, ())
            for mention in context.things(token)
            if mention.entity in made
        ]
        doing = {
            mention.entity: 0.5 + 0.5 * mention.score
            for token in roles["agent"]
            for mention in context.things(token)
            if context.family(mention.entity, ("Organization",))
        }
        for agreement in under if len(doing) > 1 else ():
            for party, sure in doing.items():
                passage = context.sentence(verb)
                how = status(made[agreement])
                builder.add(party, "signed", agreement, passage, "under-agreement", 0.7 * sure, how)
                builder.date(agreement, made[agreement])


def _signings(context: Context) -> Iterator[tuple[str, Token]]:
    """Give the agreements that a passive says were signed, with its verb: "an agreement was signed in Kazan"."""
    if not has(context.document.lang, "frames"):
        return
    table = frames(context.document.lang).by_verb
    for token in context.every:
        signs = token.pos_ == "VERB" and any(
            template.property == "signed" for frame in table.get(token.lemma_, ()) for template in frame.facts
        )
        if signs and is_passive(token):
            for patient in verb_roles(token)["patient"]:
                for mention in context.things(patient):
                    if context.family(mention.entity, ("Agreement",)):
                        yield mention.entity, token


def creations(context: Context, builder: Builder) -> None:
    """Who alone opens an office has it as a unit; who agrees on a joint structure or programme creates it."""
    founders: dict[str, list[Fact]] = {}
    for fact in builder.held("established"):
        founders.setdefault(fact.object, []).append(fact)
    for unit, facts in founders.items():
        if len(facts) == 1 and context.cls(unit) == "OrganizationalUnit":
            fact = facts[0]
            builder.add(unit, "unitOf", fact.subject, fact.evidence[0], "own-unit", fact.confidence * 0.85)
        elif len(facts) == 1:
            _host_too(context, builder, facts[0])
    signed: dict[str, list[Fact]] = {}
    for fact in builder.held("signed"):
        if context.family(fact.subject, ("Organization",)):
            signed.setdefault(fact.object, []).append(fact)
    for fact in builder.held("concerns"):
        if not context.family(fact.object, ("JointStructure", "Programme")) or fact.object in founders:
            continue
        for party in signed.get(fact.subject, ()):
            builder.add(
                party.subject, "established", fact.object, fact.evidence[0], "agreed-to-create", fact.confidence * 0.85
            )
    _agreements_to_create(context, builder, signed)
    _terms(context, builder, signed)
    foundings(context, builder, signed)


def _terms(context: Context, builder: Builder, signed: dict[str, list[Fact]]) -> None:
    """What the parties of a signed agreement will create by its terms is agreed: "It provides that they will open X".

    Args:
        signed: the signatures of organizations, by agreement.
    """
    lang = context.document.lang
    plans = [
        fact
        for fact in builder.facts.values()
        if fact.property == "established" and fact.status is Status.PLANNED and context.family(fact.object, _CREATED)
    ]
    for created in dict.fromkeys(fact.object for fact in plans):
        facts = [fact for fact in plans if fact.object == created]
        founders = {fact.subject for fact in facts}
        for passage in dict.fromkeys(passage for fact in facts for passage in fact.evidence):
            if _only_may(context, passage):
                continue
            told = context.within("Agreement", passage.start, passage.end)
            for agreement in dict.fromkeys(m.entity for m in told if _says_terms(context.token(m.end - 1), lang)):
                if len(founders) > 1 and founders <= {fact.subject for fact in signed.get(agreement, ())}:
                    for fact in facts:
                        sure = fact.confidence * 0.85
                        builder.add(fact.subject, "established", created, passage, "agreed-to-create", sure)
                        if context.family(created, PROPERTIES["concerns"][1]):
                            builder.add(agreement, "concerns", created, passage, "agreed-to-create", sure)


_CREATED = ("JointStructure", "Programme", "University", "ResearchOrganization", "Association")


def _only_may(context: Context, passage: Evidence) -> bool:
    """Tell whether a passage has a word by which something may be, but need not: "under which X may be created"."""
    told = context.doc.char_span(passage.start, passage.end, alignment_mode="expand")
    return told is not None and any(said(token, "allowing") for token in told)


def _says_terms(agreement: Token, lang: Lang) -> bool:
    """Tell whether a sentence gives what an agreement says: "under the agreement", "the document provides that"."""
    above = agreement.head
    under = above.pos_ in {"ADP", "SCONJ"} and bool(
        {above.lower_, above.head.lower_} & words(lang, "under") | {above.head.lower_} & words(lang, "terms")
    )
    clauses = [c for c in agreement.children if c.dep_ == "relcl"]
    clauses += [x for c in clauses for x in c.children if x.dep_ == "xcomp"]  # "by which X is to be opened"
    which = any(c.lemma_ in words(lang, "founding") for c in clauses)
    return under or which or (agreement.dep_ == "nsubj" and above.lemma_ in words(lang, "providing"))


def _host_too(context: Context, builder: Builder, fact: Fact) -> None:
    """Whose a joint structure is founded it with its partner: "the Confucius Institute at A, set up jointly with B"."""
    passage = fact.evidence[0]
    said = context.text[passage.start : passage.end].lower().replace(",", " ").split()
    homes = [f.object for f in builder.held("unitOf") if f.subject == fact.object and f.object != fact.subject]
    shared = words(context.document.lang, "jointly") & set(said)
    if shared and len(homes) == 1 and context.cls(fact.object) == "JointStructure":
        builder.add(homes[0], "established", fact.object, passage, "host-of-joint", fact.confidence * 0.85)


def _agreements_to_create(context: Context, builder: Builder, signed: dict[str, list[Fact]]) -> None:
    """What several will create is agreed where they then sign an agreement of which no more is said.

    "A and B will build a joint campus. The agreement was signed by their rectors."

    Args:
        signed: the signatures of organizations, by agreement.
    """
    plans: dict[str, list[Fact]] = {}
    for fact in list(builder.facts.values()):
        joint = context.family(fact.object, ("JointStructure", "Programme"))
        if fact.property == "established" and fact.status is Status.PLANNED and joint:
            plans.setdefault(fact.object, []).append(fact)
    about = {fact.subject for fact in builder.held("concerns")}
    for created, facts in plans.items():
        founders = {fact.subject for fact in facts}
        for agreement, signatures in signed.items():
            parties = {fact.subject for fact in signatures}
            follows = any(
                plan.start <= passage.start and context.sentences_between(plan.start, passage.start) <= 1
                for fact in facts
                for plan in fact.evidence
                for signature in signatures
                for passage in signature.evidence
            )
            bare = all(" " not in name.text for name in context.entities[agreement].names)
            if len(founders) > 1 and founders == parties and follows and bare and agreement not in about:
                for fact in facts:
                    sure = fact.confidence * 0.85
                    for passage in (*fact.evidence, *signatures[0].evidence[:1]):
                        builder.add(fact.subject, "established", created, passage, "agreed-to-create", sure)
                        builder.add(agreement, "concerns", created, passage, "agreed-to-create", sure)
