"""Which part of a store goes into a file, and the file written whole or not at all."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pyoxigraph as ox

from kg.errors import InputError
from kg.graph.iris import Iris
from kg.graph.serialize import distinct, format_of, write
from kg.graph.store import Store
from kg.graph.terms import node
from kg.graph.vocabulary import FACTS, RDF, SCHEMA, SKOS, SRAC

_TEXT: Final = node(SRAC.text)
_TYPE: Final = node(RDF.type)
_FACTS: Final = frozenset(node(fact) for fact in FACTS)
_MEMBERSHIP: Final = node(SRAC.Membership)
_EVIDENCE: Final = node(SRAC.evidence)
_NOTE: Final = node(SKOS.editorialNote)
_MENTIONS: Final = node(SCHEMA.mentions)


def export(
    store: Store,
    out: Path,
    format: str | None = None,
    *,
    facts: bool = False,
    with_text: bool = False,
    document: str | None = None,
) -> int:
    """Write a store's graph to a file and give the number of statements in it.

    Args:
        store: what to write.
        out: the file; replaced in one step when all is written.
        format: its form by name ("turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml"), where the file's ending
            does not say it.
        facts: only things, what connects them, and posts; no claims, evidence, documents or reasons.
        with_text: the documents' texts too, which the offsets of evidence refer to.
        document: id of the only document to write, with the things that it speaks of.

    Raises:
        InputError: the format is not known or cannot hold a text, there is no such document, or the file cannot be
            written.
    """
    form = format_of(out, format)
    found = distinct(selected(store, facts=facts, with_text=with_text, document=document), form)
    replace_file(out, write(found, form, store.base))
    return len(found)


def selected(
    store: Store, *, facts: bool = False, with_text: bool = False, document: str | None = None
) -> Iterator[ox.Quad]:
    """Give the quads that `export` with these options writes, in no order.

    Raises:
        InputError: there is no such document.
    """
    iris = Iris(store.base)
    if document is None:
        quads = store.quads()
    else:
        _check_known(store, iris, document)
        quads = _of_document(store, iris, iris.document(document))
    entities = iris.entities()
    kept = list(quads) if facts else quads
    posts = {quad.subject for quad in kept if quad.object == _MEMBERSHIP} if facts else set()
    for quad in kept:
        if quad.predicate == _TEXT and not with_text:
            continue
        if facts and not _is_fact(quad, entities, posts):
            continue
        yield quad


def _check_known(store: Store, iris: Iris, document: str) -> None:
    graphs = store.graphs()
    if iris.document(document) in graphs:
        return
    start = iris.document("").value
    ids = [unquote(graph.value.removeprefix(start)) for graph in graphs if graph.value.startswith(start)]
    near = difflib.get_close_matches(document, ids)
    raise InputError(
        f"the store has no document {document!r}",
        remedy=f"did you mean {' or '.join(near)}?" if near else "give the id of one that was built",
    )


def _is_fact(quad: ox.Quad, entities: ox.NamedNode, posts: Set[object]) -> bool:
    if quad.graph_name == entities:
        return bool(quad.predicate != _NOTE)
    return quad.predicate in _FACTS or (quad.subject in posts and quad.predicate != _EVIDENCE)


def _of_document(store: Store, iris: Iris, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    """A document's graph and the description of each thing in it, and of the things that those descriptions name."""
    stated = list(store.quads(graph))
    yield from stated
    described = list(store.quads(iris.entities()))
    wanted = {quad.object for quad in stated} | {quad.subject for quad in stated}
    wanted |= {quad.object for quad in described if quad.subject in wanted}
    yield from (quad for quad in described if quad.subject in wanted)


def replace_file(out: Path, content: bytes) -> None:
    """Write a file, whole or not at all, with the folders above it.

    Raises:
        InputError: it cannot be written.
    """
    try:
        if out.is_symlink() or (out.exists() and not out.is_file()):
            # A pipe or /dev/stdout must not be replaced by a file.
            out.write_bytes(content)
            return
        out.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            # mkstemp lets nobody else read; a file that a user asked for has the usual permissions.
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(out)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", place=out, remedy="name another file") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
