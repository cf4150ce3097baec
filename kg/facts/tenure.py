"""Since when and until when posts are held, and who was appointed: patterns over lines, then dates for the posts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.lists import members
from kg.facts.partisans import is_inner_body
from kg.facts.phrases import Line, Pattern, Piece, patterns
from kg.facts.postlines import YEAR, YEARS, line_of
from kg.facts.posts import property_of
from kg.facts.status import status
from kg.languages.kinds import names_honour, singular
from kg.languages.lexicon import has, read, said
from kg.languages.posts import bare_title, post_words
from kg.records import Evidence, Fact, PostHeld, Status
from kg.schema import is_a

_FIELDS = frozenset({"status", "dates", "past"})


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post with its time, as one sentence tells of it.

    Attributes:
        organization: None where only the context can tell.
        title: None where the post is not named, or stands elsewhere.
        post: where the title, the organization or the person stands, the first that does.
        new: whether the sentence itself says that the person holds or held the post.
        past: whether it says that the post is held no more.
    """

    person: str
    organization: str | None
    title: str | None
    since: str | None
    until: str | None
    status: Status
    post: int
    new: bool
    past: bool
    rule: str
    start: int
    end: int
    evidence: Evidence


def tenures(context: Context) -> tuple[Tenure, ...]:
    """Give the times of posts and the appointments that a document tells of, in the order of the text."""
    if not has(context.document.lang, "tenure"):
        return ()
    found: dict[tuple[str, int], Tenure] = {}  # by person and where the post stands
    for sentence in context.sents:
        if context.is_silent(sentence.start_char) or not _may_tell(context, sentence):
            continue
        line = line_of(context, sentence)
        for pattern in patterns(context.document.lang, "tenure", _FIELDS):
            for match in pattern.regex.finditer(line.text):
                for tenure in _read(context, line, pattern, match):
                    found.setdefault((tenure.person, tenure.post), _in_full(context, tenure))
    return tuple(sorted(found.values(), key=lambda tenure: (tenure.start, tenure.end, tenure.person)))


def _in_full(context: Context, one: Tenure) -> Tenure:
    """Give a tenure with the whole title and its organization, where a body in the title was taken for that.

    "A, who is Chairman of the University Council of X" is chairman of its council at X.
    """
    if one.title is None or one.organization is None or not is_inner_body(context, one.organization):
        return one
    for post in context.recognised.posts:
        longer = (post.title or "").startswith(f"{one.title} ") and post.start <= one.post < post.end
        if post.person == one.person and longer and post.organization != one.organization:
            return replace(one, title=post.title, organization=post.organization or None)
    return one


def _may_tell(context: Context, sentence: Span) -> bool:
    """Tell whether a sentence names a person, and a date or an appointment, or a post beside words that may tell so."""
    if not context.within("Person", sentence.start_char, sentence.end_char):
        return False
    if context.dates_in(sentence.start_char, sentence.end_char):
        return True
    data, heads = read(context.document.lang, "tenure"), post_words(context.document.lang).heads
    here = {token.lower_ for token in sentence}
    sure, weak = {*data["given"], *data["undated"]}, set(data["weak"])
    return bool(here & sure) or bool(here & weak and here & heads) or any(map(YEAR.match, here))


def _read(context: Context, line: Line, pattern: Pattern, match: re.Match[str]) -> Iterator[Tenure]:
    pieces = {name: line.group(match, name) for name in ("p", "t", "o", "by", "since", "until", "end", "span")}
    person, title = pieces["p"], pieces["t"]
    assert person is not None  # every pattern has it
    dates = pattern.row.get("dates")
    where = pieces["o"]
    if where is None and (by := pieces["by"]) is not None and _is_home(context, by):
        where = by
    if match.start("p") == match.start() and _is_of_another(person.token):
        return  # "the brother of A took over as rector"
    holders = [m.entity for m in context.things(person.token) if context.cls(m.entity) == "Person"]
    organization = _organization(context, where) if where is not None else None
    if not holders or (where is not None and organization is None):
        return
    since, until = (_iso(context, pieces[name]) for name in ("since", "until"))
    if (ended := pieces["end"]) is not None:
        until = _iso(context, ended)
    if (span := pieces["span"]) is not None and (years := YEARS.fullmatch(_text(context, span))):
        since, until = years[1], years[2]
    if since and until and since[:4] > until[:4]:
        return
    how = Status(pattern.row["status"]) if "status" in pattern.row else _status(line, match)
    start = line.pieces[line.number(match.start())].start
    last = line.pieces[line.number(match.end() + 1) - 1]
    called = " ".join(_text(context, title).split()) if title is not None else None
    if called is not None and names_honour(context.document.lang, called):
        return  # "was named an honorary professor"
    if title is not None and _is_plural(context, title):  # "A and B were appointed co-directors of X"
        listed = [m.entity for t in members(person.token) for m in context.things(t)]
        people = list(dict.fromkeys(one for one in listed if context.cls(one) == "Person"))
        if len(people) < 2:
            return
    else:
        people = holders[:1]
    posts = [(holder, organization, called) for holder in people]
    if dates is not None:
        posts = _around(context, person, dates)
        posts = posts or ([(holders[0], None, None)] if dates == "any-post" else [])
    for holder, place, which in posts:
        yield Tenure(
            holder, place, which, since, until, how, (title or where or person).start, dates is None,
            "past" in pattern.row, pattern.id,
            start, last.end, context.sentence(person.token),
        )  # fmt: skip


def _is_of_another(name: Token) -> bool:
    """Tell whether a name only says whose somebody is: "the son of A", "A's brother", "instead of A"."""
    return name.dep_ == "poss" or (name.dep_ == "pobj" and said(name.head, "of"))


def _is_plural(context: Context, title: Piece) -> bool:
    """Tell whether a title is that of several: "co-directors", "vice presidents for research"."""
    lang = context.document.lang
    noun = bare_title(lang, _text(context, title))[-1]
    heads = post_words(lang).heads
    return noun not in heads and singular(noun) in heads


def _status(line: Line, match: re.Match[str]) -> Status:
    """Give how the verb of a match is put; conditions and wishes around it count."""
    first, last = line.number(match.start()), line.number(match.end() + 1)
    verbs = [p.token for p in line.pieces[first:last] if p.token.pos_ == "VERB" and not p.token.ent_type_]
    return status(verbs[-1]) if verbs else Status.HELD


def _around(context: Context, person: Piece, which: str) -> list[tuple[str, str | None, str | None]]:
    """Give the post in the group of a name.

    Args:
        which: "any-post"; "post-behind-name", one that ends where the group does, so that a date behind it is its own
            and not that of a life; or "appointment-behind-name", such a post whose title says that it was given.
    """
    behind, given = which != "any-post", which == "appointment-behind-name"
    posts = [
        post
        for post in context.recognised.posts
        if post.title is not None and person.start <= post.start <= post.end <= person.end
        and (not behind or (post.start > person.start and post.end >= person.end - 2))
        and (not given or _title(context, post) != " ".join(post.title.split()))
    ]  # fmt: skip
    return [(post.person, post.organization or None, _title(context, post)) for post in posts[-1:]]


def _title(context: Context, post: PostHeld) -> str | None:
    """Give the title of a post without the word that says that it was given: "elected Rector"."""
    said = (post.title or "").split()
    if len(said) > 1 and said[0].lower() in read(context.document.lang, "tenure")["given"]:
        said = said[1:]
    return " ".join(said) or None


def _is_home(context: Context, by: Piece) -> bool:
    """Tell whether who appoints is where the post is: a university, not the ministry above it."""
    found = _organization(context, by)
    return found is not None and context.cls(found) != "GovernmentBody"


def _organization(context: Context, piece: Piece) -> str | None:
    found = (m.entity for m in context.things(piece.token) if is_a(context.cls(m.entity), "Organization"))
    return next(found, None)


def _text(context: Context, piece: Piece) -> str:
    return context.text[piece.start : piece.end]


def _iso(context: Context, piece: Piece | None) -> str | None:
    """Give the date that a piece is; of a span of days the first."""
    if piece is None:
        return None
    dated = next((d.iso for d in context.dates if d.start <= piece.start < d.end), None)
    return (dated or _text(context, piece)).split("/")[0]


def held(context: Context, told: Iterable[Tenure]) -> tuple[PostHeld, ...]:
    """Give the posts of a document, in the order of the text, with those that tenures state and that are still held."""
    told, published = tuple(told), context.document.published
    posts = list(context.recognised.posts)
    if not has(context.document.lang, "tenure"):
        return tuple(posts)
    posts = [replace(post, title=_title(context, post)) for post in posts]
    posts += [
        PostHeld(one.person, one.organization, one.title, one.start, one.end)
        for one in told
        if one.new and one.title is not None and one.status is Status.HELD and _lasts(one, told, published)
    ]
    return tuple(sorted(posts, key=lambda post: post.start)) if told else tuple(posts)


def _lasts(one: Tenure, told: tuple[Tenure, ...], published: str | None) -> bool:
    """Tell whether a post is held when the text is published: nothing ends it, and no later post is told of."""
    if one.past:
        return False
    if one.until is not None and (published is None or one.until[:4] <= published[:4]):
        return False
    later = (other.since for other in told if other.person == one.person and other.new and other is not one)
    return not any(since and one.since and since > one.since for since in later)


def date(context: Context, builder: Builder, represented: dict[str, list[str]], told: Iterable[Tenure]) -> list[Fact]:
    """Date the posts found; give those that stand beside another post of the same person at the same organization."""
    told = tuple(told)
    more: list[Fact] = []
    for one in told:
        known = _posts_of(builder, one)
        lasts = _lasts(one, told, context.document.published)
        organization = one.organization or (known[0].object if len(known) == 1 else None)
        if organization is None:
            continue
        same = next((fact for fact in known if fact.object == organization), None)
        if same is None and one.new:
            property = property_of(context, one.title, organization)
            if property is None:
                continue
            fact = Fact(
                one.person, property, organization, one.status, 0.85, one.rule, (one.evidence,), one.title,
                one.since, one.until,
            )  # fmt: skip
            if (one.person, property, organization, one.status) in builder.facts:
                more.append(fact)
            elif builder.add(one.person, property, organization, one.evidence, one.rule, 0.85, one.status, one.title):
                _put(builder, one, organization, property)
                if lasts and one.title is None and one.status is Status.HELD:
                    _speaks(builder, represented, one, organization)
        elif same is not None and one.status is Status.HELD:
            _put(builder, one, organization, same.property)
    silence(context, builder, represented, told)
    return more


def silence(context: Context, builder: Builder, represented: dict[str, list[str]], told: Iterable[Tenure]) -> None:
    """Take back that somebody speaks for an organization, or for its whole, where only an ended post says so."""
    told = tuple(told)
    for one in told:
        if one.status is not Status.HELD or _lasts(one, told, context.document.published):
            continue
        places = {fact.object for fact in _posts_of(builder, one) if one.organization in {None, fact.object}}
        places |= {fact.object for fact in builder.held("unitOf") if fact.subject in places}
        for fact in builder.held("represents"):
            if fact.subject == one.person and fact.object in places and fact.evidence == (one.evidence,):
                del builder.facts[fact.subject, fact.property, fact.object, fact.status]
                represented[one.person] = [other for other in represented[one.person] if other != fact.object]


def _posts_of(builder: Builder, one: Tenure) -> list[Fact]:
    """Give the posts found that a tenure may be of: the same person's, with the same title where both have one."""
    return [
        fact
        for fact in builder.facts.values()
        if fact.property in {"holdsPost", "memberOf"} and fact.subject == one.person and fact.status is one.status
        and (one.title is None or fact.title is None or fact.title.casefold() == one.title.casefold())
    ]  # fmt: skip


def _put(builder: Builder, one: Tenure, organization: str, property: str) -> None:
    key = (one.person, property, organization, one.status)
    fact = builder.facts[key]
    builder.facts[key] = replace(
        fact,
        title=fact.title or one.title,
        since=fact.since or one.since,
        until=fact.until or one.until,
        evidence=tuple(sorted({*fact.evidence, one.evidence})),
    )


def _speaks(builder: Builder, represented: dict[str, list[str]], one: Tenure, organization: str) -> None:
    added = builder.add(one.person, "represents", organization, one.evidence, one.rule, 0.83)
    if added and organization not in represented[one.person]:
        represented[one.person].append(organization)
