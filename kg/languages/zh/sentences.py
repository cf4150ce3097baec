"""Where Chinese sentences begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

# a mark of the end with what closes a quotation or bracket behind it; some signs are typed in half width as well
_END = re.compile(r"(?:[。！？；…!?;]+[”’」』）》〉】)]*(\")?|\n)\s*")


def starts(text: str) -> Iterator[int]:
    """Give the offsets at which sentences begin; a line end always ends one.

    >>> text = "他说：“我们签了协议。”代表团来访！“北京”"
    >>> [text[start] for start in starts(text)]
    ['他', '代', '“']
    """
    begin = len(text) - len(text.lstrip())
    line = quotes = 0
    if begin < len(text):
        yield begin
    for match in _END.finditer(text, begin):
        after = match.end()
        if match[1]:
            # a straight quotation mark opens or closes, in turns within a line
            quotes += text.count('"', line, match.start(1))
            if quotes % 2 == 0:
                after = match.start(1)
            line, quotes = match.end(1), quotes + 1
        if "\n" in match[0]:
            line, quotes = match.end(), 0
        if after < len(text):
            yield after
