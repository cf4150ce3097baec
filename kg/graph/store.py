"""The graph on disk: an Oxigraph database beside the analyses that it was made from."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import msgspec
import pyoxigraph as ox

from kg.curation import NOTHING, Curation, Ruling
from kg.errors import QueryError, StoreError
from kg.graph import generations, query
from kg.graph.generations import writing
from kg.graph.iris import BASE, Iris
from kg.graph.mapping import quads
from kg.graph.query import Answer, Construction, Selection, Term
from kg.graph.terms import order, prefixes
from kg.records import Analysis, Collection

__all__ = ["Store", "load_analyses", "load_curation", "replace", "writing"]

_OXIGRAPH: Final = "oxigraph"
_ANALYSES: Final = "analyses.jsonl.gz"
_CURATION: Final = "curation.json"
_ATTEMPTS: Final = 5  # a build may swap generations between reading the name and opening the folder


class Store:
    """A store opened for reading; it keeps seeing the state at opening while another process builds.

    >>> store = Store.of(Collection(()))
    >>> len(store.select("SELECT ?who ?what WHERE { ?who srac:signed ?what }"))
    0
    """

    def __init__(self, oxigraph: ox.Store, base: str) -> None:
        self._oxigraph: ox.Store | None = oxigraph
        self.base = base

    @classmethod
    def open(cls, directory: Path) -> Self:
        """Open a store for reading.

        Raises:
            StoreError: there is none, it is damaged, or it has another format.
        """
        for attempt in range(_ATTEMPTS):
            generation = _generation(directory)
            try:
                manifest = generations.manifest(generation)
                return cls(ox.Store.read_only(str(generation / _OXIGRAPH)), manifest.base)
            except (OSError, RuntimeError, StoreError) as error:  # of damage Oxigraph makes a RuntimeError
                if attempt + 1 < _ATTEMPTS and generations.current(directory) != generation:
                    continue
                if isinstance(error, StoreError):
                    raise
                raise StoreError(
                    f"the store cannot be opened: {error}", place=directory, remedy=generations.REBUILD
                ) from error
        raise AssertionError("unreachable: the last attempt returns or raises")

    @classmethod
    def of(cls, collection: Collection, base: str = BASE) -> Self:
        """Give a store in memory with the graph of a collection."""
        return cls.holding(quads(collection, base), base)

    @classmethod
    def holding(cls, found: Iterable[ox.Quad], base: str) -> Self:
        """Give a store in memory that holds some quads."""
        oxigraph = ox.Store()
        _load(oxigraph, found)
        return cls(oxigraph, base)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._oxigraph = None

    @property
    def _open(self) -> ox.Store:
        if self._oxigraph is None:
            raise StoreError("the store was closed", remedy="open it again")
        return self._oxigraph

    def query(self, sparql: str, bindings: Mapping[str, Term] | None = None) -> Answer:
        """Give the answer to any SPARQL query: a Selection, a Construction or a bool.

        The default graph is the union of all graphs, each triple once; GRAPH reaches the single documents.

        Raises:
            QueryError: the query does not parse, would change the store, or would ask another machine.
            StoreError: the files are damaged or gone.
        """
        try:
            return query.ask(self._open, sparql, bindings, prefixes(self.base))
        except OSError as error:
            raise StoreError(f"the store cannot be read: {error}", remedy=generations.REBUILD) from error

    def select(self, sparql: str, bindings: Mapping[str, Term] | None = None) -> Selection:
        """Give the rows of a SELECT query.

        Raises:
            QueryError: as for `query`, or another kind of query.
        """
        answer = self.query(sparql, bindings)
        if not isinstance(answer, Selection):
            raise QueryError("this query gives no rows", remedy="a SELECT query does")
        return answer

    def construct(self, sparql: str, bindings: Mapping[str, Term] | None = None) -> Construction:
        """Give the triples of a CONSTRUCT or DESCRIBE query.

        Raises:
            QueryError: as for `query`, or another kind of query.
        """
        answer = self.query(sparql, bindings)
        if not isinstance(answer, Construction):
            raise QueryError("this query gives no graph", remedy="a CONSTRUCT or DESCRIBE query does")
        return answer

    def ask(self, sparql: str, bindings: Mapping[str, Term] | None = None) -> bool:
        """Give the answer to an ASK query.

        Raises:
            QueryError: as for `query`, or another kind of query.
        """
        answer = self.query(sparql, bindings)
        if not isinstance(answer, bool):
            raise QueryError("this query gives no yes or no", remedy="an ASK query does")
        return answer

    def graphs(self) -> tuple[ox.NamedNode, ...]:
        """Give the IRIs of all named graphs, sorted: one of each document and that of the things."""
        return tuple(sorted((g for g in self._open.named_graphs() if isinstance(g, ox.NamedNode)), key=order))

    def quads(self, graph: ox.NamedNode | None = None) -> Iterator[ox.Quad]:
        """Give the quads of one named graph or of all of them, in no order."""
        for name in (graph,) if graph is not None else self.graphs():
            yield from self._open.quads_for_pattern(None, None, None, name)

    def nquads(self) -> bytes:
        """Give the whole store as canonical N-Quads, sorted: the same bytes for the same texts."""
        return b"".join(sorted(f"{quad} .\n".encode() for quad in self.quads()))

    def document(self, id: str) -> ox.NamedNode:
        """Give the IRI that a document's node and graph have, whether it is in the store or not."""
        return Iris(self.base).document(id)


def load_analyses(directory: Path) -> dict[str, Analysis]:
    """Give the analysed documents of a store by id; none where nothing was built yet.

    Raises:
        StoreError: the store is damaged or has another format.
    """
    generation = generations.current(directory)
    if generation is None:
        return {}
    generations.manifest(generation)
    decoder = msgspec.json.Decoder(Analysis)
    try:
        with gzip.open(generation / _ANALYSES) as lines:
            analyses = [decoder.decode(line) for line in lines]
    except (OSError, EOFError, msgspec.MsgspecError) as error:
        raise StoreError(
            "the store is damaged: its analyses cannot be read", place=directory, remedy=generations.REBUILD
        ) from error
    return {analysis.document.id: analysis for analysis in analyses}


def load_curation(directory: Path) -> Curation:
    """Give what the analysts of a store decided when it was built; nothing where nothing was built or decided.

    Raises:
        StoreError: the store is damaged.
    """
    generation = generations.current(directory)
    path = generation / _CURATION if generation else None
    if path is None or not path.exists():
        return NOTHING
    try:
        return Curation(msgspec.json.decode(path.read_bytes(), type=tuple[Ruling, ...]))
    except (OSError, msgspec.MsgspecError) as error:
        raise StoreError(
            "the store is damaged: its curation cannot be read", place=directory, remedy=generations.REBUILD
        ) from error


def replace(
    directory: Path,
    collection: Collection,
    *,
    base: str = BASE,
    sources: Iterable[Analysis] | None = None,
    curation: Curation = NOTHING,
) -> None:
    """Write a store anew in one step: readers, and an interrupted build, see the old one until the new one is whole.

    Args:
        directory: of the store; made where it does not exist.
        collection: what the graph says.
        base: of the IRIs of its things.
        sources: the analyses before they were linked, which a later incremental build links again together with
            new ones; those of the collection where linking changes nothing.
        curation: what the user's analysts decided, for later builds that name no file of it.

    Raises:
        StoreError: another process is writing, or the folder is none of ours or cannot be written.
        InputError: the base is no IRI.
    """
    Iris(base)
    stored = sorted(collection.analyses if sources is None else sources, key=lambda a: a.document.id)
    with writing(directory):
        try:
            with generations.next_generation(directory, base) as generation:
                _save_analyses(generation / _ANALYSES, stored)
                if curation.rulings:
                    (generation / _CURATION).write_bytes(msgspec.json.encode(curation.rulings))
                oxigraph = ox.Store(str(generation / _OXIGRAPH))
                _load(oxigraph, quads(collection, base))
                oxigraph.flush()
                del oxigraph
        except OSError as error:
            raise StoreError(
                f"the store cannot be written: {error}",
                place=directory,
                remedy="see that there is room on the disk; what was there before is untouched",
            ) from error


def _generation(directory: Path) -> Path:
    generation = generations.current(directory)
    if generation is None:
        raise StoreError(
            "there is no store here", place=directory, remedy=f"build one: kg build PATH --store {directory}"
        )
    return generation


def _load(oxigraph: ox.Store, found: Iterable[ox.Quad]) -> None:
    # Oxigraph's own union of graphs repeats a triple for every graph that has it, and counts would be wrong.
    # So each triple stands once more, in the default graph, which is what queries see.
    def twice() -> Iterator[ox.Quad]:
        for quad in found:
            yield quad
            yield ox.Quad(quad.subject, quad.predicate, quad.object)

    oxigraph.bulk_extend(twice())


def _save_analyses(path: Path, analyses: Iterable[Analysis]) -> None:
    encoder = msgspec.json.Encoder(order="deterministic")
    # No name and no time in the header: the same analyses give the same bytes.
    with path.open("wb") as file:
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
            for analysis in analyses:
                packed.write(encoder.encode(analysis) + b"\n")
        file.flush()
        os.fsync(file.fileno())
