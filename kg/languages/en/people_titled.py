"""People in English text whose names tell nothing by their form, by the title that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from kg.languages.en.letters import CAPITALISED, nouns
from kg.languages.en.people import is_name_word, title_end
from kg.languages.en.people_known import is_common, is_place_word, openers
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.origins import given_names
from kg.languages.spans import NameSpan
from kg.schema import is_a


def titled(doc: Doc, found: list[NameSpan], known: list[NameSpan], taken: set[int]) -> Iterator[NameSpan]:
    """Find the people whom only their place tells: "Shakhray, who is Rector of X", "Rector of X: Shakhray.".

    Args:
        found: the people found by other rules.
        known: the registry's names.
        taken: where both are.
    """
    starts, ends = {one.start for one in found}, {one.end for one in found}
    places = {name.start: name.end for name in known if is_a(name.cls, "Place")}
    place_ends = {end: start for start, end in places.items()}
    position = 0
    while position < len(doc) - 1:
        run, length = _run(doc, position, taken, place_ends)
        behind = position + run
        if run and behind < len(doc):
            alone = length == 1 and len(doc[position]) < _SHORTEST
            told = 0 < length <= _LONGEST and not alone
            told = told and (_has_title(doc, behind) or _is_label(doc, position, behind))
            told = told or (length == _LONGEST and _is_listed(doc, position, behind, starts, ends))
            if not told and not alone and length <= _MOST and _may_be_anybody(doc, position, behind):
                told = _is_apposed(doc, position, behind, starts, places, place_ends)
                told = told or (length > 1 and _follows_post(doc, position, behind, place_ends))
            if told:
                span = doc[position:behind]
                yield NameSpan(span.start_char, span.end_char, "Person", "pattern", 0.65)
        position = behind if run else position + 1


_LONGEST, _MOST = 2, 4  # words of a name
_SHORTEST = 4  # letters of a name of one word


def _run(doc: Doc, position: int, taken: set[int], place_ends: dict[int, int]) -> tuple[int, int]:
    """Give how many tokens and words that may be a name stand together from a place on, none such before them.

    A hyphen joins two to one word. A name may begin behind a title, a place or a word that only opens the sentence.
    """
    before = doc[position - 1] if position else None
    if before is not None and (
        before.text in {"-", '"'}
        or (CAPITALISED.match(before.text) and before.idx + len(before) not in place_ends and not _may_precede(before))
    ):
        return 0, 0
    tokens, length, joined = 0, 0, False
    while position + tokens < len(doc):
        token = doc[position + tokens]
        hyphen = token.text == "-" and tokens and not (token.whitespace_ or token.nbor(-1).whitespace_)
        if not hyphen and not CAPITALISED.match(token.text):
            break
        if not hyphen and (not _may_be_name(token) or token.idx in taken):
            return 0, 0
        length += not (hyphen or joined)
        joined = bool(hyphen)
        tokens += 1
    return (tokens, length) if not joined else (0, 0)


def _may_precede(token: Token) -> bool:
    """Tell whether a name may begin behind a word in capitals: behind a title, or "Yesterday"."""
    return token.lower_ in openers() or token.lower_ in nouns()[3] or token.lower_ in read("en", "dates")["weekdays"]


def _may_be_name(token: Token) -> bool:
    plain = is_name_word(token) and not is_place_word(token.text) and token.lower_ not in openers()
    return plain and len(token) > 1 and token.text.isalpha() and kind_of("en", [token.lower_]) is None


def _may_be_anybody(doc: Doc, position: int, behind: int) -> bool:
    """Tell whether words of unknown form may be a name: none is common, nor in capitals, and no headline has them."""
    run = [token for token in doc[position:behind] if token.text != "-"]
    subjects = read("en", "names")["subjects"]
    if any(is_common(t.lower_) or t.text.isupper() or t.lower_ in subjects for t in run):
        return False
    rest = doc[behind : behind + _FOLLOWING]
    return any(token.text[:1].islower() for token in rest) or rest[0].text in {",", "."}


_FOLLOWING = 3  # tokens of which one is in small letters where no headline is


def _is_apposed(
    doc: Doc, position: int, behind: int, starts: set[int], places: dict[int, int], place_ends: dict[int, int]
) -> bool:
    """Tell whether a post stands behind a name: "| Tendai Moyo |, Kenya Minister of", ", newly made Rector of".

    No other name may stand in that clause, whose post it could be, nor may the words say where.
    """
    if doc[behind].text != "," or behind + 2 >= len(doc):
        return False
    if position and doc[position - 1].lower_ in words("en", "where_from"):
        return False
    if position > 1 and (doc[position - 1].lower_ in words("en", "conjunctions") or doc[position - 1].text == ","):
        last = doc[position - 2]
        if last.idx + len(last) in place_ends:
            return False  # "in Omsk and | Zarechny |, Rector of X said"
    title = _behind_state(doc, behind + 1, places)
    named = next((t.i + 1 for t in doc[title : title + _ADVERBS] if t.lower_ in words("en", "as")), title)
    title = named if all(t.is_lower for t in doc[title:named]) else title
    end = title_end(doc, title)
    if end is not None and end + 1 < len(doc) and doc[end + 1].lower_ in words("en", "relative"):
        return False  # "| Volga Trans |, director of which is"
    if end is None or (behind - position == 1 and not _is_one_name(doc, position, title, end)):
        return False
    rest = next((t.i for t in doc[end:] if t.text in {",", ";", "."} or "\n" in t.text), len(doc))
    return not any(t.idx in starts for t in doc[end:rest])


def _is_one_name(doc: Doc, position: int, title: int, end: int) -> bool:
    """Tell whether one word is all that somebody is called: "and | Tumen |, dean of", but "with Polaris, member of".

    It is a given name, or only people have such a title; and it begins a sentence or stands in a list.
    """
    before = doc[position - 1] if position else None
    alone = before is None or before.is_punct or before.is_space or before.lower_ in words("en", "before_one_name")
    said = {token.lower_ for token in doc[title:end]}
    human = not said.isdisjoint(words("en", "posts_of_people") - words("en", "heads_of_anything"))
    return alone and (human or doc[position].lower_ in given_names())


_ADVERBS = 4  # tokens of "newly re-elected as"


def _behind_state(doc: Doc, position: int, places: dict[int, int]) -> int:
    """Give where it goes on behind a place and its possessive: "Kenya's | Minister of"."""
    end = places.get(doc[position].idx)
    if end is None:
        return position
    while position < len(doc) - 1 and doc[position].idx < end:
        position += 1
    return position + (doc[position].text in words("en", "possessive_endings"))


def _follows_post(doc: Doc, position: int, behind: int, place_ends: dict[int, int]) -> bool:
    """Tell whether a name stands behind a post in capitals, or one and its place: "Minister of Law of Kenya | Oma"."""
    before = doc[position - 1] if position else None
    if before is None:
        return False
    if before.lower_ in _heads():
        return before.text.istitle() and not _acts(doc, position)
    start = place_ends.get(before.idx + len(before))
    if start is None or doc[behind].text in words("en", "possessive_endings"):
        return False
    joined = behind + 1 < len(doc) and doc[behind].lower_ in words("en", "conjunctions")
    if joined and CAPITALISED.match(doc[behind + 1].text) and doc[behind + 1].lower_ not in nouns()[3]:
        return False  # "Director of Omsk | Light Industry Vocational | and Technical College"
    seen_of = False
    for token in reversed(doc[max(0, position - _TITLE) : position]):
        if token.idx >= start:
            continue
        if seen_of and token.lower_ in _heads():
            return True
        seen_of = seen_of or token.lower_ in words("en", "of")
        if not seen_of and token.lower_ in words("en", "articles"):
            continue
        if not (seen_of and (CAPITALISED.match(token.text) or token.lower_ in _within_titles())):
            return False
    return False


def _acts(doc: Doc, position: int) -> bool:
    """Tell whether a verb of a headline stands behind the post that begins it: "Leader | Urges Bold Steps"."""
    first = position == 1 or doc[position - 2].is_punct or doc[position - 2].is_space
    return first and doc[position].lower_.endswith("s") and doc[position].lower_ not in given_names()


_TITLE = 12  # tokens of "Minister of Higher Education, Science and Technology of the Republic of Kenya"


@cache
def _heads() -> frozenset[str]:
    """Give the nouns of posts behind which hardly anything but a name stands."""
    said = words("en", "academic") | words("en", "chiefs") | words("en", "envoys")
    return (said | words("en", "heads_before_names")) & nouns()[3]


@cache
def _within_titles() -> frozenset[str]:
    return words("en", "of") | words("en", "articles") | words("en", "conjunctions") | frozenset({",", "for"})


def _has_title(doc: Doc, behind: int) -> bool:
    """Tell whether a clause behind a name tells of a post somewhere: "Shakhray, who is Vice-Rector of X"."""
    if doc[behind].text != "," or behind + 5 > len(doc):
        return False
    who, verb = doc[behind + 1], doc[behind + 2]
    if who.lower_ not in words("en", "relative_people") or verb.lower_ not in words("en", "be_printed"):
        return False
    end = title_end(doc, behind + 3)
    if end is None or end + 2 >= len(doc):
        return False
    whole = doc[end + 1] if doc[end + 1].lower_ not in words("en", "articles") else doc[end + 2]
    return bool(CAPITALISED.match(whole.text))


def _is_label(doc: Doc, position: int, behind: int) -> bool:
    """Tell whether a name is what a label of a title says: "Rector of X: Shakhray."."""
    if (
        position < _OPENING
        or doc[position - 1].text != ":"
        or not (doc[behind].text in {".", ";"} or doc[behind].is_space)
    ):
        return False
    first = position - 2
    while first > 0 and doc[first - 1].text not in {".", ";", ":"} and not doc[first - 1].is_space:
        first -= 1
    return position - 1 - first <= _LABEL and title_end(doc, first) is not None


_LABEL = 16  # tokens
_OPENING = 4  # tokens of "First Acting Vice Rector"


def _is_listed(doc: Doc, position: int, behind: int, starts: set[int], ends: set[int]) -> bool:
    """Tell whether two words stand in a list of people: "Anna Petrova, Ivan Orlov, | Yuval Weber | and Oleg Petrov"."""
    if position < _LISTED:
        return False
    before, last = doc[position - 1], doc[position - 2]
    if before.text not in {",", "and"} or last.idx + len(last) not in ends:
        return False
    if doc[behind].text not in {",", "and"} or behind + 1 >= len(doc) or doc[behind + 1].idx not in starts:
        return False
    first = position - 2
    while first > 0 and doc[first].idx not in starts:
        first -= 1
    another = doc[first - 2] if first > 1 and doc[first - 1].text in {",", "and"} else None
    return another is not None and another.idx + len(another) in ends


_LISTED = 6  # tokens of two names and what joins them
