"""Who is there as a side of talks or at its head: "the Russian side included A", "the Chinese one was headed by B"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.clauses import SUBJECTS, gapped, is_made_up
from kg.facts.told_there import Clause, is_amid, is_further_told, is_of, is_once, says_where
from kg.languages.families import family
from kg.languages.lexicon import said, words


def siding(clause: Clause) -> list[Token] | None:
    """Read "the Russian side included A"."""
    made_up = is_made_up(clause.verb)
    if not made_up and not clause.says("comprising"):
        return None
    sides = [t for t in (clause.told if made_up else clause.agents) if not t.ent_type_]
    own = any(is_of(t, "sides") or (is_of(t, "parts_of_meetings") and _is_of_country(t)) for t in sides)
    if made_up and not (is_once(clause.verb) and not any(map(is_further_told, sides))):
        return None  # "the Russian delegation to the games", "is made up of"
    return clause.listed("of") + clause.people("patient") if own else None


def _is_of_country(group: Token) -> bool:
    """Tell whether an adjective, and no organization, says whose a group is: "the Russian delegation"."""
    owned = any(c.ent_type_ or said(c, "acts_for") for c in group.children if c.dep_ != "amod")
    return not owned and any(c.dep_ == "amod" and c.text[:1].isupper() for c in group.children)


def heading(clause: Clause) -> list[Token] | None:
    """Read "the Chinese side was headed by A, the Russian one by B"."""
    if not clause.says("heading") or clause.of("to"):
        return None
    sides = [t for t in clause.told if not t.ent_type_ and (is_of(t, "parts_of_meetings") or _came_from(t))]
    if not sides and is_once(clause.verb) and is_amid(clause.verb, clause.context):
        sides = [t for t in clause.told if is_of(t, "sessions", "led_there") and not t.ent_type_]
        sides = [] if says_where(clause.verb, *sides, *clause.agents) else sides  # not "the debate in the press"
    if all(any(c.dep_ == "poss" for c in t.children) for t in sides):  # "leading his team" he works at home
        return None
    return [*clause.agents, *(t for one in gapped(clause.verb) for t in one["agent"])]


def _came_from(people: Token) -> bool:
    """Tell whether people are called so by where they came from: "the people from Russia", "those from China"."""
    if not is_of(people, "led_from") and not said(people, "those"):
        return False
    behind = people.doc[people.i + 1 : people.i + 3]  # wherever parsers hang it
    return len(behind) > 1 and said(behind[0], "from") and family(behind[1]) == "Place"


def having(clause: Clause) -> list[Token] | None:
    """Read "The Chinese delegation had as its leader A"."""
    if not clause.says("have") or not is_once(clause.verb):
        return None
    sides = [t for t in clause.verb.children if t.dep_ in SUBJECTS and is_of(t, "parts_of_meetings")]
    rest = [t for t in clause.verb.doc[clause.verb.i + 1 : clause.verb.sent.end] if not t.is_space]
    if not rest or not said(rest[0], "as") or not any(_is_of_country(t) for t in sides):
        return None
    leaders = words(clause.verb.lang_, "at_the_head") | words(clause.verb.lang_, "heads_of_sides")
    named = next((k for k, t in enumerate(rest[:_HEADS]) if family(t) == "Person"), None)
    ahead = {word for t in rest[: (named or 0) + 1] for word in (t.lemma_, *t.text.lower().split())}
    return [rest[named]] if named is not None and ahead & leaders else None  # whose name may hold his post


_HEADS = 6  # tokens of "as its leader A"
