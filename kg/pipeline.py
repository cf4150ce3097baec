"""The stages in order: read → analyse → resolve → extract → settle → unite → calibrate → link → store."""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from dataclasses import replace as changed
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from spacy.tokens import Doc

from kg.curation import Curation, Ruling, append, file_in, shipped
from kg.curation import load as curation_of
from kg.entities.coreference import united
from kg.entities.linking import link
from kg.entities.merging import from_entry
from kg.entities.resolve import resolve
from kg.entities.settle import needed, settle
from kg.errors import DocumentError
from kg.facts.calibration import calibrated, likely
from kg.facts.extract import extract
from kg.facts.gaps import gaps_of
from kg.facts.implied import implied
from kg.facts.layouts import Layout
from kg.graph.iris import BASE
from kg.graph.store import Store, load_analyses, load_curation, replace, writing
from kg.languages import load
from kg.records import Analysis, Collection, Document, Gap, Lang, Status
from kg.registry import Registry
from kg.registry import load as load_registry
from kg.text import discover, read, unique

DEFAULT_BASE = BASE
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: documents done of all, and what they gave so far."""

    done: int
    total: int
    sentences: int
    facts: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build found.

    Attributes:
        documents: how many documents were read by this build; the counts below are of the whole store.
        languages: documents by language.
        entities: things by class.
        facts: held facts by property.
        claims: claims by status.
        broken: what could not be read, and why.
        gaps: sentences of the documents read that name two or more known things and gave no fact.
        warnings: decisions of analysts that could not be followed: file, line and why.
        seconds: how long it took.
    """

    documents: int
    languages: Mapping[str, int]
    entities: Mapping[str, int]
    facts: Mapping[str, int]
    claims: Mapping[str, int]
    broken: tuple[DocumentError, ...]
    gaps: tuple[tuple[Document, Gap], ...]
    warnings: tuple[str, ...]
    seconds: float


def analyse(document: Document, *, model: str | None = None, registry: Registry | None = None) -> Analysis:
    """Give all that one document says: its things, where they are named, and its facts with their evidence.

    Args:
        model: another installed English spaCy pipeline to build on.
    """
    return next(analyse_all((document,), model=model, registry=registry))


def analyse_all(
    documents: Sequence[Document],
    *,
    model: str | None = None,
    registry: Registry | None = None,
    learnt: bool = True,
) -> Iterator[Analysis]:
    """Give the analyses of documents, those of each language in the order given, one language after the other.

    Args:
        learnt: whether what was learnt is applied; otherwise events are as rules leave them, and facts have the mere
            scores of their rules, from which it is learnt.
    """
    registry = registry or load_registry()
    for lang in sorted({document.lang for document in documents}):
        spoken = [document for document in documents if document.lang == lang]
        nlp = load(lang, model if lang == "en" else None)
        for doc, document in nlp.pipe(((d.text, d) for d in spoken), as_tuples=True, batch_size=_BATCH):
            yield _analysis(document, doc, registry, learnt=learnt)


def _analysis(document: Document, doc: Doc, registry: Registry, *, learnt: bool) -> Analysis:
    recognised = resolve(document, doc, registry)
    found = extract(document, doc, recognised, registry)
    dated = (
        changed(
            entity,
            cls=found.classes.get(entity.id, entity.cls),
            date=found.dates.get(entity.id),
            place=found.places.get(entity.id),
            subjects=found.subjects.of.get(entity.id, ()),
        )
        for entity in recognised.entities
    )
    entities, mentions, facts = settle(document, dated, recognised.mentions, found.facts)
    if learnt:
        entities, mentions, facts = united(document, entities, mentions, facts)
    sentences = [(sentence.start_char, sentence.end_char) for sentence in doc.sents if sentence.text.strip()]
    read = facts
    if learnt:
        layout = Layout(document, sentences, entities, mentions, doc)
        read = likely(calibrated(layout, facts))
        facts = (*read, *implied(layout, read))
        entities, mentions = needed(entities, mentions, facts)
    # a sentence that only implies something is still one that no rule has read
    gaps = tuple(gaps_of(document, sentences, mentions, read))
    # fields of things that no fact uses went with them
    used = {subject for entity in entities for subject in entity.subjects}
    entities += tuple(from_entry(entry) for entry in registry.topics if entry.id in used)
    fields = (mention for mention in found.subjects.mentions if mention.entity in used)
    mentions = tuple(sorted((*mentions, *fields), key=lambda mention: (mention.start, mention.end, mention.entity)))
    return Analysis(document, entities, mentions, facts, gaps, len(sentences))


def analyse_files(
    paths: Sequence[Path],
    ids: Container[str],
    *,
    model: str | None = None,
    learnt: bool = True,
    on_progress: Callable[[Progress], None] | None = None,
) -> tuple[tuple[Analysis, ...], tuple[DocumentError, ...]]:
    """Give what those documents of files and folders say that have one of the ids, and what could not be read.

    Args:
        learnt: as for `analyse_all`.

    Raises:
        DocumentError: a path does not exist or is of no known kind.
        LanguageError: the model cannot be used.
    """
    documents, broken = _read(paths, load_registry())
    wanted = [document for document in documents if document.id in ids]
    return tuple(_counting(analyse_all(wanted, model=model, learnt=learnt), len(wanted), on_progress)), broken


def build(
    paths: Sequence[Path],
    store: Path,
    *,
    model: str | None = None,
    workers: int = 1,
    base: str = DEFAULT_BASE,
    curation: Path | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> BuildReport:
    """Read texts and write what they say into a store, replacing what the same documents said there before.

    Args:
        paths: files and folders.
        store: folder of the store; made where it does not exist.
        workers: how many processes analyse; the result does not depend on it.
        curation: file or folder of what analysts decided about identity, beside what ships with the package; without
            it the folder `curation` beside the store, and where there is none what the store remembers.
        on_progress: called after each document.

    Raises:
        DocumentError: a path does not exist or is of no known kind.
        LanguageError: the model cannot be used.
        CurationError: a decision breaks the rules, or some contradict each other; the store is then as it was before.
        StoreError: the store cannot be written; it is then as it was before.
    """
    begun = time.perf_counter()
    registry = load_registry()
    decided = _decided(curation, store)
    documents, broken = _read(paths, registry)
    analyses = list(_counting(_analysed(documents, model, workers), len(documents), on_progress))
    # nobody else may write between reading what is there and writing it anew
    with writing(store) if documents else nullcontext():
        sources = load_analyses(store) if documents else {}
        sources |= {analysis.document.id: analysis for analysis in analyses}
        own = load_curation(store) if decided is None else decided
        collection = link(sources.values(), registry, curation=shipped() + own)
        if documents:
            replace(store, collection, base=base, sources=sources.values(), curation=own)
    everything = [fact for analysis in collection.analyses for fact in analysis.facts]
    return BuildReport(
        warnings=collection.warnings,
        documents=len(documents),
        languages=_counted(analysis.document.lang for analysis in collection.analyses),
        entities=_counted(entity.cls for entity in collection.entities),
        facts=_counted(fact.property for fact in everything if fact.status is Status.HELD),
        claims=_counted(str(fact.status) for fact in everything),
        broken=broken,
        gaps=tuple((analysis.document, gap) for analysis in analyses for gap in analysis.gaps),
        seconds=time.perf_counter() - begun,
    )


def relink(store: Path, *, curation: Path | None = None) -> Collection:
    """Link the documents of a store anew, by what analysts have decided since, and give the collection.

    Args:
        curation: as for `build`.

    Raises:
        CurationError: a decision breaks the rules, or some contradict each other; the store is then as it was before.
        StoreError: there is no store, or it cannot be written.
    """
    with Store.open(store) as opened:
        base = opened.base
    decided = _decided(curation, store)
    with writing(store):
        sources = load_analyses(store)
        own = load_curation(store) if decided is None else decided
        collection = link(sources.values(), load_registry(), curation=shipped() + own)
        replace(store, collection, base=base, sources=sources.values(), curation=own)
    return collection


def decide(store: Path, ruling: Ruling, *, curation: Path | None = None) -> tuple[Ruling, Collection]:
    """Write a decision into the user's file, link the store anew, and give the decision with its place, and the result.

    Raises:
        CurationError: it breaks the rules or contradicts others; file and store are then as they were before.
        StoreError: there is no store, or it cannot be written.
    """
    place = curation or curation_beside(store)
    file = file_in(place)
    before = file.read_bytes() if file.exists() else None
    written = append(place, ruling)
    try:
        return written, relink(store, curation=curation)
    except BaseException:
        if before is None:
            file.unlink()
        else:
            file.write_bytes(before)
        raise


def curation_for(store: Path, curation: Path | None = None) -> Curation:
    """Give all decisions that a build of a store follows: what ships with the package, then the user's own."""
    decided = _decided(curation, store)
    return shipped() + (load_curation(store) if decided is None else decided)


def curation_beside(store: Path) -> Path:
    """Give the folder where the decisions about the things of a store lie unless the user names another place."""
    return store.absolute().parent / "curation"


def _decided(curation: Path | None, store: Path) -> Curation | None:
    """Give what a user's files decide, None where there are none."""
    if curation is not None:
        return curation_of(curation)
    beside = curation_beside(store)
    return curation_of(beside) if beside.is_dir() else None


def _counted(items: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(items).items()))


def _read(paths: Sequence[Path], registry: Registry) -> tuple[list[Document], tuple[DocumentError, ...]]:
    found = list(unique(chain.from_iterable(read(path, registry) for path in discover(paths))))
    documents = sorted((item for item in found if isinstance(item, Document)), key=lambda document: document.id)
    return documents, tuple(item for item in found if isinstance(item, DocumentError))


def _counting(
    analyses: Iterable[Analysis], total: int, on_progress: Callable[[Progress], None] | None
) -> Iterator[Analysis]:
    """Give the analyses, saying after each how far they are."""
    sentences = facts = 0
    for done, analysis in enumerate(analyses, 1):
        sentences += analysis.sentences
        facts += len(analysis.facts)
        if on_progress is not None:
            on_progress(Progress(done, total, sentences, facts))
        yield analysis


def _analysed(documents: Sequence[Document], model: str | None, workers: int) -> Iterator[Analysis]:
    """Give the analyses, made in this process or in several."""
    langs: tuple[Lang, ...] = tuple(sorted({document.lang for document in documents}))
    if workers <= 1 or len(documents) < 2:
        _warm(langs, model)
        with _loaded_apart():
            yield from analyse_all(documents, model=model)
        return
    ordered = sorted(documents, key=lambda document: (document.lang, document.id))
    size = max(1, min(_BATCH, len(ordered) // (workers * 4)))
    chunks = [ordered[start : start + size] for start in range(0, len(ordered), size)]
    # "spawn": a forked child inherits locks of the parent's threads
    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_settle_in, initargs=(langs, model)
    ) as pool:
        for analyses in pool.map(partial(_chunk, model=model), chunks):
            yield from analyses


@contextmanager
def _loaded_apart() -> Iterator[None]:
    """Keep what is loaded already out of the way of garbage collection while texts are analysed.

    A full collection looks at every object, and models and tables are hundreds of thousands that stay.
    """
    if gc.get_freeze_count():  # the caller's own, which `unfreeze` would undo
        yield
        return
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _chunk(documents: Sequence[Document], model: str | None) -> list[Analysis]:
    return list(analyse_all(documents, model=model))


def _settle_in(langs: Sequence[Lang], model: str | None) -> None:
    """Load what a process needs that does nothing but analyse texts."""
    _warm(langs, model)
    gc.freeze()


def _warm(langs: Sequence[Lang], model: str | None) -> None:
    for lang in langs:
        load(lang, model if lang == "en" else None)
