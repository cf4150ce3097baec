"""What only the model takes for a name, and what of it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from kg.languages.en.bodies import is_portfolio
from kg.languages.en.branches import is_to_come
from kg.languages.en.built_kinds import is_field, is_premises
from kg.languages.en.days import is_calendar_day
from kg.languages.en.letters import nouns
from kg.languages.en.people_known import openers
from kg.languages.en.state_forms import is_state_form
from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import read, words
from kg.languages.origins import surname_endings
from kg.languages.spans import NameSpan
from kg.schema import is_a

_NO_NAMES = {"Agreement", "Programme", "Recognition"}
_BEHIND_HEADS = {"on", "of", "for", "in", "between"}
_MODEL_CLASSES = {"ORG": "Organization", "GPE": "Place", "LOC": "Place", "EVENT": "Event", "FAC": "Place"}


def is_proper(span: Span) -> bool:
    """Tell whether a name is spelled with capitals: "it" is no abbreviation, "union" no Union."""
    first = span[0].text
    return first[:1].isupper() or first[:1].isdigit() or any(ch.isupper() for ch in first) or not first.isascii()


def _is_field(span: Span) -> bool:
    """Tell whether it is a field: "Rector for International Affairs"."""
    doc, posts = span.doc, nouns()[3]
    before = [token.lower_ for token in doc[max(0, span.start - 4) : span.start]]
    return bool(before) and before[-1] == "for" and bool(posts & set(before))


def _is_led(span: Span) -> bool:
    """Tell whether a word says what somebody is in charge of: "Vice President of Education and Admissions"."""
    doc, posts = span.doc, nouns()[3]
    if not _says_fields(span):
        return False
    before = [token.lower_ for token in doc[max(0, span.start - 4) : span.start]]
    place = next((k for k, word in enumerate(before) if k and word == "of" and before[k - 1] in posts), None)
    return place is not None and all(word != "the" and word != "," for word in before[place:])


def _is_led_there(span: Span) -> bool:
    """Tell whether it says what and where somebody is in charge of: "Minister of | Health of the Republic"."""
    before = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    place = next((k for k, token in enumerate(span) if token.lower_ == "of"), 0)
    if not place or before[1:] not in (["of"], ["for"]) or before[0] not in nouns()[3]:
        return False
    return _says_fields(span[:place])


def _says_fields(span: Span) -> bool:
    """Tell whether words are of fields alone: "Education and Admissions", "Health"."""
    fields = {*read("en", "posts")["portfolios"], *read("en", "shapes")["small_fields"], "and", "&", ","}
    return all(is_field(token.text) or token.lower_ in fields for token in span)


def _is_capitals_led(span: Span) -> bool:
    """Tell whether capitals may be a field, since whose head is named heads no whole: "Head of GIS"."""
    before = [token.lower_ for token in span.doc[max(0, span.start - 3) : span.start]]
    before = before[:-1] if before[-1:] == ["the"] else before
    if len(span) != 1 or not span.text.isupper() or before[-1:] != ["of"] or len(before) < _FEWEST:
        return False
    data = read("en", "names")
    return before[-2] in nouns()[3] - {*data["lead_short_forms"], *data["lead_bodies"]}


def _goes_on_small(span: Span) -> bool:
    """Tell whether it goes on in small letters behind the noun of a body: "Faculty of law | teachers"."""
    if not span[-1].text.islower() or not span[-1].is_alpha:
        return False
    return any(kind_of("en", [token.text]) is not None for token in span[:-1])


def _is_taught(span: Span) -> bool:
    """Tell whether it is a subject of study or work: "a bachelor's degree in Wood Science", "Specialist in Botany"."""
    before = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    members = {post for post, kind in read("en", "posts")["posts"].items() if kind == "member"}
    of_field = before[1:] == ["in"] or (before[1:] == ["of"] and is_field(span[-1].text))
    if of_field and before[0] in members:
        return not is_a(_MODEL_CLASSES.get(span.label_, "Organization"), "Place")
    if before[1:] == ["of"] and before[0] in read("en", "posts")["degrees"]:
        return True  # "Doctor of Biological Sciences"
    return before[1:] == ["in"] and before[0] in read("en", "names")["taught"]


def _is_matter(span: Span) -> bool:
    """Tell whether it says by its ending what something is about: "cooperation in Geological Mapping"."""
    last = span[-1] if len(span) > 1 and span[-1].lower_ not in {"and", "&"} else span[-2:-1]
    if len(span) < _FEWEST or not is_field(last.text):
        return False
    start, doc = span.start, span.doc
    if start > 1 and doc[start - 1].lower_ in words("en", "conjunctions") and is_field(doc[start - 2].text):
        start -= _FEWEST
        while start and doc[start - 1].text[:1].isupper():
            start -= 1
    return start > 0 and doc[start - 1].lower_ in words("en", "about_matters")


def _ends_compound(span: Span) -> bool:
    """Tell whether it goes on behind a compound that ends in small letters: "High-speed | Railway Technology"."""
    doc, start = span.doc, span.start
    if start < _COMPOUND or not doc[start - 1].text.islower() or doc[start - 2].text != "-":
        return False
    return not doc[start - 2].whitespace_ and doc[start - 3].text[:1].isupper() and not doc[start - 3].whitespace_


_FEWEST, _COMPOUND = 2, 3  # words


def _is_one_of_many(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].lower_ in {"a", "an"} and len(span) > 1


def _is_degree(span: Span) -> bool:
    """Tell whether it is a degree: "Candidate of Technical Sciences", "Master of Arts", "Bachelor's and Master's"."""
    degrees = read("en", "posts")["degrees"]
    capital = [token.lower_ for token in span if token.text[:1].isupper()]
    if capital and set(capital) <= set(degrees):
        return True
    return len(span) > 1 and span[0].lower_ in degrees and span[1].lower_ == "of"


def _is_charge(span: Span) -> bool:
    """Tell whether it says what the holder of the title behind it is in charge of: "Science | Deputy Director"."""
    titles = nouns()[3] | words("en", "deputies") | set(read("en", "posts")["modifiers"])
    behind = span.doc[span.end : span.end + 1]
    titled = len(behind) > 0 and behind[0].text[:1].isupper() and behind[0].lower_ in titles
    return titled and all(is_field(t.text) or t.lower_ in {"and", "&"} for t in span)


def _is_quoted_title(span: Span) -> bool:
    """Tell whether it is what a programme or agreement is called: "the master's programme “River Management”"."""
    before = [token for token in span.doc[max(0, span.start - 3) : span.start] if token.lower_ not in _called()]
    kind = kind_of("en", [before[-2].lower_]) if len(before) > 1 and before[-1].text == '"' else None
    return kind is not None and kind.cls in _NO_NAMES


@cache
def _called() -> frozenset[str]:
    return frozenset(read("en", "descriptions")["called"])


def _is_anybody(span: Span) -> bool:
    """Tell whether words say only what and of which country some are: "Delegation of Russian University Rectors"."""
    said = [singular(token.lower_) for token in span if token.is_alpha]
    groups = {*read("en", "descriptions")["groups"], *nouns()[3]}
    kinds = set(read("en", "names")["of_any_country"])
    if len(said) > 1 and said[0] in read("en", "descriptions")["sides"] and said[-1] in words("en", "known_groups"):
        return kind_of("en", said) is None  # "Russian Education Delegation"
    rest = set(said) - groups - kinds - {"of", "and", "the"}
    countries = {*read("en", "descriptions")["sides"]}
    countries.update(part for side in read("en", "names")["binational"] for part in side.split("-"))
    return bool(rest) and said[-1] in groups | kinds and rest <= countries


def _is_plural(span: Span) -> bool:
    """Tell whether it means several: "Russian Universities on Tour", "Memoranda", no "Association of Universities"."""
    if len(span) == 1 and span[0].lower_ in read("en", "descriptions")["irregular"]:
        return True
    end = next((k for k, token in enumerate(span) if token.is_lower), len(span))
    if not end:
        return False
    last = span[end - 1].lower_
    organizations = nouns()[0]
    one = singular(last) != last and singular(last) in organizations
    return one and not any(token.lower_ in organizations for token in span[: end - 1])


def _behind_post(span: Span) -> tuple[Span, bool]:
    """Give what stands behind "Vice Minister of", and whether the span began so."""
    posts, modifiers = nouns()[3], set(read("en", "posts")["modifiers"])
    start = 0
    while start < len(span) and span[start].lower_ in modifiers - posts:
        start += 1
    if start + 1 < len(span) and span[start].lower_ in posts | _bodies() and span[start + 1].lower_ in {"of", "for"}:
        article = start + 2 < len(span) and span[start + 2].lower_ == "the"
        return span[start + 2 + article :], True
    return span, False


@cache
def _bodies() -> frozenset[str]:
    return frozenset(read("en", "posts")["bodies"])


def _stripped(span: Span) -> Span:
    """Give what of a span is the name: without an article, marks, and a preposition or a side at its end."""
    while len(span) and (span[0].lower_ in {"the", "a", "an"} or span[0].is_punct):
        span = span[1:]
    while len(span) and (
        span[-1].lower_ in _BEHIND_HEADS
        or (span[-1].text == '"' and sum(token.text == '"' for token in span) == 1)
        or ((span[-1].is_punct or span[-1].text == "'s") and span[-1].text not in {")", '"'})
    ):
        span = span[:-1]
    if len(span) > 2 and span[-1].lower_ in read("en", "descriptions")["sides"] and span[-2].lower_ == "of":
        return span[:-2]  # "the Committee of Chinese side"
    if len(span) > _TAIL and span[-2].lower_ == "the" and kind_of("en", [span[-1].lower_]) is not None:
        return span[:-_TAIL]  # "the Ministry of Health of the Republic"
    return span


_TAIL = 3  # words of "of the Republic"


def _ends_with_number(span: Span, text: str) -> bool:
    """Tell whether its end only says which of several it is: "head of | Building No. 3", or "Building No" before it."""
    return any(
        number is not None and number.end() >= span.end_char
        for number in (_number().match(text, token.idx) for token in span[-_NUMBERED:])
    )


_NUMBERED = 3  # tokens: "No. 3"


@cache
def _number() -> re.Pattern[str]:
    return re.compile(read("en", "shapes")["numbers"])


def model_names(doc: Doc, text: str) -> Iterator[NameSpan]:
    """Give what only the model saw, with the class that its last word says, if it says one."""
    for entity in doc.ents:
        cls = _MODEL_CLASSES.get(entity.label_)
        if cls is None or "\n" in entity.text:
            continue
        if _leads_on(entity) or _sits(entity):
            continue  # "10th anniversary celebration of the | Association of X": descriptions read it whole
        span, posted = _behind_post(_stripped(entity))
        if not len(span) or not is_proper(span) or not any(t.is_alpha for t in span):
            continue
        if text.count('"', span.start_char, span.end_char) % 2:
            continue  # half a quotation
        if is_to_come(text, span.start_char, span.end_char):
            continue
        if _only_describes(span) or _ends_with_number(span, text) or _is_led_there(span) or _is_capitals_led(span):
            continue
        kind = kind_of("en", [t.text for t in span if not t.is_punct])
        if kind is not None and kind.cls in _NO_NAMES:
            continue  # a description, not a name
        if kind is not None and len(span) == 2 and is_premises(span[-1].text):
            continue  # "FEFU Campus"
        if kind is None and (posted or _goes_on_small(span) or _bears_no_name(span, cls)):
            continue  # "Minister of Trade" is who holds a post
        if kind is None and is_portfolio(text, span.start_char, span.end_char):
            continue  # "Russian Education and Science Minister"
        cls, concept = (kind.cls, kind.kind) if kind is not None else (cls, None)
        if is_a(cls, "Event") and singular(span[-1].lower_) in nouns()[1] - {span[-1].lower_}:
            continue  # "Educational Exhibitions" are no event of that name
        if is_a(cls, "Event") and (is_calendar_day(span.text) or _is_when(span) or _is_of_venue(span)):
            continue
        if kind is None and (_is_building(span) or _is_taught_there(span)):
            continue  # "the VIP Lounge", "the departments of Geography and History"
        if (cls == "Organization" and _is_field(span)) or (is_a(cls, "Organization") and _is_plural(span)):
            continue
        if (
            kind is None
            and cls == "Organization"
            and len(span) > _FEWEST
            and span[0].lower_ in words("en", "led_parts")
        ):
            cls = "OrganizationalUnit"  # "Sector for Chinese Studies"
        if len(span) == 1 and kind is None and span[0].lower_.endswith(surname_endings()):
            cls = "Person"  # "Manturov" is who bears such a name, whatever the model says
        if len(span) == 1 and cls == "Organization" and not span[0].text[0].isupper():
            continue
        if len(span) == 1 and cls != "Person" and span[0].lower_ in openers():
            continue
        yield NameSpan(span.start_char, span.end_char, cls, "model", 0.5, None, concept)


def _is_when(span: Span) -> bool:
    """Tell whether a day says when something was: "On World Water Day the students swam"."""
    return span[-1].lower_ == "day" and span.start > 0 and span.doc[span.start - 1].lower_ == "on"


def _is_of_venue(span: Span) -> bool:
    """Tell whether it only says which hall or room the noun behind it means: "the First Conference | Room"."""
    behind = span.doc[span.end : span.end + 1].text
    return behind.istitle() and behind.lower() in read("en", "names")["venues"]


def _leads_on(span: Span) -> bool:
    """Tell whether an event's name is cut before what it is of: it ends with "of the" or in small letters."""
    if not is_a(_MODEL_CLASSES[span.label_], "Event"):
        return False
    last = span[-1]
    ends = kind_of("en", [t.text for t in span if not t.is_punct]) is not None
    return last.text[:1].islower() and not ends


def _sits(span: Span) -> bool:
    """Tell whether words begin with what somebody holds, which is no part of a body's name: "Meeting of the …"."""
    first = span[1:] if span[0].lower_ in words("en", "articles") else span
    return len(first) > 1 and first[0].lower_ in words("en", "held_by_bodies") and first[1].lower_ == "of"


def _is_building(span: Span) -> bool:
    return len(span) > 1 and span[-1].lower_ in read("en", "shapes")["buildings"]


def _is_taught_there(span: Span) -> bool:
    """Tell whether several units are called by it: "the departments of | Geography and History"."""
    before = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    noun = singular(before[0]) if before[1:] == ["of"] else ""
    return noun in nouns()[0] and before[0] != noun and any(is_field(t.text) for t in span)


def _only_describes(span: Span) -> bool:
    """Tell whether words in capitals name nobody, whatever they are of: "the University", "Acting Rector"."""
    titles = nouns()[3] | words("en", "deputies") | set(read("en", "posts")["modifiers"])
    if all(word in titles for word in span.text.lower().replace("-", " ").split()):
        return True  # "Scientific" before "Secretary", "Acting Rector"
    if all(t.lower_ in openers() or t.lower_ in nouns()[0] | nouns()[1] | nouns()[3] or _counts(t) for t in span):
        return True  # "the University" means one without naming it, and so does "the No. 1 University"
    if len(span) == 1 and span[0].lower_ in read("en", "names")["inner_bodies"]:
        return True  # "Board" before "Chairman A"
    if _is_anybody(span) or is_state_form(span.text) or span.text in read("en", "names")["no_short_forms"]:
        return True
    owners = nouns()[0] | nouns()[3]
    if len(span) > 1 and span[0].lower_ in owners and span[1].text in words("en", "possessive_endings"):
        return True  # "the Association's education committee", "the Rector's Office"
    if len(span) == 1 and span[0].lower_ in read("en", "descriptions")["metals"]:
        return True  # "Bronze was taken by A"
    if {t.lower_ for t in span} <= set(read("en", "names")["ranks"]):
        return True  # so does "the National Research University"
    if _is_of_countries(span):
        return True
    head = next((k for k, t in enumerate(span) if k and (t.lower_ in _BEHIND_HEADS or t.text == '"')), len(span))
    led = kind_of("en", [t.text for t in span[:head] if not t.is_punct])
    if led is not None and is_a(led.cls, "Event") and head < len(span) and span[head - 1].is_lower:
        return True  # "New Year concert for Graduates of the Academy"
    return led is not None and led.cls in _NO_NAMES  # "Agreement on Academic Exchange", "MOU “Green Path”"


def _is_of_countries(span: Span) -> bool:
    """Tell whether a noun in small letters has no capital but its countries': "Sino-Russian law seminar"."""
    countries = {*read("en", "descriptions")["sides"], *read("en", "names")["binational"]}
    words = span.text.split()
    capital = {word.lower() for word in words if not word.islower()}
    return 0 < len(capital) < len(words) and capital <= countries


def _counts(token: Token) -> bool:
    """Tell whether a token is a number, or leads up to one: "No. 1"."""
    return token.is_digit or token.is_punct or token.lower_.rstrip(".") in {"no", "№"}


def _bears_no_name(span: Span, cls: str) -> bool:
    """Tell whether words that say no kind are a field, a title, a degree or an idea."""
    if _is_taught(span) or _is_quoted_title(span):
        return True  # "a programme in Wood Science", "Professor of Marine Biology"
    if _is_degree(span) or _is_charge(span) or _is_matter(span) or _ends_compound(span) or _is_led(span):
        return True
    if is_a(cls, "Place") and _is_one_of_many(span):
        return True  # "in a Changing Climate"
    if len(span) > 1 and singular(span[-1].lower_) in read("en", "names")["ideas"]:
        return True  # "Sustainable Development Goals"
    # "Polar and Marine Director"
    return len(span) > 1 and span[-1].lower_ in nouns()[3] and span[-1].text[:1].isupper()
