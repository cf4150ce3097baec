from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace as changed
from pathlib import Path

import msgspec
import pyoxigraph as ox
import pytest

from kg.errors import InputError, StoreError
from kg.graph.store import Store, load_analyses, replace, writing
from kg.records import Analysis, Collection, Document

IDENTIFIERS = "SELECT ?id WHERE { ?d a srac:Digest ; dcterms:identifier ?id }"


def identifiers(directory: Path) -> list[str]:
    with Store.open(directory) as store:
        return [row["id"].value for row in store.select(IDENTIFIERS)]  # type: ignore[union-attr]


def child(code: str, *arguments: object, **environment: str) -> subprocess.Popen[str]:
    """Start another Python with the project importable; its standard output is a pipe."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
    )


def wait_for(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdout is not None
    assert process.stdout.readline().strip() == word


@pytest.fixture
def built(tmp_path: Path, collection: Collection) -> Path:
    directory = tmp_path / "new" / "kg-store"
    replace(directory, collection)
    return directory


# What is written is what is read


def test_a_store_is_read_back(built: Path, collection: Collection) -> None:
    assert identifiers(built) == ["en-1", "ru-1"]
    assert load_analyses(built) == {a.document.id: a for a in collection.analyses}
    with Store.open(built) as store:
        assert store.base == "https://w3id.org/srac/id/"
        assert [g.value.rpartition("/id/")[2] for g in store.graphs()] == [
            "document/en-1",
            "document/ru-1",
            "graph/entities",
        ]
        assert store.nquads() == Store.of(collection).nquads()


def test_a_triple_of_two_documents_counts_once_in_the_union(built: Path) -> None:
    with Store.open(built) as store:
        (row,) = store.select("SELECT (COUNT(*) AS ?n) { ?s srac:signed ?o }")
        assert row["n"] == ox.Literal(1)
        (row,) = store.select("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s srac:signed ?o } }")
        assert row["n"] == ox.Literal(2)


def test_building_again_replaces(built: Path, collection: Collection) -> None:
    before = Store.open(built).nquads()
    replace(built, collection)
    assert Store.open(built).nquads() == before
    replace(built, changed(collection, analyses=collection.analyses[1:]))
    assert identifiers(built) == ["ru-1"]
    assert list(load_analyses(built)) == ["ru-1"]
    assert len([path for path in built.iterdir() if path.name.startswith("generation-")]) == 1


def test_nquads_are_sorted_lines_that_parse_to_the_same_quads(built: Path) -> None:
    with Store.open(built) as store:
        lines = store.nquads().splitlines(keepends=True)
        assert lines == sorted(set(lines))
        assert set(ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS)) == set(store.quads())


def test_the_analyses_before_linking_are_kept_where_given(tmp_path: Path, collection: Collection) -> None:
    sources = [changed(a, mentions=()) for a in reversed(collection.analyses)]
    replace(tmp_path, collection, sources=sources)
    assert list(load_analyses(tmp_path).values()) == sources[::-1]


def test_the_base_is_kept(tmp_path: Path, collection: Collection) -> None:
    replace(tmp_path, collection, base="https://example.org/kg/")
    with Store.open(tmp_path) as store:
        assert store.document("en-1") in store.graphs()
        assert store.ask("ASK { person:lu-zhiyu srac:signed ?x }")
    with pytest.raises(InputError):
        replace(tmp_path, collection, base="nowhere")
    assert identifiers(tmp_path) == ["en-1", "ru-1"]


def test_an_empty_collection_makes_a_store_that_can_be_asked(tmp_path: Path) -> None:
    replace(tmp_path, Collection(()))
    assert identifiers(tmp_path) == []
    assert Store.open(tmp_path).nquads() == b""


BUILD = """
import sys, json, random
from pathlib import Path
from kg.graph.store import Store, load_analyses, replace
from kg.records import Collection
analyses = list(load_analyses(Path(sys.argv[1])).values())
import msgspec
from kg.records import Entity
entities = msgspec.json.decode(Path(sys.argv[2]).read_bytes(), type=list[Entity])
shuffle = random.Random(int(sys.argv[4])).shuffle
shuffle(analyses), shuffle(entities)
target = Path(sys.argv[3])
replace(target, Collection(tuple(analyses), tuple(entities)))
sys.stdout.buffer.write(Store.open(target).nquads())
(current,) = target.glob("generation-*/analyses.jsonl.gz")
sys.stdout.buffer.write(current.read_bytes().hex().encode())
"""


def test_same_bytes_whatever_the_order_and_hash_seed(built: Path, collection: Collection, tmp_path: Path) -> None:
    entities = tmp_path / "entities.json"
    entities.write_bytes(msgspec.json.encode(collection.entities))
    outputs = set()
    for seed in ("1", "2", "3"):
        process = child(BUILD, built, entities, tmp_path / seed, seed, PYTHONHASHSEED=seed)
        output, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        outputs.add(output)
    assert len(outputs) == 1
    assert outputs.pop().encode().startswith(Store.open(built).nquads())


# Interrupted and beside each other

STUCK = """
import sys, time
from pathlib import Path
from kg.graph import store
from kg.records import Analysis, Collection, Document
real = store.quads
def stuck(*arguments):
    for number, quad in enumerate(real(*arguments)):
        if number == 20_000:
            print("half", flush=True)
            time.sleep(600)
        yield quad
store.quads = stuck
documents = (Analysis(Document(f"new-{n}", "T", "en", "text", ())) for n in range(5_000))
store.replace(Path(sys.argv[1]), Collection(tuple(documents)))
"""


def test_a_build_killed_in_the_middle_leaves_the_store_as_it_was(built: Path, collection: Collection) -> None:
    before = Store.open(built).nquads()
    process = child(STUCK, built)
    wait_for(process, "half")
    assert len(list(built.glob("generation-*"))) == 2
    with pytest.raises(StoreError, match="another build is writing this store"):
        replace(built, collection)
    assert Store.open(built).nquads() == before

    process.send_signal(signal.SIGKILL)
    process.wait(timeout=60)
    assert Store.open(built).nquads() == before
    assert load_analyses(built) == {a.document.id: a for a in collection.analyses}
    # The dead process holds no lock, and what it left behind goes with the next build.
    replace(built, changed(collection, analyses=collection.analyses[:1]))
    assert identifiers(built) == ["en-1"]
    assert len(list(built.glob("generation-*"))) == 1


def test_the_first_build_killed_leaves_no_store_and_no_obstacle(tmp_path: Path, collection: Collection) -> None:
    process = child(STUCK, tmp_path)
    wait_for(process, "half")
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=60)
    with pytest.raises(StoreError, match="no store here"):
        Store.open(tmp_path)
    assert load_analyses(tmp_path) == {}
    replace(tmp_path, collection)
    assert identifiers(tmp_path) == ["en-1", "ru-1"]


def test_an_error_in_the_middle_leaves_the_store_as_it_was(built: Path, collection: Collection) -> None:
    before, folders = Store.open(built).nquads(), set(built.iterdir())
    broken = changed(collection.analyses[1].facts[0], object="agreement/unknown")
    analyses = (collection.analyses[0], changed(collection.analyses[1], facts=(broken,)))
    with pytest.raises(InputError, match="agreement/unknown"):
        replace(built, changed(collection, analyses=analyses))
    assert Store.open(built).nquads() == before
    assert set(built.iterdir()) == folders


def test_a_reader_keeps_its_state_while_another_builds(built: Path, collection: Collection) -> None:
    with Store.open(built) as reader:
        replace(built, Collection(()))
        replace(built, Collection((Analysis(Document("later", "T", "en", "text", ())),)))
        assert [row["id"].value for row in reader.select(IDENTIFIERS)] == ["en-1", "ru-1"]  # type: ignore[union-attr]
    assert identifiers(built) == ["later"]


def test_whoever_holds_the_right_to_write_may_enter_it_again(built: Path, collection: Collection) -> None:
    code = (
        "import sys; from pathlib import Path; from kg.graph.store import writing\n"
        "with writing(Path(sys.argv[1])): print('in', flush=True)"
    )
    with writing(built):
        replace(built, collection)
        process = child(code, built)
        output, _ = process.communicate(timeout=60)
        assert (process.returncode, output) == (1, "")
    process = child(code, built)
    assert process.communicate(timeout=60)[0] == "in\n"


# Refusals


def test_no_store(tmp_path: Path) -> None:
    for directory in (tmp_path, tmp_path / "missing"):
        with pytest.raises(StoreError, match="kg build"):
            Store.open(directory)
        assert load_analyses(directory) == {}
    assert not (tmp_path / "missing").exists()


def test_another_format_asks_for_a_new_build(built: Path, collection: Collection) -> None:
    (manifest,) = built.glob("generation-*/manifest.json")
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 99, "later": True}))
    for read in (Store.open, load_analyses):
        with pytest.raises(StoreError, match=r"format 99.*reads format 1.*build again"):
            read(built)
    replace(built, collection)
    assert identifiers(built) == ["en-1", "ru-1"]


@pytest.mark.parametrize("damage", ["CURRENT", "generation-*/manifest.json", "generation-*/oxigraph/CURRENT"])
def test_a_damaged_store_says_so(built: Path, damage: str) -> None:
    (path,) = built.glob(damage)
    path.write_bytes(b"\xff\x00nonsense")
    with pytest.raises(StoreError, match="build again"):
        Store.open(built)


def test_damaged_analyses_say_so(built: Path) -> None:
    (path,) = built.glob("generation-*/analyses.jsonl.gz")
    whole = path.read_bytes()
    for broken in (whole[: len(whole) // 2], b"no gzip", gzip.compress(b'{"document": 1}\n')):
        path.write_bytes(broken)
        with pytest.raises(StoreError, match="build again"):
            load_analyses(built)


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path, collection: Collection) -> None:
    (tmp_path / "thesis.docx").write_text("precious")
    with pytest.raises(StoreError, match="holds other files"):
        replace(tmp_path, collection)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]
    with pytest.raises(StoreError, match="not a folder"):
        replace(tmp_path / "thesis.docx", collection)


def test_a_closed_store_says_so(built: Path) -> None:
    with Store.open(built) as store:
        pass
    with pytest.raises(StoreError, match="closed"):
        store.ask("ASK {}")
