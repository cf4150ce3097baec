"""People in English text: by the shape of their names, then by the model's word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from kg.languages import pinyin
from kg.languages.en.letters import CAPITALISED, nouns
from kg.languages.en.people_known import is_common, is_place_word, is_thing, openers, people_words
from kg.languages.en.people_lettered import ends_sentence, is_respelt_chinese, lettered
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.lines import whole
from kg.languages.origins import given_names, surname_endings
from kg.languages.spans import NameSpan

_LETTERS = r"(?:[A-Z][a-z]?|YU|YA|YE|ZH|KH|CH|SH|TS)\."  # "Yu.", and as machines spell surnames out: "K.YU. Orlova"
_INITIALLED = re.compile(
    r"(?<![\w.])(?!(?:Dr|Mr|Mrs|Ms|St|Prof|Inc|Ltd|No|H\.E|Ph\. ?D|D\. ?Sc|U\.[SK])\.)"
    rf"(?:{_LETTERS} ?){{1,3}}[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?!\w)"
)
_BEHIND_SURNAME = re.compile(
    r"(?<![\w.-])[A-Z][a-z]+(?:-[A-Z][a-z]+)? (?!(?:Ph\. ?D|D\. ?Sc|U\. ?[SK]|D\. ?C|N\. ?Y|P\. ?R)\.)"
    rf"{_LETTERS} ?{_LETTERS}(?! ?\w*[A-Z])"
)
_STOPPED = re.compile(  # "Sergey. O. Makarov", "Sergeyev. A.M.": a full stop where none belongs
    rf"(?<![\w.-])(?P<first>[A-Z][a-z]{{2,}})\. ?(?:{_LETTERS} ?){{1,2}}"
    r"(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?!\w)|(?<=\.)(?= ?(?:[^ \w]|[a-z]|$)))"
)
_CYRILLIC = re.compile(
    r"(?<![\w(])(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)? [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|вна|ична|инична|ьич)"
    r"|[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|вна|ична|инична|ьич) [А-ЯЁ][а-яё]+|(?:[А-ЯЁ]\. ?){1,2}[А-ЯЁ][а-яё]+)(?!\w)"
)
INITIALS = re.compile(r"(?!(?:Dr|Mr|Mrs|Ms|St|Prof|Ph\.D|D\.Sc)\.)(?:[A-Z][a-z]?\.[ -]?)+$")


def people(doc: Doc, taken: set[int]) -> Iterator[NameSpan]:
    """Find people by the shape of their names, then by the model's word."""
    given, endings, _ = people_words()
    busy = set(taken)
    for match in _STOPPED.finditer(whole(doc)):
        before_surname = match["first"].lower() in given and match[0].rstrip()[-1].isalpha()
        surname_first = match["first"].lower().endswith(endings) and match[0].rstrip().endswith(".")
        start, end = match.start(), match.start() + len(match[0].rstrip())
        if (
            (before_surname or surname_first)
            and busy.isdisjoint(range(start, end))
            and not is_common(match["first"].lower())
        ):
            busy.update(range(start, end))
            yield NameSpan(start, end, "Person", "pattern", 0.9)
    for match in _INITIALLED.finditer(whole(doc)):
        if not busy.isdisjoint(range(*match.span())):
            continue
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if span is not None and span.start and _is_given_before(doc[span.start - 1], match[0], taken):
            span = doc[span.start - 1 : span.end]  # "Igor Yu. Dolmatov"
        fits = span is not None and not ends_sentence(whole(doc), match) and span[-1].lower_ not in people_words()[2]
        if span is not None and fits and taken.isdisjoint(range(*match.span())):
            busy.update(range(span.start_char, span.end_char))
            yield NameSpan(span.start_char, span.end_char, "Person", "pattern", 0.95)
    for name in lettered(whole(doc), busy):
        busy.update(range(name.start, name.end))
        yield name
    for pattern in (_BEHIND_SURNAME, _CYRILLIC):
        for match in pattern.finditer(whole(doc)):
            span = doc.char_span(*match.span(), alignment_mode="expand")
            if span is None or not busy.isdisjoint(range(*match.span())) or is_common(span[0].lower_):
                continue
            busy.update(range(span.start_char, span.end_char))
            yield NameSpan(span.start_char, span.end_char, "Person", "pattern", 0.9)
    position = 0
    while position < len(doc):
        token = doc[position]
        length, score = 0, 0.0
        if _is_addressed(doc, position, busy):
            length, score = 1, 0.7
        elif token.idx not in busy and (INITIALS.match(token.text) or is_name_word(token)):
            length, score = _shape(doc, position, busy, given, endings)
            if length and (goes_on(named := doc[position : position + length]) or is_thing(named)):
                length = 0
            if not length and (length := _behind_address(doc, position, busy)):
                score = 0.7
            if not length and (length := _by_post(doc, position, busy)):
                score = 0.7
        if length:
            span = doc[position : position + length]
            busy.update(range(span.start_char, span.end_char))
            yield NameSpan(span.start_char, span.end_char, "Person", "pattern", score)
            position += length
        else:
            position += 1
    for entity in doc.ents:
        if entity.label_ == "PERSON":
            span = _trim(entity)
            if (
                span is not None
                and not (goes_on(span) or is_thing(span))
                and _may_be_person(span)
                and not _is_pointed(span)
                and busy.isdisjoint(range(span.start_char, span.end_char))
            ):
                yield NameSpan(span.start_char, span.end_char, "Person", "model", 0.8 if len(span) > 1 else 0.5)


def _is_pointed(span: Span) -> bool:
    """Tell whether one word stands behind "the", as no name of somebody does: "the Sun"."""
    return len(span) == 1 and span.start > 0 and span.doc[span.start - 1].lower_ == "the"


def _behind_address(doc: Doc, position: int, taken: set[int]) -> int:
    """Give how many words of a name of unknown shape stand behind "Mr.", "Mrs." and the like: "Mr. Juan Han Biao"."""
    if position == 0 or doc[position - 1].lower_.rstrip(".") not in read("en", "posts")["honorifics"]:
        return 0
    run = _run(doc, position, taken)
    return run if run > 1 else 0


_LONGEST_NAME = 4  # words


def _run(doc: Doc, position: int, taken: set[int]) -> int:
    """Give how many words from a position on may be those of one name."""
    run = 0
    while position + run < len(doc) and run < _LONGEST_NAME:
        token = doc[position + run]
        if token.idx in taken or not is_name_word(token) or is_common(token.lower_):
            break
        run += 1
    return run


def _by_post(doc: Doc, position: int, taken: set[int]) -> int:
    """Give how many words of a name stand between commas, or before one, with a post: "Foo Xiaofeng, head of X".

    A given name alone is one there, too: "Irina, head of the office of X".
    """
    run = _run(doc, position, taken)
    if run not in {1, 2} or position + run + 2 >= len(doc) or doc[position + run].text != ",":
        return 0
    before = doc[position - 1] if position else None
    if (
        before is not None
        and (before.text[:1].isupper() or before.text in {"-", "&"})
        and before.lower_ not in nouns()[3]
    ):
        return 0
    behind = doc[position + run + 1]
    first, last = doc[position], doc[position + run - 1]
    told = behind.lower_ in words("en", "relative_people") or title_end(doc, behind.i) is not None
    if not told:
        return 0
    if run == 1:
        alone = (
            before is None
            or before.text in {".", ";", ":", "\n"}
            or "\n" in before.text
            or before.lower_ in words("en", "before_listed")
        )
        russian = first.lower_ in given_names() or (len(first) > _SHORT and first.lower_.endswith(_sure_endings()))
        return 1 if russian and alone else 0
    given = len(pinyin.syllables(last.text)) == 2 and (_is_syllable(first.text) or len(first) < _SHORT)
    return 2 if given else 0


def _is_syllable(word: str) -> bool:
    return len(pinyin.syllables(word)) == 1


@cache
def _sure_endings() -> tuple[str, ...]:
    return tuple(read("en", "people")["sure_endings"])


def _is_given_before(token: Token, initialled: str, taken: set[int]) -> bool:
    """Tell whether a word before initials and a surname is a given name: "Igor | Yu. Dolmatov", "Ramil | R. Gataev"."""
    if token.idx in taken or not token.whitespace_ or not is_name_word(token):
        return False
    if token.lower_ in people_words()[0]:
        return True
    data = read("en", "people")
    endings = (*surname_endings(), *data["endings_behind_title"], *data["likely_endings"])
    alone = initialled.count(".") == 1 and initialled.lower().endswith(endings)  # "Sciences R.N. Gataev"
    return alone and not token.is_sent_start and not is_common(token.lower_)


def _is_addressed(doc: Doc, position: int, taken: set[int]) -> bool:
    """Tell whether a word alone is a person's name by what stands before it: "Dr. Chepinsky"."""
    token = doc[position]
    if position == 0 or token.idx in taken or not is_name_word(token) or len(token) < 3:
        return False
    before = doc[position - 1].lower_.rstrip(".")
    follows = doc[position + 1] if position + 1 < len(doc) else None
    alone = follows is None or not (follows.text[:1].isupper() or follows.text == "-")
    surname = len(token) > _SHORT and token.lower_.endswith(people_words()[1])  # "Prime Minister Mishustin"
    titled = before in nouns()[3] and (surname or token.lower_ in given_names()) and not is_common(token.lower_)
    return alone and (titled or before in read("en", "people")["addresses"]) and not kind_of("en", [token.lower_])


_SHORT = 5  # letters: "Latin", "Admin" and the like end as surnames do


def title_end(doc: Doc, position: int) -> int | None:
    """Give where a title that begins at a token ends, before what it is of: "the Vice-Rector | for"."""
    modifiers, posts = _titles()
    seen = False
    for token in doc[position : position + 8]:
        if token.lower_ in posts:
            seen = True
        elif seen and token.lower_ in words("en", "behind_titles"):
            return token.i
        elif token.lower_ not in modifiers:
            return None
    return None


@cache
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    data = read("en", "posts")
    return frozenset(data["modifiers"]) | words("en", "articles") | words("en", "deputies") | {"-"}, nouns()[3]


def _may_be_person(span: Span) -> bool:
    """Tell whether the model's word for a person can be believed: "Friendship Award" is none.

    One of its words is a name by its form, or a post or an honorific stands beside it.
    """
    if any(kind_of("en", [token.lower_]) is not None for token in span) or (len(span) == 1 and _is_field(span[0])):
        return False
    words = [token.lower_ for token in span]
    if words[-1] in read("en", "shapes")["buildings"] and not _is_surname_behind(span[-1]):
        return False  # "the Main Building"
    formed = any(
        w in given_names() or w.endswith(people_words()[1]) or (w not in openers() and pinyin.syllables(w))
        for w in words
    )
    before = span.doc[span.start - 1].lower_.rstrip(".") if span.start else ""
    behind = [token.lower_ for token in span.doc[span.end : span.end + 4]]
    posts, honorifics = nouns()[3], set(read("en", "posts")["honorifics"])
    return formed or before in posts | honorifics or (behind[:1] in ([","], ["("]) and bool(posts & set(behind)))


def _is_field(token: Token) -> bool:
    """Tell whether a word ends as those of fields do, and no surname does: "Teacher | Training"."""
    ends = tuple(read("en", "names")["field_endings"])
    return token.lower_.endswith(ends) and not token.lower_.endswith(people_words()[1]) and len(token) > _SHORT


def is_name_word(token: Token) -> bool:
    """Tell whether a word in capitals can be a part of a personal name."""
    lower = token.lower_
    if not CAPITALISED.match(token.text) or (len(token.text) > 3 and token.text.isupper()):
        return False
    if lower.rstrip(".") in read("en", "people")["addresses"]:
        return False  # "Mr.", "Dr", "Ph.D." stand before a name
    if lower in read("en", "shapes")["buildings"] or lower in read("en", "people")["seldom_surnames"]:
        return _is_surname_behind(token)
    return lower not in _no_names()


@cache
def _no_names() -> frozenset[str]:
    return people_words()[2].union(*nouns())


def _is_surname_behind(token: Token) -> bool:
    """Tell whether what may be the noun of a building is a surname by the word before it: "Gary | Hall"."""
    before = token.nbor(-1) if token.i else None
    if before is None or not CAPITALISED.match(before.text) or _word_before(before) in words("en", "articles"):
        return False
    return before.lower_ in given_names() or INITIALS.match(before.text) is not None or _is_addressed_by(before)


def _is_addressed_by(given: Token) -> bool:
    """Tell whether a title stands before a word that may be a given name: "Professor | Gary"."""
    return _word_before(given) in read("en", "people")["addresses"]


def _word_before(token: Token) -> str:
    return token.nbor(-1).lower_.rstrip(".") if token.i else ""


def goes_on(span: Span) -> bool:
    """Tell whether a noun of an organization or event follows: "Xi'an Polytechnic" is no person before "University"."""
    organizations, events, _, _ = nouns()
    if span.end < len(span.doc) and span.doc[span.end].lower_ in nouns()[2]:
        return True  # "Ma'an Shan | city"
    rest = list(span.doc[span.end : span.end + 2])
    rest = rest if rest and rest[0].is_alpha and rest[0].text[:1].isupper() else rest[:1]  # "Li Wei from University"
    return any(token.text[:1].isupper() and token.lower_ in organizations | events for token in rest)


def _shape(doc: Doc, first: int, taken: set[int], given: frozenset[str], endings: tuple[str, ...]) -> tuple[int, float]:
    """Give how many tokens from `first` on are a person's name by its shape, and how sure that is."""
    run: list[Token] = []
    for token in doc[first : first + 7]:
        hyphen = token.text == "-" and run and not (run[-1].whitespace_ or token.whitespace_)
        fits = INITIALS.match(token.text) or is_name_word(token) or hyphen
        if token.idx in taken or not fits or "\n" in token.text:
            break
        run.append(token)
    while run and (run[-1].text == "-" or INITIALS.match(run[-1].text)) and len(run) > 1:
        run.pop()
    words: list[str] = []
    for place, token in enumerate(run):
        if words and (token.text == "-" or run[place - 1].text == "-"):
            words[-1] += token.text  # "Grigoryev-Golubev" is one word
        else:
            words.append(token.text)
    initials = [bool(INITIALS.match(word)) for word in words]
    if len(words) < 2 or all(initials):
        return 0, 0.0
    if len(words) >= 4 and words[2].lower().endswith(("vich", "vna")) and words[1].lower() in given:
        return 0, 0.0  # "Language Galina Yurievna Arkhipova": the name begins with the next word
    if words[0].lower() in given:
        # given name, then initials or patronymic, then surname
        inner = initials[1] or words[1].lower().endswith(("vich", "vna", "ich"))
        count = 3 if len(words) > 2 and (inner or _is_surname_of_two(words, endings)) else 2
        return _tokens_of(run, count), 0.9
    if len(words) >= 3 and words[1].lower() in given and words[2].lower().endswith(("vich", "vna", "ich")):
        return _tokens_of(run, 3), 0.9
    fathered = len(words) >= 3 and words[2].lower().endswith(_BY_FATHER) and words[0].lower().endswith(endings)
    if fathered and not is_common(words[0].lower()) and not is_common(words[1].lower()):
        return _tokens_of(run, 3), 0.85  # "Malyshev Adam Pavlovich"
    if len(words) >= 2 and initials[1] and words[0].lower().endswith(endings):
        return _tokens_of(run, 2), 0.9
    if words[1].lower() in given and words[0].lower().endswith(endings):
        return _tokens_of(run, 2), 0.85
    if len(words) == 3 and _are_three(words):
        return _tokens_of(run, 3), 0.7
    last = 3 if len(words) > 2 and words[1].lower().endswith(("vich", "vna")) else 2
    if len(words) >= last and words[last - 1].lower().endswith(surname_endings()) and not is_place_word(words[0]):
        return _tokens_of(run, last), 0.75
    if is_respelt_chinese(words[0], words[1]):
        return _tokens_of(run, 2), 0.8
    if pinyin.is_surname(words[0]) and pinyin.is_given_name(words[1]):
        extra = len(words) > 2 and len(pinyin.syllables(words[1])) == 1 and len(pinyin.syllables(words[2])) == 1
        return _tokens_of(run, 3 if extra else 2), 0.85
    if pinyin.is_surname(words[-1]) and len(words) == 2 and pinyin.is_given_name(words[0]):
        return _tokens_of(run, 2), 0.8
    return 0, 0.0


_BY_FATHER = ("ovich", "evich", "ovna", "evna")  # how patronymics end, and hardly any other word


def _are_three(words: list[str]) -> bool:
    """Tell whether three words of which the last ends as surnames do are one name: "Alex Josey Dov"."""
    first, second, third = (word.lower() for word in words)
    if not third.endswith(_sure_endings()) or second in given_names() or second.endswith(surname_endings()):
        return False
    known = is_common(first) or is_common(second) or pinyin.syllables(first) or pinyin.syllables(second)
    return not known and not first.endswith(tuple(read("en", "names")["peoples"]))


def _is_surname_of_two(words: list[str], endings: tuple[str, ...]) -> bool:
    """Tell whether a third word is the surname behind two given names: "Ivan Dmitry | Verbin"."""
    second, third = words[1].lower(), words[2].lower()
    if len(words) > 3 and third in given_names():  # "Ivan Petr, Oleg Sidorov" without its comma
        return False
    if is_common(third) or len(third) < 3 or words[2].isupper() or kind_of("en", [third]) is not None:
        return False  # "Maria Anna Award"
    return second in given_names() or (len(words) == 3 and not second.endswith(endings))


def _tokens_of(run: list[Token], words: int) -> int:
    """Give how many tokens the first words of a run are; hyphens join tokens to one word."""
    seen = 0
    for count, token in enumerate(run):
        if token.text != "-" and (count == 0 or run[count - 1].text != "-"):
            seen += 1
        if seen > words:
            return count
    return len(run)


def _trim(entity: Span) -> Span | None:
    """Give the part of the model's person that can be a name, without titles and nouns around it."""
    words = list(entity)
    if words[-1].lower_ in read("en", "shapes")["buildings"] and not _is_surname_behind(words[-1]):
        return None  # "the Main Building"
    while words and not (is_name_word(words[0]) or INITIALS.match(words[0].text)):
        words.pop(0)
    if len(words) > 1 and words[0].lower_ in openers() and not pinyin.is_surname(words[0].text):
        words.pop(0)  # "Then Li spoke", but "An Li"
    while words and not is_name_word(words[-1]):
        words.pop()
    if not words or any(not (is_name_word(w) or INITIALS.match(w.text) or w.text == "-") for w in words):
        return None
    return entity.doc[words[0].i : words[-1].i + 1]
