"""Who is meant by a post or a visit alone: "the ambassador", "the vice-rector", "the guest"."""

from __future__ import annotations

from kg.entities.referents import Referent
from kg.entities.told import Told
from kg.languages.lexicon import words
from kg.languages.spans import Description, Post
from kg.schema import is_a

_NEAR = 4  # sentences from a guest's coming to "the guest"
_FAR = 12  # sentences from a post to "the rector"


def mean_holder(told: Told, description: Description) -> None:
    """Note the one person who holds the post told of before that a description names; nobody where several do."""
    _mean(told, description, _by_post(told, description))


def mean_guest(told: Told, description: Description) -> None:
    """Note the person of whom the text told last that he came or was received."""
    _mean(told, description, _guest(told, description))


def _mean(told: Told, description: Description, found: Referent | None) -> None:
    if found is not None:
        told.mean(description, found, f"“the {description.head}” is the one told of before", 0.8)


def _by_post(told: Told, description: Description) -> Referent | None:
    """Give who holds the post that a description names, if only one of those told of before it does, and of late.

    In an organization's own news "the rector" may be its own as well as a guest's.
    """
    deputies = tuple(sorted(words(told.document.lang, "deputies")))
    meant = told.text[description.start : description.end].lower().replace("-", " ").split()
    former = words(told.document.lang, "former")
    here = told.sentence(description.start)
    near = False
    found: dict[str, Referent] = {}
    for post in told.doc._.posts:
        if post.title is None or post.start >= description.start:
            continue
        title = told.text[slice(*post.title)].lower().replace("-", " ").split()
        if len(meant) == 1 and _may_be_own(told, post):
            continue
        under = {word for word in title if word.startswith(deputies)}
        if not set(meant) <= set(title) or under - set(meant):
            continue
        if post.past or not former.isdisjoint(told.text[post.start : post.end].lower().split()):
            return None  # "the director" may be the one after "the former director"
        near = near or here - told.sentence(post.start) <= _FAR
        for mention in told.within(post.holder.start, post.holder.start + 1):
            referent = told.gathering.referents.get(mention.entity)
            entry = told.registry.get(mention.entity)
            if referent is not None and is_a(referent.cls, "Person") and (entry is None or entry.affiliation):
                found.setdefault(referent.id, referent)
    return next(iter(found.values())) if near and len(found) == 1 else None


def _may_be_own(told: Told, post: Post) -> bool:
    """Tell whether a post is one that the publisher has as well, at another organization of its kind."""
    own = told.document.publisher
    home = told.registry.get(own) if own else None
    if home is None or post.organization is None or post.organization.cls != home.cls:
        return False
    return own not in {m.entity for m in told.within(post.organization.start, post.organization.start + 1)}


def _guest(told: Told, description: Description) -> Referent | None:
    """Give the person of whom the text has told that he was received or came."""
    lang = told.document.lang
    hosting = words(lang, "hosting")
    coming = words(lang, "visiting") | words(lang, "coming_along") | words(lang, "calling_at")
    here = told.sentence(description.start)
    for mention in told.mentions_before(description.start):
        if here - told.sentence(mention.start) > _NEAR:
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
