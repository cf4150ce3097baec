"""Where Chinese sentences begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

# a mark of the end with what closes a quotation or bracket behind it; "!" and "?" are typed in half width as well
_END = re.compile(r"(?:[。！？；…!?;]+[”’」』）》〉】)\"']*|\n)\s*")


def starts(text: str) -> Iterator[int]:
    """Give the offsets at which sentences begin; a line end always ends one.

    >>> text = "他说：“我们签了协议。”代表团来访！北京"
    >>> [text[start] for start in starts(text)]
    ['他', '代', '北']
    """
    begin = 0
    while begin < len(text) and text[begin].isspace():
        begin += 1
    if begin < len(text):
        yield begin
    for match in _END.finditer(text, begin):
        if match.end() < len(text):
            yield match.end()
