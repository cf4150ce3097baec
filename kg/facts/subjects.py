"""The fields that agreements, events and programmes are about: named by the registry, tied to them by a pattern."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Span, Token

from kg.facts.context import Context
from kg.facts.phrases import Line, Piece, patterns
from kg.languages.gazetteer import Gazetteer, build
from kg.languages.hyphens import hyphenated
from kg.languages.kinds import head_nouns, kinds
from kg.languages.lexicon import has, read
from kg.records import Entry, Lang, Mention
from kg.schema import is_a

_LETTERS = {"Agreement": "A", "Event": "V", "Programme": "R"}
_WORD = re.compile(r"\w+(?:'\w+)?|[^\w\s]")
_OF_FIELDS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Subjects:
    """By entity id the ids of the fields that it is about, sorted; and where the text names these fields."""

    of: dict[str, tuple[str, ...]]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class _Field:
    id: str
    start: int
    end: int


def subjects(context: Context) -> Subjects:
    """Give what the things of a document are about; nothing in a language that has no patterns for it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    mentions: dict[tuple[int, int], Mention] = {}
    things = [m for m in context.recognised.mentions if _letter(context, m) and not context.is_silent(m.start)]
    if not (things and has(context.document.lang, "subjects")):
        return Subjects({}, ())
    fields = _fields(context)
    for sentence in context.sents:
        inside = [m for m in things if sentence.start_char <= m.start < sentence.end_char]
        known = {f.start: f for f in fields if sentence.start_char <= f.start < sentence.end_char}
        if not inside or not known:
            continue
        for thing, field in (*_within(context, inside, known), *_said(context, sentence, inside, known)):
            found[thing.entity].add(field.id)
            reason = f"the {context.cls(thing.entity).lower()} told of here is about it"
            mentions[field.start, field.end] = Mention(field.start, field.end, "Topic", field.id, "rule", reason, 0.8)
    ordered = {id: tuple(sorted(topics)) for id, topics in sorted(found.items())}
    return Subjects(ordered, tuple(mentions[place] for place in sorted(mentions)))


def _letter(context: Context, mention: Mention) -> str | None:
    return next((letter for cls, letter in _LETTERS.items() if is_a(context.cls(mention.entity), cls)), None)


def _key(word: str) -> str:
    """Give what counts as the same word: "it" is no "IT"."""
    return word if len(word) > 1 and word.isupper() else word.lower()


@lru_cache(maxsize=4)
def _gazetteer(topics: tuple[Entry, ...], lang: Lang) -> Gazetteer:
    names = ((name.text, entry.id) for entry in topics for name in entry.names if name.lang in {lang, None})
    return build(names, _key, _WORD.findall)


def _fields(context: Context) -> list[_Field]:
    words = list(_WORD.finditer(context.text))
    hits = _gazetteer(context.registry.topics, context.document.lang).hits([word[0] for word in words])
    return [_Field(hit.entries[0], words[hit.start].start(), words[hit.end - 1].end()) for hit in hits]


def _within(context: Context, things: Sequence[Mention], fields: dict[int, _Field]) -> Iterator[tuple[Mention, _Field]]:
    """Read fields in the words of the thing itself: "Conference on Optics", "Arctic Research Forum"."""
    lang = context.document.lang
    data = read(lang, "subjects")
    bodies, heads = head_nouns(lang, "Organization") | set(data["bodies"]), _heads(lang)
    text = context.text
    for thing in things:
        for field in fields.values():
            if not thing.start <= field.start < field.end <= thing.end:
                continue
            before = [word.lower() for word in _WORD.findall(text[thing.start : field.start])]
            behind = [word.lower() for word in _WORD.findall(text[field.end : thing.end])]
            while behind and behind[0] in data["behind"]:
                behind.pop(0)
            ends = (
                not behind
                or behind[0] in data["separators"]
                or any(behind[: len(head)] == list(head) for head in heads)
            )
            if ends and bodies.isdisjoint(before):
                yield thing, field


@cache
def _heads(lang: Lang) -> tuple[tuple[str, ...], ...]:
    return tuple(words for words, kind in kinds(lang).items() if any(is_a(kind.cls, cls) for cls in _LETTERS))


def _said(
    context: Context, sentence: Span, things: Sequence[Mention], fields: dict[int, _Field]
) -> Iterator[tuple[Mention, _Field]]:
    """Read fields that the sentence ties to a thing: "an agreement on optics", "the forum was devoted to optics"."""
    line, means, known = _line(context, sentence, things, fields)
    for pattern in patterns(context.document.lang, "subjects", frozenset()):
        for match in pattern.regex.finditer(line.text):
            thing = line.group(match, "thing")
            if thing is None:
                continue
            for number in _listed(line, line.number(match.end()), context.document.lang):
                if (field := known.get(line.pieces[number].start)) is not None:
                    for mention in means[thing.start]:
                        yield mention, field


def _line(
    context: Context, sentence: Span, things: Sequence[Mention], fields: dict[int, _Field]
) -> tuple[Line, dict[int, list[Mention]], dict[int, _Field]]:
    """Give the sentence as a line; by the offset of its piece, the mentions of things and the fields."""
    starts: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in things:
        starts[context.token(mention.start).idx].append(mention)
    whole = context.text
    pieces: list[Piece] = []
    means: dict[int, list[Mention]] = {}
    known: dict[int, _Field] = {}
    position = sentence.start
    while position < sentence.end:
        token = context.doc[position]
        meant = _one_kind(context, starts.get(token.idx, []))
        field = fields.get(token.idx)
        if field is not None and field.end < token.idx + len(token):
            field = None  # part of a name
        if meant:
            end, text = max(mention.end for mention in meant), _letter(context, meant[0]) or ""
            means[token.idx] = meant
        elif field is not None:
            end, text = field.end, "F"
            known[token.idx] = field
        elif token.ent_type_:
            end, text = token.idx + len(token), "N"
        else:
            final = context.doc[hyphenated(context.doc, position, {*starts, *fields})]
            end = final.idx + len(final)
            text = whole[token.idx : end].lower()
        last = max(token.i, context.token(end - 1).i)
        if not token.is_space:
            pieces.append(Piece(text, token.idx, end, context.doc[last]))
        position = last + 1
    return Line(pieces), means, known


def _one_kind(context: Context, mentions: Sequence[Mention]) -> list[Mention]:
    """Give the widest of mentions that begin together, unless they are of things of several kinds ("it")."""
    widest = max((mention.end for mention in mentions), default=0)
    chosen = [mention for mention in mentions if mention.end == widest]
    return chosen if len({_letter(context, mention) for mention in chosen}) == 1 else []


def _listed(line: Line, first: int, lang: Lang) -> Iterator[int]:
    """Give the pieces that are whole members of the list which begins at a piece: fields, maybe with adjectives."""
    data = read(lang, "subjects")
    member: list[int] = []
    position = first
    while position <= len(line.pieces):
        piece = line.pieces[position] if position < len(line.pieces) else None
        if piece is not None and (
            piece.text == "F" or (piece.text not in data["separators"] and _is_nominal(piece.token))
        ):
            member.append(position)
            position += 1
            continue
        if piece is not None and not member and piece.text in data["before"]:
            position += 1
            continue
        while member and line.pieces[member[-1]].text in data["behind"]:
            member.pop()
        if member and line.pieces[member[-1]].text == "F":
            yield member[-1]
        if piece is None or piece.text not in data["separators"]:
            return
        member = []
        position += 1


def _is_nominal(token: Token) -> bool:
    """Tell whether a word can be part of a field's name."""
    return not token.ent_type_ and (token.pos_ in _OF_FIELDS or token.tag_ in {"VBG", "HYPH"} or token.text == "-")
