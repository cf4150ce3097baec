"""Where a post is held whose organization is not said: by its delegation, its list, its sentence, the publisher."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span

from kg.facts.ahead import listed_ahead
from kg.facts.context import Context
from kg.facts.deputies import first_of_title, of_chief
from kg.facts.hosts import hosts, received
from kg.facts.officials import is_of_others, public_bodies
from kg.facts.parties import Delegation
from kg.languages.lexicon import read, said, words
from kg.languages.origins import origin
from kg.languages.posts import bare_title
from kg.records import Mention, PostHeld


def seat(context: Context, post: PostHeld, unit: str | None = None) -> str | None:
    """Give the body that a public title means and the text names: the ministry of "Deputy Minister A".

    Args:
        unit: where the post is held, if it is a part of such a body: "Consular Section".
    """
    parts = (name.text for name in (context.entities[unit].names if unit is not None else ()))
    nouns = public_bodies(context.document.lang, post.title or "", *parts)
    if not nouns:
        return None
    passage = context.sentence(context.token(post.start))
    for start, end in ((passage.start, passage.end), (0, post.start)):  # what is named later may be any
        found = {
            m.entity
            for m in context.within("GovernmentBody", start, end)
            if any(nouns & set(name.text.lower().split()) for name in context.entities[m.entity].names)
        }
        found |= {one for one in _seats_told(context, post, start, end) if nouns & _called(context, one)}
        abroad = words(context.document.lang, "missions")  # which stand in the other country
        found = {one for one in found if abroad & _called(context, one) or not context.is_foreign(post.person, one)}
        known = {body for body in found if context.registry.get(body) is not None}
        if len(found) == 1 or len(known) == 1:
            return (found if len(found) == 1 else known).pop()
        if found:
            return None
    return None


def _seats_told(context: Context, post: PostHeld, start: int, end: int) -> set[str]:
    """Give the public bodies of the posts told of others, which no name says: "Consul General of A in B, C, and"."""
    here = (one.organization for one in context.recognised.posts if start <= one.start < min(end, post.start))
    return {one for one in here if one and context.cls(one) == "GovernmentBody"}


def _called(context: Context, entity: str) -> set[str]:
    return {word for name in context.entities[entity].names for word in name.text.lower().split()}


def sent_by(context: Context, post: PostHeld, told: tuple[Delegation, ...]) -> str | None:
    """Give whose delegation lists its members where a post is stated, or whose head they are said to go with."""
    for delegation in sorted(told, key=lambda one: not one.near):  # "In the Russian delegation, two spoke for X: A, B"
        inside = any(start <= post.start < end for start, end in delegation.passages)
        on_it = inside and any(member == post.person for member, _ in delegation.members)
        if on_it and delegation.owners:
            owner = _acted_for(context, delegation, post)
            strange = not delegation.near and context.is_foreign(post.person, owner)
            title = post.title or ""  # "the mayor A"
            public = context.cls(owner) in _HOSTS and public_bodies(context.document.lang, title)
            learned = post.organization is None and _is_academic(context, post)  # no ministry has a vice-rector
            return None if strange or public or (learned and context.cls(owner) in _UNLEARNED) else owner
        if on_it and delegation.head is not None:  # "President A of X came. With him was B, Head of the Office"
            home = _home_of(context, delegation.head)
            strange = home is not None and context.is_foreign(post.person, home)
            return None if strange or is_of_others(context.document.lang, post.title or "") else home
    return None


def _goes_along(context: Context, post: PostHeld, told: tuple[Delegation, ...]) -> bool:
    """Tell whether an official or journalist is in one person's company: "A came together with Consul B"."""
    if post.organization is not None or not is_of_others(context.document.lang, post.title or ""):
        return False
    return any(one.head is not None and post.person in {member for member, _ in one.members} for one in told)


def _home_of(context: Context, person: str) -> str | None:
    """Give the one organization of which the text tells that somebody has a post there, units aside."""
    posts = (post.organization for post in context.recognised.posts if post.person == person)
    found = {where for where in posts if where and context.cls(where) in _HOSTS}
    return found.pop() if len(found) == 1 else None


def _acted_for(context: Context, delegation: Delegation, post: PostHeld) -> str:
    """Give for whom a delegation acts: the unit whose it is, "delegation of the School of X of Y", not for a rector."""
    whole = " ".join(bare_title(context.document.lang, post.title or "")) in _of_whole(context)
    units = [] if whole else sending_units(context, delegation)
    return (units or delegation.owners)[0]


def sending_units(context: Context, delegation: Delegation) -> list[str]:
    """Give the units whose delegation it is, and not only that of what they are parts of."""
    owners = delegation.owners
    if all(context.cls(one) != "OrganizationalUnit" for one in owners):
        return []
    parts = {r.subject for r in context.recognised.related if r.property == "unitOf" and r.object in owners}
    return [one for one in owners if one in parts and context.cls(one) == "OrganizationalUnit"]


def _of_whole(context: Context) -> list[str]:
    return list(read(context.document.lang, "posts").get("of_whole", ()))


def from_context(context: Context, post: PostHeld, told: tuple[Delegation, ...]) -> str | None:
    """Give whose a post is that names nobody: its delegation's, its sentence's, the publisher's, the last named."""
    sent = sent_by(context, post, told)
    if sent is not None or _goes_along(context, post, told) or _is_of_something(context, post):
        return sent
    token = context.token(post.start)
    sentence = token.sent
    neighbours = [
        other
        for other in context.recognised.posts
        if other.organization and other.person != post.person and sentence.start_char <= other.start < post.start
    ]
    if post.organization is None and (chief := of_chief(context, post)) is not None:
        return chief
    if post.organization is None and (first := first_of_title(context, post)) is not None:
        return from_context(context, first, told)
    if (here := _where(context, post)) is not None:
        return here
    if post.organization is None and (row := listed_ahead(context, post)) is not None:
        return row
    behind = all(not (post.start <= m.start < post.end) for m in context.recognised.mentions if m.entity == post.person)
    whole = bool(neighbours) and context.cls(neighbours[-1].organization or "") != "OrganizationalUnit"
    strange = _is_academic(context, post) and bool(neighbours) and not _has_rectors(context, neighbours[-1])
    if whole and post.organization is None and behind and not strange:
        last = neighbours[-1]
        joining = words(context.document.lang, "conjunctions") | words(context.document.lang, "articles")
        between = context.document.text[last.end : post.start]
        if not any(
            word.isalpha() and word not in joining and word[0].islower() for word in between.replace(",", " ").split()
        ):
            return last.organization  # "A, Rector of X, and B, Vice-Rector"
    listed = _beside_in_list(context, post, neighbours)
    if listed is not None and not strange:
        return listed
    inside = {
        offset for other in context.recognised.posts if other.organization for offset in range(other.start, other.end)
    }
    before: list[str] = []
    named_for_place = True  # "At X, President A met"
    earlier: list[str] = []
    for mention in context.recognised.mentions:
        whole = context.family(mention.entity, ("Organization",)) and context.cls(mention.entity) not in {
            "OrganizationalUnit", "Association", "GovernmentBody", "JointStructure",
        }  # fmt: skip
        if not whole or mention.start in inside or mention.start >= post.start:
            continue
        if _asked(context, mention) or context.is_within(mention):
            continue
        if mention.start >= sentence.start_char and mention.source != "rule":
            before.append(mention.entity)
            named_for_place = named_for_place and said(context.token(mention.end - 1).head, "before_visited")
        elif not _beside(context, mention):
            earlier.append(mention.entity)
    ranked = before[::-1]
    if ranked and (post.title or "").lower() not in _of_whole(context):
        ranked.insert(0, _part_of(context, ranked[0], before))
    if context.recognised.publisher in context.entities and is_of_itself(context, context.recognised.publisher):
        ranked.append(context.recognised.publisher)
    ranked += earlier[::-1]
    ranked = (
        _along(context, sentence, post)
        + _met_here(context, sentence)
        + _met_at(context, sentence, post)
        + _local(context, sentence, ranked)
        + ranked
    )
    if ranked and (visited := hosts(context, post, told)):
        # who comes to the likeliest may be of anywhere, or of those who tell of it
        near = ranked if ranked[0] not in visited else [context.recognised.publisher]
        ranked = [entity for entity in ranked if entity in near and entity not in visited]
    ranked = [entity for entity in ranked if entity not in received(context, post, told)]
    if _is_academic(context, post):  # only universities have rectors and deans
        ranked = [entity for entity in ranked if context.cls(entity) == "University"]
    country = _side(context, sentence, post) or origin(context.entities[post.person].names[0].text)
    # a Chinese name speaks for a Chinese organization rather than for a Russian one
    ranked.sort(key=lambda entity: context.country(entity) not in {country, None} if country else False)
    return ranked[0] if ranked and (not country or context.country(ranked[0]) in {country, None}) else None


def _is_of_something(context: Context, post: PostHeld) -> bool:
    """Tell whether a title says of what it is, which nothing was found for: "director of the cardiology ward".

    But the posts that only a whole has say a field so, "Vice-Rector of Studies", and a party is everywhere.
    """
    lang = context.document.lang
    title = (post.title or "").lower().split()
    if post.organization is not None or words(lang, "of").isdisjoint(title):
        return False
    party = read(lang, "posts").get("party_words", ())
    return " ".join(bare_title(lang, post.title or "")) not in _of_whole(context) and set(party).isdisjoint(title)


def _where(context: Context, post: PostHeld) -> str | None:
    """Give the organization that a clause about it has somebody act at: "They saw X, where Director A showed Y"."""
    start = context.token(post.start)
    before = [context.doc[k] for k in range(start.i - 1, max(start.sent.start, start.i - 4) - 1, -1)]
    if not before or not said(before[0], "where") or len(before) < 2:
        return None
    named = before[2] if before[1].text == "," and len(before) > 2 else before[1]
    found = [m.entity for m in context.things(named) if context.family(m.entity, ("Organization",))]
    return found[0] if found and named.ent_type_ else None


def _is_academic(context: Context, post: PostHeld) -> bool:
    """Tell whether a post is one that only universities have: "Vice-Rector"."""
    said = (post.title or "").lower().replace("-", " ").split()
    return not words(context.document.lang, "academic").isdisjoint(said)


def _has_rectors(context: Context, other: PostHeld) -> bool:
    return context.family(other.organization or "", ("University", "ResearchOrganization", "OrganizationalUnit"))


def _part_of(context: Context, whole: str, named: list[str]) -> str:
    """Give the part that a name named last is the whole of: "the Institute of X of the Academy, where Director A"."""
    parts = {r.object: r.subject for r in context.recognised.related if r.property == "unitOf" and r.subject in named}
    for _ in range(len(parts)):
        whole = parts.get(whole, whole)
    return whole


def _met_at(context: Context, sentence: Span, post: PostHeld) -> list[str]:
    """Give where somebody is met, the only organization behind "at": "held talks with Rector A at X"."""
    found = {
        m.entity
        for m in context.within("Organization", post.end, sentence.end_char)
        if context.cls(m.entity) in _HOSTS and said((of := context.token(m.start)).head, "at") and of.dep_ == "pobj"
    }
    with_whom = context.token(post.end - 1)
    while with_whom.dep_ == "conj":
        with_whom = with_whom.head
    met = with_whom.dep_ == "pobj" and said(with_whom.head, "met_with")
    return list(found) if met and len(found) == 1 else []


def _along(context: Context, sentence: Span, post: PostHeld) -> list[str]:
    """Give where those are from with whom somebody travels: "A of X visited Y together with Dean B"."""
    person = context.token(post.end - 1)
    while person.dep_ == "conj":
        person = person.head
    verb = person.head.head
    lang = context.document.lang
    if not (person.dep_ == "pobj" and said(person.head, "with") and verb.i < person.head.i):
        return []
    if verb.lemma_ not in words(lang, "visiting") | words(lang, "coming_in"):
        return []
    before = context.within("Organization", sentence.start_char, verb.idx)
    return [m.entity for m in before if m.source != "rule"][-1:]


def _met_here(context: Context, sentence: Span) -> list[str]:
    """Give where somebody is met "here": the organization that the sentence before names first."""
    first = next((token for token in sentence if not token.is_space), None)
    if first is None or not said(first, "here_there") or sentence.start == 0:
        return []
    before = context.doc[sentence.start - 1].sent
    named = [
        m.entity
        for m in context.within("Organization", before.start_char, before.end_char)
        if m.source != "rule" and said(context.token(m.start).head, "before_visited")
    ]
    return named[:1]


_UNLEARNED: Final = frozenset({"GovernmentBody", "Company", "Association", "InnovationHub"})
_HOSTS: Final = frozenset({"University", "ResearchOrganization", "Company"})


def _beside_in_list(context: Context, post: PostHeld, neighbours: list[PostHeld]) -> str | None:
    """Give whose a post is by the list that it stands in: "Rector of X A, Vice-Rector B and C, head of the Office".

    Two who each head an organization are of two, and so are a Chinese and a Russian name.
    """
    lang = context.document.lang
    wholes = [one for one in neighbours if context.cls(one.organization or "") not in _NO_WHOLES]
    if not wholes:
        return None
    last = wholes[-1]
    between = context.document.text[last.end : post.start]
    for one in context.recognised.posts:
        if last.end <= one.start and one.end <= post.start:
            between = between.replace(context.document.text[one.start : one.end], ",")
    for name in context.within("Person", last.end, post.start):  # "A – Rector of X, B – Dean of the Faculty of Law"
        between = between.replace(context.document.text[name.start : name.end], ",")
    home = origin(context.entities[post.person].names[0].text)
    if home is not None and context.country(last.organization or "") == home:
        between = between.replace(";", ",")
    plain = between.translate(_MARKS).lower().split()
    rest = set(plain) - words(lang, "conjunctions") - words(lang, "articles")
    first = [(one.title or "").lower().split()[:1] for one in (last, post)]
    both = post.organization is None and all(set(word) & words(lang, "chiefs") for word in first)
    strange = home is not None and context.country(last.organization or "") not in {home, None}
    return None if rest or both or strange else last.organization


_MARKS: Final = str.maketrans(dict.fromkeys(",–—-()", " "))  # a semicolon parts two sides
_NO_WHOLES: Final = frozenset({"OrganizationalUnit", "GovernmentBody", "JointStructure", "Association"})


def _beside(context: Context, mention: Mention) -> bool:
    """Tell whether an organization is named only to say what another is: "X, a part of the Y group"."""
    token = context.token(mention.end - 1)
    above = token.head
    while above.head.i != above.i and above.pos_ not in {"VERB", "AUX"}:
        if above.dep_ == "appos" and not above.ent_type_:
            return True
        above = above.head
    return False


def is_of_itself(context: Context, publisher: str) -> bool:
    """Tell whether a publisher's news are of itself: of a company, which may be a news agency, if it says "we"."""
    mine = (m for m in context.recognised.mentions if m.entity == publisher)
    return context.cls(publisher) != "Company" or any(mention.source == "rule" for mention in mine)


def _asked(context: Context, mention: Mention) -> bool:
    """Tell whether an organization is only named as who invited: "at the invitation of X, Rector A B visited"."""
    token = context.token(mention.end - 1)
    above = token.head
    return (
        token.dep_ == "pobj" and above.head.lemma_ in words(context.document.lang, "asked") and above.head.i < token.i
    )


def _local(context: Context, sentence: Span, ranked: list[str]) -> list[str]:
    """Give, of organizations, those of the one place that a sentence names outside names: "in Ufa … Rector A B"."""
    places = {
        m.entity
        for m in context.recognised.mentions
        if sentence.start_char <= m.start < sentence.end_char
        and context.family(m.entity, ("City",))
        and context.token(m.end - 1).i - sentence.start <= 1  # "In Ufa"
    }
    if len(places) != 1:
        return []
    place = places.pop()
    called = {name.text.lower() for name in context.entities[place].names}
    return [
        entity
        for entity in dict.fromkeys(ranked)
        if ((entry := context.registry.get(entity)) is not None and entry.city == place)
        or any(word in called for name in context.entities[entity].names for word in name.text.lower().split())
    ]


def _side(context: Context, sentence: Span, post: PostHeld) -> str | None:
    """Give the country of "from the Chinese side"."""
    sides = read(context.document.lang, "descriptions")["sides"]
    for token in sentence:
        if token.idx < post.start and token.lower_ in sides and token.nbor().lower_ in words(token.lang_, "side"):
            return str(sides[token.lower_])
    return None
