"""Who is at the head of a group by the words behind it, wherever a parser hangs them."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.languages.lexicon import read, said, words

_REACH = 12  # tokens between a group and the name of its head
_BEHIND = 4  # tokens from that name to the noun that says so


def at_its_head(group: Token) -> Token | None:
    """Give who stands behind a group as its head: "a delegation with A, rector of X, at its head", "under A"."""
    behind = group.doc[group.i + 1 : min(group.sent.end, group.i + _REACH)]
    if (leader := _it_is_under(group, behind)) is not None:
        return leader
    for position, token in enumerate(behind):
        if token.pos_ == "VERB":
            return None
        if token.ent_type_ == "Person":
            ends = group.doc[token.i + 1 : token.i + 1 + _BEHIND]
            led = any(t.lemma_ in words(group.lang_, "at_the_head") for t in ends)
            return token if led and any(said(t, "with") for t in behind[:position]) else None
    return None


def _it_is_under(group: Token, behind: Span) -> Token | None:
    """Give under whom a group travels: "a delegation under Rector A", "a delegation of X under the leadership of A"."""
    lang = group.lang_
    if group.ent_type_ or group.lemma_.lower() not in words(lang, "known_groups"):
        return None
    at = next((n for n, t in enumerate(behind) if t.lower_ in words(lang, "led_under")), None)
    if at is None or any(t.pos_ in {"VERB", "AUX"} or t.ent_type_ == "Person" for t in behind[:at]):
        return None
    led, posts = False, read(lang, "posts")
    for token in behind[at + 1 :]:
        if token.ent_type_ == "Person":
            return token
        led = led or token.lemma_ in words(lang, "leadership")
        titled = token.text[:1].isupper() or token.pos_ in {"DET", "PRON", "PUNCT"} or token.ent_type_
        if not (titled or led or any(token.lower_ in posts[name] for name in ("posts", "modifiers"))):
            return None  # "under a programme of A"
        if token.pos_ in {"VERB", "AUX"} or token.text == ";":
            return None
    return None
