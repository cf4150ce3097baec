"""Names of organizations, events and places by how they are built: ``names.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from kg.languages.codes import Units, expand, matches
from kg.languages.en.built_kinds import as_numbered, is_field, kind_built, says_little, unless_owned
from kg.languages.en.letters import ORDINAL, as_units, nouns
from kg.languages.en.people_known import openers
from kg.languages.kinds import singular
from kg.languages.lexicon import read
from kg.languages.lexicon import words as lexicon_words
from kg.languages.lines import whole
from kg.languages.spans import NameSpan, widest


def built(doc: Doc, known: list[NameSpan], people: list[NameSpan]) -> list[NameSpan]:
    """Find names by how they are built, around those already known."""
    text = whole(doc)
    row = as_units(doc, widest([*(name for name in known if not name.candidates or _is_acronym(text, name)), *people]))
    found: list[NameSpan] = []
    for _, what, pattern in _patterns():
        spans = (one.span() for one in matches(pattern, row.codes))
        for match in (part for span in spans for part in _with_owner(what, row, *span, text)):
            first, last = _trimmed(what, row, *match, doc, text)
            if last - first < 2 and what != "company" and not _is_compound(text[row.starts[first] : row.ends[first]]):
                continue
            if (
                what == "event"
                and first
                and row.codes[first - 1] == "x"
                and _counts(text[row.starts[first - 1] : row.ends[first - 1]])
            ):
                first -= 1  # "the third China-Russia Forum"
            if what == "event" and _is_span_of_time(row, first, last, doc):
                continue
            start, end = row.span(first, last)
            if what == "event" and _is_venue(row, last, text):
                continue
            behind = {"event": "iob", "organization": "o"}.get(what, "")
            named = _as_language().match(text, end)
            if named is not None and not set(behind).isdisjoint(row.codes[first:last]):
                end = named.end()  # "Olympiad in Russian | as a Foreign Language"
            if text[start] == '"' and text[start + 1] in " .,;" and (behind_mark := text.find('"', start + 1, end)) > 0:
                start = behind_mark + 1  # which opens the next one: "“A” and the “Music Week”"
            if text.count('"', start, end) % 2:
                continue  # half a quotation
            series = next(
                (name for name in known if name.entry and row.codes[last - 1] == "V" and name.end == end), None
            )
            if what == "event" and series is not None:
                found.append(replace(series, start=start))  # "the 18th China International … Conference"
                continue
            if row.codes[last : last + 1] == "T" and _is_of_title(text[start:end]):
                continue  # "Deputy Party Secretary"
            words = [text[row.starts[k] : row.ends[k]] for k in range(first, last)]
            if what == "organization" and says_little(row.codes[first:last], words):
                continue
            if what == "place" and singular(words[0].lower()) in read("en", "names")["owned_by_all"]:
                continue  # "the Chinese | People's Republic"
            kind = kind_built(what, row.codes[first:last], words, row.codes[first - 1 : first])
            if (
                kind is not None
                and kind.cls == "University"
                and words[-1].lower() in read("en", "names")["own_when_modified"]
            ):
                before = row.codes[:first] + ("s" if _is_whose(row, first, text) else "")
                kind = unless_owned(kind, words, before, row.codes[last:])
            if kind is not None and _is_numbered(row, first, text):
                kind = as_numbered(kind, words)
            if kind is not None:
                found.append(NameSpan(start, end, kind.cls, "pattern", 0.85, None, kind.kind))
    return found


def _with_owner(what: str, row: Units, first: int, last: int, text: str) -> Iterator[tuple[int, int]]:
    """Give a match, and before it the organization whose part it names: "Omsk University's | Law School"."""
    yield first, last
    owner = _OWNER.match(row.codes, first, last) if what == "organization" else None
    if owner is None:
        return
    owned = owner.end() - 1
    word = text[row.starts[owned] : row.ends[owned]]
    told = row.codes[owned] == "K" or is_field(word)  # "the Ministry of Culture's", not "the Department of Omega's"
    if told and word.lower() not in read("en", "names")["owned_by_all"]:
        yield first, owned + 1


_OWNER = re.compile(r"[CLGn]*K(?:oC{1,2}(?:&C)?)?(?=s)")


def _trimmed(what: str, row: Units, first: int, last: int, doc: Doc, text: str) -> tuple[int, int]:
    """Give what of a match is the name: without a capital at the sentence's beginning, its owner, its place."""
    # a sentence's first word is capitalised whatever it is
    while first < last and row.codes[first] == "C" and is_opener(text[row.starts[first] : row.ends[first]]):
        first += 1
    if row.codes[first] == "n" and _ends_date(row, first, text):
        first += 1  # "on April 25th | Omsk Art College"
    if what == "organization":
        first = _behind_founding(row, first, last, text)
        first = _behind_owner(row.codes, first, last, text, row.starts, row.ends)
        last = _before_place(row, first, last, text)
        last = _before_field(row, first, last, doc)
        last = _before_owner(row, first, last, text)
        last = _before_side(row, first, last, text) if _as_language().match(text, row.ends[last - 1]) is None else last
        last = _before_another(row, first, last, doc, text)
        last = _before_title(row, first, last, text)
        first = _inner_body(row, first, last, text)
        first = _behind_another(row, first, last, doc, text)
    if what == "place":  # "the Chinese | city of Harbin"
        while first < last and text[row.starts[first] : row.ends[first]].lower() in read("en", "descriptions")["sides"]:
            first += 1
    if what == "event":
        last = _before_venue(row, first, last, text)
    while first < last and row.codes[first] in "s&,":
        first += 1
    return first, last


def _before_title(row: Units, first: int, last: int, text: str) -> int:
    """Give where a name ends before words of a title behind it: "Altai State University | Party Secretary"."""
    data = read("en", "posts")
    behind = text[row.starts[last] : row.ends[last]].lower() if row.codes[last : last + 1] == "T" else ""
    end = last
    while behind in data["of_party"] and text[row.starts[end - 1] : row.ends[end - 1]].lower() in data["before_title"]:
        end -= 1
    return end if end - first > 1 or row.codes[first] == "G" else last


def _behind_founding(row: Units, first: int, last: int, text: str) -> int:
    """Give where a name begins behind its founding, in titles: "Agreement on Jointly Building | History Centre"."""
    data = read("en", "words")
    word = text[row.starts[first] : row.ends[first]].lower() if first < last else ""
    if last - first <= 2 or word not in data["foundings"] or not word.endswith(tuple(data["participle"])):
        return first
    ahead = text[max(0, row.starts[first] - _LEAD) : row.starts[first]].lower().split()[-1:]
    return first + 1 if ahead and ahead[0] in (*data["leads_to_founding"], *data["jointly"]) else first


_LEAD = 14  # characters: "on Jointly Building"


def _is_numbered(row: Units, first: int, text: str) -> bool:
    """Tell whether a name begins with an ordinal or follows one: "Fourth School of …", "the third | School of …"."""
    before = text[row.starts[first - 1] : row.ends[first - 1]] if first else ""
    return row.codes[first] == "n" or _counts(before)


def _is_whose(row: Units, first: int, text: str) -> bool:
    """Tell whether a possessive pronoun stands before a name: "its | Pedagogical Institute"."""
    before = text[row.starts[first - 1] : row.ends[first - 1]].lower() if first else ""
    return before in read("en", "words")["whose"]


def _is_of_title(name: str) -> bool:
    """Tell whether words are such as stand before the noun of a post: "Deputy Party"."""
    return set(name.lower().split()) <= set(read("en", "posts")["modifiers"])


def _is_compound(word: str) -> bool:
    """Tell whether one word is a name by its first half: "IT-Park", but not "Sub-Committee"."""
    half, hyphen, _ = word.partition("-")
    return bool(hyphen) and len(half) > 1 and half.isupper()


def _is_venue(row: Units, last: int, text: str) -> bool:
    """Tell whether where something is held ends a name behind the noun of an event: "Omsk Concert | Hall"."""
    behind = text[row.starts[last] : row.ends[last]] if last < len(row.starts) else ""
    return behind.istitle() and behind.lower() in read("en", "names")["venues"]


def _is_span_of_time(row: Units, first: int, last: int, doc: Doc) -> bool:
    """Tell whether it is a number of days: "Spend Three Days"."""
    span = doc.char_span(*row.span(first, last), alignment_mode="expand")
    counted = set(read("en", "names")["counted_events"])
    return span is not None and any(t.like_num and t.nbor().lower_ in counted for t in span[:-1])


def _counts(word: str) -> bool:
    """Tell whether a word in small letters numbers an edition: "third"."""
    return ORDINAL.match(word.capitalize()) is not None


def _is_acronym(text: str, name: NameSpan) -> bool:
    """Tell whether a name that several bear is an abbreviation, which is never part of another name."""
    return text[name.start : name.end].isupper() and " " not in text[name.start : name.end]


def _behind_owner(codes: str, first: int, last: int, text: str, starts: tuple[int, ...], ends: tuple[int, ...]) -> int:
    """Give where a name begins behind its owner's: "OmSAU's | Faculty of Law", but "the People's Hospital"."""
    for k in range(first + 1, last):
        owner = text[starts[k - 1] : ends[k - 1]].lower()
        if codes[k] == "s" and codes[k - 1] in "GCKL" and owner not in read("en", "names")["owned_by_all"]:
            first = k + 1
    return first


def _before_place(row: Units, first: int, last: int, text: str) -> int:
    """Give where a name ends before its place, which belongs to the names of some kinds only."""
    cut = row.codes.rfind("i", first, last)
    if cut < 0 or "K" not in row.codes[first:cut]:
        return last
    head = row.codes.rfind("K", first, next(k for k in range(first, cut + 1) if row.codes[k] in "ofbiq"))
    word = text[row.starts[head] : row.ends[head]].lower()
    direct = head == cut - 1  # "Historical Society in Australia", with no field between
    return (
        last if head < first or word in read("en", "names")["with_place_directly" if direct else "with_place"] else cut
    )


def _before_venue(row: Units, first: int, last: int, text: str) -> int:
    """Give where an event's name ends before where it is held: "Forum | in Omsk", but "Olympiad in Mathematics"."""
    cut = row.codes.find("i", first, last)
    if cut < 0:
        return last
    subject = text[row.starts[last - 1] : row.ends[last - 1]]
    if row.codes[cut + 1 : last] == "L":
        return cut  # "Beijing", which ends as fields do
    return last if is_field(subject) or subject.lower() in read("en", "names")["subjects"] else cut


@cache
def _as_language() -> re.Pattern[str]:
    return re.compile(read("en", "names")["as_language"])


def _before_field(row: Units, first: int, last: int, doc: Doc) -> int:
    """Give where a university's name ends before what its deputy is for: "Vice-Rector of X | for Research"."""
    cut = row.codes.find("f", first, last)
    if cut < 1 or row.codes[cut - 1] not in "GK" or row.codes[cut : cut + 2] == "fd":
        return last
    head = doc.char_span(row.starts[cut - 1], row.ends[cut - 1])
    start = doc.char_span(row.starts[first], row.ends[first])
    of_university = head is not None and head[-1].lower_ == "university"
    return cut if of_university and start is not None and is_deputy_of(doc, start.start) else last


def _before_owner(row: Units, first: int, last: int, text: str) -> int:
    """Give where a name ends before who it belongs to, or who helped: "Department of Law | of Oblakron", "| with X"."""
    codes = row.codes
    if re.search(r"od?L$", codes[first:last]) and re.match(r"s[GK]", codes[last:]):
        return codes.rfind("o", first, last)  # "the Institute of Law | of China's Jilin University"
    if re.search(r"(?<=K)od?[CL]{1,2}$", codes[first:last]) and re.match(r"s[CL]{0,4}[GK]", codes[last:]):
        return first + codes[first:last].rfind("o")  # "the Asia Department | of Omega's Foreign Affairs Office"
    if codes[last : last + 1] == "s" and (about := re.search(r"(?<=K)[ofb]d?L$", codes[first:last])) is not None:
        return first + about.start()  # "the Polar Institute | on China's participation"
    of = codes.find("o", codes.find("o", first, last) + 1, last) if codes.count("o", first, last) > 1 else -1
    several = of > 0 and codes[of - 1] == "J"  # "Union of Schools of the Far North"
    head = row.codes.find("K", first, of if of > 0 else last)
    several |= head >= 0 and text[row.starts[head] : row.ends[head]].lower() in read("en", "names")["unowned"]
    if (
        of > 0
        and not several
        and set(codes[of:last]) <= set("odC&")
        and not is_field(text[row.starts[last - 1] : row.ends[last - 1]])
        and not _are_things(text[row.starts[of + 1] : row.ends[last - 1]])
        and not _are_of_lands(row, of, text)
    ):
        return of
    cut = codes.find("w", first, last)
    if cut < 0:
        return last
    before = text[row.starts[cut - 1] : row.ends[cut - 1]].lower()
    return last if before in read("en", "names")["goes_with"] else cut


def _before_side(row: Units, first: int, last: int, text: str) -> int:
    """Give where a name ends before "on the Russian side", "of Chinese side", "and Chinese students"."""
    word = text[row.starts[last - 1] : row.ends[last - 1]].lower()
    small = row.codes[last : last + 1] in set("xektgu") and text[row.ends[last - 1] : row.starts[last]] == " "
    if not small or word not in read("en", "descriptions")["sides"]:
        return last
    if row.codes[last - 3 : last] in {"bdC", "fdC", "odC"} and last - first > 3:
        return last - 3
    joined = row.codes[last - 2 : last] == "&C" and last - first > 3
    return last - 2 if joined or row.codes[last - 2 : last] == "oC" else last


def _ends_date(row: Units, first: int, text: str) -> bool:
    """Tell whether an ordinal is the day of the month before it: "April | 25th"."""
    before = text[row.starts[first - 1] : row.ends[first - 1]].lower().rstrip(".") if first else ""
    return before in read("en", "dates")["months"]


def _before_another(row: Units, first: int, last: int, doc: Doc, text: str) -> int:
    """Give where a name ends before another beside it, or its country: "University of Omsk | and Tarbiat Olya"."""
    codes = row.codes[first:last]
    head = codes.find("K")
    noun = text[row.starts[first + head] : row.ends[first + head]].lower() if head >= 0 else ""
    if head > 1 and noun in read("en", "names")["of_no_country"] and re.fullmatch(r"od?L", codes[head + 1 :]):
        return first + head + 1  # "Polar Investment Group | of China"
    beside = re.fullmatch(r"[^o]*Kod?([CL])(&)C{1,2}", codes) if noun in read("en", "names")["unowned"] else None
    if beside is None:
        return last
    place, end = first + beside.start(1), first + beside.start(2)
    if row.codes[place] == "C" and all(entity.end_char != row.ends[place] for entity in doc.ents):
        return last  # "University of Water and Power"
    word = text[row.starts[last - 1] : row.ends[last - 1]]
    return last if is_field(word) or word.lower() in _subjects() else end


def _behind_another(row: Units, first: int, last: int, doc: Doc, text: str) -> int:
    """Give where a name begins behind another joined to it: "University of Omsk and | Alta University", "Rix and | …".

    Either the model reads two organizations there, or two universities are told by their nouns.
    """
    joint = row.codes.find("&", first, last)
    if joint <= first or not set(row.codes[first:joint]) <= {"C", "L"} or "K" not in row.codes[joint:last]:
        return first
    start, end = row.starts[joint + 1], row.ends[joint - 1]
    words = [text[row.starts[k] : row.ends[k]].lower() for k in range(first, last)]
    owner = re.search(r"Kod?$", row.codes[:first])
    noun = text[row.starts[owner.start()] : row.ends[owner.start()]].lower() if owner is not None else ""
    if noun in lexicon_words("en", "parted_units"):
        return first  # "School of Ice Physics and Siberian Library": two units, which `parted` tells apart
    of_fields = any(is_field(word) or word in _subjects() for word in words[: joint - first])
    bounds = [(one.start_char, one.end_char) for one in doc.ents if one.label_ == "ORG"]
    if any(one[1] == end for one in bounds) and any(one[0] == start for one in bounds):
        return first if of_fields and owner is None else joint + 1  # "the Press and Information Department"
    if owner is None or of_fields:
        return first
    ranks = read("en", "names")["unowned"]
    return joint + 1 if noun in ranks and not set(ranks).isdisjoint(words[joint - first :]) else first


@cache
def _subjects() -> frozenset[str]:
    return frozenset((*read("en", "names")["subjects"], *read("en", "shapes")["small_fields"]))


def _are_things(said: str) -> bool:
    """Tell whether words name several things by a plural, and nobody: "Marine Organisms"."""
    words = said.split()
    last = words[-1]
    plural = (
        last.endswith("s") and not last.endswith(("ss", "us", "is", "'s")) and singular(last.lower()) != last.lower()
    )
    return len(words) > 1 and words[0] != "the" and last[:1].isupper() and plural


def _are_of_lands(row: Units, of: int, text: str) -> bool:
    """Tell whether those studied stand behind an "of": "Institute of History | of the Peoples of the Far East"."""
    first = of + (2 if row.codes[of + 1 : of + 2] == "d" else 1)
    return text[row.starts[first] : row.ends[first]].lower() in read("en", "shapes")["of_whom_states"]


def is_deputy_of(doc: Doc, start: int) -> bool:
    """Tell whether the post of a deputy stands before a name: "Vice-Rector of", "First Deputy Director of the"."""
    before = [token.lower_ for token in doc[max(0, start - _NEAR) : start]]
    before = before[:-1] if before[-1:] == ["the"] else before
    deputies = read("en", "words")["deputies"]
    return before[-1:] == ["of"] and any(word in deputies for word in before) and bool(nouns()[3] & set(before[-2:]))


_NEAR = 7  # tokens: "First Vice - Rector of the"


def _inner_body(row: Units, first: int, last: int, text: str) -> int:
    """Give where the name of an inner body begins behind its organization's: "chairman of X | University Council"."""
    post = row.codes[:first].rstrip("d")[-2:] in {"To", "to"}
    head = text[row.starts[last - 1] : row.ends[last - 1]].lower()
    inner = post and row.codes[first] == "G" and head in read("en", "posts")["bodies"]
    return first + 1 if inner else first


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    data = read("en", "names")
    return tuple((row["id"], row["what"], expand(row["pattern"], data["parts"])) for row in data["patterns"])


def is_opener(word: str) -> bool:
    """Tell whether a word has its capital from its place alone."""
    return word.lower() in openers()
