"""What "its director", "whose dean" and "president of the Association" point back to in a text."""

from __future__ import annotations

import re

from kg.entities.referents import Gathering, Referent
from kg.entities.topical import is_headed, said_to_be_ours
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.origins import origin
from kg.languages.posts import bare_title
from kg.languages.spans import Post
from kg.nesting import nested
from kg.records import Entry, Lang, Mention
from kg.registry import Registry
from kg.schema import is_a

REACH = 600  # characters in which the organization of "its director" was named


def told_before(
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
    sentence = _begin(text, start)
    home = origin(referents[post.holder.start].names[0].text)
    latest: Referent | None = None
    last: int | None = None
    left = False  # whether the last named is only whose the one before is
    whole = _is_of_whole(title, gathering.lang) and not _is_of_party(title, gathering.lang)
    first = -2  # where the sentence begins that names it
    near = [m for m in gathering.mentions if start - REACH <= m.start <= start]
    inner = nested(near)
    listing = len(before) > 1 and before[-2].endswith(":")  # "guests from X: its President A"
    for mention in sorted(near, key=lambda m: m.start):
        if mention.end > start:
            break
        if mine and listing and mention.source != "rule" and text[mention.end : start].split() == [":", before[-1]]:
            return gathering.referents.get(mention.entity)
        referent = gathering.referents.get(mention.entity)
        if referent is None or not _may_have(referent, mention, home, registry):
            continue
        if (mention.start, mention.end) in inner or (mine and _lacks(referent, title, gathering)):
            continue
        between = text[last : mention.start] if last is not None else ""
        if mine and not whole and (_is_of(between, gathering.lang) or (left and not any(map(str.isalnum, between)))):
            left, last = True, mention.end
            continue  # "the Confucius Institute of X and its director" are not X's, nor those of X “Y”
        left = False
        by_the_way = sentence < mention.start and _is_aside(between, text[mention.end : start], gathering.lang)
        if mine and latest is not None and by_the_way:
            continue  # "X, a partner of Y, sent its director"
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


def _may_have(referent: Referent, mention: Mention, home: str | None, registry: Registry) -> bool:
    """Tell whether "its" can mean what a mention is of: an organization that is named, of the holder's country."""
    if not is_a(referent.cls, "Organization") or (mention.source == "rule" and "/~" not in referent.id):
        return False
    entry = registry.get(referent.id)
    # "Song Yonghua, Vice-President of the University" is not of the Russian one
    return home is None or entry is None or entry.country in {home, None}


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


_SENTENCE = re.compile(r"(?<!\b[A-Z])\. |\n")
_CLOSED = re.compile(r"(?: [a-z]+){0,2},")  # "X, which | Y | founded in part, sent its head"
_ASIDE = re.compile(r"(?: \([^()]*\))?,(?P<said>[^,;:()]*)")


def _begin(text: str, before: int) -> int:
    """Give where the last sentence before a place begins, at the mark before it: no initial ends one.

    >>> _begin("They came. A. B. Li spoke", 17), _begin("A. Li", 3)
    (9, -1)
    """
    return max((found.start() for found in _SENTENCE.finditer(text, 0, before)), default=-1)


def _is_aside(between: str, behind: str, lang: Lang) -> bool:
    """Tell whether commas part what stands between two names from the first: "X, a partner of | Y, sent its head"."""
    said = _ASIDE.fullmatch(between)
    opened = said is not None and said["said"].lower().split()[:1]
    closed = _CLOSED.match(behind) is not None
    return bool(opened) and not words(lang, "begins_asides").isdisjoint(opened or []) and closed


def _is_of_whole(title: list[str], lang: Lang) -> bool:
    return " ".join(title).lower() in read(lang, "posts")["of_whole"]


def _is_of_party(title: list[str], lang: Lang) -> bool:
    return not set(read(lang, "posts")["party_words"]).isdisjoint(word.lower() for word in title)


def _lacks(referent: Referent, title: list[str], gathering: Gathering) -> bool:
    """Tell whether a thing has nobody of a title: "its laboratory, and its Rector", "the Association … Its Rector".

    The party has secretaries in schools and faculties.
    """
    lang = gathering.lang
    if referent.cls == "OrganizationalUnit" and _is_of_whole(title, lang):
        nouns = words(lang, "with_deans") if _is_of_party(title, lang) else ()
        return not any(is_headed(form, noun, lang) for form in referent.forms for noun in nouns)
    return referent.cls in _NO_RECTORS and not words(lang, "academic").isdisjoint(bare_title(lang, " ".join(title)))


_NO_RECTORS = frozenset({"Association", "GovernmentBody", "Company"})


def _told_behind(post: Post, text: str, gathering: Gathering) -> Referent | None:
    """Give the organization behind a name that "its" before it means: "Through its rector, A B, X University said"."""
    start = _begin(text, post.start) + 1
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
