"""Talks with a delegation of which only its members tell whose it is: "X met a delegation from China. …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.frames import frames
from kg.facts.nominals import noun_roles
from kg.facts.parties import Delegation, owners_of
from kg.facts.status import status
from kg.facts.talking import NEAR
from kg.languages.lexicon import has, words
from kg.records import Evidence, Status

_SIDES = ("Organization", "not OrganizationalUnit", "not JointStructure", "not InnovationHub")


def unnamed_talks(
    context: Context, builder: Builder, told: tuple[Delegation, ...], represented: dict[str, list[str]]
) -> None:
    """Add the talks of those whose people a list names with whoever met the delegation that it is of."""
    if not has(context.document.lang, "frames"):
        return
    met = list(_met(context, represented))
    for host, evidence in met if len({host for host, _ in met}) == 1 else ():
        for delegation in told:
            if delegation.owners or delegation.head is not None or not delegation.travels:
                continue
            for member, passage in delegation.members:
                near = 0 <= context.sentences_between(evidence.start, passage.start) <= NEAR
                bodies = represented.get(member, [])
                if not near or passage.start < evidence.start or host in bodies:
                    continue
                for body in (one for one in bodies if context.family(one, _SIDES)):
                    for one in (evidence, passage):
                        builder.add(body, "negotiatedWith", host, one, "talks-with-unnamed", 0.65)


def _met(context: Context, represented: dict[str, list[str]]) -> Iterator[tuple[str, Evidence]]:
    """Give who had talks with a delegation of which the text does not say whose it is."""
    table = frames(context.document.lang)
    known = words(context.document.lang, "known_groups")
    for token in context.every:
        verbal = token.pos_ == "VERB"
        if token.ent_type_ or not (verbal or token.pos_ == "NOUN"):
            continue
        told = (table.by_verb if verbal else table.by_noun).get(token.lemma_.lower(), ())
        if not any(t.property == "negotiatedWith" for frame in told for t in frame.facts):
            continue
        if status(token) is not Status.HELD:
            continue
        roles = verb_roles(token) if verbal else noun_roles(token)
        with_whom: list[Token] = [*roles["with"], *(roles["patient"] if verbal else ())]
        groups = [t for t in with_whom if context.is_group(t) and t.lemma_ in known]
        if not groups or len(groups) != len(with_whom) or owners_of(context, groups):
            continue
        meant = [m.entity for role in ("agent", "of") for t in roles.get(role, ()) for m in context.things(t)]
        hosts = {
            body
            for one in meant
            for body in ([one] if context.family(one, ("Organization",)) else represented.get(one, []))
            if context.family(body, _SIDES)
        }
        if len(hosts) == 1:
            yield hosts.pop(), context.sentence(token)
