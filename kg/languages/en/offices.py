"""Names of offices, boards and zones: bodies in small letters that stand by those who have or lead them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.languages.en.capitals import CAP, any_case, begins_no_name, behind_post
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan


def offices(text: str) -> Iterator[NameSpan]:
    """Find the offices of those who lead a whole: "Office of the President of the University"."""
    for match in re.finditer(rf"Office of the {read('en', 'shapes')['led']}(?!\w| of)", text):
        if text[match.end() + 1 : match.end() + 2].isupper() and not (
            match["whole"] or behind_post(text, match.start())
        ):
            continue  # "the Office of the President | Li Weiming"
        yield NameSpan(match.start(), match.end(), "OrganizationalUnit", "pattern", 0.85)


def boards(text: str) -> Iterator[NameSpan]:
    """Find boards by who owns them: "the board of directors | of Jilin University", "Executive Board | of the Union".

    Whoever has a post there has it at their whole: "chairman of the board of directors of Jilin University".
    """
    for match in _board().finditer(text):
        if not behind_post(text, match.start()):
            yield NameSpan(match.start(), match.end(), "OrganizationalUnit", "pattern", 0.85)


@cache
def _board() -> re.Pattern[str]:
    data = read("en", "shapes")
    whole = "|".join(data["owners"])
    return re.compile(
        rf"(?<![\w-])(?:[Bb]oard of (?:{any_case(data['board_of'])})|"
        rf"(?:{any_case(data['boards_told'])}) [Bb]oard)"
        rf"(?= of (?:the )?(?:[A-Z]|(?:{whole})\b))"
    )


def zones(text: str) -> Iterator[NameSpan]:
    """Find zones with small letters inside, and who runs them: "Administrative committee of East Lake … zone"."""
    for match in _zone().finditer(text):
        cls = "GovernmentBody" if match["board"] or match["after"] else "InnovationHub"
        start = match.start() if match["board"] else match.start("zone")
        first = text[start : match.end()].split(maxsplit=1)[0]
        if match["zone"].split()[-2].lower() in read("en", "shapes")["no_zones"]:
            continue  # "the Beijing Time zone"
        if match["board"] or not begins_no_name(first):
            yield NameSpan(start, match.end(), cls, "pattern", 0.9)


@cache
def _zone() -> re.Pattern[str]:
    data = read("en", "shapes")
    small = "|".join(data["zone_words"])
    return re.compile(
        rf"(?<![\w-])(?P<board>{data['boards']} of (?:the )?)?"
        rf"(?P<zone>{CAP}(?: {CAP}){{0,5}}(?: (?:{small}))?(?: (?:{small}|{CAP})){{0,4}}"
        rf" (?:{any_case(data['zones'])}))"
        r"(?P<after> (?:Administration|Committee|Office))?(?!\w)"
    )
