"""Posts: who holds which, where, and for whom such a person speaks."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Span

from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.delegations import Delegation
from kg.languages.lexicon import read, words
from kg.languages.origins import origin
from kg.records import Mention, PostHeld
from kg.schema import is_a


def posts(context: Context, builder: Builder, told: tuple[Delegation, ...]) -> dict[str, list[str]]:
    """Add holdsPost and represents; give the organizations that each person speaks for.

    Args:
        told: the delegations that the document tells of.
    """
    represented: dict[str, list[str]] = defaultdict(list)
    placed = [post for post in context.recognised.posts if post.organization]
    settled, titled = {post.person for post in placed}, {post.person for post in placed if post.title}
    # "X's A" and elsewhere "Vice-Rector A": Vice-Rector of X
    homes: dict[str, set[str]] = defaultdict(set)
    for post in placed:
        homes[post.person].add(post.organization or "")
    for post in placed:
        assert post.organization is not None  # so it was chosen
        _add(context, builder, post, post.organization, 0.92, represented, told)
    for post in context.recognised.posts:
        known = context.affiliations.get(post.person)
        if known and post.organization is None:
            if known in context.entities and post.person not in settled:
                _add(context, builder, post, known, 0.85, represented, told)
            continue  # whoever the registry knows belongs nowhere else by guess
        home = homes.get(post.person, set())
        if post.organization is None and post.title and len(home) == 1 and post.person not in titled:
            _add(context, builder, post, next(iter(home)), 0.85, represented, told)
        elif post.organization is None and post.person not in settled:
            sent = _sent_by(post, told) or _seat(context, post)
            guess = sent if sent or _stands_alone(context, post) else _from_context(context, post, told)
            if guess is not None:
                _add(context, builder, post, guess, 0.7, represented, told)
    return represented


def heads(context: Context, builder: Builder, represented: dict[str, list[str]], told: tuple[Delegation, ...]) -> None:
    """Let those who head something without a title, "who heads the office", speak for what it is part of."""
    for fact in builder.held("holdsPost"):
        if fact.rule == "head-of" and not represented.get(fact.subject):
            passage = fact.evidence[0]
            named = [m for m in context.within("Person", passage.start, passage.end) if m.entity == fact.subject]
            start = named[-1].start if named else passage.start
            post = PostHeld(fact.subject, fact.object, None, start, passage.end)
            _add(context, builder, post, fact.object, 0.8, represented, told)


def property_of(context: Context, title: str | None) -> str:
    """Give what a title says its bearer is: whoever is "full member" of an academy holds no post there."""
    told = (title or "").lower().split()
    return "memberOf" if set(told) & words(context.document.lang, "membership") else "holdsPost"


def _stands_alone(context: Context, post: PostHeld) -> bool:
    """Tell whether such a post says nothing of the organizations around it: "President Putin", "the minister"."""
    if context.registered(post.person) and not context.affiliations[post.person]:
        return True  # heads of state and others who are known without a home
    title = (post.title or "").lower().split()
    if title and read(context.document.lang, "posts")["posts"].get(" ".join(title)) == "member":
        return True  # a professor may be of anywhere
    data = read(context.document.lang, "posts")
    if set(title) & words(context.document.lang, "membership"):
        return True
    if set(title) & set(data.get("within", ())):
        return False
    return not title or any(word in data["alone"] for word in title)


def _add(
    context: Context,
    builder: Builder,
    post: PostHeld,
    organization: str,
    sure: float,
    represented: dict[str, list[str]],
    told: tuple[Delegation, ...],
) -> None:
    token = context.token(post.end - 1)
    evidence = context.sentence(token)
    if is_a(context.cls(organization), "Place"):
        return
    if post.title is not None:
        title = " ".join(post.title.split())
        property = property_of(context, title)
        builder.add(post.person, property, organization, evidence, "post", sure, title=title)
        if property == "memberOf":
            return
    if set((post.title or "").lower().replace("-", " ").split()) & words(context.document.lang, "former"):
        return  # who held a post once speaks for nobody now
    spoken_for = _whole(context, builder, organization)
    if context.cls(spoken_for) == "OrganizationalUnit" and is_inner(context, spoken_for):
        parent = _from_context(context, post, told)
        if parent is not None and context.cls(parent) != "OrganizationalUnit":
            builder.add(spoken_for, "unitOf", parent, evidence, "unit-of-host", 0.6)
            spoken_for = parent
    if (
        builder.add(post.person, "represents", spoken_for, evidence, "post", sure - 0.02)
        and spoken_for not in represented[post.person]
    ):
        represented[post.person].append(spoken_for)


_BEFORE = 16  # characters


def is_inner(context: Context, unit: str) -> bool:
    """Tell whether a unit's names say only its field, so that it is one of the organization that the text is about.

    "The Faculty of Law" is; "the Provincial Education Office" and "the Cultural Centre in Moscow" are not.
    """
    names = [name.text.lower().split() for name in context.entities[unit].names]
    public = words(context.document.lang, "public")
    spans = [(m.start, m.end) for m in context.recognised.mentions if m.entity == unit]
    owned, placed = (
        any(m.entity != unit and m.end <= end for start, end in spans for m in context.within(cls, start, end))
        for cls in ("Organization", "Place")
    )
    led = {context.text[max(0, start - _BEFORE) : start].lower().split()[-1:][0] for start, _ in spans if start}
    if all(name[-1] in words(context.document.lang, "of_their_own") and len(name) > 2 for name in names):
        return False
    return (owned or not placed) and not any(public & set(name) for name in names) and not public & led


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


def _seat(context: Context, post: PostHeld) -> str | None:
    """Give the body that a public title means and the text names: the ministry of "Deputy Minister A"."""
    seats = read(context.document.lang, "posts").get("seats", {})
    said = (post.title or "").lower().replace("-", " ").split()
    nouns = {noun for word in said for noun in seats.get(word, ())}
    if not nouns:
        return None
    passage = context.sentence(context.token(post.start))
    for start, end in ((passage.start, passage.end), (0, post.start)):
        found = {
            m.entity
            for m in context.within("GovernmentBody", start, end)
            if any(nouns & set(name.text.lower().split()) for name in context.entities[m.entity].names)
        }
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    return None


def _sent_by(post: PostHeld, told: tuple[Delegation, ...]) -> str | None:
    """Give the organization whose delegation's members are listed where a post is stated."""
    for delegation in told:
        inside = any(start <= post.start < end for start, end in delegation.passages)
        if inside and delegation.owners and any(member == post.person for member, _ in delegation.members):
            return delegation.owners[0]
    return None


def _from_context(context: Context, post: PostHeld, told: tuple[Delegation, ...]) -> str | None:
    """Give whose a post is that names nobody: its delegation's, its sentence's, the publisher's, the last named."""
    sent = _sent_by(post, told)
    if sent is not None:
        return sent
    token = context.token(post.start)
    sentence = token.sent
    neighbours = [
        other
        for other in context.recognised.posts
        if other.organization and other.person != post.person and sentence.start_char <= other.start < post.start
    ]
    behind = all(not (post.start <= m.start < post.end) for m in context.recognised.mentions if m.entity == post.person)
    whole = bool(neighbours) and context.cls(neighbours[-1].organization or "") != "OrganizationalUnit"
    if whole and post.organization is None and behind:
        last = neighbours[-1]
        joining = words(context.document.lang, "conjunctions") | words(context.document.lang, "articles")
        between = context.document.text[last.end : post.start]
        if not any(
            word.isalpha() and word not in joining and word[0].islower() for word in between.replace(",", " ").split()
        ):
            return last.organization  # "A, Rector of X, and B, Vice-Rector"
    listed = _beside_in_list(context, post, neighbours)
    if listed is not None:
        return listed
    inside = {
        offset for other in context.recognised.posts if other.organization for offset in range(other.start, other.end)
    }
    before: list[str] = []
    earlier: list[str] = []
    for mention in context.recognised.mentions:
        whole = context.family(mention.entity, ("Organization",)) and context.cls(mention.entity) not in {
            "OrganizationalUnit", "Association", "GovernmentBody", "JointStructure",
        }  # fmt: skip
        if not whole or mention.start in inside or mention.start >= post.start:
            continue
        if _asked(context, mention):
            continue
        if mention.start >= sentence.start_char and mention.source != "rule":
            before.append(mention.entity)
        elif not _beside(context, mention):
            earlier.append(mention.entity)
    ranked = before[::-1]
    if context.recognised.publisher in context.entities and _speaks(context, context.recognised.publisher):
        ranked.append(context.recognised.publisher)
    ranked += earlier[::-1]
    ranked = _local(context, sentence, ranked) + ranked
    if set((post.title or "").lower().replace("-", " ").split()) & words(context.document.lang, "academic"):
        ranked = [
            entity for entity in ranked if context.cls(entity) == "University"
        ]  # only they have rectors and deans
    country = _side(context, sentence, post) or origin(context.entities[post.person].names[0].text)
    # a Chinese name speaks for a Chinese organization rather than for a Russian one
    ranked.sort(key=lambda entity: context.country(entity) not in {country, None} if country else False)
    if ranked and country and context.country(ranked[0]) not in {country, None} and not before:
        return None
    return ranked[0] if ranked else None


def _speaks(context: Context, publisher: str) -> bool:
    """Tell whether a publisher's news are of itself: of a company, which may be a news agency, if it says "we"."""
    mine = (m for m in context.recognised.mentions if m.entity == publisher)
    return context.cls(publisher) != "Company" or any(mention.source == "rule" for mention in mine)


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
    rest = set(between.replace(",", " ").lower().split()) - words(lang, "conjunctions") - words(lang, "articles")
    first = [(one.title or "").lower().split()[:1] for one in (last, post)]
    both = post.organization is None and all(set(word) & words(lang, "chiefs") for word in first)
    home = origin(context.entities[post.person].names[0].text)
    strange = home is not None and context.country(last.organization or "") not in {home, None}
    return None if rest or both or strange else last.organization


_NO_WHOLES = frozenset({"OrganizationalUnit", "GovernmentBody", "JointStructure", "Association"})


def _beside(context: Context, mention: Mention) -> bool:
    """Tell whether an organization is named only to say what another is: "X, a part of the Y group"."""
    token = context.token(mention.end - 1)
    above = token.head
    while above.head.i != above.i and above.pos_ not in {"VERB", "AUX"}:
        if above.dep_ == "appos" and not above.ent_type_:
            return True
        above = above.head
    return False


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
