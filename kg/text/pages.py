"""HTML → a draft: the one module that knows trafilatura."""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Iterator
from configparser import ConfigParser
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import trafilatura
from trafilatura.settings import DEFAULT_CONFIG

from kg.errors import DocumentError
from kg.records import BlockKind
from kg.text import dates
from kg.text.drafts import Draft

# Without a handler of their own, their warnings would go to the terminal.
for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_SPACE: Final = re.compile(r"\s+")
_BLOCKS: Final = frozenset({"p", "head", "list", "item", "quote", "code", "table", "row", "cell"})
# A break in the middle of a sentence is the look of a page, not the end of a paragraph.
_RUNNING_ON: Final = re.compile(r"(?<![.!?…。！？:：\s])[ \t]*\n\s*(?=[a-zа-яё])")
_LEAST_LETTERS: Final = 20

# Where pages say when they were published (Open Graph, schema.org, Dublin Core, HTML itself), best first.
_DATES: Final = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[contains('|date|dc.date|dc.date.issued|dcterms.issued|dcterms.date|pubdate|publishdate|publish_date|"
    "citation_publication_date|', concat('|', translate(@name, 'ACDEIMPRSTUB', 'acdeimprstub'), '|'))]/@content",
)
_JSON_DATE: Final = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_TIME: Final = "//time[@pubdate or not(//time[@pubdate])]/@datetime"


def page(html: str, path: Path) -> Draft:
    """Give the main text of a web page, with the title, address and date that its head states.

    A paragraph, heading or item of a list is one line of the text; between paragraphs stands an empty line.

    Raises:
        DocumentError: the page has no text of its own.
    """
    tree = trafilatura.load_html(html)
    found: Any = None
    if tree is not None:
        found = trafilatura.bare_extraction(
            html,
            include_comments=False,
            include_images=False,
            deduplicate=False,
            with_metadata=True,
            config=_config(),
        )
    lines = _lines(found.body) if found is not None and found.body is not None else []
    if max((_letters(line.text) for line in lines), default=0) < _LEAST_LETTERS:
        raise DocumentError(
            "no text was found in the page", place=path, remedy="save the page of one news item, with its text"
        )
    text = ""
    marks: dict[int, BlockKind] = {}
    for above, line in pairwise((_Line("", None, False), *lines)):
        if text:
            text += "\n" if above.item and line.item else "\n\n"
        if line.mark:
            # Further down a heading of the first order is one section among others.
            marks[len(text)] = BlockKind.HEADING if text else line.mark
        text += line.text
    headline = lines[0].text if lines[0].mark is BlockKind.TITLE else None
    fields = {"title": headline or found.title, "source": _address(found.url), "published": _published(tree)}
    return Draft(
        text + "\n", {key: value for key, value in fields.items() if value}, path.stem, path, str(path), marks=marks
    )


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    mark: BlockKind | None
    item: bool  # of a list or a table


@dataclass(frozen=True, slots=True)
class _Break:
    """Where a line ends; `mark` and `item` are of the line that begins."""

    mark: BlockKind | None = None
    item: bool = False


@functools.cache
def _config() -> ConfigParser:
    config = ConfigParser()
    config.read_dict(DEFAULT_CONFIG)
    # In letters. The default of 250 takes a short item in Chinese for a failure and falls back on the whole page.
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "60"
    return config


def _lines(body: Any) -> list[_Line]:
    lines: list[_Line] = []
    said, begun = "", _Break()
    for part in (*_parts(body), _Break()):
        if isinstance(part, str):
            said += part
            continue
        for text in _RUNNING_ON.sub(" ", said).split("\n"):
            if text := _SPACE.sub(" ", text).strip():
                lines.append(_Line(text, begun.mark, begun.item))
        said, begun = "", part
    return lines


def _parts(element: Any) -> Iterator[str | _Break]:
    """Give what an element says, with a break wherever a line begins or ends."""
    tag = element.tag
    if tag == "row" and not any(child.tag in _BLOCKS for cell in element for child in cell.iter() if child is not cell):
        yield _Break(item=True)
        yield " | ".join(said for cell in element if (said := "".join(cell.itertext()).strip()))
        yield _Break()
        return
    if tag in _BLOCKS:
        headline = BlockKind.TITLE if element.get("rend") == "h1" else BlockKind.HEADING
        yield _Break(headline if tag == "head" else None, item=tag == "item")
    yield "\n" if tag == "lb" else element.text or ""
    for child in element:
        yield from _parts(child)
        yield child.tail or ""
    if tag in _BLOCKS:
        yield _Break()


def _letters(line: str) -> int:
    return sum(1 if ord(char) < 0x2E80 else 3 for char in line if char.isalpha())


def _address(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None


def _published(tree: Any) -> str | None:
    # Not trafilatura's date: from a year and month it makes a day, out of the day on which it runs.
    stated = [date for query in _DATES for date in tree.xpath(query)]
    stated += [date for script in tree.xpath("//script/text()") for date in _JSON_DATE.findall(script)]
    stated += tree.xpath(_TIME)
    return next((date for date in map(dates.parse, stated) if date), None)
