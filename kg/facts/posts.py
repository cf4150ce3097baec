"""Posts: who holds which, where, and for whom such a person speaks."""

from __future__ import annotations

from collections import defaultdict

from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.languages.lexicon import read
from kg.records import PostHeld
from kg.schema import is_a


def posts(context: Context, builder: Builder) -> dict[str, list[str]]:
    """Add holdsPost and represents; give the organizations that each person speaks for."""
    represented: dict[str, list[str]] = defaultdict(list)
    placed = [post for post in context.recognised.posts if post.organization is not None]
    settled = {post.person for post in placed}
    for post in placed:
        assert post.organization is not None
        _add(context, builder, post, post.organization, 0.92, represented)
    for post in context.recognised.posts:
        known = context.affiliations.get(post.person)
        if known and post.organization is None:
            if known in context.entities and post.person not in settled:
                _add(context, builder, post, known, 0.85, represented)
            continue  # whoever the registry knows belongs nowhere else by guess
        if post.organization is None and post.person not in settled and not _stands_alone(context, post):
            guess = _from_context(context, post)
            if guess is not None:
                _add(context, builder, post, guess, 0.7, represented)
    return represented


def _stands_alone(context: Context, post: PostHeld) -> bool:
    """Tell whether such a post says nothing of the organizations around it: "President Putin", "the minister"."""
    if context.registered(post.person) and not context.affiliations[post.person]:
        return True  # heads of state and others who are known without a home
    words = (post.title or "").lower().split()
    alone = read(context.document.lang, "posts")["alone"]
    return not words or any(word in alone for word in words) or " ".join(words) in alone


def _add(
    context: Context, builder: Builder, post: PostHeld, organization: str, sure: float, represented: dict[str, list[str]]
) -> None:
    token = context.token(post.end - 1)
    evidence = context.sentence(token)
    if is_a(context.cls(organization), "Place"):
        return
    if post.title is not None:
        title = " ".join(post.title.split())
        builder.add(post.person, "holdsPost", organization, evidence, "post", sure, title=title)
    spoken_for = _whole(context, builder, organization)
    if context.cls(spoken_for) == "OrganizationalUnit":
        parent = _from_context(context, post)
        if parent is not None and context.cls(parent) != "OrganizationalUnit":
            builder.add(spoken_for, "unitOf", parent, evidence, "unit-of-host", 0.6)
            spoken_for = parent
    if builder.add(post.person, "represents", spoken_for, evidence, "post", sure - 0.02) and spoken_for not in represented[post.person]:
        represented[post.person].append(spoken_for)


def _whole(context: Context, builder: Builder, organization: str) -> str:
    """Give what a unit is a part of, as far up as the text says."""
    parents = {fact.subject: fact.object for fact in builder.held("unitOf")}
    seen = {organization}
    while context.cls(organization) == "OrganizationalUnit" and organization in parents:
        organization = parents[organization]
        if organization in seen:
            break
        seen.add(organization)
    return organization


def _from_context(context: Context, post: PostHeld) -> str | None:
    """Give the organization that a post without one belongs to: the one its sentence is about, the publisher, or the last named."""
    token = context.token(post.start)
    sentence = token.sent
    inside = {
        offset
        for other in context.recognised.posts
        if other.organization is not None
        for offset in range(other.start, other.end)
    }
    before: list[str] = []
    earlier: list[str] = []
    for mention in context.recognised.mentions:
        whole = context.family(mention.entity, ("Organization",)) and context.cls(mention.entity) not in {
            "OrganizationalUnit", "Association", "GovernmentBody", "JointStructure",
        }  # fmt: skip
        if not whole or mention.start in inside or mention.start >= post.start:
            continue
        if mention.start >= sentence.start_char and mention.source != "rule":
            before.append(mention.entity)
        else:
            earlier.append(mention.entity)
    if before:
        return before[-1]
    if context.document.publisher in context.entities:
        return context.document.publisher
    return earlier[-1] if earlier else None
