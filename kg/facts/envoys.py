"""Who speaks for an organization by sentences that name it first: "X was represented by A", "from X, Professor B"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.facts.arguments import verb_roles
from kg.facts.below import items, of_item
from kg.facts.clauses import is_passive
from kg.facts.context import Context
from kg.facts.parties import ACTORS, Delegation, people_of
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Evidence, Status


def represented(context: Context) -> Iterator[Delegation]:
    """Read "X was represented by its Rector A, by B, and by C, Dean", "X had as its representatives A and B".

    So it is where "X sent A, Dean, and B", and where "A and B, Dean, represented X".
    """
    lang = context.document.lang
    verbs = words(lang, "sent_by") | words(lang, "have") | words(lang, "sending")
    for token in context.every:
        if token.pos_ not in {"VERB", "AUX"} or token.lemma_ not in verbs:
            continue
        if status(token) is not Status.HELD:
            continue
        behind = context.doc[token.i + 1 : token.sent.end]
        if token.lemma_ in words(lang, "sent_by") and not is_passive(token):
            yield from _represents(context, token)
            continue
        if token.lemma_ in words(lang, "sent_by") and token.tag_ == "VBN":
            by = next((t for t in behind[:_AGENT] if said(t, "by")), None)
            if by is None or not is_passive(token):
                continue
            start = by.i + 1
        elif token.lemma_ in words(lang, "have"):
            noun = next((t for t in behind[:_AGENT] if t.lemma_ in words(lang, "delegates")), None)
            if noun is None or noun.tag_ != "NNS" or not any(said(t, "as") for t in behind[:1]):
                continue
            start = noun.i + 1
        elif token.lemma_ in words(lang, "sending") and not is_passive(token):
            first = _sent_first(token)
            if first is None:
                continue
            start = first.i
        else:
            continue
        owners = [
            m.entity
            for t in verb_roles(token)["patient" if token.tag_ == "VBN" else "agent"]
            for m in context.things(t)
            if context.family(m.entity, ACTORS)
        ]
        listed = _of_one(context.doc[start : token.sent.end])
        below = [] if listed else _in_lines_below(context, context.doc[start - 1 : token.sent.end])
        if len(set(owners)) == 1 and (listed or below):
            evidence = context.sentence(token)
            people = below or [(one, evidence) for one in people_of(context, listed)]
            passages = ((token.idx, evidence.end), *((told.start, told.end) for _, told in below))
            # at a forum, which is no visit
            visiting = not any(family(t) == "Event" for t in token.sent)
            yield Delegation((owners[0],), tuple(people), passages, near=True, travels=visiting)


def _represents(context: Context, verb: Token) -> Iterator[Delegation]:
    """Read "Vice-Rector A and B, Dean, represented X", "Professor A, representing X, spoke"."""
    roles = verb_roles(verb)
    owners = {m.entity for t in roles["patient"] for m in context.things(t) if context.family(m.entity, ACTORS)}
    people = [one for one in people_of(context, roles["agent"]) if not context.is_foreign(one, next(iter(owners), ""))]
    if len(owners) == 1 and people:
        evidence = context.sentence(verb)
        members = tuple((one, evidence) for one in people)
        yield Delegation((owners.pop(),), members, ((evidence.start, evidence.end),), near=True, travels=False)


def _sent_first(verb: Token) -> Token | None:
    """Give the first of those who are sent, where nothing else is: "X sent (to the forum) | Professor A and B"."""
    if any(child.dep_ == "dobj" and family(child) != "Person" for child in verb.children):
        return None
    for token in verb.doc[verb.i + 1 : min(verb.i + 1 + _AGENT, verb.sent.end)]:
        if family(token) == "Person":
            return token if token.dep_ != "dative" and not (token.dep_ == "pobj" and said(token.head, "to")) else None
        if token.pos_ in {"VERB", "AUX", "PRON"} or token.is_punct:
            return None
    return None


def _in_lines_below(context: Context, rest: Span) -> list[tuple[str, Evidence]]:
    """Give the people listed in the lines below "X was represented by", each with his line."""
    told = [t for t in rest if not t.is_space and t.text != ":"]
    if len(told) > 1 or not told:
        return []
    last = next(t for t in reversed(rest) if not t.is_space)
    people = (mention for line in items(context, last) for mention in of_item(context, line))
    return [
        (mention.entity, context.sentence(context.token(mention.end - 1)))
        for mention in people
        if context.cls(mention.entity) == "Person"
    ]


_AGENT = 6  # tokens from a verb to what it names: "was represented at the forum by"


def _of_one(listed: Span) -> list[Token]:
    """Give the people of a list that names those of one organization: not "X by A and Y by B"."""
    people: list[Token] = []
    for token in listed:
        if token.dep_ == "mark" or said(token, "from"):
            break
        if token.tag_ in {"VBD", "MD"} and token.dep_ != "relcl":  # "X was represented by A, and B spoke"
            own = [c.left_edge.i for c in token.children if c.dep_ == "nsubj"]
            return [person for person in people if not own or person.i < min(own)]
        if family(token) == "Person":
            people.append(token)
        elif family(token) == "Organization" and token.i + 1 < len(token.doc) and said(token.nbor(), "by"):
            break
    return people


def sent(context: Context) -> Iterator[Delegation]:
    """Read "from X by director A and deputy director B", "and, from X, Professor C"."""
    for token in context.every:
        if not said(token, "from") or token.i == 0 or token.i + 2 >= len(context.doc):
            continue
        before = token.nbor(-1)
        body = next((t for t in context.doc[token.i + 1 : min(token.i + 5, token.sent.end)] if t.ent_type_), None)
        if body is None or family(body) != "Organization" or body.i + 2 >= token.sent.end:
            continue
        by = said(body.nbor(), "by")
        joined = before.text in {",", ";", ":"} or before.lower_ in words(token.lang_, "conjunctions")
        if not joined or not (by or (body.nbor().text == "," and before.text != ":")):
            continue
        owners = [m.entity for m in context.things(body) if context.family(m.entity, ACTORS)]
        listed: list[Token] = []
        for other in context.doc[body.i + 2 : token.sent.end]:
            if said(other, "from") or other.text == ";" or other.pos_ in {"AUX", "VERB"} or other.pos_ == "ADP":
                break
            if family(other) == "Person":
                listed.append(other)
                if not by:
                    break
            elif other.ent_type_:
                break
        if len(set(owners)) == 1 and listed:
            evidence = context.sentence(token)
            people = tuple((one, evidence) for one in people_of(context, listed))
            end = listed[-1].idx + len(listed[-1])
            yield Delegation((owners[0],), people, ((body.idx + len(body), end),), travels=False)
