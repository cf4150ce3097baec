"""People in English text who are told of again by their surname, or stand in lists and behind titles."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.languages import pinyin
from kg.languages.en.letters import CAPITALISED, nouns
from kg.languages.en.people import goes_on, is_name_word, title_end
from kg.languages.en.people_known import is_common, is_place_word, openers, people_words
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.lines import whole
from kg.languages.origins import surname_endings
from kg.languages.spans import NameSpan, covered
from kg.schema import is_a


def surnames(doc: Doc, found: list[NameSpan], taken: set[int]) -> list[NameSpan]:
    """Find the people told of again by their surname alone: "Sokolov" after "Ivan Sokolov"."""
    first: dict[str, int] = {}
    text = whole(doc)
    for one in found:
        if (name := _surname(text[one.start : one.end])) is not None:
            first.setdefault(name, one.start)
    return [
        NameSpan(token.idx, token.idx + len(token), "Person", "pattern", 0.7)
        for token in doc
        if token.text in first
        and token.idx > first[token.text]
        and token.idx not in taken
        and not goes_on(doc[token.i : token.i + 1])
        and not (len(token) < 5 and _beside_capital(token))
    ]


def listed(doc: Doc, found: list[NameSpan], taken: set[int]) -> list[NameSpan]:
    """Find the people whom a list gives by surname alone, with a post behind: "Li Hui, Ambassador, Valeev, Head of X".

    Args:
        found: the people found by other rules; a list has one of them, or the surname's ending tells.
        taken: where known names are.
    """
    text, starts = whole(doc), {one.start for one in found}
    joining = words("en", "before_listed")
    lines: set[int] | None = None  # in which somebody has a title behind the name, by the line end before
    new: list[NameSpan] = []
    for token in doc[1:-3]:
        lower = token.lower_
        if token.nbor().text != "," or token.nbor(-1).lower_ not in joining or token.idx in taken or len(token) < 4:
            continue
        if not is_name_word(token) or lower in openers() or kind_of("en", [lower]) is not None:
            continue
        end = title_end(doc, token.i + 2)
        if end is None:
            continue
        rest = next((t.i for t in doc[end:] if t.text in {",", ";"} or "\n" in t.text), len(doc))
        if any(t.idx in starts for t in doc[end:rest]):
            continue  # "Tomsk, Rector of X Ivan Petrov"
        if lines is None:
            lines = {text.rfind("\n", 0, one.start) for one in found if _is_titled(doc, one)}
        if lower.endswith(people_words()[1]) or text.rfind("\n", 0, token.idx) in lines:
            new.append(NameSpan(token.idx, token.idx + len(token), "Person", "pattern", 0.7))
    return new


def rostered(doc: Doc, found: list[NameSpan], known: list[NameSpan]) -> list[NameSpan]:
    """Find who has only one name in a list of people with their homes: "Anna Petrova and Buyan (Altai University)"."""
    ends = {one.end for one in found}
    homes = {name.start for name in known if is_a(name.cls, "Organization")}
    taken = covered(known)
    joining = words("en", "before_listed")
    new: list[NameSpan] = []
    for token in doc[2:-2]:
        before, behind = token.nbor(-1), token.nbor()
        if behind.text != "(" or token.nbor(2).idx not in homes or before.lower_ not in joining:
            continue
        last = token.nbor(-2) if token.nbor(-2).text != "," else token.nbor(-3)
        if last.idx + len(last) in ends and is_name_word(token) and token.idx not in taken:
            new.append(NameSpan(token.idx, token.idx + len(token), "Person", "pattern", 0.7))
    return new


def enumerated(doc: Doc, taken: set[int]) -> list[NameSpan]:
    """Find people whom a list gives by nothing but their surnames: "Orlova, Tretyakov and Kalinsky presented it".

    Args:
        taken: where known names and other people are; a list that goes on there is one of other things.
    """
    new: list[NameSpan] = []
    position = 1
    while position < len(doc):
        items = _enumeration(doc, position - 1, taken)
        if len(items) >= _SEVERAL and sum(t.lower_.endswith(surname_endings()) for t in items) * 2 >= len(items):
            new += [NameSpan(t.idx, t.idx + len(t), "Person", "pattern", 0.75) for t in items]
        position = (items[-1].i if items else position) + 1
    return new


def _enumeration(doc: Doc, first: int, taken: set[int]) -> list[Token]:
    """Give the words of a list that begins at a token, each alone between commas and ending as surnames do."""
    before = doc[first - 1] if first else None
    led = before is not None and (before.lower_ in words("en", "before_places") or bool(CAPITALISED.match(before.text)))
    items: list[Token] = []
    while not led and first < len(doc) and _ends_as_surname(doc[first]) and doc[first].idx not in taken:
        items.append(doc[first])
        joined = doc[first + 1 : first + 3]
        comma = bool(joined) and joined[0].text == ","
        last = joined[int(comma) :][:1]
        if last and last[0].lower_ in words("en", "conjunctions"):
            first = last[0].i + 1
            if first < len(doc) and _ends_as_surname(doc[first]) and doc[first].idx not in taken:
                behind = doc[first + 1] if first + 1 < len(doc) else None
                alone = behind is None or not (CAPITALISED.match(behind.text) or behind.text in {"-", ","})
                return [*items, doc[first]] if alone else []
            return []
        if not comma:
            return []
        first += 2
    return []


def _ends_as_surname(token: Token) -> bool:
    formed = len(token) > _SHORTEST and token.lower_.endswith(people_words()[1])
    return formed and is_name_word(token) and not is_common(token.lower_) and kind_of("en", [token.lower_]) is None


_SEVERAL = 3


def headed(doc: Doc, names: list[NameSpan], taken: set[int]) -> list[NameSpan]:
    """Find whoever stands behind a title and its organization: "the President of Altai University, Adil Kerim"."""
    new: list[NameSpan] = []
    for name in names:
        span = doc.char_span(name.start, name.end) if is_a(name.cls, "Organization") else None
        if span is None or span.end + 2 >= len(doc) or not _stands_behind_title(doc, span.start):
            continue
        first = span.end + (doc[span.end].text == ",")
        alone = first > span.end and doc[first + 1].text == ","  # "the President of Altai University, Kerim, spoke"
        pair = doc[first : first + 2 - alone]
        behind = doc[first + 2] if first + 2 < len(doc) else None
        if alone and (len(doc[first]) < _SHORTEST or doc[first].lower_ in openers()):
            continue
        if (
            len(pair) == 2 - alone
            and all(is_name_word(t) and len(t) > 1 and t.idx not in taken and not is_place_word(t.text) for t in pair)
            and all(kind_of("en", [t.lower_]) is None for t in pair)
            and (alone or behind is None or (not CAPITALISED.match(behind.text) and behind.text != "-"))
            and not (first == span.end and behind is not None and behind.text == "'s")
        ):
            new.append(NameSpan(pair.start_char, pair.end_char, "Person", "pattern", 0.7))
    return new


_SHORTEST = 4  # letters of a name of one word


def _stands_behind_title(doc: Doc, position: int) -> bool:
    """Tell whether "President of" or "the director of the" stands directly before a token."""
    before = [token.lower_ for token in doc[max(0, position - 3) : position]]
    before = before[:-1] if before and before[-1] in words("en", "articles") else before
    return len(before) > 1 and before[-1] in words("en", "of") and before[-2] in nouns()[3]


def _is_titled(doc: Doc, person: NameSpan) -> bool:
    """Tell whether a title stands behind a person's name: "Li Hui, Ambassador to"."""
    span = doc.char_span(person.start, person.end)
    return span is not None and doc[span.end : span.end + 1].text == "," and title_end(doc, span.end + 1) is not None


def _beside_capital(token: Token) -> bool:
    """Tell whether a short word is a part of something longer: "Li River"."""
    beside = [token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(token.doc)]
    posts = nouns()[3]
    return any(
        other.text[:1].isupper() and other.lower_ not in posts and not other.is_sent_start for other in beside
    ) or any(other.text == "-" for other in beside)


def _surname(name: str) -> str | None:
    """Give the surname in a name of two or more words, if its form tells which it is and it is no common word."""
    words = name.split()
    if len(words) < 2:
        return None
    if pinyin.is_surname(words[0]) and pinyin.is_given_name(words[-1]):
        return None if words[0].lower() in read("en", "people")["mistaken"] else words[0]
    return words[-1] if len(words[-1]) >= 5 else None
