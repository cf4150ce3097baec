"""Who is named as speaking for an organization: "on behalf of X there were A and B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.facts.clauses import FINITE
from kg.facts.context import Context
from kg.facts.parties import ACTORS, Delegation, people_of
from kg.facts.rolls import came, outside, roll
from kg.facts.rosters import list_end
from kg.languages.families import family
from kg.languages.lexicon import read, said, words


def named_for(context: Context) -> Iterator[Delegation]:
    """Read "On behalf of X there were A and B", "those from X were A and B", "on X's side: A, B", "for Y, C and D"."""
    read_to = 0
    for sentence in context.sents:
        yield from _each_for(context, sentence)
        if sentence.start < read_to:
            continue
        read_to = end = list_end(sentence)
        marks = _marks(context, sentence.start, end)
        for number, mark in enumerate(marks):
            until = marks[number + 1].first if number + 1 < len(marks) else end
            listed, there = _listed_for(context, mark, sentence.start, until, end)
            named = dict.fromkeys(people_of(context, listed))
            people = [one for one in named if not context.is_foreign(one, mark.owner)]
            if people and not _is_elsewhere(context, people[0], mark.owner):
                evidence = context.sentence(context.doc[mark.body])
                last = max(t.idx + len(t) for t in listed)
                last = last if number + 1 < len(marks) else max(last, evidence.end)
                told = tuple((one, evidence) for one in people if not _is_elsewhere(context, one, mark.owner))
                yield Delegation((mark.owner,), told, ((listed[0].idx, last),), near=True, travels=there)


def _each_for(context: Context, sentence: Span) -> Iterator[Delegation]:
    """Read "attended by Rector A for X and by Rector B for Y"."""
    for name in sentence:
        if not name.ent_type_ or name.i + 2 >= sentence.end or not said(name.nbor(), "signed_for"):
            continue
        behind = context.doc[name.i + 1 : min(name.i + 4, sentence.end)]
        if family(name) != "Person":
            continue
        body = behind[1] if len(behind) > 1 and behind[1].pos_ != "DET" else behind[-1]
        owners = {m.entity for m in context.things(body) if context.family(m.entity, ACTORS)}
        after = context.doc[body.i + 1] if body.i + 1 < sentence.end else None
        if after is not None and said(after, "of") and after.i + 2 < sentence.end:
            after = after.nbor(2) if family(after.nbor()) == "Place" else after  # "for X University of Russia and"
        ends = after is None or after.is_punct or after.is_space or after.pos_ == "CCONJ"
        people = [one for one in people_of(context, [name]) if not context.is_foreign(one, next(iter(owners), ""))]
        if len(owners) == 1 and ends and people and _is_attended(context.doc[sentence.start : name.i]):
            evidence = context.sentence(name)
            start = min(
                [p.start for p in context.recognised.posts if p.person in people and p.end > name.idx] + [name.idx]
            )
            passage = (min(start, name.idx), body.idx + len(body))
            yield Delegation((owners.pop(),), ((people[0], evidence),), (passage,), near=True, travels=False)


def _is_attended(before: Span) -> bool:
    """Tell whether the last verb of a passage says that people attend or sign something, which they do for somebody."""
    verb = next((t for t in reversed(before) if t.pos_ == "VERB"), None)
    return verb is not None and _is_done_for(verb)


@dataclass(frozen=True, slots=True)
class _Mark:
    """Words that say for whom the people named behind them are: "on behalf of X".

    Attributes:
        first, body, last: tokens where they begin, where the organization is named, and where they end.
        strong: whether they say so by themselves, as "from X" does not.
    """

    first: int
    body: int
    last: int
    owner: str
    strong: bool


def _marks(context: Context, start: int, end: int) -> list[_Mark]:
    found: list[_Mark] = []
    for body in context.doc[start:end]:
        first = body.i - 1
        while first > start and context.doc[first].pos_ == "DET":
            first -= 1
        led = first >= start and (said(context.doc[first], "named_for") or said(context.doc[first], "on_a_side"))
        if body.pos_ == "DET" or not led or (found and body.i <= found[-1].last):
            continue
        owners = [m.entity for m in context.things(body) if context.family(m.entity, ACTORS)]
        if len(set(owners)) != 1:
            continue
        behind = list(context.doc[body.i + 1 : min(body.i + 3, end)])
        its = [t for t in behind if t.tag_ == "POS" or said(t, "side")]
        on_side = any(said(t, "side") for t in its[-1:])
        before = context.doc[first]
        if not said(before, "named_for") and not on_side:
            continue
        last = its[-1].i if on_side else body.i
        noun = context.doc[first - 1] if first > start else before
        strong = on_side
        if said(before, "of") and noun.i < first and said(noun, "stands_for"):
            strong = True
            first = noun.i
            while first > start and context.doc[first - 1].pos_ in {"ADP", "DET"}:
                first -= 1
        found.append(_Mark(first, body.i, last, owners[0], strong))
    return found


def _listed_for(context: Context, mark: _Mark, start: int, until: int, end: int) -> tuple[list[Token], bool]:
    """Give the people listed behind a mark, and whether they are told to be there, not only to act for somebody.

    Args:
        until: where the next mark begins.
        end: where the sentence ends.
    """
    doc = context.doc
    rest = [t for t in doc[mark.last + 1 : until] if not t.is_space]
    before = [t for t in doc[start : mark.first] if not t.is_space]
    if not rest:
        return [], False
    opens = not before or before[-1].text in {",", ";", ":", "-"} or said(before[-1], "and_then")
    if rest[0].text in {":", "–", "—"}:
        item = opens and (mark.strong or not before or _tells_of_people(before, context))
        people = rest[0].text == ":" and bool(before) and _are_told_of(before[-1], context)
        return _items(rest[1:], context) if item or people else [], not mark.strong or people
    if said(rest[0], "by"):  # "signed for X by A and for Y by B"
        done = [t for t in before if t.tag_ == "VBN" and _is_done_for(t)]
        return _roll(rest[1:], context) if opens and (mark.strong or done) else [], False
    behind = rest[1:] if rest[0].text == "," else rest
    if (
        rest[0].text == ","
        and opens
        and before
        and said(doc[mark.first], "signed_for")
        and _is_attended(doc[start : mark.first])
    ):
        return _roll(behind, context), False  # "attended by A for X and, for Y, its President B"
    if behind and family(_bare(behind)) == "Person":
        both = opens and (mark.strong or rest[0].text != "," or not before)
        return _acting(behind, mark, before, end, context) if both else ([], False)
    if not before:
        return _behind_verb(behind, context, people=False, strong=mark.strong)
    if _are_people(before, context):
        return _behind_verb(behind, context, people=True, strong=mark.strong)
    return [], False


def _behind_verb(behind: list[Token], context: Context, *, people: bool, strong: bool) -> tuple[list[Token], bool]:
    """Read the people named behind the first verb, or a colon behind it: "there were A and B", "attended: A, B".

    Args:
        people: whether the subject are an organization's people: "Those from X were".
        strong: whether what opens the sentence says that somebody acts for an organization: "On behalf of X".
    """
    aside = False
    for position, token in enumerate(behind[:_FAR]):
        rest = behind[position + 1 :]
        if said(token, "relative") or family(token) in {"Organization", "Person"} or token.text == ";":
            break
        aside = aside or token.text == ","
        if token.text == ":":
            between = behind[:position]
            told = people and not any(t.pos_ in {"VERB", "AUX"} for t in between)
            listed = (told or came(between)) and not _is_of_others(token.nbor(-1), context)
            return _items(rest, context) if listed else [], True
        linking = token.lemma_ in words(token.lang_, "be") and token.tag_ in FINITE
        if linking and not aside and not any(t.tag_ in {"VBN", "VBG"} for t in rest[:1]):
            there = people or strong or any(said(t, "existential") or context.is_group(t) for t in behind[:position])
            return _roll(rest, context) if there or came(behind[:position]) else [], True
        arriving = words(token.lang_, "coming_in") | words(token.lang_, "attending")
        if token.lemma_ in arriving and token.tag_ in FINITE and not aside:  # "From X there came A and B"
            those = _roll(rest, context)
            owned = any(t.tag_ == "POS" for t in context.doc[those[0].i : those[0].i + 2]) if those else False
            return [] if owned else those, True
        if token.lemma_ in words(token.lang_, "comprising") and token.tag_ in FINITE and people:
            return _roll(rest, context), True
        if said(token, "by") and position and behind[position - 1].tag_ == "VBN":
            verb = behind[position - 1]
            if people:  # whoever welcomed or taught them may be anybody
                return _roll(rest, context) if verb.lemma_ in _leading(verb) else [], True
            return _roll(rest, context) if strong or _is_done_for(verb) else [], came([verb])
    return [], False


_FAR = 12  # tokens from a mark to the verb behind which people are named


def _acting(
    behind: list[Token], mark: _Mark, before: list[Token], end: int, context: Context
) -> tuple[list[Token], bool]:
    """Read "On behalf of X, A and B signed" and "From X, A took part"; "From X, A went home" says nothing of him."""
    listed = _roll(behind, context)
    if not listed:
        return [], False
    after = list(context.doc[listed[-1].i + 1 : end])
    there = came(after)
    verb = next((t for t in after if t.pos_ == "VERB"), None)
    if mark.strong:
        borne = verb is not None and any(c.dep_ == "auxpass" for c in verb.children)
        return [] if borne and not there else listed, there
    item = any(t.text == ":" for t in before) and verb is None and _tells_of_people(before, context)
    return listed if item or _attends(after, verb) else [], True


def _attends(after: list[Token], verb: Token | None) -> bool:
    """Tell whether people are told to be at something or to speak there; to come from X is a journey."""
    if verb is None:
        return any(said(t, "there") for t in after)
    return any(verb.lemma_ in words(verb.lang_, key) for key in ("attending", "needs_part", "speaking"))


def _leading(verb: Token) -> frozenset[str]:
    return words(verb.lang_, "sent_by") | words(verb.lang_, "heading")


def _is_done_for(verb: Token) -> bool:
    """Tell whether what people do in the passive they do for somebody: talks are attended, agreements are signed."""
    return verb.lemma_ in words(verb.lang_, "attending") | set(read(verb.lang_, "descriptions")["signed"])


def _is_of_others(noun: Token, context: Context) -> bool:
    """Tell whether a noun before a colon means others than the subject: "attended lectures by scientists: A, B"."""
    return noun.dep_ in {"pobj", "dobj"} and (context.is_group(noun) or noun.lemma_ in words(noun.lang_, "bearers"))


def _bare(tokens: list[Token]) -> Token:
    """Give the first token behind articles."""
    return next((t for t in tokens if t.pos_ != "DET"), tokens[0])


def _items(behind: list[Token], context: Context) -> list[Token]:
    """Give the people of a list behind a colon or dash; what has a verb of its own is no list: "News: A won"."""
    if any(token.tag_ in FINITE | {"MD"} for token in outside(behind)):
        return []
    return _roll(behind, context)


def _roll(behind: list[Token], context: Context) -> list[Token]:
    """Give the people named at once, before anything else happens: not "were glad to meet A", "were guests of A"."""
    first = next((k for k, t in enumerate(behind) if family(t) == "Person"), None)
    if first is None or any(t.text == ";" for t in behind[:first]):
        return []
    if any(t.pos_ in _OTHER or t.ent_type_ in _WHOLE for t in behind[:first] if not _is_in_title(t, context)):
        return []
    ends = (k for k, t in enumerate(behind) if k > first and (_leads_away(t, context) or _begins_clause(t)))
    last = next(ends, len(behind))
    return [t for t in roll(behind[:last], context) if family(t) == "Person"]


_WHOLE = frozenset({"University", "Company"})
_OTHER = frozenset({"VERB", "AUX", "SCONJ", "PRON", "ADP", "PART"})


def _is_in_title(token: Token, context: Context) -> bool:
    """Tell whether a word belongs to somebody's title: "Dean of the Faculty of Law A"."""
    return any(post.start <= token.idx < post.end for post in context.recognised.posts)


def _leads_away(token: Token, context: Context) -> bool:
    """Tell whether a preposition behind a name begins something else: "A, in the presence of B"."""
    if token.pos_ != "ADP" or said(token, "acts_for") or _is_in_title(token, context):
        return False
    before = token.nbor(-1)
    return (before.text == "," or family(before) == "Person") and token.nbor().pos_ != "ADV"


def _begins_clause(token: Token) -> bool:
    """Tell whether somebody behind a list does something else: "attended by A, and B sent a letter"."""
    return family(token) == "Person" and token.dep_ in {"nsubj", "nsubjpass"} and token.head.i > token.i


def _are_people(before: list[Token], context: Context) -> bool:
    """Tell whether words before "from X" mean people of it: "The participants", "Among those present", "staff"."""
    if any(family(t) == "Person" for t in before):
        return False
    if said(before[-1].nbor(), "of") and before[-1].lemma_ in words(before[-1].lang_, "guests"):
        return False  # whom it received
    if (
        said(before[-1].nbor(), "of")
        and before[-1].pos_ in {"NOUN", "PROPN"}
        and not _is_noun_of_people(before[-1], context)
    ):
        return False  # "Those who took part in the opening | of X"
    if any(t.tag_ in FINITE and t.dep_ not in {"relcl", "aux", "auxpass"} for t in before):
        return False
    people = [k for k, t in enumerate(before) if _is_noun_of_people(t, context)]
    if not people:
        return False
    told = [t for t in before[people[0] + 1 :] if t.pos_ in {"VERB", "ADJ"}]
    return not told or came(told)  # but "Those expelled from X", "missing from X"


def _is_noun_of_people(noun: Token, context: Context) -> bool:
    if said(noun.nbor(), "of") and noun.lemma_ in words(noun.lang_, "guests"):
        return False
    plain = noun.pos_ in {"NOUN", "PRON", "DET"} and not noun.ent_type_
    return plain and (context.is_group(noun) or said(noun, "those") or noun.lemma_ in words(noun.lang_, "anybody"))


def _are_told_of(token: Token, context: Context) -> bool:
    """Tell whether a word before a list of names means the people listed, or says that people spoke."""
    if token.pos_ == "VERB" and any(token.lemma_ in words(token.lang_, key) for key in ("speaking_for", "attending")):
        return any(_is_noun_of_people(c, context) for c in token.children if c.dep_ == "nsubj")
    return _is_noun_of_people(token, context)


def _tells_of_people(before: list[Token], context: Context) -> bool:
    """Tell whether words before a list of sides say whom it lists: "Participants: from X – A; from Y – B"."""
    return came(before) or any(_is_noun_of_people(t, context) for t in before)


def _is_elsewhere(context: Context, person: str, owner: str) -> bool:
    """Tell whether a text says of which other organization somebody is whose list begins with him."""
    if context.cls(owner) == "Association":
        return False  # the rector of a member may speak for it
    homes = {p.organization for p in context.recognised.posts if p.person == person and p.organization and not p.past}
    parts = {r.subject for r in context.recognised.related if r.property == "unitOf" and r.object == owner}
    return bool(homes) and not homes & {owner, *parts} and all(context.cls(h) in _WHOLE for h in homes)
