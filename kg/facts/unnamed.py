"""Talks with a delegation of which only its members tell whose it is: "X met a delegation from China. …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.frames import frames
from kg.facts.nominals import noun_roles
from kg.facts.officials import is_of_press
from kg.facts.parties import Delegation, owners_of
from kg.facts.status import status
from kg.facts.talking import NEAR
from kg.languages.lexicon import has, read, words
from kg.languages.origins import origin
from kg.records import Evidence, Status

_SIDES = ("Organization", "not OrganizationalUnit", "not JointStructure", "not InnovationHub")


def unnamed_talks(
    context: Context, builder: Builder, told: tuple[Delegation, ...], represented: dict[str, list[str]]
) -> None:
    """Add the talks of those whose people a list names with whoever met the delegation that it is of."""
    if not has(context.document.lang, "frames"):
        return
    met = list(_met(context, represented))
    for host, evidence, country in met if len({host for host, _, _ in met}) == 1 else ():
        for delegation in told:
            if delegation.owners or delegation.head is not None or not delegation.travels:
                continue
            for member, passage in delegation.members:
                near = 0 <= context.sentences_between(evidence.start, passage.start) <= NEAR
                bodies = represented.get(member, [])
                if not near or passage.start < evidence.start or host in bodies:
                    continue
                if not _is_guest(context, member, host, country):
                    continue
                for body in (one for one in bodies if context.family(one, _SIDES)):
                    if not _is_of(context, body, host, country):
                        continue
                    for one in (evidence, passage):
                        builder.add(body, "negotiatedWith", host, one, "talks-with-unnamed", 0.65)


def _is_guest(context: Context, member: str, host: str, country: str | None) -> bool:
    """Tell whether somebody may speak for a delegation from a country: no countryman of its host, and no journalist."""
    usual = origin(context.entities[member].names[0].text)
    if usual is not None and usual not in {country, None} if country is not None else usual == context.country(host):
        return False
    titles = (p.title or "" for p in context.recognised.posts if p.person == member)
    return not any(is_of_press(context.document.lang, title) for title in titles)


def _is_of(context: Context, body: str, host: str, country: str | None) -> bool:
    """Tell whether a body is of the country a delegation is from; where none is said, not of its host's."""
    home = context.country(body)
    if country is not None:
        return home == country
    return home is not None and home != context.country(host)


def _country(context: Context, group: Token) -> str | None:
    """Give the country that a group is said to be from: "a delegation from the PRC", "a Chinese delegation"."""
    sides = read(context.document.lang, "descriptions")["sides"] if has(context.document.lang, "descriptions") else {}
    for token in group.subtree:
        if token.lower_ in sides:
            return str(sides[token.lower_])
        if (country := context.registry.country_in(token.text)) is not None:
            return country
    return None


def _met(context: Context, represented: dict[str, list[str]]) -> Iterator[tuple[str, Evidence, str | None]]:
    """Give who had talks with a delegation of which the text does not say whose it is, and the country it is from."""
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
            yield hosts.pop(), context.sentence(token), _country(context, groups[0])
