"""Which of the organizations that a text names says "our university" in it, where its site tells nothing."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.entities.posts import is_said_ours
from kg.entities.referents import Referent
from kg.entities.told import Told
from kg.languages.lexicon import has, read, words
from kg.languages.origins import origin
from kg.languages.spans import Post
from kg.records import Entry, Mention
from kg.schema import is_a


def ourselves(told: Told, home: str | None) -> Referent | None:
    """Give the one university or institute that a text names and that can say "our university" in it.

    Whoever is of another country cannot, nor who is told of beside us: a visitor, a partner. Where none of them is told
    of, the one named may be anybody: "Our university was the host. Wang Lei of X spoke."

    Args:
        home: the country of the site, None where it is not known.
    """
    if not has(told.document.lang, "words"):
        return None
    own = list(_own(told))
    posts = [post for post in told.doc._.posts if _is_ours(told, post)]
    nouns = {noun for noun, _ in own if noun}
    if not posts and not nouns:
        return None
    if (host := _of_our_people(told, posts) or _in_lead(told, nouns)) is not None:
        return host
    homes = {home_of for post in posts if (home_of := origin(told.text[post.holder.start : post.holder.end]))}
    country = home or (homes.pop() if len(homes) == 1 else None) or _left_behind(told, own)
    found: dict[str, list[Mention]] = {}
    outer = {mention.start for mention in told.outermost(0, len(told.text))}
    for mention in told.named:
        one = told.gathering.referents.get(mention.entity)
        if one is None or one.cls not in _SPEAKING or not _is_called(told, one, nouns):
            continue
        if mention.start in outer or one.cls == "University":  # not the academy in the name of its institute
            found.setdefault(one.id, []).append(mention)
    abroad = {one for one, mentions in found.items() if _is_abroad(told, one, mentions, country)}
    guests = {
        one
        for one, mentions in found.items()
        if any(_is_guest(told, mention) for mention in mentions) or all(_is_in_brackets(told, m) for m in mentions)
    }
    here = {told.sentence(offset) for _, offset in own}
    beside = {one for one, mentions in found.items() if _is_beside(told, mentions, here)}
    left = found.keys() - abroad - beside - guests
    if not left and country is not None:
        left = {one for one in beside - abroad - guests if _is_paired(told, found[one], abroad)}
    if len(left) != 1:
        return None
    (us,) = left
    if not abroad | beside | guests and not _has_foreign_guests(told, us):
        return None
    mine, theirs = country_of(told, us), {country_of(told, one) for one in beside - abroad - guests - left}
    if theirs and (mine is None or not theirs.isdisjoint({None, mine})):
        return None  # who is told of beside us is no foreigner, and may be we
    return told.gathering.referents[us]


def _in_lead(told: Told, nouns: set[str]) -> Referent | None:
    """Give who does below a title what "our university" does in it: "Our university joins X" above "Y joined X".

    They do one thing where one verb says so, and the title names something that the sentence names again. Nobody of
    another kind may be told of before it, nor who it is behind his name: "Y, which joined X before, congratulated us".
    """
    lang = told.document.lang
    title = next((d for d in told.doc._.descriptions if d.determiner == "own" and d.end <= told.title_end), None)
    if title is None or title.head not in nouns:
        return None
    ours = told.token(title.end - 1)
    body = next((start for start in told.sentences if start >= told.title_end and told.text[start:].strip()), None)
    first = told.token(body) if body is not None else None
    if ours is None or first is None or ours.dep_ != "nsubj" or ours.sent.start_char == first.sent.start_char:
        return None
    subject = next((t for t in first.sent.root.children if t.dep_ == "nsubj"), None)
    acts = {_act(ours.head), _act(first.sent.root)}
    hosts = words(lang, "hosting") | words(lang, "making_events")
    if subject is None or len(acts) > 1 or not hosts.isdisjoint(acts) or not subject.ent_type_:
        return None
    if any(t.dep_ in {"relcl", "acl"} for t in subject.subtree):
        return None
    said = {m.entity for m in told.within(0, told.title_end) if m.source != "rule" and not is_a(m.cls, "Place")}
    lead = [m for m in told.within(first.sent.start_char, first.sent.end_char) if m.source != "rule"]
    named = [m.entity for m in lead if m.start == subject.idx and m.cls in _SPEAKING]
    again = said & {m.entity for m in lead if m.start > subject.idx}
    one = told.gathering.referents.get(named[0]) if len(named) == 1 and again and named[0] not in said else None
    return one if one is not None and _is_called(told, one, nouns) else None


def _act(verb: Token) -> str:
    """Give the verb that says what is done, by one name of each act: "join" of "became a member", "not join"."""
    what = next((t.lemma_ for t in verb.children if t.dep_ in {"attr", "dobj"} and not t.ent_type_), "")
    act = read(verb.lang_, "descriptions")["acts_alike"].get(f"{verb.lemma_} {what}", verb.lemma_)
    return f"not {act}" if any(t.dep_ == "neg" for t in verb.children) else str(act)


def _left_behind(told: Told, own: list[tuple[str, int]]) -> str | None:
    """Give the country of whoever goes to the other one: "A delegation of our university visited schools in Russia"."""
    sides = frozenset(read(told.document.lang, "descriptions")["sides"].values())
    travels = words(told.document.lang, "visiting") | words(told.document.lang, "coming_along")
    for _, offset in own:
        token = told.token(offset)
        if token is None:
            continue
        verb = next((t for t in token.sent if t.lemma_ in travels and t.pos_ == "VERB"), None)
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
        if verb is None or subject is None or token not in subject.subtree:
            continue
        if subject.lemma_ not in words(told.document.lang, "known_groups") and subject != token:
            continue
        reached = {
            entry.country
            for place in told.within(verb.idx, token.sent.end_char)
            if is_a(place.cls, "Place") and (entry := told.registry.get(place.entity)) is not None
        }
        others = sides - reached
        if len(reached) == 1 and len(others) == 1 and reached < sides:
            return str(*others)
    return None


def institute_of(told: Told, academy: Entry) -> Referent | None:
    """Give the one institute of an academy that a text names, where it says "our institute"."""
    if not has(told.document.lang, "words"):
        return None
    nouns = {noun for noun, _ in _own(told)} & words(told.document.lang, "institutes")
    called = {word for name in academy.names for word in name.text.lower().split()}
    if not nouns or nouns & called:
        return None
    parts = {
        told.named_at.get(relation.subject.start, "")
        for relation in told.doc._.relations
        if relation.property == "unitOf" and told.named_at.get(relation.object.start) == academy.id
    }
    parts |= {entry.id for entry in told.registry.entries if entry.part_of == academy.id}
    found = [
        one
        for one in told.gathering.referents.values()
        if one.id in parts
        and one.cls in _SPEAKING
        and any(noun in form.split() for form in one.forms for noun in nouns)
    ]
    return found[0] if len(found) == 1 else None


_SPEAKING = frozenset({"University", "ResearchOrganization"})


def _own(told: Told) -> Iterator[tuple[str, int]]:
    """Give where a text speaks of its publisher in its own words, and by which noun: "our university", "us"."""
    bare = read(told.document.lang, "descriptions")["own_alone"]
    for description in told.doc._.descriptions:
        if told.quoted(description.start) is not None:
            continue
        if description.role == "we":
            yield "", description.start
        is_one = description.role == "organization" and not description.plural and description.determiner == "own"
        if is_one and (description.cls == "University" or description.head in bare):
            yield description.head, description.start
    for post in told.doc._.posts:
        if _is_ours(told, post):
            yield "", post.start


def _is_ours(told: Told, post: Post) -> bool:
    """Tell whether a post is said to be ours: "our President Li Wei"."""
    if post.title is None or told.quoted(post.title[0]) is not None:
        return False
    return is_said_ours(post, told.text, told.document.lang)


def _of_our_people(told: Told, posts: list[Post]) -> Referent | None:
    """Give where who holds a post of ours is said to hold one: "our President Li Wei", "Li Wei, President of X"."""
    people = {told.named_at.get(post.holder.start, "") for post in posts}
    found = {told.homes[one] for one in people if one in told.homes}
    host = told.gathering.referents.get(found.pop()) if len(found) == 1 else None
    return host if host is not None and host.cls in _SPEAKING else None


def _is_called(told: Told, referent: Referent, nouns: set[str]) -> bool:
    """Tell whether all nouns by which a text calls its publisher can mean a thing."""
    data = read(told.document.lang, "descriptions")
    said = {word for form in referent.forms for word in form.split()}
    kinds = {noun: data["own_alone"].get(noun, "University") for noun in nouns}
    return all(
        noun in said or (kind == referent.cls if kind in _SPEAKING else noun not in data["own_as_named"])
        for noun, kind in kinds.items()
    )


def country_of(told: Told, entity: str) -> str | None:
    """Give the country of a thing, by the registry or by the places in its names."""
    entry = told.registry.get(entity)
    if entry is not None and entry.country is not None:
        return entry.country
    names = told.gathering.referents[entity].names
    return next((country for name in names if (country := told.registry.country_in(name.text))), None)


def _is_abroad(told: Told, entity: str, mentions: list[Mention], country: str | None) -> bool:
    """Tell whether a thing is of another country than ours, or the text says of which country it is."""
    if country is not None and (known := country_of(told, entity)) is not None:
        return known != country
    posts = [post for post in told.doc._.posts if post.organization is not None]
    starts = {mention.start for mention in mentions}
    holders = [post.holder for post in posts if post.organization.start in starts]
    people = {found for holder in holders if (found := origin(told.text[holder.start : holder.end]))}
    if country is not None and people:
        return country not in people
    return any(_says_country(told, mention) for mention in mentions)


def _has_foreign_guests(told: Told, us: str) -> bool:
    """Tell whether a text tells of somebody with a post at another body, who or whose body is of another country."""
    mine = country_of(told, us)
    for post in told.doc._.posts:
        body = post.organization or post.country
        entity = told.named_at.get(body.start, "") if body is not None else ""
        entry = told.registry.get(entity)
        of = {origin(told.text[post.holder.start : post.holder.end]), entry.country if entry is not None else None}
        if body is not None and entity != us and mine is not None and of - {None, mine}:
            return True
    return False


def _says_country(told: Told, mention: Mention) -> bool:
    """Tell whether a country stands behind or at the end of a name: "X University of Russia", "X (China)"."""
    lang = told.document.lang
    for place in told.named:
        if place.cls != "Country" or not mention.start < place.start <= mention.end + _BEHIND:
            continue
        between = told.text[mention.end : place.start].lower().replace(",", " ").replace("(", " ").split()
        if "\n" in told.text[mention.end : place.start] or place.start < mention.end != place.end:
            continue
        if all(word in words(lang, "articles") | words(lang, "of") for word in between):
            return True
    return False


_BEHIND = 8  # characters of " of the "


def _is_beside(told: Told, mentions: list[Mention], here: set[int]) -> bool:
    """Tell whether a name stands in a sentence that speaks of us, or only behind "from" and "with": "guests from X"."""
    if any(told.sentence(mention.start) in here for mention in mentions):
        return True
    brought = words(told.document.lang, "from") | words(told.document.lang, "with")
    heads = [_first(told, mention) for mention in mentions]
    return all(head is not None and head.dep_ == "pobj" and head.head.lower_ in brought for head in heads)


def _is_guest(told: Told, mention: Mention) -> bool:
    """Tell whether a name stands behind guests in a sentence that says who they were: "Among the guests was A of X"."""
    token = told.token(mention.start)
    if token is None or token.sent.root.pos_ != "AUX":
        return False
    guests = words(told.document.lang, "guests")
    return any(one.lemma_ in guests for one in told.doc[token.sent.start : token.i])


def _is_in_brackets(told: Told, mention: Mention) -> bool:
    """Tell whether a name only says, in brackets, whence somebody is: "Wang Lei (X University) spoke"."""
    return told.text[: mention.start].endswith("(") and told.text[mention.end :].startswith((")", ","))


def _first(told: Told, mention: Mention) -> Token | None:
    """Give the head of a name, or of the first in the row in which it stands."""
    span = told.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    token = span.root if span is not None else None
    while token is not None and token.dep_ in {"conj", "appos"} and token.head.i != token.i:
        token = token.head
    return token


def _is_paired(told: Told, mentions: list[Mention], abroad: set[str]) -> bool:
    """Tell whether a name stands in one row with a foreigner's: "the centre of X and Y"."""
    foreign = {one.idx for m in told.named if m.entity in abroad if (one := _first(told, m)) is not None}
    firsts = [first for mention in mentions if (first := _first(told, mention)) is not None]
    return any(first.dep_ == "pobj" and first.idx in foreign for first in firsts)
