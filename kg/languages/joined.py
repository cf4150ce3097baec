"""Whether two events are told of together: "the Forum and the Symposium were held"."""

from __future__ import annotations

from kg.languages.lexicon import words

_BETWEEN = 48  # characters between the two


def are_joined(text: str, end: int, start: int, lang: str) -> bool:
    """Tell whether only words of joining stand between two names, from the end of one to the start of the other.

    >>> [are_joined(f"Fair{between}Forum", 4, 4 + len(between), "en") for between in (
    ...     " and the ", ", together with the 2025 ", " and of the first ", ", part of the ", " and of rectors' "
    ... )]
    [True, True, True, False, False]
    """
    between = text[end:start]
    if not between or len(between) > _BETWEEN or "\n" in between:
        return False
    said = between.replace(",", " ").lower().split()
    joined = words(lang, "joining_events")
    while said and " ".join(said) not in joined:
        last = said.pop()
        if not last.isdigit() and last not in words(lang, "articles") | words(lang, "before_joined_events"):
            return False
    return bool(said)
