"""Whether two names can be one person's.

A Chinese name is compared by its sounds in plain pinyin, whatever script it stands in. Two given names that both are
good pinyin are two names, however alike; a form that is no pinyin can only be a misspelling, and is taken for one if
it is near enough. A Russian name is compared by a common form of its transliterations; there is no list of all
Russian names, so a form that is merely near never suffices alone.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final, TypeAlias

from rapidfuzz.distance import OSA

from kg.entities.names.match import Match
from kg.entities.names.people import Part, Reading, read
from kg.entities.names.sounds import SURE, common_form, differ_in_gender, given_form, is_known_given_name, is_near
from kg.languages.pinyin import is_surname, syllables

# The ladder of scores. What is above match.SAME suffices alone; what is above match.POSSIBLE contradicts nothing.
_EQUAL: Final = 1.0
_OTHER_SPELLING: Final = 0.97  # another script or transliteration
_MISSPELT: Final = 0.88  # what is written is no pinyin and the nearest name is this
_TWO_INITIALS: Final = 0.8
_ONE_INITIAL: Final = 0.75
_OTHER_READING: Final = 0.75  # a rarer reading of a Chinese character
_NEAR: Final = 0.7  # one letter, with nothing that says which is right
_SURNAME_ONLY: Final = 0.6
_NO_SURNAME: Final = 0.3
_DIFFERENT: Final = 0.1
_LEAST_MISSPELT: Final = 4
"""Chinese given names below this length ("Wei", "Na") must be exact: a letter more or less is another name."""
_LEAST_FOR_TWO: Final = 5
"""From this length on two letters may be wrong where the form is no pinyin: "Zhyui" for "Zhiyu"."""
_Given: TypeAlias = tuple[Part, ...]


@lru_cache(maxsize=100_000)
def _compare(one: str, other: str) -> Match:
    readings = [(a, b) for a in read(one) for b in read(other)]
    if not readings:
        return Match(0.0, "one of the names has no letters")
    matches = [_compare_readings(a, b) for a, b in readings]
    best = max(matches, key=lambda match: match.score)  # of equals the first: the likeliest readings
    if best.misspelt is None:
        return best
    bearers = [name for name in (one, other) if best.misspelt in name]
    return replace(best, misspelt=bearers[0] if len(bearers) == 1 else None)


def fullness(name: str) -> int:
    """Give how much of a person a name tells: 2 with a given name, 1 with initials, 0 with a surname alone.

    >>> fullness("Dmitry Arseniev"), fullness("D. G. Arseniev"), fullness("Prof. Arseniev")
    (2, 1, 0)
    """
    found = read(name)
    if not found or not found[0].given or found[0].surname is None:
        return 0
    return 1 if found[0].given[0].initial else 2


def is_short_chinese_name(name: str) -> bool:
    """Tell whether a name is Chinese with one syllable after the surname; thousands share each of them.

    >>> is_short_chinese_name("Li Hai"), is_short_chinese_name("王伟"), is_short_chinese_name("Lu Zhiyu")
    (True, True, False)
    """
    return any(
        reading.chinese and any(len(syllables(part.key)) == 1 for part in reading.given if not part.initial)
        for reading in read(name)
    )


def person_keys(name: str) -> frozenset[str]:
    """Give keys of which two names must share one to be comparable: surname and first letter of the given name."""
    keys = set()
    for reading in read(name):
        surname = common_form(reading.surname.key)[:SURE] if reading.surname else ""
        first = reading.given[0].key if reading.given else ""
        keys |= {f"{surname} {letter[:1]}" for letter in (first, common_form(first), given_form(first))}
    return frozenset(keys)


def same_person_keys(name: str) -> frozenset[str]:
    """Give keys of which two well-written names must share one to be the same by themselves: surname and given name."""
    keys = set()
    for reading in read(name):
        if reading.surname and reading.given:
            surname = common_form(reading.surname.key)[:SURE]
            given = {_joined(reading.given).key, reading.given[0].key, given_form(reading.given[0].key)}
            keys |= {f"{surname} {form}" for form in given}
    return frozenset(keys)


def is_misspelt_chinese_name(name: str) -> bool:
    """Tell whether a name may be a Chinese one with a misprint: a Chinese surname with what is no pinyin.

    >>> is_misspelt_chinese_name("Lu Zhiyui"), is_misspelt_chinese_name("Lu Zhiyu")
    (True, False)
    """
    return any(
        is_surname(reading.surname.key)
        and not any(part.initial for part in reading.given)
        and _joined(reading.given).sounds is None
        for reading in read(name)
        if reading.surname and reading.given
    )


def compare_persons(a: str, b: str) -> Match:
    """Give how likely two names belong to one person, and why; the order of the two does not matter.

    Posts and words of address are ignored, initials stand for any name that begins so, a patronymic may be missing.

    >>> found = compare_persons("Lu ZHIYU", "Zhiyui Lu")
    >>> found.same, found.reason
    (True, 'same surname; given name differs by one letter and “Zhiyui” is no pinyin')
    >>> compare_persons("Zhang Wei", "Zhang Wen").same
    False
    """
    one, other = sorted((a.strip(), b.strip()))
    return _compare(one, other)


def _compare_readings(a: Reading, b: Reading) -> Match:
    if a.surname is None or b.surname is None:
        return _compare_without_surname(a.given, b.given)
    if a.han and b.han:
        return _compare_characters(a.surname, a.given, b.surname, b.given)
    if (a.han and not a.chinese) or (b.han and not b.chinese):
        return Match(0.0, "a foreign name in Chinese characters cannot be compared with other scripts")
    compare = _compare_chinese if a.chinese or b.chinese else _compare_western
    return compare(a.surname, a.given, b.surname, b.given)


def _compare_characters(surname: Part, given: _Given, other: Part, other_given: _Given) -> Match:
    if surname.text != other.text:
        return Match(0.0, f"the surnames differ: “{surname.text}” and “{other.text}”")
    if not given or not other_given:
        return Match(_SURNAME_ONLY, "same surname; one of them has no given name")
    for one, two in zip(given, other_given, strict=False):
        if one.initial or two.initial:
            return Match(_SURNAME_ONLY, "same surname; the given name is not written out")
        if one.text != two.text:
            return Match(_DIFFERENT, f"same surname; other characters: “{one.text}” and “{two.text}”")
    return Match(_EQUAL, "the same characters")


def _compare_chinese(surname: Part, given: _Given, other: Part, other_given: _Given) -> Match:
    if surname.key != other.key:
        return Match(0.0, f"the surnames differ: “{surname.text}” and “{other.text}”")
    if not given or not other_given:
        return Match(_SURNAME_ONLY, "same surname; one of them has no given name")
    if given[0].initial or other_given[0].initial:
        return _compare_chinese_initials(given, other_given)
    one, two = _joined(given), _joined(other_given)
    return _compare_given_pinyin(one, two, same_script=one.text.isascii() == two.text.isascii())


def _joined(given: _Given) -> Part:
    if len(given) == 1:
        return given[0]
    sounds = "".join(part.sounds or "" for part in given) if all(part.sounds for part in given) else None
    return Part(" ".join(part.text for part in given), ("".join(part.key for part in given),), sounds)


def _compare_chinese_initials(a: _Given, b: _Given) -> Match:
    initials, full = (a, b) if a[0].initial else (b, a)
    letters = "".join(part.key[0] for part in initials)
    if full[0].initial:
        others = "".join(part.key[0] for part in full)
        agree = letters.startswith(others) or others.startswith(letters)
    else:
        agree = any(_begins(key, letters) for key in full[0].keys)
    if not agree:
        return Match(_DIFFERENT, f"same surname; the initials “{letters.upper()}” do not fit")
    return Match(_TWO_INITIALS if len(letters) > 1 else _ONE_INITIAL, "same surname; the initials fit")


def _begins(key: str, letters: str) -> bool:
    return key[0] == letters[0] and (len(letters) == 1 or letters[1] in key[1:])


def _compare_given_pinyin(one: Part, other: Part, *, same_script: bool) -> Match:
    if one.key == other.key:
        if same_script:
            return Match(_EQUAL, "same surname and given name")
        return Match(_OTHER_SPELLING, "same surname and given name, written in another script")
    if set(one.keys) & set(other.keys):
        return Match(_OTHER_READING, f"same surname; “{one.text}” can be read as “{other.text}”")
    if one.sounds and other.sounds:
        return Match(
            _DIFFERENT, f"same surname; “{one.text}” and “{other.text}” are both good pinyin, so they are two names"
        )
    wrong = other if one.sounds else one
    shortest = min(len(one.key), len(other.key))
    distance = OSA.distance(one.key, other.key)
    meant = not is_known_given_name(wrong.text, wrong.key)  # else it is no misspelling, but a name like "Anna"
    if meant and shortest >= _LEAST_MISSPELT and distance <= (2 if shortest >= _LEAST_FOR_TWO else 1):
        number = "one letter" if distance == 1 else "two letters"
        neither = not one.sounds and not other.sounds
        why = "neither form is pinyin" if neither else f"“{_title(wrong)}” is no pinyin"
        reason = f"same surname; given name differs by {number} and {why}"
        return Match(_MISSPELT, reason, None if neither else wrong.text)
    return Match(_DIFFERENT, f"same surname; the given names differ: “{one.text}” and “{other.text}”")


def _title(part: Part) -> str:
    return part.text.capitalize() if part.capitals else part.text


def _compare_western(surname: Part, given: _Given, other: Part, other_given: _Given) -> Match:
    score, words = _compare_surname(surname, other)
    if score <= _DIFFERENT:
        return Match(score, words)
    if not given or not other_given:
        lacking = "one of them has" if given or other_given else "both have"
        return Match(min(score, _SURNAME_ONLY), f"{words}; {lacking} no given name")
    found = _compare_given(given, other_given)
    return Match(min(score, found.score), f"{words}; {found.reason}")


def _compare_surname(one: Part, other: Part) -> tuple[float, str]:
    a, b = common_form(one.key), common_form(other.key)
    both = f"“{one.text}” and “{other.text}”"
    if one.key == other.key and one.text.isascii() == other.text.isascii():
        return _EQUAL, "same surname"
    if a == b:
        return _OTHER_SPELLING, "same surname in another transliteration"
    if differ_in_gender(a, b):
        return 0.0, f"the surnames differ, perhaps as a woman's and a man's: {both}"
    return (
        (_NEAR, f"the surnames {both} differ by one letter") if is_near(a, b) else (0.0, f"the surnames differ: {both}")
    )


def _compare_given(a: _Given, b: _Given) -> Match:
    """Compare given name with given name and patronymic with patronymic, as far as both have them."""
    steps = [_compare_given_part(one, other) for one, other in zip(a, b, strict=False)]
    if different := [step for step in steps if step.score <= _DIFFERENT]:
        return different[0]
    first = steps[0]
    if first.score == _ONE_INITIAL and len(steps) > 1:
        return Match(_TWO_INITIALS, "both initials fit")
    if len(a) != len(b) and first.score > _TWO_INITIALS:
        return Match(min(first.score, _OTHER_SPELLING), f"{first.reason}; one of them lacks the patronymic")
    worst = min(steps, key=lambda step: step.score)
    return first if worst.score in (_ONE_INITIAL, first.score) else worst


def _compare_given_part(one: Part, other: Part) -> Match:
    a, b = given_form(one.key), given_form(other.key)
    if one.initial or other.initial:
        short, long = (one, other) if one.initial else (other, one)
        if long.key.startswith(short.key) or common_form(long.key).startswith(common_form(short.key)):
            return Match(_ONE_INITIAL, "the initial fits")
        return Match(_DIFFERENT, f"the initial “{short.text}.” does not fit “{long.text}”")
    if one.key == other.key and one.text.isascii() == other.text.isascii():
        return Match(_EQUAL, "same given name")
    if a == b:
        return Match(_OTHER_SPELLING, f"“{one.text}” and “{other.text}” are one name")
    if not differ_in_gender(a, b) and is_near(a, b):
        return Match(_NEAR, f"the given names “{one.text}” and “{other.text}” differ by one letter")
    return Match(_DIFFERENT, f"the given names differ: “{one.text}” and “{other.text}”")


def _compare_without_surname(given: _Given, other: _Given) -> Match:
    if not given or not other:
        return Match(0.0, "one of the names has no surname, the other no given name")
    found = _compare_given(given, other)
    return Match(min(found.score, _NO_SURNAME), f"{found.reason}; one of them has no surname")
