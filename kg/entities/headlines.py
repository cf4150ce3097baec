"""What titles, headings and first sentences say of events: an opening in "unveiled", a forum named in full below."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from kg.entities.names import read_event
from kg.entities.referents import Gathering, Referent, are_other_editions, merge, unite
from kg.entities.told import Told
from kg.languages.lexicon import has, read, said, words
from kg.languages.spans import Description, principal
from kg.records import BlockKind, Document, Lang
from kg.schema import UNITS, is_a

_LEAD = 2  # sentences of prose that say what a text is about
_OPENED = UNITS | {"ResearchOrganization", "University"}


def note_openings(told: Told) -> None:
    """Note the event in what a text begins with: "the centre was unveiled on Sunday" tells of an opening."""
    if not has(told.document.lang, "descriptions"):
        return
    data = read(told.document.lang, "descriptions")
    until = told.prose[_LEAD] if len(told.prose) > _LEAD else len(told.text)
    for token in told.doc:
        if token.idx >= until or token.lemma_ not in words(told.document.lang, "unveiling") or token.pos_ != "VERB":
            continue
        plaques = words(told.document.lang, "plaques")
        shown = [c for c in token.children if c.dep_ in {"nsubjpass", "dobj"}]
        behind = [
            p for c in shown if c.lemma_ in plaques for of in c.children if of.dep_ == "prep" for p in of.children
        ]
        for opened in (c for c in (*shown, *behind) if c.ent_type_):
            if opened.ent_type_ not in _OPENED:
                continue
            event = _ceremony_by_name(told, token.idx)
            if event is None:
                event = told.gathering.described("Ceremony", "opening-ceremony", data["opening"], token.idx)
            start, end = principal(opened)
            name = " ".join(told.text[start:end].split())
            event.add(data["opening_of"].format(name=name), told.gathering.lang)
            told.gathering.mention(
                token.idx, token.idx + len(token), event, "rule", "what is opened has an opening", 0.5
            )


def _ceremony_by_name(told: Told, offset: int) -> Referent | None:
    """Give the ceremony that the text then only calls one, in capitals: "the Inauguration Ceremony"."""
    lang = told.document.lang
    plain = {*read(lang, "descriptions")["openings"], *words(lang, "ceremonies"), *words(lang, "unveiled")}
    for mention in told.named:
        referent = told.gathering.referents.get(mention.entity)
        if mention.start < offset or referent is None or referent.cls != "Ceremony" or referent.same_as:
            continue
        if set(told.text[mention.start : mention.end].lower().split()) <= plain:
            return referent
    return None


def note_meetings(told: Told) -> None:
    """Note the meeting in what a text begins with: "the Council of Rectors met in Omsk on Sunday"."""
    lang = told.document.lang
    if not has(lang, "descriptions"):
        return
    data = read(lang, "descriptions")
    until = told.prose[_LEAD] if len(told.prose) > _LEAD else len(told.text)
    for token in told.doc:
        if token.idx >= until:
            return
        if token.tag_ != "VBD" or token.lemma_ not in words(lang, "gathering") or token.idx < told.title_end:
            continue
        body = next((c for c in token.children if c.dep_ == "nsubj" and c.ent_type_ in _BODIES), None)
        beside = [c for c in token.children if c.dep_ == "prep"]
        with_whom = any(c.dep_ in {"dobj", "neg"} or said(c, "with") for c in token.children)
        if body is None or with_whom or not beside or any(c.dep_ == "conj" for c in body.children):
            continue
        event = told.gathering.described("Meeting", "session", data["meeting"], token.idx)
        start, end = principal(body)
        event.add(data["meeting_of"].format(name=" ".join(told.text[start:end].split())), told.gathering.lang)
        told.gathering.mention(token.idx, token.idx + len(token), event, "rule", "who met had a meeting", 0.6)


_BODIES = frozenset({"Association", "GovernmentBody"})


def note_meetings_of_sides(told: Told) -> None:
    """Note the meeting of two of which only the verb tells, where it is said who was there: "On the A side took part".

    None where the sentences just before tell of an event: its people are meant.
    """
    lang = told.document.lang
    if not has(lang, "descriptions"):
        return
    data = read(lang, "descriptions")
    for found in _sides_there(lang).finditer(told.text):
        start = told.sentences[max(0, told.sentence(found.start("on")) - _JUST)]
        first, last = told.token(start), told.token(found.start("on"))
        if first is None or last is None:
            continue
        before = [t for t in told.doc[first.left_edge.i : last.i] if t.idx >= start]
        verbs = [t for t in before if t.tag_ == "VBD" and t.lemma_ in words(lang, "seeing_each_other")]
        described = (d for d in told.doc._.descriptions if start <= d.start < found.start("on"))
        named = (m for m in told.named if start <= m.start < found.start("on"))
        if not verbs or any(one.cls and is_a(one.cls, "Event") for one in (*described, *named)):
            continue
        if any(c.dep_ in {"neg", "dobj"} for t in verbs for c in t.children):
            continue  # "did not meet", "met the deadline"
        event = told.gathering.described("Meeting", "meeting", data["meeting"], verbs[-1].idx)
        event.add(data["meeting_of_sides"], told.gathering.lang)
        token = verbs[-1]
        told.gathering.mention(token.idx, token.idx + len(token), event, "rule", "who met had a meeting", 0.6)
        return


_JUST = 2  # sentences before, in which they met


@cache
def _sides_there(lang: Lang) -> re.Pattern[str]:
    """Give the pattern of a sentence that begins with a side and says of those on it that they were there."""
    data = read(lang, "descriptions")
    ahead, side, there, of = (
        "|".join(map(re.escape, data[name])) for name in ("on_sides", "called_sides", "sides_there", "there_of")
    )
    return re.compile(
        rf"(?:^|[.!?]\s+|\n)(?P<on>{ahead}) (?:[A-Z][\w-]+ )?(?:{side})\b(?=[^.\n]*? (?:{there})\b(?! (?:{of})\b))"
    )


def is_hint(told: Told, description: Description, family: str) -> bool:
    """Tell whether a headline's words name no thing: "Educational Exhibitions in China", "Agreements signed"."""
    block = next((b for b in told.document.blocks if b.start <= description.start < b.end), None)
    if block is None or block.kind not in {BlockKind.TITLE, BlockKind.HEADING} or description.titled is not None:
        return False
    below = block.kind is BlockKind.HEADING and description.determiner == "none"
    return (family == "Event" and (description.plural or below)) or (family == "Agreement" and description.plural)


def named_below(told: Told, description: Description) -> Referent | None:
    """Give the event that the text names below a title that only describes it: "Congress of economists"."""
    if description.start >= told.title_end or description.titled is not None:
        return None
    referents = told.gathering.referents
    named = {m.entity: referents[m.entity] for m in told.named if m.start >= told.title_end and m.entity in referents}
    alike = [r for r in named.values() if r.kind == description.kind and is_a(r.cls, "Event") and r.series is None]
    said = read_event(told.text[description.start : description.long_end])
    shared = [max(len(said.concepts & read_event(name.text).concepts) for name in r.names) for r in alike]
    best = [r for r, words in zip(alike, shared, strict=True) if words == max(shared) and words > 1]
    return best[0] if len(best) == 1 and said.edition in {None, read_event(best[0].names[0].text).edition} else None


def unite_with_headlines(document: Document, gathering: Gathering, referents: dict[int, Referent]) -> None:
    """Unite an event that only a title or heading names with the one of its kind that the text below names in full."""
    heads = [b for b in document.blocks if b.kind in {BlockKind.TITLE, BlockKind.HEADING}]
    spans = [(b.start, b.end, next((h.start for h in heads if h.start > b.start), len(document.text))) for b in heads]
    places: dict[str, list[int]] = {}
    named: dict[str, list[int]] = {}
    for mention in sorted(gathering.mentions, key=lambda mention: mention.start):
        places.setdefault(mention.entity, []).append(mention.start)
        if mention.source != "rule":
            named.setdefault(mention.entity, []).append(mention.start)
    events = [r for r in gathering.referents.values() if is_a(r.cls, "Event") and r.series is None and r.id in places]
    for start, end, next_head in spans:
        below = len(document.text) if start == 0 else next_head
        # what the text then calls by its noun alone names it no further
        short = [r for r in events if all(start <= at < end for at in named.get(r.id, places[r.id][:1]))]
        short = [r for r in short if r.edition is None and start <= places[r.id][0] < end]
        full = [r for r in events if any(end <= at < below for at in places[r.id])]
        for one in short:
            alike = [r for r in full if r.kind == one.kind and r is not one]
            if len(alike) > 1:  # of several the one whose name has more of its words than any other
                shared = [_in_common(one, r) for r in alike]
                alike = [r for r, words in zip(alike, shared, strict=True) if words == max(shared)]
            if len(alike) == 1 and not any(ch.isdigit() for ch in one.names[0].text) and one.id in gathering.referents:
                reason = f"“{one.names[0].text}” in the headline is the {one.kind} that the text below tells of"
                unite(alike[0], one, referents, gathering)
                alike[0].reasons.append(reason)
                gathering.mentions[:] = [
                    replace(m, entity=alike[0].id) if m.entity == one.id else m for m in gathering.mentions
                ]


def unite_in_brackets(document: Document, gathering: Gathering, referents: dict[int, Referent]) -> None:
    """Unite an event with the one named in brackets behind it: "the Polar Forum (the 4th Polar Workshop)"."""
    if not has(document.lang, "words"):
        return
    articles = words(document.lang, "articles")
    events = {m.start: m for m in gathering.mentions if is_a(m.cls, "Event") and m.source != "rule"}
    for behind in sorted(events.values(), key=lambda m: m.start):
        before = next((m for m in events.values() if m.end < behind.start <= m.end + _BRACKET), None)
        if before is None or before.entity == behind.entity:
            continue
        mark, *said = document.text[before.end : behind.start].replace("(", " ( ").lower().split() or [""]
        one, other = gathering.referents.get(before.entity), gathering.referents.get(behind.entity)
        closed = document.text[behind.end : behind.end + 1] == ")"
        if one is None or other is None or one is other or one.series or other.series:
            continue
        if mark == "(" and closed and all(word in articles for word in said) and _may_be_one(one, other, document.lang):
            reason = f"“{other.names[0].text}” stands in brackets behind “{one.names[0].text}”"
            kept, gone = (other, one) if one.cls == "Event" else (one, other)  # the class that says more
            merge(kept, gone, gathering, referents).reasons.append(reason)
            events = {m.start: m for m in gathering.mentions if is_a(m.cls, "Event") and m.source != "rule"}


def _may_be_one(one: Referent, other: Referent, lang: Lang) -> bool:
    """Tell whether the names of two events may be one's: of one class or a general one, of one edition and year."""
    if (one.cls != other.cls and "Event" not in {one.cls, other.cls}) or (one.same_as and other.same_as):
        return False
    return not are_other_editions(one.names, other.names, lang)


_BRACKET = 8  # characters between a name and the one in brackets behind it


def _in_common(one: Referent, other: Referent) -> int:
    """Give how many words of one meaning the names of two events share at most."""
    return max(
        (len(read_event(a.text).concepts & read_event(b.text).concepts) for a in one.names for b in other.names),
        default=0,
    )
