"""Where a post is held by what its title and the text around it say, and the title without that."""

from __future__ import annotations

from kg.entities.bodies import body_of, region_meant
from kg.entities.pointing import REACH, told_before
from kg.entities.referents import Gathering, Referent
from kg.entities.topical import is_headed
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.origins import origin
from kg.languages.spans import Post
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
            named = told_before(post, text, referents, gathering, registry, own, noun)
            return named.id if named is not None else ""
        whose = _side_before(post, text, gathering.lang) or _of_side(post, text, gathering.lang)
        if whose is not None:
            meant = _on_side(post, *whose, referents, gathering, registry)
            return meant.id if meant is not None else ""
        if (same := _of_that(post, text, gathering)) is not None:
            return same.id
        told = told_before(post, text, referents, gathering, registry, own)
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
        near = post.start - REACH <= mention.start and mention.end <= post.start and mention.source != "rule"
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
