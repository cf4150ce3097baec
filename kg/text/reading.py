"""Files → documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import DocumentError
from kg.records import Document
from kg.registry import Registry
from kg.text import frontmatter, structured
from kg.text.decoding import decode, decode_html
from kg.text.discovery import unknown_kind
from kg.text.drafts import Draft, complete


def read(path: Path, registry: Registry) -> Iterator[Document | DocumentError]:
    """Give the documents of a file, in its order; what cannot be read comes as an error in its place.

    What is stored as a document's text, and what all offsets refer to, in Unicode code points:

    * ``.txt``: the whole file, title and closing lines included;
    * ``.md``: all that stands below the line that closes the front matter, or the whole file where there is none;
      markup stays;
    * ``.html``: the lines of the main text as trafilatura finds them, an empty line between paragraphs;
    * ``.json``, ``.jsonl``: the field ``text``.

    In each, nothing is changed but that a byte order mark is dropped and every line end becomes ``\\n``; a title that
    the fields give and the text does not begin with stands above it, an empty line between.

    What the fields do not say is read from the text: the title from its first line, the date and source from the lines
    around the prose, the language from the script. A source in words ("Tsinghua University") names the publisher.

    Args:
        path: a file with one of the known extensions.
        registry: to tell the publisher.
    """
    try:
        for draft in _drafts(path):
            try:
                yield draft if isinstance(draft, DocumentError) else complete(draft, registry)
            except DocumentError as error:
                yield error
    except DocumentError as error:
        yield error


def unique(documents: Iterable[Document | DocumentError]) -> Iterator[Document | DocumentError]:
    """Give the documents of a build, an error in place of each whose id an earlier one has; errors pass through."""
    first: dict[str, Document] = {}
    for document in documents:
        if isinstance(document, Document) and (known := first.setdefault(document.id, document)) is not document:
            same = ", and the same text" if known.sha256 == document.sha256 else ""
            yield DocumentError(
                f"it has the id “{document.id}”{same}, as {known.path} before it",
                place=document.path,
                remedy="leave one of them out" if same else "give each document an id of its own, or rename the file",
            )
        else:
            yield document


def _drafts(path: Path) -> Iterator[Draft | DocumentError]:
    suffix = path.suffix.lower()
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            f"the file cannot be opened: {error.strerror}", place=path, remedy="check the path and its permissions"
        ) from error
    match suffix:
        case ".txt":
            yield Draft(decode(content, path), {}, path.stem, path, str(path))
        case ".md":
            yield _markdown(decode(content, path), path)
        case ".html" | ".htm":
            # Loading trafilatura takes longer than reading hundreds of other files.
            from kg.text.pages import page  # noqa: PLC0415

            yield page(decode_html(content, path), path)
        case ".json":
            yield from structured.objects(decode(content, path), path)
        case ".jsonl":
            yield from structured.lines(decode(content, path), path)
        case _:
            raise unknown_kind(path)


def _markdown(source: str, path: Path) -> Draft:
    head = frontmatter.split(source, path)
    return Draft(head.body, head.fields, path.stem, path, f"{path}:{head.first}", lines=head.lines)
