"""Who is listed for one of two sides: "On the Russian side A and B spoke", "the Chinese side was represented by C"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.facts.context import Context
from kg.facts.rolls import roll
from kg.facts.rosters import list_end
from kg.languages.families import family
from kg.languages.lexicon import has, read, said, words
from kg.languages.origins import origin
from kg.records import BlockKind, Evidence

_NEAR = 2  # sentences from a ministry to those who may be its people
WHOLES = frozenset({"University", "ResearchOrganization", "Company"})


def sided(context: Context) -> Iterator[tuple[str, tuple[tuple[str, Evidence], ...], tuple[int, int]]]:
    """Give the organization of each side that people are listed for, these people, and where they are listed."""
    if not has(context.document.lang, "words"):
        return
    for sentence in context.sents:
        marks = side_marks(sentence)
        for number, (mark, country) in enumerate(marks):
            whose = country or context.country(context.recognised.publisher or "")
            end = marks[number + 1][0].i if number + 1 < len(marks) else list_end(sentence)
            first = marks[number - 1][0].i + 2 if number else sentence.start
            listed = _behind(context, mark, end) or _ahead(context, mark, first, alone=len(marks) == 1)
            people = {
                m.entity
                for token in listed
                for m in context.things(token)
                if context.cls(m.entity) == "Person"
                and origin(context.entities[m.entity].names[0].text) in {whose, None}
                and not _is_of_elsewhere(context, m.entity)
            }
            owner = _of_side(context, sentence, whose, ours=country is None) if people else None
            if owner is not None:
                evidence = context.sentence(mark)
                in_order = [m.entity for t in listed for m in context.things(t) if m.entity in people]
                start, last = min(t.idx for t in listed), max(t.idx + len(t) for t in listed)
                yield owner, tuple((one, evidence) for one in dict.fromkeys(in_order)), (start, last)


def side_marks(sentence: Span) -> list[tuple[Token, str | None]]:
    """Give the words of a sentence that say of which side somebody is, with its country; None where it is "ours"."""
    table = read(sentence.doc.lang_, "descriptions")["sides"] if has(sentence.doc.lang_, "descriptions") else {}
    found: list[tuple[Token, str | None]] = []
    for token in sentence[:-1]:
        if token.lower_ not in table and not said(token, "ours"):
            continue
        noun = token.nbor()
        among = said(noun, "of_a_side") and any(
            said(t, "among") for t in sentence[max(0, token.i - sentence.start - 3) :]
        )
        alone = noun.i + 1 == sentence.end or not said(noun.nbor(), "of")  # not "the Chinese side of the river"
        if ((said(noun, "side") or said(noun, "part_of_two")) and alone) or among:
            found.append((token, str(table[token.lower_]) if token.lower_ in table else None))
    return found


def makes_up_side(label: list[Token]) -> bool:
    """Tell whether a line above a list says who a side was: "The Chinese side was made up of:", "On our side were:"."""
    told = [t for t in label if not t.is_space and not t.is_punct]
    if not told or not side_marks(told[0].sent) or any(t.ent_type_ for t in told):
        return False
    verbs = [t for t in told if t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"aux", "auxpass"}]
    if len(verbs) != 1 or verbs[0].tag_ in {"VBZ", "VBP"} or any(t.dep_ == "neg" for t in told):
        return False
    verb, behind, lang = verbs[0], told[told.index(verbs[0]) + 1 :], told[0].lang_
    side = next((k for k, t in enumerate(told) if said(t, "side") or said(t, "part_of_two")), None)
    if side is None or side > told.index(verb) or any(t.pos_ in {"NOUN", "PROPN"} for t in behind):
        return False
    if any(t.pos_ in {"NOUN", "VERB"} or (said(t, "of") and t.i < verb.i) for t in told[:side]):
        return False  # "The documents of the Chinese side included:"
    if said(told[0], "on_a_side"):
        return verb.lemma_ in words(lang, "be") and not behind
    return verb.lemma_ in words(lang, "comprising") or (said(verb, "composed") and said(told[-1], "of"))


def _behind(context: Context, mark: Token, end: int) -> list[Token]:
    """Give those listed behind "on the Russian side" or "the Russian side was represented by"."""
    doc = mark.doc
    before = next(
        (t for t in (doc[k] for k in (mark.i - 1, mark.i - 2) if k >= mark.sent.start) if t.pos_ == "ADP"), None
    )
    first = next((t for t in doc[mark.i + 2 : end] if family(t) == "Person"), None)
    between = [t for t in doc[mark.i + 2 : first.i] if not said(t, "existential")] if first is not None else []
    if first is None or any(t.pos_ == "PRON" for t in between):
        return []  # "On the Russian side it is A"
    listed = doc[mark.i + 2].text in {":", "–", "—"}  # "the Russian side: A, B"
    if not listed and (before is None or not said(before, "on_a_side")):
        verbs = [t for t in doc[mark.i + 2 : first.i] if t.pos_ == "VERB"]
        lang = mark.lang_
        naming = words(lang, "sent_by") | words(lang, "heading") | words(lang, "comprising")
        elided = not verbs and any(said(t, "by") for t in doc[mark.i + 2 : mark.i + 3])
        if not elided and not (verbs and (verbs[0].lemma_ in naming or said(verbs[0], "composed"))):
            return []
    return roll(doc[first.i : end], context)


def _ahead(context: Context, mark: Token, first: int, *, alone: bool) -> list[Token]:
    """Give those listed before "from the Russian side" or "represented the Russian side", at the end of a clause."""
    doc = mark.doc
    before = [t for t in doc[first : mark.i] if not t.is_space]
    near = [t for t in before[-2:] if t.pos_ in {"ADP", "VERB"}]
    if not near or not (said(near[-1], "on_a_side") or near[-1].lemma_ in words(mark.lang_, "sent_by")):
        return []
    people = [k for k, t in enumerate(before) if family(t) == "Person"]
    if not people or not alone or not any(t.pos_ == "VERB" for t in before[people[-1] :]):
        return []  # "said A, head of the expedition from the Russian side"
    return [t for t in roll(before[people[0] :], context) if family(t) == "Person"]


def _is_of_elsewhere(context: Context, person: str) -> bool:
    """Tell whether somebody's title is of no organization that a side can be: "deputy mayor", "consul general"."""
    posts = read(context.document.lang, "posts") if has(context.document.lang, "posts") else {}
    titles = {*posts.get("seats", ()), *posts.get("governs", ()), *posts.get("missions", ())}
    held = [
        " ".join((p.title or "").lower().replace("-", " ").split())
        for p in context.recognised.posts
        if p.person == person
    ]
    return any(f" {title} " in f" {one} " for one in held for title in titles)


def _is_near(context: Context, organization: str, sentence: Span) -> bool:
    """Tell whether an organization, or a part of it, is named in the section of a sentence and not far before it."""
    parts = {r.subject for r in context.recognised.related if r.property == "unitOf" and r.object == organization}
    headings = [b.start for b in context.document.blocks if b.kind is BlockKind.HEADING]
    section = max((start for start in headings if start <= sentence.start_char), default=0)
    return any(
        context.sentences_between(m.start, sentence.start_char) <= _FAR
        for m in context.within("Organization", section, sentence.start_char)
        if m.entity == organization or m.entity in parts
    )


_FAR = 8  # sentences from an organization to those who may be its people


def _of_side(context: Context, sentence: Span, country: str | None, *, ours: bool) -> str | None:
    """Give the only organization of a country, or of no known one, that the text named before a sentence, close by.

    Where the sentence names another of that country, those listed may be of either.
    """
    publisher = context.recognised.publisher
    if ours:
        return publisher if publisher in context.entities else None
    if country is None:
        return None
    own = words(context.document.lang, "of_their_own")
    told = dict.fromkeys(
        m.entity
        for m in context.within("Organization", 0, sentence.start_char)
        if m.source != "rule"
        if context.cls(m.entity) in WHOLES or own & set(context.entities[m.entity].names[0].text.lower().split())
    )
    parts = {r.subject for r in context.recognised.related if r.property == "unitOf" and r.object in told}
    told = dict.fromkeys(one for one in told if context.cls(one) in WHOLES or one not in parts)
    above = {r.object for r in context.recognised.related if r.property == "unitOf" and r.subject in told}
    told = dict.fromkeys(one for one in told if one not in above)
    of_it = [one for one in told if context.country(one) == country]
    open_ = [one for one in told if context.country(one) is None]
    home = publisher if publisher in context.entities and context.country(publisher or "") == country else None
    spoken = home is not None and any(m.entity == home for m in context.recognised.mentions)
    if not of_it and (spoken or not open_):
        return home
    found = of_it or open_
    here = {
        m.entity
        for m in context.within("Organization", sentence.start_char, sentence.end_char)
        if context.cls(m.entity) in WHOLES and context.country(m.entity) == country and m.source != "rule"
    }
    if not here <= {*found, *above, *parts} or not any(_is_near(context, one, sentence) for one in found):
        return None
    public = [
        m
        for m in context.within("GovernmentBody", 0, sentence.start_char)
        if context.sentences_between(m.start, sentence.start_char) <= _NEAR and context.country(m.entity) == country
    ]
    return found[0] if len(found) == 1 and not public else None
