"""Who is meant by a post or a visit alone: "the ambassador", "the vice-rector", "the guest"."""

from __future__ import annotations

from kg.entities.referents import Referent
from kg.entities.told import Told
from kg.languages.lexicon import words
from kg.languages.spans import Description
from kg.schema import is_a

_GUEST = 4  # sentences from a guest's coming to "the guest"


def mean_holder(told: Told, description: Description) -> None:
    """Note the one person whom a post or a visit told of before fits; nobody where it fits several."""
    guests = description.head in words(told.document.lang, "guests")
    found = _guest(told, description) if guests else _by_post(told, description)
    if found is not None:
        told.mean(description, found, f"“the {description.head}” is the one told of before", 0.8)


def _by_post(told: Told, description: Description) -> Referent | None:
    """Give who holds the post that a description names, if only one of those told of before it does."""
    deputies = tuple(sorted(words(told.document.lang, "deputies")))
    meant = told.text[description.start : description.end].lower().replace("-", " ").split()
    found: dict[str, Referent] = {}
    for post in told.doc._.posts:
        if post.title is None or post.start >= description.start:
            continue
        title = told.text[slice(*post.title)].lower().replace("-", " ").split()
        under = {word for word in title if word.startswith(deputies)}
        if not set(meant) <= set(title) or under - set(meant):
            continue
        for mention in told.within(post.holder.start, post.holder.start + 1):
            referent = told.gathering.referents.get(mention.entity)
            entry = told.registry.get(mention.entity)
            if referent is not None and is_a(referent.cls, "Person") and (entry is None or entry.affiliation):
                found.setdefault(referent.id, referent)
    return next(iter(found.values())) if len(found) == 1 else None


def _guest(told: Told, description: Description) -> Referent | None:
    """Give the person of whom the text has told that he was received or came."""
    lang = told.document.lang
    hosting = words(lang, "hosting")
    coming = words(lang, "visiting") | words(lang, "coming_along") | words(lang, "calling_at")
    here = told.sentence(description.start)
    for mention in told.mentions_before(description.start):
        if here - told.sentence(mention.start) > _GUEST:
            return None
        referent = told.gathering.referents.get(mention.entity)
        token = told.token(mention.end - 1)
        if referent is None or token is None or not is_a(referent.cls, "Person"):
            continue
        verb = token.head
        received = token.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ in hosting
        came = token.dep_ == "nsubj" and verb.lemma_ in coming
        by = token.dep_ == "pobj" and token.head.dep_ == "agent" and token.head.head.lemma_ in coming
        if received or came or by:
            return referent
    return None
