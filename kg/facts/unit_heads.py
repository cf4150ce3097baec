"""Heads of a unit that only the sentence before names: "The Faculty of X met. | Dean A spoke"."""

from __future__ import annotations

from kg.facts.context import Context
from kg.languages.lexicon import read, words
from kg.languages.posts import bare_title
from kg.records import PostHeld


def of_unit_told(context: Context, post: PostHeld) -> str | None:
    """Give the unit whose head somebody is, where the sentence before tells of it and of no other but its whole.

    The sentence of the post itself names no organization before it, and its title nothing that it is of.
    """
    lang = context.document.lang
    title = bare_title(lang, post.title or "")
    headed = read(lang, "posts").get("unit_heads", {}).get(" ".join(title))
    if not headed or not words(lang, "of").isdisjoint((post.title or "").lower().split()):
        return None
    sentence = context.token(post.start).sent
    if sentence.start == 0 or context.within("Organization", sentence.start_char, post.start):
        return None
    before = sentence.doc[sentence.start - 1].sent
    told = {m.entity for m in context.within("Organization", before.start_char, sentence.start_char)}
    units = [one for one in told if context.cls(one) == "OrganizationalUnit" and _is_called(context, one, headed)]
    if len(units) != 1:
        return None
    wholes = {r.object for r in context.recognised.related if r.property == "unitOf" and r.subject == units[0]}
    foreign = any(context.is_foreign(post.person, one) for one in (units[0], *wholes))
    return units[0] if told <= {units[0], *wholes} and not foreign else None


def _is_called(context: Context, unit: str, nouns: list[str]) -> bool:
    called = {word for name in context.entities[unit].names for word in name.text.lower().split()}
    return not called.isdisjoint(nouns)
