"""Of which organizations a group was that visited somebody, where the text tells it apart from the visit.

"The delegation came from A, B and C", "it was made up of people from A and B", "among the guests were the rector of A
and heads of B", "A and B were represented in the group": all of them were where the group was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from kg.facts.builder import Builder
from kg.facts.clauses import is_made_up, is_passive
from kg.facts.context import Context
from kg.facts.parties import owners_of
from kg.facts.rolls import outside
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.languages.posts import post_words
from kg.records import Evidence, Status

_NEAR = 4  # sentences from a visit to what is said of who made it
_SUBJECT = 8  # tokens in which a sentence names a group that it goes on to tell of
_BODIES = ("University", "ResearchOrganization", "Company", "GovernmentBody", "Association", "OrganizationalUnit")


def composed(context: Context, builder: Builder, visits: Iterable[tuple[str, Evidence]]) -> None:
    """Add that those of whom a group consisted were where it was.

    Args:
        visits: where groups went whose organizations are not told with the visit, with the passages that say so.
    """
    told = [*visits, *_by_groups(context, builder)]
    if not told:
        return
    for sentence, listed in _compositions(context):
        before = [(place, e) for place, e in told if e.start <= sentence.start_char]
        last = max((e.start for _, e in before), default=None)
        near = 1 if _is_by_pronoun(sentence) else _NEAR  # "they" are those of whom the sentence before tells
        if last is None or context.sentences_between(last, sentence.start_char) > near:
            continue
        if any(_is_another(t) for t in context.tokens(max(e.end for _, e in before), sentence.start_char)):
            continue
        for place, evidence in (one for one in before if one[1].start == last):
            home = context.country(place)
            for body in _bodies(context, listed):
                own = body in {place, context.recognised.publisher}
                if own or (home is not None and context.country(body) == home):
                    continue
                for passage in (evidence, context.sentence(listed[0])):
                    builder.add(body, "visited", place, passage, "delegation-of", 0.7)


def _by_groups(context: Context, builder: Builder) -> Iterator[tuple[str, Evidence]]:
    """Give where groups of one organization went, who may have had others with them."""
    for fact in builder.held("visited"):
        if context.family(fact.subject, ("Organization",)) and context.family(fact.object, ("Organization", "City")):
            for passage in fact.evidence:
                if any(_is_group(t) for t in context.tokens(passage.start, passage.end)):
                    yield fact.object, passage


def _is_by_pronoun(sentence: Span) -> bool:
    """Tell whether a sentence begins with a group that only a pronoun names: "they", "its members"."""
    tokens = [t for t in sentence if not t.is_space]
    group = next((t for t in tokens if _is_group(t) or _is_pronoun(t)), None)
    return group is not None and (_is_pronoun(group) or any(said(c, "whose") for c in group.children))


def _compositions(context: Context) -> Iterator[tuple[Span, list[Token]]]:
    """Give the sentences that tell of whom a group consists, with what they list."""
    for sentence in context.sents:
        if (listed := _listed(context, sentence)) and any(family(t) == "Organization" for t in listed):
            yield sentence, listed


def _listed(context: Context, sentence: Span) -> list[Token]:
    """Give what a sentence lists as parts of a group; nothing where it says something else."""
    lang = sentence.doc.lang_
    tokens = [t for t in sentence if not t.is_space]
    verb = next((t for t in tokens if t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"relcl", "acl", "advcl"}), None)
    while verb is not None and verb.dep_ in {"aux", "auxpass"} and verb.head.i > verb.i:
        verb = verb.head
    if verb is None or status(verb) is not Status.HELD:
        return []
    before, behind = [t for t in tokens if t.i < verb.i], [t for t in tokens if t.i > verb.i]
    group = _group(before)
    named = {m.entity for t in behind for m in context.things(t)}
    if group is not None and named.issuperset(owners_of(context, [group])):
        if is_made_up(verb) or (verb.lemma_ in words(lang, "comprising") and not is_passive(verb)):
            return behind
        if verb.lemma_ in words(lang, "sent_by") and verb.tag_ == "VBD":
            return behind  # "They represented A and B"
        if verb.lemma_ in words(lang, "be") | words(lang, "coming_in") and behind:
            inside = said(before[0], "among") or (said(before[0], "inside") and group.dep_ == "pobj")
            return behind if inside or said(behind[0], "from") else []
        return []
    if verb.lemma_ in words(lang, "sent_by") and verb.tag_ == "VBN":  # "A and B were represented in the group"
        where = behind[:4]
        on = where and said(where[0], "inside") and any(_is_group(t) for t in where)
        return before if on else []
    return []


def _group(before: list[Token]) -> Token | None:
    """Give the group that a sentence begins with and that was told of: "the delegation", "its members", "they"."""
    first = before[:_SUBJECT]
    for number, token in enumerate(first):
        if token.ent_type_ and token.dep_ != "appos":
            return None
        if _is_pronoun(token) and (number == 0 or said(first[number - 1], "among")):
            return token
        pointed = any(said(c, "the") or said(c, "whose") for c in token.children)
        if _is_group(token) and pointed and not _is_of_else(token):
            return token
    return None


def _is_pronoun(token: Token) -> bool:
    return said(token, "its_members") and token.pos_ == "PRON"


def _is_of_else(group: Token) -> bool:
    """Tell whether a group is of something else than a group or a place: "the guests of the festival"."""
    prepositions = [c for c in group.children if c.dep_ == "prep" and not said(c, "from")]
    owners = [t for c in prepositions for t in c.children if t.dep_ == "pobj"]
    return any(not _is_group(t) and not _is_pronoun(t) and family(t) != "Place" for t in owners)


def _is_group(token: Token) -> bool:
    known = words(token.lang_, "known_groups") | words(token.lang_, "its_members")
    return token.pos_ == "NOUN" and token.lemma_ in known and not token.ent_type_


def _is_another(token: Token) -> bool:
    """Tell whether a word brings up a group not told of before: "a group of students left"."""
    return _is_group(token) and any(c.dep_ == "det" and not said(c, "the") for c in token.children)


def _bodies(context: Context, listed: list[Token]) -> list[str]:
    """Give the organizations whose people a list names: "A and B", "the rector of A", "heads of departments of B"."""
    found: dict[str, None] = {}
    for token in outside(listed):
        if not token.ent_type_ or family(token) != "Organization" or not _is_of_people(token, listed):
            continue
        found |= dict.fromkeys(m.entity for m in context.things(token) if context.family(m.entity, _BODIES))
    return list(found)


def _is_of_people(name: Token, listed: list[Token]) -> bool:
    """Tell whether a name in a list is there by itself, or behind those who are of it: "heads of departments of A".

    Whom a clause tells of is not of the list, and who is of it no more does not stand for it.
    """
    if any(t.dep_ in {"relcl", "advcl"} and t.i > listed[0].i for t in name.ancestors):
        return False  # "from A, where they had met teachers of B"
    start = name.i
    while start > listed[0].i and name.doc[start - 1].text not in {",", ";", ":", "("}:
        start -= 1
    heads = post_words(name.lang_).heads | words(name.lang_, "people_of") | words(name.lang_, "bearers")
    heads -= words(name.lang_, "not_of_it") - words(name.lang_, "its_members")
    before = name.doc[start : name.i]
    if any(said(t, "former") or said(t, "excepting") for t in before):
        return False
    if any(t.pos_ == "VERB" and t.lemma_ not in words(t.lang_, "sent_by") for t in before):
        return False  # "teachers invited by A"
    nouns = [t for t in before if t.pos_ == "NOUN" and not t.ent_type_]
    behind = name.i + 1 < len(name.doc) and name.nbor().tag_ == "POS"
    return not behind and (not nouns or any(t.lemma_.lower() in heads for t in nouns))
