"""Names of organizations by shapes that letters alone do not tell: ``shapes.yml``.

They are found before names are built of letters, so that these may go on with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.languages import pinyin
from kg.languages.en.capitals import CAP, any_case, begins_no_name, behind_post
from kg.languages.en.letters import is_grammar, nouns
from kg.languages.en.offices import boards, offices, zones
from kg.languages.en.state_forms import state_formed
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.posts import post_words
from kg.languages.spans import NameSpan, covered
from kg.schema import is_a


def shaped(text: str, known: list[NameSpan], people: list[NameSpan]) -> list[NameSpan]:
    """Find names by their shapes: "School No. 57", "Harbin Municipal committee", "JSC Omsktransmash".

    Args:
        known: the names that the registry knows; one that stands in a name found here is a part of it.
        people: who is named, before whom a name ends.
    """
    named = {person.start for person in people}
    found = [
        name for name in _of_form(text, named) if not any(n.end == name.end and n.start > name.start for n in known)
    ]
    found += [one for one in state_formed(text, known) if not any(n.start <= one.start < n.end for n in found)]
    taken = covered(n for n in known if not is_a(n.cls, "Place"))
    taken |= covered(found)
    for name in (
        *_numbered(text, known),
        *_of_places(text, known),
        *zones(text),
        *_in_small(text, known),
        *_of_people(text),
        *_called(text),
        *_quoted(text),
        *offices(text),
        *boards(text),
        *_behind_places(text, known),
        *_with_brackets(text),
    ):
        if taken.isdisjoint(range(name.start, name.end)):
            found.append(name)
            taken.update(range(name.start, name.end))
    return found


def _numbered(text: str, known: list[NameSpan]) -> Iterator[NameSpan]:
    """Find names with numbers: "Institute №4", "Gymnasium No. 12 of Omsk", "No. 2 Middle School of Harbin"."""
    data = read("en", "shapes")
    places = {name.start: name.end for name in known if is_a(name.cls, "Place")}
    owners = {name.start for name in known if is_a(name.cls, "Organization")}
    for match in _number().finditer(text):
        words = (match["before"] or match["behind"]).split()
        start = match.start()
        while match["before"] and len(words) > 1 and (begins_no_name(words[0]) or any(map(_owns, words[:-1]))):
            start += len(words[0]) + 1
            words = words[1:]
        noun = words[-1].lower()
        kind = kind_of("en", words)
        led = kind is None and len(words) == 1 and words[0][0].isupper() and behind_post(text, start)
        led = led and noun not in {*data["buildings"], *data["not_numbered"]}
        if led or (kind is not None and is_a(kind.cls, "Organization") and kind.cls != "University"):
            where = _OF_PLACE.match(text, match.end())
            owned = (where is not None and where.end() in owners) or _OWNED.search(text, 0, start) is not None
            own = None if owned else data["own_when_numbered"].get(noun)
            cls = own or (kind.cls if kind is not None else "OrganizationalUnit")
            end = places.get(where.end(), match.end()) if where is not None else match.end()
            yield NameSpan(start, end, cls, "pattern", 0.9)


def _owns(word: str) -> bool:
    return word.endswith(("'s", "’s"))


_OF_PLACE = re.compile(r" (?:of|at) (?:the )?")
_OWNED = re.compile(r"['’]s $")


@cache
def _number() -> re.Pattern[str]:
    data = read("en", "shapes")
    articles = "|".join(map(str.title, words("en", "articles")))
    number, small = data["numbers"], "|".join((*data["field_heads"], *data["own_when_numbered"]))
    return re.compile(
        rf"(?<![\w.-])(?!(?:{articles}) )(?:(?P<before>(?:{CAP} ){{0,4}}(?:{CAP}|{small})) {number}(?!\w)"
        rf"|(?:{CAP} )?{number} (?P<behind>(?:{CAP} ){{0,3}}{CAP})(?!\w))"
    )


def _of_places(text: str, known: list[NameSpan]) -> Iterator[NameSpan]:
    """Find bodies of places, with small letters inside: "Harbin Municipal foreign affairs Administration"."""
    places = {name.end for name in known if is_a(name.cls, "Place") and name.cls != "Country"}
    for match in _body().finditer(text):
        place = match["place"].split()
        start = match.start("place")
        while len(place) > 1 and begins_no_name(place[0]):
            start += len(place[0]) + 1
            place = place[1:]
        if begins_no_name(place[0]) or _owns(place[-1]) or any(map(is_body, place)):
            continue
        if match.end("place") not in places and not _is_place_by_form(place, match["level"]):
            continue  # "the Russian culture department", "the Old city council"
        if any(word.endswith("ed") for word in (match["field"] or "").split()):
            continue
        if match["part"]:
            said, start = match["part"].split(), match.start()
            while len(said) > _PART and begins_no_name(said[0]):
                start += len(said[0]) + 1
                said = said[1:]
        cls = "OrganizationalUnit" if match["inner"] or match["part"] else "GovernmentBody"
        yield NameSpan(start, match.end(), cls, "pattern", 0.9)


_PART = 3  # words of "Trade Department of"


@cache
def _body() -> re.Pattern[str]:
    data = read("en", "shapes")
    levels, heads, inner = (any_case(data[name]) for name in ("levels", "body_heads", "inner_heads"))
    fields = "|".join(data["public_fields"])
    small = "|".join(read("en", "names")["apart"])
    word = rf"(?!(?:{small}|of|the|for|on|at|in|its|our) )[A-Za-z][\w-]*"
    return re.compile(
        rf"(?<![\w-])(?P<part>(?:{CAP} ){{1,4}}(?:{inner}) of (?:the )?)?(?P<place>{CAP}(?: {CAP})?)"
        rf"(?: (?P<level>{levels})(?P<field>(?: (?!(?:{heads})\b){word}){{0,4}})| (?:{fields})) (?:{heads})\b"
        rf"(?P<inner> (?:[A-Z][\w-]* )?(?:{inner})\b)?(?! of)"
    )


def is_body(word: str) -> bool:
    """Tell whether a word is the noun of a kind of organization."""
    kind = kind_of("en", [word])
    return kind is not None and is_a(kind.cls, "Organization")


def _is_place_by_form(words: list[str], level: str | None) -> bool:
    """Tell whether unknown words look like the name of a place in either country: "Nangang", "Zarinsk"."""
    data, sides = read("en", "shapes"), read("en", "descriptions")["sides"]
    if level is None or any(word.lower() in sides for word in words):
        return False
    sure = level.lower() in data["small_levels"] and words[-1].lower() not in data["of_any_place"]
    return sure or len(pinyin.syllables(words[-1])) > 1 or words[-1].endswith(tuple(data["place_ends"]))


def _of_form(text: str, people: set[int]) -> Iterator[NameSpan]:
    """Find companies behind their legal forms: "JSC Omsktransmash", "NPO "Mostovik""."""
    for match in _form().finditer(text):
        before = text[max(0, match.start() - 40) : match.start()].split(" ")[-2:]
        if before[-1:] == [""] and before[0][:1].isupper() and not begins_no_name(before[0]):
            continue  # "Polar Light LLC | Ivan Sokolov"
        end = next((k for k in range(match.start("name"), match.end()) if k in people), match.end() + 1) - 1
        said = text[match.start("name") : end].split()
        if end > match.start("name") and (match["title"] or not any(is_body(word) for word in said)):
            yield NameSpan(match.start(), end, "Company", "pattern", 0.9)


@cache
def _form() -> re.Pattern[str]:
    posts = "|".join(word.capitalize() for word in sorted(post_words("en").heads) if word.isalpha())
    return re.compile(
        rf"(?<![\w-]){read('en', 'shapes')['legal_forms']} "
        rf"(?P<name>(?P<title>[\"“«][^\"”»\n]{{2,40}}[\"”»])|(?!(?:{posts})\b){CAP}(?: (?!(?:{posts})\b){CAP}){{0,2}})"
    )


def _in_small(text: str, known: list[NameSpan]) -> Iterator[NameSpan]:
    """Find names whose fields are in small letters: "Key Laboratory of functional inorganic materials"."""
    places = {name.start: name.end for name in known if is_a(name.cls, "Place")}
    for match in _small_field().finditer(text):
        end = end_of_field(match["field"])
        if not end or any(map(_is_of_people, match["field"][end:].split()[:1])) or _in_capitals(match["field"][:end]):
            continue  # "the Faculty of law | teachers and students"
        start, words = match.start(), match["name"].split()
        while len(words) > 1 and begins_no_name(words[0]):
            start += len(words[0]) + 1
            words = words[1:]
        kind = kind_of("en", words)
        if kind is not None and is_a(kind.cls, "Organization"):
            end = titled_end(words, text, end + match.start("field"), len(text))
            where = _OF_PLACE.match(text, end) if kind.cls == "GovernmentBody" else None
            if where is not None and where.end() in places:
                end = places[where.end()]  # "Ministry of culture | of Tuva"
            yield NameSpan(start, end, kind.cls, "pattern", 0.85)


def _of_people(text: str) -> Iterator[NameSpan]:
    """Find associations of people in small letters: "Union of Chinese graduates of Russian universities"."""
    for match in _members().finditer(text):
        kind = kind_of("en", match["name"].split())
        start = match.start()
        first = match["name"].split()[0]
        if " " in match["name"] and begins_no_name(first):
            start += len(first) + 1
        if kind is not None and kind.cls == "Association":
            yield NameSpan(start, match.end(), kind.cls, "pattern", 0.85)


@cache
def _members() -> re.Pattern[str]:
    data = read("en", "names")
    heads = "|".join(noun.capitalize() for noun in read("en", "shapes")["with_owners"])
    plural = "|".join(sorted(data["members"]))
    some = rf"(?:{CAP} (?:and {CAP} )?)(?:{plural})"
    place = rf"(?:the )?{CAP}(?: {CAP})?"
    bodies = "|".join(noun.capitalize() for noun in read("en", "shapes")["of_bodies"])
    led = "|".join(noun.title().replace(" And ", " and ") for noun in read("en", "shapes")["who_meet"])
    whom = rf"(?:{CAP} (?:and )?){{1,3}}(?:{bodies}) (?:{led})(?! [A-Z])"
    residing = "|".join(read("en", "shapes")["residing"])
    return re.compile(
        rf"(?<![\w-])(?P<name>(?:{CAP} ){{0,3}}(?:{heads})) of (?:{some}|{whom})"
        rf"(?: of (?:{some}|{place}(?: and {place})?))?(?: (?:{residing}) in {place}(?! [A-Z]))?"
        rf"(?![\w-]| and {CAP} (?:{plural}))"
    )


def _quoted(text: str) -> Iterator[NameSpan]:
    """Find bodies whose whole names stand in quotation marks: "the “Silk Road Russia and Asia Trade Union”"."""
    for match in _QUOTED.finditer(text):
        kind = kind_of("en", match["name"].split())
        before = _word_before(text, match.start())
        if before in {"on", "about"} or (before and not is_grammar(before) and before not in nouns()[0]):
            continue  # the book, the lecture "China and the Union"
        if kind is not None and kind.cls in {"Association", "JointStructure", "ResearchOrganization"}:
            yield NameSpan(match.start("name"), match.end("name"), kind.cls, "pattern", 0.85)


def _called(text: str) -> Iterator[NameSpan]:
    """Find bodies by a title of several words behind their noun: "the Association “House of Cooperation with Asia”"."""
    for match in _called_so().finditer(text):
        start, words = match.start(), match["name"].split()
        while len(words) > 1 and begins_no_name(words[0]):
            start += len(words[0]) + 1
            words = words[1:]
        kind = kind_of("en", words)
        following = text[match.end() : match.end() + 40].lower().split()[:2]
        other = {word.strip(",.;") for word in following} & set(read("en", "shapes")["not_titled"])
        if kind is not None and is_a(kind.cls, "Organization") and not other:
            yield NameSpan(start, match.end(), kind.cls, "pattern", 0.85)


@cache
def _called_so() -> re.Pattern[str]:
    heads = "|".join(noun.capitalize() for noun in read("en", "shapes")["before_whole_title"])
    small = "(?:of|and|for|the|on|in|with|to|&)"
    return re.compile(
        rf"(?<![\w-])(?P<name>(?:{CAP} ){{0,3}}(?:{heads}))"
        rf" [\"“«]{CAP}(?:,? (?:{small} )*{CAP}){{1,10}}[\"”»](?!\w| [A-Z])"
    )


def _word_before(text: str, start: int) -> str:
    """Give the word before a place in a text, in small letters: "" where none is."""
    return next(iter(text[max(0, start - _BEFORE) : start].lower().split()[-1:]), "")


_BEFORE = 20  # characters that hold the word before

_QUOTED = re.compile(
    rf"(?<!\w)[\"“«](?P<name>{CAP}(?: (?:(?:of|and|for|the|on|in|with|&) )*{CAP}){{2,10}})[\"”»](?! [A-Z])"
)


def titled_end(said: list[str], text: str, end: int, limit: int) -> int:
    """Give where a name ends behind its title in quotation marks: "Center for Gifted Children | “Altair”".

    What a faculty or an institute is of is its whole name, and the title another's.
    """
    data = read("en", "shapes")
    behind = _TITLE.match(text, end, limit)
    if behind is None or not set(data["titled"]) & {word.lower() for word in said}:
        return end
    following = text[behind.end() : behind.end() + 40].lower().split()[:2]
    other = {word.strip(",.;") for word in following} & set(data["not_titled"])
    return end if other else behind.end()


def _is_of_people(word: str) -> bool:
    data = read("en", "names")
    return word in {*data["people_of"], *data["members"], *data["no_fields"]}


_TITLE = re.compile(r" [\"“«][A-Z][^\"”»\n,]{2,30}[\"”»](?! [A-Z])")


@cache
def _small_field() -> re.Pattern[str]:
    heads = "|".join(noun.capitalize() for noun in read("en", "shapes")["field_heads"])
    return re.compile(
        rf"(?<![\w-])(?P<name>(?:{CAP} ){{0,4}}(?:{heads})) (?:of|for) "
        r"(?P<field>(?:[A-Z][a-z-]+(?: and)? )?[a-z][a-z-]+(?:,? (?:[a-z][a-z-]+|(?<=and )[A-Z][a-z-]+)){0,7})(?![\w-])"
    )


def _behind_places(text: str, known: list[NameSpan]) -> Iterator[NameSpan]:
    """Find bodies in small letters behind their places: "Irkutsk regional museum", "Shandong medical association"."""
    levels = set(read("en", "shapes")["levels"])
    for place in known:
        match = _small_body().match(text, place.end) if is_a(place.cls, "Place") and place.cls != "Country" else None
        if match is None or not _before_name().search(text, max(0, place.start - 8), place.start):
            continue
        words = match["about"].split()
        kind = kind_of("en", match[0].split())
        if kind is not None and all(w in levels or _is_adjective(w) or _is_small_field(w) for w in words):
            yield NameSpan(place.start, match.end(), kind.cls, "pattern", 0.85)


@cache
def _before_name() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{'|'.join(read('en', 'shapes')['before_small'])})|,) $")


@cache
def _small_body() -> re.Pattern[str]:
    data = read("en", "shapes")
    heads, verbs = "|".join(data["small_bodies"]), "|".join(data["behind_small"])
    plural = rf" (?!(?:{verbs})\b)[a-z]+s\b"  # "the Omsk public library | workers"
    return re.compile(rf" (?P<about>[a-z][a-z-]+(?: [a-z][a-z-]+)?) (?:{heads})(?![\w-]|{plural})")


def _with_brackets(text: str) -> Iterator[NameSpan]:
    """Find names with their place in brackets inside: "China-Russia (Amur) Education Alliance"."""
    for match in _BRACKETS.finditer(text):
        kind = kind_of("en", match["rest"].split())
        first = match[0].split(maxsplit=1)[0]
        start = match.start() + len(first) + 1 if begins_no_name(first) else match.start()
        if kind is not None and is_a(kind.cls, "Organization") and text[start] != "(":
            yield NameSpan(start, match.end(), kind.cls, "pattern", 0.85)


_BRACKETS = re.compile(
    rf"(?<![\w-]){CAP}(?:[ -]{CAP}){{0,3}} \([A-Z][a-z]+\) "
    rf"(?P<rest>(?:{CAP} (?:(?:and|&) )?){{1,6}}[A-Z][a-z]+)(?![\w-])"
)


def end_of_field(said: str) -> int:
    """Give how far a field in small letters goes, its first word in capitals or not: 0 where none begins.

    >>> end_of_field("applied mathematics held a seminar"), end_of_field("the university")
    (19, 0)
    >>> end_of_field("Foreign languages and Culture"), end_of_field("Law teachers"), end_of_field("Russian experts")
    (29, 3, 0)
    >>> end_of_field("law exchanges students"), end_of_field("cultural exchanges")
    (3, 18)
    """
    end, before = 0, ""
    for word in re.finditer(r"[A-Za-z-]+", said):
        small = word[0].lower()
        if small == "and":
            before = small
            continue
        noun = _is_small_field(small)
        if not (noun or _is_adjective(small)) or (end and before not in {"and", ""} and word[0] != small):
            break
        if noun and end and before != "and" and _in_capitals(said[:end]) and "," not in said[end : word.start()]:
            break  # "the Faculty of Law | programmes"
        if said[end : word.start()] == " " and small in read("en", "shapes")["also_do"]:
            break  # "the Faculty of law | exchanges students"
        end = word.end() if noun else end
        before = small
    return end


def _in_capitals(said: str) -> bool:
    return all(word[:1].isupper() for word in said.replace(",", "").split() if word != "and")


def _is_small_field(word: str) -> bool:
    data = read("en", "shapes")
    ends = tuple(read("en", "names")["field_endings"])
    by_ending = word.endswith(ends) and len(word) > _SHORT
    return word not in data["no_small_fields"] and (word in data["small_fields"] or by_ending)


def _is_adjective(word: str) -> bool:
    data = read("en", "shapes")
    return word in data["participles"] or (word.endswith(tuple(data["adjectives"])) and len(word) > _SHORT)


_SHORT = 4  # letters of words by whose endings nothing is told
