"""Whole builds: the same bytes from the same texts, replacing and adding, and what cannot be read."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kg.errors import DocumentError, LanguageError, StoreError
from kg.graph.store import Store, load_analyses
from kg.odds import SUREST
from kg.pipeline import BuildReport, Progress, build

LEAD = "It rained on Monday, and guests came from near and far."
CHOSEN = ("en-002", "en-005", "en-014", "en-047", "en-056", "en-063", "ru-003", "ru-010", "zh-001", "zh-016")
MAIN = """
import sys
from pathlib import Path
from kg.pipeline import build
if __name__ == "__main__":
    workers, store, *paths = sys.argv[1:]
    report = build([Path(path) for path in paths], Path(store), workers=int(workers))
    assert not report.broken, report.broken
"""


@pytest.fixture(scope="module")
def digests(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Ten digests in three languages in a folder of their own."""
    folder = tmp_path_factory.mktemp("digests")
    found = [path for path in sorted((root / "data" / "digests").glob("*.md")) if path.name.startswith(CHOSEN)]
    assert len(found) == len(CHOSEN)
    return [Path(shutil.copy(path, folder)) for path in found]


@pytest.fixture(scope="module")
def built(digests: list[Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildReport, bytes]:
    """A build of them all in this process, and the store's content."""
    store = tmp_path_factory.mktemp("built") / "store"
    return build(digests, store), content(store)


def content(store: Path) -> bytes:
    with Store.open(store) as opened:
        return opened.nquads()


def elsewhere(tmp_path: Path, seed: str, workers: int, paths: Iterable[Path], name: str = "store") -> bytes:
    """Build in a process of its own and give the store's content."""
    script = tmp_path / "main.py"
    script.write_text(MAIN, encoding="utf-8")
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(script), str(workers), str(tmp_path / name), *map(str, paths)]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return content(tmp_path / name)


def digest(folder: Path, id: str, text: str, published: str = "2020-06-01") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{id}.md"
    path.write_text(
        f"---\nid: {id}\ntitle: News\nlang: en\npublished: {published}\n---\n\n{LEAD}\n\n{text}\n", encoding="utf-8"
    )
    return path


def test_a_build_of_ten_digests(built: tuple[BuildReport, bytes]) -> None:
    report, quads = built
    assert report.documents == len(CHOSEN)
    assert report.languages == {"en": 6, "ru": 2, "zh": 2}
    assert sum(report.facts.values()) > 50
    assert report.claims["held"] >= sum(report.facts.values())
    assert report.entities["University"] > 10
    assert report.broken == ()
    assert quads.count(b"\n") > 1000


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "workers"), [("0", 1), ("1", 2)])
def test_the_same_bytes_whatever_the_hash_seed_the_order_and_the_workers(
    seed: str, workers: int, digests: list[Path], built: tuple[BuildReport, bytes], tmp_path: Path
) -> None:
    order = digests[::-1] if workers == 1 else [*digests[3:], *digests[:3]]
    assert elsewhere(tmp_path, seed, workers, order) == built[1]


def test_a_folder_is_its_files(digests: list[Path], built: tuple[BuildReport, bytes], tmp_path: Path) -> None:
    build([digests[0].parent], tmp_path / "store")
    assert content(tmp_path / "store") == built[1]


def test_building_again_changes_nothing(digests: list[Path], built: tuple[BuildReport, bytes], tmp_path: Path) -> None:
    for _ in range(2):
        report = build(digests, tmp_path / "store")
    assert content(tmp_path / "store") == built[1]
    assert report.facts == built[0].facts


@pytest.mark.parametrize("first", [slice(0, 5), slice(5, 10), slice(2, 3)])
def test_an_incremental_build_equals_a_full_one(
    first: slice, digests: list[Path], built: tuple[BuildReport, bytes], tmp_path: Path
) -> None:
    some = digests[first]
    build(some, tmp_path / "store")
    assert content(tmp_path / "store") != built[1]
    report = build([path for path in digests if path not in some], tmp_path / "store")
    assert report.documents == len(CHOSEN) - len(some)
    assert sum(report.languages.values()) == len(CHOSEN)
    assert content(tmp_path / "store") == built[1]


def asked(store: Path, sparql: str) -> bool:
    with Store.open(store) as opened:
        return opened.ask(sparql)


JLU, ASU, KFU = "Jilin University", "Altai State University", "Kazan Federal University"
PARTNERS = """ASK {{ {{ ?a srac:partnerOf ?b }} UNION {{ ?b srac:partnerOf ?a }}
    ?a rdfs:label ?one . ?b rdfs:label ?other . FILTER(STR(?one) = "{one}" && STR(?other) = "{other}") }}"""


def test_a_document_read_again_is_replaced(tmp_path: Path) -> None:
    store, folder = tmp_path / "store", tmp_path / "texts"
    digest(folder, "a", f"{JLU} is a partner of {ASU}.")
    digest(folder, "b", f"{JLU} visited {ASU}.")
    build([folder], store)
    assert asked(store, PARTNERS.format(one=JLU, other=ASU))
    digest(folder, "a", f"{JLU} is a partner of {KFU}.")
    report = build([folder / "a.md"], store)
    assert report.documents == 1
    assert asked(store, PARTNERS.format(one=JLU, other=KFU))
    assert not asked(store, PARTNERS.format(one=JLU, other=ASU))
    assert asked(store, "ASK { ?who srac:visited ?whom }")
    fresh = tmp_path / "fresh"
    build([folder], fresh)
    assert content(store) == content(fresh)


def test_a_plan_is_a_claim_and_no_triple(tmp_path: Path) -> None:
    digest(tmp_path, "a", f"{JLU} plans to become a partner of {ASU}.")
    report = build([tmp_path / "a.md"], tmp_path / "store")
    assert dict(report.claims) == {"planned": 1}
    assert not report.facts
    assert not asked(tmp_path / "store", "ASK { ?a srac:partnerOf ?b }")
    assert asked(tmp_path / "store", 'ASK { ?claim srac:status "planned" ; rdf:predicate srac:partnerOf }')


def test_what_is_hardly_probable_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digest(tmp_path, "a", f"{JLU} and {ASU} signed a contract.")
    build([tmp_path / "a.md"], tmp_path / "all")
    monkeypatch.setattr("kg.facts.calibration.LEAST", SUREST + 0.01)
    report = build([tmp_path / "a.md"], tmp_path / "sure")
    assert asked(tmp_path / "all", "ASK { ?who srac:signed ?what . ?what a srac:Agreement }")
    assert not report.claims
    assert not asked(tmp_path / "sure", "ASK { ?what a srac:Agreement }")  # a thing of which nothing is said


def test_the_names_of_files_and_folders_are_not_part_of_the_graph(tmp_path: Path) -> None:
    found = []
    for folder in ("one", "other folder"):
        digest(tmp_path / folder, "a", f"{JLU} is a partner of {ASU}.")
        build([tmp_path / folder], tmp_path / folder / "store")
        found.append(content(tmp_path / folder / "store"))
    assert found[0] == found[1]
    assert str(tmp_path).encode() not in found[0]


def test_broken_files_are_named_and_the_rest_is_built(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    digest(texts, "good", f"{JLU} is a partner of {ASU}.")
    (texts / "front.md").write_text("---\nid: [\n---\ntext\n", encoding="utf-8")
    (texts / "broken.json").write_text('{"text": ', encoding="utf-8")
    (texts / "empty.txt").write_text("", encoding="utf-8")
    digest(texts / "z", "good", "It rained.")
    report = build([texts], tmp_path / "store")
    assert report.documents == 1
    assert dict(report.facts) == {"partnerOf": 1}
    assert len(report.broken) == 4
    for name in ("front.md", "broken.json", "empty.txt", "z"):
        assert any(name in str(error) for error in report.broken), name


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="nowhere"):
        build([tmp_path / "nowhere"], tmp_path / "store")
    assert not (tmp_path / "store").exists()


def test_a_model_that_is_not_there_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    path = digest(tmp_path, "a", f"{JLU} is a partner of {ASU}.")
    build([path], tmp_path / "store")
    before = content(tmp_path / "store")
    digest(tmp_path, "a", "It rained.")
    with pytest.raises(LanguageError, match="no_such_model"):
        build([path], tmp_path / "store", model="no_such_model")
    assert content(tmp_path / "store") == before


def test_nothing_to_read_makes_no_store(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    try:
        report = build([tmp_path / "texts"], tmp_path / "store")
    except DocumentError:
        pass
    else:
        assert (report.documents, dict(report.entities)) == (0, {})
    with pytest.raises(StoreError):
        Store.open(tmp_path / "store")


@pytest.mark.parametrize("workers", [1, 2])
def test_progress_is_told_after_each_document(workers: int, tmp_path: Path) -> None:
    for id in "abc":
        digest(tmp_path, id, f"{JLU} is a partner of {ASU}.")
    told: list[Progress] = []
    build([tmp_path], tmp_path / "store", workers=workers, on_progress=told.append)
    assert [(step.done, step.total) for step in told] == [(1, 3), (2, 3), (3, 3)]
    assert [step.facts for step in told] == [1, 2, 3]
    assert told[-1].sentences >= 3


def test_the_base_of_the_iris_can_be_chosen(tmp_path: Path) -> None:
    path = digest(tmp_path, "a", f"{JLU} is a partner of {ASU}.")
    build([path], tmp_path / "store", base="https://example.org/kg/")
    quads = content(tmp_path / "store")
    assert b"<https://example.org/kg/organization/jlu>" in quads
    assert b"w3id.org/srac/id" not in quads


def test_what_is_stored_is_what_the_documents_gave_before_linking(
    digests: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(digests[:2], tmp_path / "store")
    stored = load_analyses(tmp_path / "store")
    assert sorted(stored) == ["en-002", "en-005"]
    assert all(analysis.facts and analysis.document.sha256 for analysis in stored.values())


def test_the_caller_of_the_report_gets_the_gaps_of_what_was_read(tmp_path: Path) -> None:
    older = f"Tsinghua University is older than {ASU}."
    build([digest(tmp_path / "one", "a", older)], tmp_path / "store")
    report = build([digest(tmp_path / "two", "b", f"It rained. {older}")], tmp_path / "store")
    assert [(document.id, document.text[gap.start : gap.end]) for document, gap in report.gaps] == [("b", older)]


def test_an_interrupted_build_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    path = digest(tmp_path, "a", f"{JLU} is a partner of {ASU}.")
    build([path], tmp_path / "store")
    before = content(tmp_path / "store")
    digest(tmp_path, "a", "It rained.")

    def interrupt(_: Progress) -> None:
        raise KeyboardInterrupt

    stop: Callable[[Progress], None] = interrupt
    with pytest.raises(KeyboardInterrupt):
        build([path], tmp_path / "store", on_progress=stop)
    assert content(tmp_path / "store") == before


def test_garbage_collection_is_afterwards_as_it_was(tmp_path: Path) -> None:
    path = digest(tmp_path, "a", f"{JLU} is a partner of {ASU}.")
    during: list[int] = []
    build([path], tmp_path / "store", on_progress=lambda _: during.append(gc.get_freeze_count()))
    assert during[0] > 0 == gc.get_freeze_count()
    gc.freeze()
    try:
        build([path], tmp_path / "store")
        assert gc.get_freeze_count() > 0, "what the caller has frozen is the caller's own"
    finally:
        gc.unfreeze()
