"""Where a post is held by what its title and the text around it say, and the title without that."""

from __future__ import annotations

from kg.entities.bodies import body_of, region_meant
from kg.entities.referents import Gathering, Referent
from kg.entities.topical import is_headed, said_to_be_ours
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.origins import origin
from kg.languages.posts import bare_title
from kg.languages.spans import Post
from kg.nesting import nested
from kg.records import Entry, Lang
from kg.registry import Registry
from kg.schema import is_a


def organization_of(
    post: Post,
    text: str,
    referents: dict[int, Referent],
    gathering: Gathering,
    registry: Registry,
    publisher: str | None,
) -> str | None:
    """Give the organization of a post: the one named, the one told of before, or the body that its title means.

    Args:
        publisher: id of whoever says "our university".
    """
    if post.organization is not None and post.organization.start in referents:
        return referents[post.organization.start].id
    if post.body is None:
        own = registry.get(publisher or "")
        title = text[slice(*post.title)].lower().split() if post.title else []
        ours = words(gathering.lang, "ours")
        if title[-2:-1] and title[-2] in ours and title[-1] in words(gathering.lang, "lands"):
            return ""  # "Deputy Minister of our country"
        if (title[-2:-1] and title[-2] in ours) or is_said_ours(post, text, gathering.lang):
            # "President of our university", "our Rector", "our own Rector"
            if own is None and publisher in gathering.referents:
                return publisher  # known by its address alone
            return gathering.known(own, post.start).id if own is not None else ""
        if (itself := _of_itself(post, text, referents, gathering.lang, own)) is not None:
            return gathering.known(itself, post.start).id
        if (noun := _untold_owner(post, text, gathering)) is not None:
            named = _told_before(post, text, referents, gathering, registry, own, noun)
            return named.id if named is not None else ""
        whose = _side_before(post, text, gathering.lang) or _of_side(post, text, gathering.lang)
        if whose is not None:
            meant = _on_side(post, *whose, referents, gathering, registry)
            return meant.id if meant is not None else ""
        if (same := _of_that(post, text, gathering)) is not None:
            return same.id
        told = _told_before(post, text, referents, gathering, registry, own)
        if told is None and post.elsewhere:
            told = _described(post, text, referents, gathering, registry)
        if told is not None:
            return told.id
        return "" if post.elsewhere else region_meant(post, text, referents, gathering, registry)
    return body_of(post, text, referents, gathering, registry)


def is_said_ours(post: Post, text: str, lang: Lang) -> bool:
    """Tell whether a word before a post's title says that it is the publisher's: "our President", "our own Rector"."""
    before = text[max(0, post.title[0] - _NEAR) : post.title[0]].lower().split() if post.title else []
    return bool(words(lang, "ours") & set(before[-2:])) and before[-1].isalpha()


_NEAR = 12  # characters of "our own"


def _of_itself(post: Post, text: str, referents: dict[int, Referent], lang: Lang, own: Entry | None) -> Entry | None:
    """Give the publisher, whom "Vice President of the University" means in its own news, unless of somebody foreign."""
    said = text[slice(*post.title)].split() if post.title else []
    if own is None or len(said) < 3 or said[-2].lower() not in words(lang, "articles"):
        return None
    kind = kind_of(lang, said[-1:]) if said[-1][:1].isupper() else None
    home = origin(referents[post.holder.start].names[0].text)
    foreign = home is not None and own.country not in {home, None}
    return own if kind is not None and kind.cls == own.cls == "University" and not foreign else None


def title_of(post: Post, text: str, lang: Lang) -> str | None:
    """Give the title of a post without whose it is: "rector" of "rector of our university"."""
    if post.title is None:
        return None
    said = text[slice(*post.title)].split()
    ours, of = words(lang, "ours"), words(lang, "behind_titles")
    if _of_side(post, text, lang) is not None:
        return " ".join(said[: -3 if said[-1].lower() in read(lang, "descriptions")["sides"] else -4])
    mine = len(said) > 3 and said[-2].lower() in ours and said[-3].lower() in of
    if (pointed := _pointing(said, lang)) is not None and pointed[0]:
        return " ".join(said[: pointed[0]])
    return " ".join(said[:-3]) if mine else text[slice(*post.title)]


def _pointing(said: list[str], lang: Lang) -> tuple[int, str] | None:
    """Give where "of that office", "of the same college" begins that ends some words, and its noun."""
    lower = [word.lower().strip(",.;()") for word in said]
    kind = kind_of(lang, lower[-1:]) if lower else None
    if kind is None or not is_a(kind.cls, "Organization"):
        return None
    at = len(lower) - 2
    again = at >= 0 and lower[at] in words(lang, "same")
    at -= again
    near = at >= 0 and lower[at] in words(lang, "pointing") - words(lang, "the")
    pointed = near or (again and at >= 0 and lower[at] in words(lang, "the"))
    if not pointed or at < 1 or lower[at - 1] not in words(lang, "behind_titles"):
        return None
    return at - 1, lower[-1]


def _of_that(post: Post, text: str, gathering: Gathering) -> Referent | None:
    """Give what "Deputy Director of that office", "Professor A of the same college" points back to."""
    if post.title is None:
        return None
    behind = text[max(post.title[1], post.holder.end) :][:_NEAR_NOUN].split()
    tails = (text[slice(*post.title)].split(), *(behind[:k] for k in _POINTING))
    noun = next((found[1] for tail in tails if (found := _pointing(tail, gathering.lang)) is not None), None)
    if noun is None:
        return None
    latest = None
    for mention in sorted(gathering.mentions, key=lambda m: m.start):
        referent = gathering.referents.get(mention.entity)
        near = post.start - _REACH <= mention.start and mention.end <= post.start and mention.source != "rule"
        if not near or referent is None or not is_a(referent.cls, "Organization"):
            continue
        if any(is_headed(form, noun, gathering.lang) for form in referent.forms):
            latest = referent
    return latest


_POINTING = (3, 4)  # words of "of that office", "of the same college"


_BEHIND = 60  # characters from a title to the end of what it is of


def _described(
    post: Post, text: str, referents: dict[int, Referent], gathering: Gathering, registry: Registry
) -> Referent | None:
    """Give the organization that a description behind a title was found to mean: "dean of | the Omsk university"."""
    if post.title is None:
        return None
    start = post.title[0]
    home = origin(referents[post.holder.start].names[0].text)
    ends, articles = words(gathering.lang, "behind_titles"), words(gathering.lang, "articles")
    for mention in sorted(gathering.mentions, key=lambda m: (m.start, -m.end)):
        if mention.source != "rule" or not start < mention.start < post.title[1] + _BEHIND:
            continue
        between = text[start : mention.start].lower().split()
        between = between[:-1] if between[-1:] and between[-1] in articles else between
        referent = gathering.referents.get(mention.entity)
        entry = registry.get(mention.entity)
        if referent is None or not is_a(referent.cls, "Organization") or "," in "".join(between):
            continue
        if between[-1:] and between[-1] in ends and (entry is None or not home or entry.country in {home, None}):
            return referent
    return None


def _of_side(post: Post, text: str, lang: Lang) -> tuple[str, str] | None:
    """Give the country and the noun of "Vice President of the Chinese university"."""
    sides = read(lang, "descriptions")["sides"]
    said = text[slice(*post.title)].lower().split() if post.title is not None else []
    if post.title is not None and said[-1] in sides:  # "representative of the Chinese | institute"
        noun = text[post.title[1] : post.title[1] + _NEAR_NOUN].split(maxsplit=1)[:1]
        said += [word.lower().rstrip(",.;") for word in noun if kind_of(lang, [word.lower().rstrip(",.;")]) is not None]
    if " ".join(said[-2:]) in words(lang, "states"):
        return None  # "Assistant to the President of the Russian Federation"
    whose = len(said) > 4 and said[-4] in words(lang, "behind_titles") and said[-3] in words(lang, "articles")
    return (str(sides[said[-2]]), said[-1]) if whose and said[-2] in sides else None


def _side_before(post: Post, text: str, lang: Lang) -> tuple[str, str] | None:
    """Give the country and the noun of "the Chinese university's | Vice President"; no country behind "another"."""
    sides = read(lang, "descriptions")["sides"]
    said = text[max(0, post.title[0] - _NEAR_NOUN) : post.title[0]].lower().split()[-3:] if post.title else []
    ending = next((one for one in words(lang, "possessive_endings") if said and said[-1].endswith(one)), None)
    if ending is None or len(said) < 2 or said[-2] not in sides:
        return None
    noun = said[-1].removesuffix(ending)
    others = (words(lang, "articles") - words(lang, "the")).union(read(lang, "descriptions")["empty"])
    return ("" if said[0] in others else str(sides[said[-2]]), noun) if kind_of(lang, [noun]) is not None else None


def _on_side(
    post: Post,
    country: str,
    noun: str,
    referents: dict[int, Referent],
    gathering: Gathering,
    registry: Registry,
) -> Referent | None:
    """Give the organization of a country and kind that was named last before a post."""
    kind = kind_of(gathering.lang, [noun])
    home = origin(referents[post.holder.start].names[0].text)
    if kind is None or not country or home not in {country, None}:
        return None
    known: list[Referent] = []
    unknown: list[Referent] = []
    for mention in sorted(gathering.mentions, key=lambda m: m.start):
        referent = gathering.referents.get(mention.entity)
        if mention.end > post.start or referent is None or not is_a(referent.cls, "Organization"):
            continue
        if not is_a(referent.cls, kind.cls) and not any(noun in form.split() for form in referent.forms):
            continue  # "the Chinese institute" may be a research organization
        entry = registry.get(referent.id)
        if entry is not None and entry.country == country:
            known.append(referent)
        elif entry is None:
            unknown.append(referent)
    return next(reversed(known or unknown), None)


def _untold_owner(post: Post, text: str, gathering: Gathering) -> str | None:
    """Give the noun that "its" before a title means where no mention is of it: "the region's department by its head".

    Of what "the Foundation, and its head" is the short form may still have been told.
    """
    if post.title is None:
        return None
    lang, start = gathering.lang, post.title[0]
    said = text[max(0, start - _NEAR_NOUN) : start].lower().split()
    joining = words(lang, "conjunctions") | words(lang, "by")
    if len(said) < 3 or said[-1] not in words(lang, "whose") or said[-2] not in joining:
        return None
    noun = said[-3].strip(",")
    kind = kind_of(lang, [noun])
    if kind is None or not is_a(kind.cls, "Organization"):
        return None
    at = text.lower().rfind(noun, 0, start)
    return None if any(m.start <= at < m.end for m in gathering.mentions) else noun


_NEAR_NOUN = 50  # characters of "the department, and its"
_REACH = 600  # characters in which the organization of "its director" was named


def _told_before(
    post: Post,
    text: str,
    referents: dict[int, Referent],
    gathering: Gathering,
    registry: Registry,
    own: Entry | None,
    described: str | None = None,
) -> Referent | None:
    """Give the organization that "its director", "whose dean" or "president of the Association" points back to.

    Args:
        own: who says "our university", if known.
        described: the noun in whose place "its" stands, where the text says that noun just before and nothing was found
            for it there: "foundation" for "the Foundation, and its director". Then only what is called so is meant.
    """
    if post.title is None:
        return None
    start, end = post.title
    before = text[max(0, start - 24) : start].lower().split()
    title = text[start:end].split()
    sided = len(before) > 1 and before[-1] in read(gathering.lang, "descriptions")["sides"]  # "its Chinese director"
    mine = bool(before) and before[-2 if sided else -1] in words(gathering.lang, "whose")
    title = [word for word in title if word.lower() not in words(gathering.lang, "same")]
    endings = sorted(words(gathering.lang, "possessive_endings"))
    owner = next(
        (before[-1].removesuffix(ending) for ending in endings if before and before[-1].endswith(ending)), None
    )
    noun = title[-1].lower() if len(title) > 2 and title[-2].lower() in words(gathering.lang, "articles") else owner
    noun, mine = (described, False) if described else (noun or _noun_before(before, start, gathering), mine)
    if not mine and noun is None:
        return None
    if mine and (ahead := _told_behind(post, text, gathering)) is not None:
        return ahead
    # "its" means what the sentence before begins with
    sentence = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start))
    home = origin(referents[post.holder.start].names[0].text)
    latest: Referent | None = None
    last: int | None = None
    whole = " ".join(title).lower() in read(gathering.lang, "posts")["of_whole"]
    learned = not words(gathering.lang, "academic").isdisjoint(bare_title(gathering.lang, " ".join(title)))
    first = -2  # where the sentence begins that names it
    near = [m for m in gathering.mentions if start - _REACH <= m.start <= start]
    inner = nested(near)
    listing = len(before) > 1 and before[-2].endswith(":")  # "guests from X: its President A"
    for mention in sorted(near, key=lambda m: m.start):
        if mention.end > start:
            break
        if mine and listing and mention.source != "rule" and text[mention.end : start].split() == [":", before[-1]]:
            return gathering.referents.get(mention.entity)
        referent = gathering.referents.get(mention.entity)
        if referent is None or not is_a(referent.cls, "Organization"):
            continue
        if (mention.source == "rule" and "/~" not in referent.id) or (mention.start, mention.end) in inner:
            continue
        entry = registry.get(referent.id)
        if whole and mine and referent.cls == "OrganizationalUnit":
            continue  # "its laboratory, and its Rector"
        if mine and learned and referent.cls in _NO_RECTORS:
            continue  # "The Association was joined by X; its Rector"
        if home and entry is not None and entry.country not in {home, None}:
            continue  # "Song Yonghua, Vice-President of the University" is not of the Russian one
        if mine and last is not None and _is_of(text[last : mention.start], gathering.lang) and not whole:
            continue  # "the Confucius Institute of X and its director" are not X's
        last = mention.end
        called = {word for form in referent.forms for word in form.split()}
        earlier = mention.start < sentence
        told = max(text.rfind(". ", 0, mention.start), 0) if earlier else -1
        if mine and earlier and latest is not None and told == first:
            continue
        if mine or (noun in called and any(is_headed(form, noun or "", gathering.lang) for form in referent.forms)):
            latest, first = referent, told
    # what the sentence itself names counts more than what is ours
    ours = None if mine or noun is None or first == -1 else said_to_be_ours(noun, start, text, gathering)
    return latest if ours is None or _is_elsewhere(text[sentence + 1 : start], home, own, latest, registry) else ours


def _is_elsewhere(
    before: str, home: str | None, own: Entry | None, latest: Referent | None, registry: Registry
) -> bool:
    """Tell whether somebody is of another side than ours: by his name, or by whom the sentence names before his post.

    Args:
        before: the words of the sentence before his title.
        home: the country of his name.
        latest: the last thing named before that the noun in his title can mean; he is of its country sooner.
    """
    mine = own.country if own is not None else None
    if home is not None and mine is not None:
        return home != mine
    lands = {registry.country_in(before)}
    if latest is not None and home is not None:
        lands |= {registry.country_in(name.text) for name in latest.names} & {home}
    return not lands <= {mine, None}


def _noun_before(before: list[str], start: int, gathering: Gathering) -> str | None:
    """Give the noun of an organization that stands right before a title and in no name: "Centre Director Li Wei"."""
    noun = before[-1] if before else ""
    kind = kind_of(gathering.lang, [noun]) if noun.isalpha() else None
    named = any(m.source != "rule" and m.start < start - 1 < m.end + 1 for m in gathering.mentions)
    return noun if kind is not None and is_a(kind.cls, "Organization") and not named else None


_NO_RECTORS = frozenset({"Association", "GovernmentBody", "Company"})


def _told_behind(post: Post, text: str, gathering: Gathering) -> Referent | None:
    """Give the organization behind a name that "its" before it means: "Through its rector, A B, X University said"."""
    start = max(text.rfind(". ", 0, post.start), text.rfind("\n", 0, post.start)) + 1
    behind = post.holder.end + (text[post.holder.end : post.holder.end + 2] == ", ") * 2
    found = None
    for mention in gathering.mentions:
        referent = gathering.referents.get(mention.entity)
        if mention.source == "rule" or referent is None or not is_a(referent.cls, "Organization"):
            continue
        if start <= mention.start < post.start:
            return None  # which "its" means, or may
        if mention.start == behind and behind > post.holder.end:
            found = referent
    return found


def _is_of(between: str, lang: Lang) -> bool:
    """Tell whether what stands between two names makes the second the whole of the first: "of the"."""
    said = between.lower().split()
    return bool(said) and said[0] in words(lang, "behind_titles") and set(said[1:]) <= words(lang, "articles")
