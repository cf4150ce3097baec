"""Where Russian sentences begin: the one place that meets razdel, whose rules know initials and abbreviations."""

from __future__ import annotations

from collections.abc import Iterator

from razdel import sentenize  # type: ignore[import-untyped]


def starts(text: str) -> Iterator[int]:
    """Give the offsets at which sentences begin; a line end always ends one.

    >>> list(starts("Ректор Д. Г. Арсеньев был в МГТУ им. Н. Э. Баумана. В 2020 г. он вернулся."))
    [0, 52]
    """
    offset = 0
    for line in text.splitlines(keepends=True):
        yield from (offset + sentence.start for sentence in sentenize(line))
        offset += len(line)
