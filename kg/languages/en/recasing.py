"""Names of people as the tagger knows them, whatever letters print them: "SURNAME", "Zhang weimin"."""

from __future__ import annotations

import re
from functools import cache

from kg.languages import pinyin
from kg.languages.en.people import INITIALS
from kg.languages.en.people_known import is_common
from kg.languages.lexicon import read, words
from kg.languages.origins import given_names, surname_endings
from kg.languages.posts import post_words

_CAPITALS = re.compile(r"(?<![\w-])[A-Z][A-Z'-]*[A-Z](?![\w-])")
_NEIGHBOUR = re.compile(r"[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?")


def recase(text: str, known: frozenset[str]) -> str:
    """Give the text with SURNAMES in capitals made Surnames, which the tagger knows; abbreviations stay.

    >>> recase("Lu ZHIYUI of the SPbPU, YAN Rujian of HEU", frozenset({"HEU"}))
    'Lu Zhiyui of the SPbPU, Yan Rujian of HEU'
    """

    def change(match: re.Match[str]) -> str:
        word = match[0]
        if word in known or f"({word})" in text:
            return word
        before = text[: match.start()].rstrip(" .")[-24:].split(" ")[-1]
        after = text[match.end() :].lstrip(" ")[:24].split(" ")[0].strip(",.;:)")
        looks_chinese = bool(pinyin.syllables(word))
        beside = [other for other in (before, after) if _NEIGHBOUR.fullmatch(other) and _may_be_given(other)]
        long_name = len(word) >= 5 and sum(letter in "AEIOUY" for letter in word) * 4 >= len(word)
        initialled = bool(INITIALS.match(text[: match.start()].rstrip(" ").split(" ")[-1]))
        telling = len(word) > 5 and word.lower().endswith(surname_endings())  # "President VASILIEV"
        if _is_given_in_capitals(word, after) or _is_given_in_capitals(before, word) or _is_whole(text, match):
            return _title(word)
        named = len(word) >= _GIVEN and any(other.lower() in given_names() for other in beside)  # "Jeffrey KATZ"
        spoken = named and any(letter in "AEIOUY" for letter in word) and not is_common(word.lower())
        if (beside and (looks_chinese or long_name)) or spoken or (initialled and long_name) or telling:
            return _title(word)
        return _title(word) if looks_chinese and len(word) > 2 and pinyin.is_surname(word) else word

    return _CAPITALS.sub(change, text)


def _is_given_in_capitals(given: str, surname: str) -> bool:
    """Tell whether a given name stands before a surname, both in capitals: "IVAN PETROV"."""
    both = given.isupper() and surname.isupper() and given.lower() in given_names()
    return both and len(given) >= _GIVEN and surname.lower().endswith(surname_endings())


_GIVEN = 4  # letters


def _is_whole(text: str, match: re.Match[str]) -> bool:
    """Tell whether capitals that a title stands behind are somebody's name: "KARIM, head of", "Bolor SAIN, dean of"."""
    word = match[0]
    vowels = sum(letter in "AEIOUY" for letter in word)
    pronounced = len(word) <= vowels * _CONSONANTS and vowels * 2 <= len(word) + 1 and "-" not in word
    if not (pronounced and len(word) >= _SHORTEST) and word.lower() not in given_names():
        return False
    behind = _BEHIND.match(text, match.end())
    if behind is None or text[behind.end() : behind.end() + _NEAR].split(maxsplit=1)[:1] in _WHICH:
        return False  # "NORDOM, director of which is"
    return _is_titled(behind["said"]) and not is_common(word.lower())


_WHICH = [[word] for word in sorted(words("en", "relative"))]
_SHORTEST, _CONSONANTS = 5, 3  # letters of a name; one vowel at least in so many letters
_BEHIND = re.compile(r", (?:the )?(?P<said>[A-Za-z-]+(?: [A-Za-z-]+){0,3}?) (?:of|at|for) ")


def _is_titled(said: str) -> bool:
    """Tell whether words are a title that only people have, not organizations: "principal", but not "member"."""
    post, modifiers = words("en", "posts_of_people"), post_words("en").modifiers
    parts = said.lower().replace("-", " ").split()
    return parts[-1] in post and all(part in post or part in modifiers for part in parts)


def _may_be_given(word: str) -> bool:
    return word.lower() in given_names() or (bool(pinyin.syllables(word)) and word.lower() not in read("en", "openers"))


def _title(word: str) -> str:
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


def chinese(text: str) -> str:
    """Give the text with Chinese given names in capitals where they are printed small: "director Zhang weimin".

    A title before or behind the name tells of it somewhere in the text, or, if the name is long, a verb behind it.

    >>> chinese("Rector Zhang weimin came. Then Zhang weimin, and Wang made a speech with Rector Wang.")
    'Rector Zhang Weimin came. Then Zhang Weimin, and Wang made a speech with Rector Wang.'
    """
    seen: dict[str, bool] = {}
    for match in _SMALL.finditer(text):
        if pinyin.is_surname(match["surname"]) and _may_be_small(match["given"]):
            seen[match[0]] = seen.get(match[0], False) or _is_somebody(text, match)
    told = {name for name, somebody in seen.items() if somebody}
    if not told:
        return text
    return _SMALL.sub(lambda m: f"{m['surname']} {m['given'].capitalize()}" if m[0] in told else m[0], text)


_SMALL = re.compile(r"(?<![\w-])(?P<surname>[A-Z][a-z]{1,5}) (?P<given>[a-z]{2,12})(?![\w'’-])")


def _may_be_small(word: str) -> bool:
    return pinyin.is_given_name(word) and word not in read("en", "people")["no_given_names"]


def _is_somebody(text: str, match: re.Match[str]) -> bool:
    said = text[max(0, match.start() - _NEAR) : match.start()].split()[-1:]
    before = said[0].lower().rstrip(".") if said else ""
    behind = _TITLED.match(text, match.end())
    if behind is not None and not _titles().isdisjoint(behind["said"].lower().replace("-", " ").split()):
        return True
    several = len(pinyin.syllables(match["given"])) > 1
    follows = text[match.end() : match.end() + 1]
    doing = _NEXT.match(text, match.end())
    if before in _titles() or before in words("en", "deputies"):
        joined = doing is not None and doing[1] in words("en", "conjunctions")
        return several or joined or follows in {",", ".", ";", ")"}
    mistaken = match["surname"].lower() in read("en", "people")["mistaken"]
    return several and not mistaken and doing is not None and doing[1] in words("en", "done_by_people")


_NEAR = 24  # characters that hold the word before
_TITLED = re.compile(r", (?:the |an? )?(?P<said>[A-Za-z-]+(?: [A-Za-z-]+){0,2})")
_NEXT = re.compile(r" ([a-z]+)")


@cache
def _titles() -> frozenset[str]:
    posts = post_words("en")
    return posts.heads | posts.honorifics | frozenset(read("en", "people")["addresses"])
