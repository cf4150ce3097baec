"""Titles of states and of the press, whose holders go along with others and speak for none of them."""

from __future__ import annotations

from kg.languages.kinds import singular
from kg.languages.lexicon import read, words


def public_bodies(lang: str, *titles: str) -> set[str]:
    """Give the nouns of the bodies at which public titles are held: the embassy of "ambassador"."""
    seats = read(lang, "posts").get("seats", {})
    said = [f" {' '.join(one.lower().replace('-', ' ').split())} " for one in titles]
    keys = [key for key in seats if any(f" {key} " in one for one in said)]
    longest = [key for key in keys if not any(key in other.split() for other in keys if other != key)]
    return {noun for key in longest for noun in seats[key]}


def is_of_press(lang: str, title: str) -> bool:
    """Tell whether a title is one of the press.

    >>> [is_of_press("en", title) for title in ("reporter", "senior journalists", "rector")]
    [True, True, False]
    """
    return any(singular(word) in words(lang, "of_press") for word in title.lower().split())


def is_of_others(lang: str, title: str) -> bool:
    """Tell whether a title is of a state or of the press, and no post of those with whom its holder goes."""
    return bool(public_bodies(lang, title)) or is_of_press(lang, title)
