"""The text as an analyser should see it: the same length, character for character, but plainer."""

from __future__ import annotations

import re

# Each character stands for one character: offsets must not move.
_PLAIN = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "′": "'",
        "‑": "-", "‐": "-", "−": "-",
        "·": " ", "•": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\ufeff": " ",
        "\u200e": " ", "\u200f": " ", "\u202a": " ", "\u202b": " ", "\u202c": " ", "\u202d": " ", "\u202e": " ",
        "\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n",
    }
)  # fmt: skip
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
_LINE_MARK = re.compile(r"^[ ]*(?:#{1,6}|[-*>+]|>>)[ ]+", re.MULTILINE)
_TABLE_ROW = re.compile(r"^[ ]*\|.*$", re.MULTILINE)
_JOINED = re.compile(r"(?<=\w)[–—](?=\w)")


def plain(text: str) -> str:
    """Give the text with quotes, apostrophes, dashes in words, markup and odd spaces made plain.

    >>> plain("*“Polytech”* – Xi’an")
    ' "Polytech"  – Xi\\'an'
    """
    text = text.translate(_PLAIN)
    text = _LINE_MARK.sub(lambda match: " " * len(match[0]), text)
    # a row of a table reads as a list: "| Li Weiming | Rector |" is "Li Weiming, Rector"
    text = _TABLE_ROW.sub(
        lambda match: match[0].strip("|").rjust(len(match[0].rstrip("|"))).replace("|", ",").ljust(len(match[0])), text
    )
    text = _EMPHASIS.sub(lambda match: " " * len(match[0]), text)
    return _JOINED.sub(_join, text)


def _join(dash: re.Match[str]) -> str:
    """Give what a dash between two words is: a hyphen, unless it parts a clause.

    >>> plain("the founders—Omsk and Perm—are old"), plain("the Omsk—Perm road")
    ('the founders—Omsk and Perm—are old', 'the Omsk-Perm road')
    """
    words = _WORD_BEFORE.search(dash.string, max(0, dash.start() - _LONGEST_WORD), dash.start())
    apart = words is not None and (words[0][0].islower() or dash.string[dash.end()].islower())
    return dash[0] if dash[0] == "—" and apart else "-"


_WORD_BEFORE = re.compile(r"[A-Za-z]+$")
_LONGEST_WORD = 30
