"""Who only opens what others founded."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.clauses import Roles, is_passive
from kg.facts.context import Context

Found = list[tuple[str, float]]

_STATE = ("GovernmentBody", "Place")
_BODIES = ("University", "ResearchOrganization", "GovernmentBody")


def without_openers(act: Token, founders: Found, founded: Found, roles: Roles, context: Context) -> tuple[Found, Found]:
    """Leave out whom a verb of opening does not make founders: a minister opens what others founded.

    Nor is what is known and only pointed at founded so: "the forum was held at A; its rector opened it", "it starts A";
    nor does who took part in an opening found what was opened.

    Args:
        act: the verb or noun of opening.
        founders: who does it, with how sure that is; people stand for their organizations.
        founded: to what.
    """
    if roles.get("joined") or (act.dep_ == "pobj" and is_passive(act.head.head)):
        return [], []  # "was represented at the opening by B"
    agents = {m.entity for t in roles.get("agent", ()) for m in context.things(t)}
    named = {m.entity for t in roles.get("patient", ()) if t.ent_type_ for m in context.things(t)}
    return (
        [(one, sure) for one, sure in founders if one in agents or not context.family(one, _STATE)],
        [(one, sure) for one, sure in founded if one in named or not _is_known(one, context)],
    )


def _is_known(body: str, context: Context) -> bool:
    return context.family(body, _BODIES) and context.registry.get(body) is not None
