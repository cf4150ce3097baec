"""Posts: who holds which, where, and for whom such a person speaks."""

from __future__ import annotations

from collections import defaultdict

from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.deputies import aides, beside_deans, of_chief, of_master
from kg.facts.homes import from_context, seat, sending_units, sent_by
from kg.facts.inner import can_have, is_inner, is_public
from kg.facts.parties import Delegation
from kg.facts.partisans import is_inner_party, is_mission, is_of_party, is_party
from kg.languages.kinds import singular
from kg.languages.lexicon import read, said, words
from kg.languages.posts import bare_title, is_body, post_words
from kg.records import Fact, Lang, Mention, PostHeld, Status
from kg.schema import is_a


def posts(context: Context, builder: Builder, told: tuple[Delegation, ...]) -> dict[str, list[str]]:
    """Add holdsPost and represents; give the organizations that each person speaks for.

    Args:
        told: the delegations that the document tells of.
    """
    represented: dict[str, list[str]] = defaultdict(list)
    placed = [post for post in context.recognised.posts if post.organization]
    placed = [post for post in placed if not post.shared or _is_shared(context, post, placed)]
    ranks = [post for post in placed if _is_rank(context, post)]
    now = [post for post in placed if not post.past and post not in ranks]
    ranked = {post.person for post in ranks}
    settled, titled = {post.person for post in now}, {post.person for post in now if post.title}
    # "X's A" and elsewhere "Vice-Rector A": Vice-Rector of X
    homes: dict[str, set[str]] = defaultdict(set)
    for post in now:
        homes[post.person].add(post.organization or "")
    for post in placed:
        assert post.organization is not None  # so it was chosen
        sure = 0.7 if post.shared else 0.92
        _add(context, builder, post, post.organization, sure, represented, told)
    for post in context.recognised.posts:
        if post.organization is None and _is_of_each(context, post) and len(homes.get(post.person, ())) != 1:
            continue
        known = context.affiliations.get(post.person)
        if known and post.organization is None:
            if known in context.entities and post.person not in settled:
                _add(context, builder, post, known, 0.85, represented, told)
            continue  # whoever the registry knows belongs nowhere else by guess
        home = homes.get(post.person, set())
        if post.organization is None and post.title and len(home) == 1 and post.person not in titled:
            _add(context, builder, post, next(iter(home)), 0.85, represented, told)
        elif post.organization is None and post.person not in settled:
            beside = beside_deans(context, post) or of_chief(context, post)
            beside = beside or of_master(context, post.start, post.title or "")
            sent = beside or sent_by(context, post, told) or seat(context, post)
            scholar = post.person in ranked and _is_of_anywhere(
                (post.title or "").lower().split(), context.document.lang
            )
            guess = sent if sent or scholar or _stands_alone(context, post) else from_context(context, post, told)
            if guess is not None:
                _add(context, builder, post, guess, 0.7, represented, told)
    for post in aides(context):
        _add(context, builder, post, post.organization or "", 0.7, represented, told)
    return represented


def _is_of_each(context: Context, post: PostHeld) -> bool:
    """Tell whether a title says that each of several is of another organization: "signed by the rectors, A and B"."""
    told = bare_title(context.document.lang, post.title or "")
    single = singular(told[-1]) if told else ""
    return len(told) == 1 and single != told[0] and single in words(context.document.lang, "one_of_each")


def _is_shared(context: Context, post: PostHeld, placed: list[PostHeld]) -> bool:
    """Tell whether who is listed before somebody "from X" is of X too: nobody known, or told to be of elsewhere."""
    if context.registered(post.person) or context.is_foreign(post.person, post.organization or ""):
        return False
    if any(not one.shared and not one.past for one in placed if one.person == post.person):
        return False
    lang = context.document.lang
    own = (one.title for one in context.recognised.posts if one.person == post.person and one.title)
    titles = [" ".join(title.lower().split()) for title in (*own, post.title or "") if title]
    stranger = words(lang, "no_scholars")
    if not all(_is_of_anywhere(title.split(), lang) and stranger.isdisjoint(title.split()) for title in titles):
        return False  # "Governor A, B and C of X"
    return all(_begins_list(context, m) for m in context.recognised.mentions if _is_named_in(m, post))


def _is_named_in(mention: Mention, post: PostHeld) -> bool:
    return mention.entity == post.person and post.start - _LISTED < mention.start < post.end


_LISTED = 200  # characters of a list before the one whose home is told


def _begins_list(context: Context, mention: Mention) -> bool:
    """Tell whether a name may begin a list of people of one organization: not "Besides A, B", not "the cosmonaut A"."""
    token = context.token(mention.start)
    if token.i == token.sent.start:
        return True
    before = token.nbor(-1)
    opens = before.i - token.sent.start < _OPENER and before.pos_ in {"ADP", "SCONJ"}
    return not opens and (before.ent_type_ != "" or before.pos_ not in {"NOUN", "PROPN"})


_OPENER = 2  # tokens of "Instead of"


def _is_rank(context: Context, post: PostHeld) -> bool:
    """Tell whether a post is a rank or a membership, beside which a post without its organization is elsewhere."""
    lang = context.document.lang
    told = bare_title(lang, post.title or "")
    return bool(told) and told[-1] in words(lang, "academicians") | words(lang, "membership")


def heads(context: Context, builder: Builder, represented: dict[str, list[str]], told: tuple[Delegation, ...]) -> None:
    """Let those who head something without a title, "who heads the office", speak for what it is part of."""
    for fact in builder.held("holdsPost"):
        if fact.rule not in {"head-of", "head-of-whole", "head-of-body"}:
            continue
        if _heads_group(context, fact):
            del builder.facts[(fact.subject, fact.property, fact.object, fact.status)]
            continue
        _leave_delegation(context, builder, represented, fact)
        if not represented.get(fact.subject):
            passage = fact.evidence[0]
            told_there = context.document.text[passage.start : passage.end].lower().replace(",", " ").split()
            if not words(context.document.lang, "headed_once").isdisjoint(told_there):
                continue  # who headed it once speaks for nobody now
            named = [m for m in context.within("Person", passage.start, passage.end) if m.entity == fact.subject]
            start = named[-1].start if named else passage.start
            post = PostHeld(fact.subject, fact.object, None, start, passage.end)
            _add(context, builder, post, fact.object, 0.8, represented, told)


def _heads_group(context: Context, headed: Fact) -> bool:
    """Tell whether the group is headed and not the one whose it is: "a delegation of X headed by A"."""
    passage, lang = headed.evidence[0], context.document.lang
    heading, groups = words(lang, "heading"), words(lang, "known_groups")
    there = context.within("Organization", passage.start, passage.end)
    mine = [m for m in there if m.entity == headed.object]
    named = any(m.source != "rule" and context.token(m.end - 1).head.lemma_ in heading for m in mine)
    for mention in mine:
        name = context.token(mention.end - 1)
        behind = name.dep_ == "pobj" and said(name.head, "acts_for") and name.head.i > 0
        nouns = [name.head.head, name.head.nbor(-1)] if behind else [name]  # parsers hang "from X" on the verb as well
        if all(noun.lemma_ not in groups or noun.ent_type_ for noun in nouns):
            continue
        if any(c.dep_ in _CLAUSES and c.lemma_ in heading for c in name.children):
            return True
        if not named and not behind and name.head.lemma_ in heading:
            return True  # "A, who led the delegation"
    return False


_CLAUSES = frozenset({"acl", "relcl"})  # "a delegation of X | headed by A", "| that was headed by A"


def _leave_delegation(context: Context, builder: Builder, represented: dict[str, list[str]], headed: Fact) -> None:
    """Let who heads a part of another university than the one whose delegation includes him speak for his own."""
    whole = _whole(context, builder, headed.object)
    if context.cls(whole) != "University" or whole in represented.get(headed.subject, ()):
        return
    for key, fact in list(builder.facts.items()):
        joined = fact.rule == "in-delegation" and fact.property == "represents" and fact.subject == headed.subject
        if joined and context.cls(fact.object) == "University":
            del builder.facts[key]
            represented[fact.subject].remove(fact.object)


def raised(builder: Builder, represented: dict[str, list[str]]) -> None:
    """Let those who were taken to speak for a unit speak for what it turned out to be a part of."""
    late = {fact.subject: fact.object for fact in builder.held("unitOf") if fact.rule == "unit-after-whole"}
    for key, fact in list(builder.facts.items()):
        if fact.property != "represents" or fact.rule != "post" or fact.status is not Status.HELD:
            continue
        whole = late.get(fact.object, fact.object)
        if whole != fact.object:
            del builder.facts[key]
            for evidence in fact.evidence:
                builder.add(fact.subject, "represents", whole, evidence, fact.rule, fact.confidence)
            mine = (whole if other == fact.object else other for other in represented[fact.subject])
            represented[fact.subject] = list(dict.fromkeys(mine))


def narrowed(context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
    """Let who speaks for a whole speak for no unit besides of which nobody is told to own it, in one breath.

    "X was represented by A, head of the Centre of Ice": what he is said to act for counts more than his post.
    """
    for key, fact in list(builder.facts.items()):
        if fact.property != "represents" or fact.rule != "post" or context.cls(fact.object) != "OrganizationalUnit":
            continue
        starts = {evidence.start for evidence in fact.evidence}
        wholes = [
            other.object
            for other in builder.held("represents")
            if other.subject == fact.subject and other.object != fact.object
            if other.rule == "represent" or (other.rule == "post" and context.family(other.object, _WHOLES))
            if starts & {e.start for e in other.evidence}
        ]
        if wholes and is_inner(context, fact.object):
            del builder.facts[key]
            represented[fact.subject] = [one for one in represented[fact.subject] if one != fact.object]


_WHOLES = ("University", "ResearchOrganization")


def property_of(context: Context, title: str | None, organization: str) -> str | None:
    """Give what a title says its bearer is: whoever is "full member" of an academy holds no post there.

    An academician has that rank at an academy, and nothing at any other organization. A seat on a council, committee or
    other body of the state is a post: "member of the State Council".
    """
    ordered, lang = (title or "").lower().split(), context.document.lang
    told = set(ordered)
    if told & words(lang, "academicians") and told <= words(lang, "academicians") | set(
        read(lang, "posts")["modifiers"]
    ):
        called = {word for name in context.entities[organization].names for word in name.text.lower().split()}
        part = words(lang, "no_academies") & set(context.entities[organization].names[0].text.lower().split())
        learned = context.cls(organization) != "University" and called & words(lang, "academies_proper") and not part
        return "holdsPost" if learned else None
    ranks = [k for k, word in enumerate(ordered) if word in words(lang, "membership")]
    employed = any(k and ordered[k - 1] in words(lang, "on_staff") for k in ranks)  # "staff member"
    state = context.cls(organization) == "GovernmentBody" or _is_body(context, organization)
    seated = state and _is_seat(lang, ordered)
    return "memberOf" if ranks and not employed and not seated else "holdsPost"


def _is_seat(lang: Lang, title: list[str]) -> bool:
    """Tell whether a title is that of a member of a body: "standing member", not "candidate member", "of the jury"."""
    seats = words(lang, "membership") | words(lang, "seated")
    return set(bare_title(lang, " ".join(title))) <= seats and words(lang, "no_seats").isdisjoint(title)


def _is_seated(lang: Lang, title: list[str]) -> bool:
    """Tell whether a title is that of one of many on a body: "standing member", but not "staff member"."""
    return set(title[-1:]) <= words(lang, "membership") and words(lang, "on_staff").isdisjoint(title) and bool(title)


def _stands_alone(context: Context, post: PostHeld) -> bool:
    """Tell whether such a post says nothing of the organizations around it: "President Putin", "the minister"."""
    if context.registered(post.person) and not context.affiliations[post.person]:
        return True  # heads of state and others who are known without a home
    title = (post.title or "").lower().split()
    data = read(context.document.lang, "posts")
    if _is_of_anywhere(title, context.document.lang):
        return True
    if set(title) & words(context.document.lang, "membership"):
        return True
    if set(title) & set(data.get("within", ())):
        return False
    return not title or any(word in data["alone"] for word in title)


def _is_of_anywhere(title: list[str], lang: Lang) -> bool:
    """Tell whether a title names a scholar, who may be of anywhere: "professors", "professor of wood science"."""
    ends, articles = words(lang, "behind_titles"), words(lang, "articles")
    cut = next((k for k, word in enumerate(title) if word in ends), len(title))
    if cut + 1 < len(title) and title[cut + 1] in articles:
        return False  # "professor of the department"
    data = read(lang, "posts")
    kinds, heads = data["posts"], post_words(lang).heads
    # "famous linguist" is a linguist
    known = (word for word in title[:cut] if word in data["modifiers"] or {word, singular(word)} & heads)
    said = " ".join(known)
    return bool(said) and "member" in {kinds.get(said), kinds.get(singular(said))}


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
    said, lang = (post.title or "").lower().replace("-", " ").split(), context.document.lang
    once = post.past or not words(lang, "former").isdisjoint(said)
    if once and not any(m.entity == organization and m.source != "rule" for m in context.recognised.mentions):
        return  # "the former Mayor of X" tells of no administration that the text is about
    if is_of_party(context, organization):
        organization = _whole(context, builder, organization)
    if post.title is not None:
        seat_among_many = _is_seated(lang, bare_title(lang, post.title))
        if seat_among_many and context.token(max(0, post.start - 1)).lower_ in words(lang, "no_seats"):
            return  # "a family | member of the Ministry official A"
        property = property_of(context, post.title, organization)
        if property is not None:
            title = " ".join(post.title.split())
            builder.add(post.person, property, organization, evidence, "post", sure, title=title)
        ranked = property is not None and set(said[-1:]) & words(lang, "academicians")
        if property == "memberOf" or ranked or (property and seat_among_many):
            return  # a rank is no office, nor is a seat among many
    if once:
        return  # who held a post once speaks for nobody now
    spoken_for = _spoken_for(context, builder, post, organization, told)
    if (
        spoken_for is not None
        and builder.add(post.person, "represents", spoken_for, evidence, "post", sure - 0.02)
        and spoken_for not in represented[post.person]
    ):
        represented[post.person].append(spoken_for)


def _spoken_for(
    context: Context, builder: Builder, post: PostHeld, organization: str, told: tuple[Delegation, ...]
) -> str | None:
    """Give for whom somebody speaks who holds a post at an organization: what that is a part of, or who sent it."""
    if any(organization in sending_units(context, one) for one in told):
        return organization
    spoken_for = _whole(context, builder, organization)
    if is_inner_party(context, spoken_for):
        others = any(one.organization not in {None, "", organization} for one in _posts_of(context, post.person))
        whole = sent_by(context, post, told) or (None if others else from_context(context, post, told))
        if whole is None:
            return None  # the people of a party at an organization speak for that
        spoken_for = whole
    if is_party(context, spoken_for):
        spoken_for = sent_by(context, post, told) or spoken_for  # on a university's delegation
    if context.cls(spoken_for) == "OrganizationalUnit":
        inner, public = is_inner(context, spoken_for), is_public(context, spoken_for)
        parent = seat(context, post, spoken_for) or from_context(context, post, told) if inner else None
        if parent is not None and not can_have(context, parent, spoken_for, post):
            parent = None
        sent = None if inner or public else sent_by(context, post, told)
        if sent is not None and context.cls(sent) == "University":
            parent = sent  # whoever is on its delegation, whatever his unit is called
        if parent is not None and (context.cls(parent) != "OrganizationalUnit" or _is_sender(context, parent, told)):
            if parent != sent:  # its delegation may bring others' people
                evidence = context.sentence(context.token(post.end - 1))
                builder.add(spoken_for, "unitOf", parent, evidence, "unit-of-host", 0.6)
            spoken_for = parent
    return spoken_for


def _is_sender(context: Context, unit: str, told: tuple[Delegation, ...]) -> bool:
    """Tell whether what looks like a unit sends people of its own and is nobody's part: "guests from the Institute"."""
    parts = {r.subject for r in context.recognised.related if r.property == "unitOf"}
    return unit not in parts and any(one.owners == (unit,) for one in told)


def _is_part(context: Context, organization: str) -> bool:
    """Tell whether its people speak for what it is a part of: an office, or a laboratory not known by itself."""
    if context.cls(organization) != "ResearchOrganization":
        return context.cls(organization) == "OrganizationalUnit"
    said = context.entities[organization].names[0].text.lower().split()
    return context.registry.get(organization) is None and not words(context.document.lang, "laboratories").isdisjoint(
        said
    )


def _is_body(context: Context, organization: str) -> bool:
    """Tell whether a thing is called a council or committee, whose people speak for what it is one of."""
    return is_body(context.document.lang, context.entities[organization].names[0].text)


def _posts_of(context: Context, person: str) -> list[PostHeld]:
    return [one for one in context.recognised.posts if one.person == person]


def _is_of_university(context: Context, organization: str, whole: str) -> bool:
    """Tell whether what is no unit by its name is a university's or mission's: "the Overseas Administration of X"."""
    alone = context.registry.get(organization) is not None or context.cls(organization) not in _INNER
    return not alone and (context.cls(whole) == "University" or is_mission(context, whole))


_INNER = frozenset({"ResearchOrganization", "GovernmentBody"})


def _whole(context: Context, builder: Builder, organization: str) -> str:
    """Give what a unit is a part of, as far up as the text says."""
    parents = {fact.subject: fact.object for fact in builder.held("unitOf")}
    seen = {organization}
    while organization in parents and (
        _is_part(context, organization)
        or _is_body(context, organization)
        or _is_of_university(context, organization, parents[organization])
    ):
        organization = parents[organization]
        if organization in seen:
            break
        seen.add(organization)
    return organization
