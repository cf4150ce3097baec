"""The body that a public title means: the ministry of a minister, the government of a governor or mayor."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.entities.names import normalise
from kg.entities.referents import Gathering, Referent
from kg.languages import pinyin
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.origins import origin
from kg.languages.spans import Post
from kg.records import Entry, Lang, Name
from kg.registry import Registry
from kg.schema import is_a


def body_of(post: Post, text: str, referents: dict[int, Referent], gathering: Gathering, registry: Registry) -> str:
    """Give the body that a title means: the one that the text names, a known one, or one made of the title; else ""."""
    assert post.body is not None  # so it was asked
    lang = gathering.lang
    country = referents.get(post.country.start) if post.country is not None else None
    printed = text[post.country.start : post.country.end] if post.country is not None else ""
    whose = registry.get(country.id) if country is not None else None
    chinese_form, _, russian_form = post.body.partition("|")
    holder = referents[post.holder.start]
    chinese = bool(pinyin.syllables(holder.names[0].text.replace(" ", "").replace("-", "")))
    code = (whose.country if whose is not None else None) or ("CN" if chinese else "RU")
    body = russian_form if russian_form and code == "RU" else chinese_form
    wanted = normalise(body)
    said = set(body.lower().split()[:1])
    abroad, national = said & words(lang, "missions"), said & words(lang, "ministries")
    regional = country is not None and country.cls != "Country"  # a republic's minister is none of the federation's
    told = None if abroad else _told(body, country, code, gathering, registry, regional=post.elsewhere)
    place = printed if country is not None and not (abroad or national) else ""
    if told is not None:
        _call_by_place(told, place, lang)
        return told.id
    if post.elsewhere or (national and country is None and _is_foreign(post, text, holder, gathering, registry)):
        return ""
    whole = read(lang, "posts")["of_country"]
    called = {wanted, *(normalise(whole.format(body=body, country=state)) for state in words(lang, "states"))}
    known = None if regional and national else _known(called, None if abroad else code, registry)
    if known is not None:
        found = gathering.known(known, post.start)
        forms = [body, whole.format(body=body, country=printed)] if printed else [body]
        for form in forms if national else ():
            found.add(form, lang)  # as this text means it
        _call_by_place(found, place, lang)
        return found.id
    name = body if country is None or not national else whole.format(body=body, country=printed)
    found = gathering.named("GovernmentBody", name, post.start)
    found.reasons.append("the body that the title means")
    if country is not None and national:
        others = [whole.format(body=body, country=other.text) for other in country.names if other.lang == lang]
    else:
        others = _also(lang, post, text, printed, "RU" if body == russian_form else code)
    names = {name.text for name in found.names}
    found.names += [Name(other, lang) for other in dict.fromkeys(others) if other not in names]
    _call_by_place(found, place, lang)
    return found.id


def _call_by_place(government: Referent, place: str, lang: Lang) -> None:
    """Let a government be called by its place alone, as the title of its head calls it: "the Mayor of Omsk"."""
    if place:
        government.add(place, lang, f"“{place}” in the title of who heads it")


def _is_foreign(post: Post, text: str, holder: Referent, gathering: Gathering, registry: Registry) -> bool:
    """Tell whether a minister may be of neither side, by a word before the title or the states that the text names.

    "Kenyan | Minister of Education" is not Russia's, nor "Kazakhstan's", nor is whoever bears a name of neither side's,
    or only a surname, in a text on Kenya.
    """
    lang = gathering.lang
    sides = read(lang, "descriptions")["sides"]
    start = (post.title or (0, 0))[0]
    said = text[max(0, start - _NEAR) : start].split()[-1:]
    if said and said[0].isalpha() and said[0][0].isupper() and said[0].lower() not in sides:
        return said[0].lower().endswith(tuple(read(lang, "posts")["adjectives_of_states"]))
    states = {r.id: entry for r in gathering.referents.values() if r.cls == "Country" and (entry := registry.get(r.id))}
    named = [states[m.entity] for m in gathering.mentions if m.entity in states and m.end <= start < m.end + _OWNING]
    if named:
        return named[-1].country not in sides.values()
    if said and said[0].lower() in sides:
        return False
    countries, home = {state.country for state in states.values()}, origin(holder.names[0].text)
    if home is not None and (" " in holder.names[0].text or home in countries):
        return False  # a surname alone is borne in several countries
    return not countries <= set(sides.values())


_NEAR = 24  # characters that hold the word before a title
_OWNING = 4  # characters of "'s " between a state and a title


def _known(called: set[str], code: str | None, registry: Registry) -> Entry | None:
    """Give the known body of a country that is called one of some normalised names."""
    for entry in registry.entries:
        if entry.cls == "GovernmentBody" and code in {None, entry.country}:
            forms = [normalise(name.text) for name in entry.names] + [normalise(name) for name in entry.own]
            if not called.isdisjoint(forms):
                return entry
    return None


def region_meant(
    post: Post, text: str, referents: dict[int, Referent], gathering: Gathering, registry: Registry
) -> str | None:
    """Give the government of the only region of its holder's country, where a governor's title does not say which."""
    lang = gathering.lang
    title = text[slice(*post.title)].lower().replace("-", " ").split() if post.title else []
    which = next((word for word in title if word in read(lang, "posts").get("one_region", ())), None)
    code = origin(referents[post.holder.start].names[0].text)
    if which is None or title[-1:] != [which] or code is None:
        return None
    regions = {
        r.id: r
        for r in gathering.referents.values()
        if r.cls == "Region" and (entry := registry.get(r.id)) is not None and entry.country == code
    }
    if len(regions) != 1:
        return None
    region = next(iter(regions.values()))
    place = next((m for m in gathering.mentions if m.entity == region.id), None)
    printed = text[place.start : place.end] if place is not None else region.names[0].text
    found = government_of(region, which, printed, post.start, gathering, registry)
    if found is None:
        return None
    found.reasons.append("of the only region that the text names")
    return found.id


def government_of(
    place: Referent, title: str, printed: str, start: int, gathering: Gathering, registry: Registry
) -> Referent | None:
    """Give the government of a place by the title of its head: as the text names it, a known one, or a new one.

    Args:
        title: "governor" or "mayor", by which such bodies are called.
        printed: the name of the place, as the text has it.
    """
    entry = registry.get(place.id)
    if entry is None or entry.country is None:
        return None
    code = entry.country
    chinese_form, _, russian_form = read(gathering.lang, "posts")["governs"][title].partition("|")
    pattern = russian_form if code == "RU" else chinese_form
    if (told := _government(place, code, gathering, registry)) is not None:
        return told
    known = _known({normalise(pattern.format(place=name.text)) for name in place.names}, code, registry)
    if known is not None:
        return gathering.known(known, start)
    return gathering.named("GovernmentBody", pattern.format(place=printed), start)


def _also(lang: Lang, post: Post, text: str, printed: str, code: str) -> list[str]:
    """Give other names of the government of a place: "Heihe Municipal Government"."""
    data = read(lang, "posts")
    title = text[slice(*post.title)].lower().replace("-", " ").split() if post.title else []
    which = next((word for word in title if word in data["governs_also"]), None)
    if which is None or not printed:
        return []
    said = printed.split()
    place = kind_of(lang, said[-1:])
    bare = " ".join(said[:-1]) if len(said) > 1 and place is not None and is_a(place.cls, "Place") else printed
    found = []
    for pattern in data["governs_also"][which]:
        chinese_form, both, russian_form = pattern.partition("|")
        found.append((russian_form if both and code == "RU" else chinese_form).format(place=printed, name=bare))
    return found


def _told(
    body: str, country: Referent | None, code: str, gathering: Gathering, registry: Registry, *, regional: bool
) -> Referent | None:
    """Give the ministry or government that the text names and a title means, if there is exactly one.

    Args:
        regional: whether the title says that it is a region's, which a body called after a country is not.
    """
    lang = gathering.lang
    first = body.lower().split()[:1]
    if not set(first) & words(lang, "ministries"):
        return _government(country, code, gathering, registry) if country is not None else None
    lists = ("ministries", "behind_titles", "conjunctions", "articles")
    field = set(normalise(body).split()).difference(*(words(lang, name) for name in lists))
    place = _cores(country, lang) if country is not None else []
    sides, called = read(lang, "descriptions")["sides"], read(lang, "posts")["portfolios"]
    found: dict[str, Referent] = {}
    for referent, form in _bodies(code, gathering, registry):
        # "the Russian Defense Ministry" is the Ministry of Defence
        said = {word for part in form.split() for word in (part, *called.get(part, "").lower().split())}
        foreign = {sides[word] for word in said if word in sides} - {code}
        if regional and any(word in sides for other in referent.forms for word in other.split()):
            continue
        of_place = not place or any(core <= said for core in place)
        if set(first) & said and field <= said and of_place and not foreign and _is_for(referent, body, called):
            found[referent.id] = referent
    return next(iter(found.values())) if len(found) == 1 else None


def _is_for(ministry: Referent, body: str, called: Mapping[str, str]) -> bool:
    """Tell whether a ministry is, as the text prints its name, for something that the one of a title is for."""
    asked = _portfolios(normalise(body), called)
    printed = [_portfolios(normalise(name), called) for name in ministry.met or [ministry.names[0].text]]
    return not asked or any(not said or asked & said for said in printed)


def _portfolios(called: str, portfolios: Mapping[str, str]) -> frozenset[str]:
    """Give what a ministry's name says it is for, longer words first: higher education is not education.

    >>> sorted(_portfolios("ministry of science and higher education", {"education": "E", "higher education": "H"}))
    ['H']
    """
    longest = sorted(portfolios, key=len, reverse=True)
    found = re.findall(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", called)
    return frozenset(portfolios[one] for one in found)


def _government(place: Referent, code: str, gathering: Gathering, registry: Registry) -> Referent | None:
    """Give the government of a place that the text names: "Harbin municipal government"."""
    lang = gathering.lang
    seats = read(lang, "posts")["seats"]
    nouns = {noun for which in read(lang, "posts")["governs"] for noun in seats[which]}
    plain = nouns | words(lang, "public") | words(lang, "behind_titles") | words(lang, "articles")
    found: dict[str, Referent] = {}
    for referent, form in _bodies(code, gathering, registry):
        said = set(form.split())
        for core in _cores(place, lang):
            rest = {w for w in said - core - plain if (k := kind_of(lang, [w])) is None or not is_a(k.cls, "Place")}
            if core <= said and nouns & said and not {w for w in rest if f"{w}'s" not in plain}:
                found[referent.id] = referent
    return next(iter(found.values())) if len(found) == 1 else None


def _bodies(code: str, gathering: Gathering, registry: Registry) -> list[tuple[Referent, str]]:
    """Give the forms of the bodies of a country that the text names."""
    found = []
    for referent in gathering.referents.values():
        entry = registry.get(referent.id)
        if referent.cls == "GovernmentBody" and (entry is None or entry.country == code):
            found += [(referent, form) for form in referent.forms]
    return found


def _cores(place: Referent, lang: Lang) -> list[set[str]]:
    """Give the words of a place's names that are its own: "novosibirsk" of "Novosibirsk Region"."""
    found = []
    for form in place.forms:
        own = {w for w in form.split() if (k := kind_of(lang, [w])) is None or not is_a(k.cls, "Place")}
        own -= words(lang, "of") | words(lang, "articles")
        if own:
            found.append(own)
    return found
