"""Which annotations are found, to which sets they belong, and what their digest is."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.views.evaluation import load_annotations, texts_beside
from kg.views.evaluation.annotations import digest


def write(folder: Path, key: str, **changes: object) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{key}.json"
    path.write_text(json.dumps({"id": key, "lang": "en", "entities": [], "facts": [], **changes}), encoding="utf-8")
    return path


def test_folders_and_files_give_their_annotations_once_in_order(tmp_path: Path) -> None:
    for key in ("en-2", "en-1"):
        write(tmp_path / "a", key)
    other = write(tmp_path / "b", "en-0")
    (tmp_path / "a" / "GUIDELINES.md").write_text("no annotation", encoding="utf-8")
    found = load_annotations([tmp_path / "a", other, tmp_path / "a" / "en-2.json"])
    assert [(one.gold.id, one.set) for one in found] == [(f"en-{n}", "development") for n in range(3)]
    assert found[0].gold.path == str(other)
    assert found[0].gold.sha256 == hashlib.sha256(other.read_bytes()).hexdigest()


def test_sets_are_named_beside_the_annotations(tmp_path: Path) -> None:
    one, two, three = (write(tmp_path, key) for key in ("en-1", "en-2", "ru-1"))
    sets = tmp_path / "sets.yml"
    sets.write_text("heldout: [en-1]\nenglish: ['en-*', ru-9]\nrest: ['*']\n", encoding="utf-8")
    assert [one.set for one in load_annotations([tmp_path])] == ["heldout", "english", "rest"]
    # a file that is named alone stays in its set
    assert [one.set for one in load_annotations([one])] == ["heldout"]
    sets.write_text("heldout: [en-1]\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"sets\.yml: en-2 belongs to no set"):
        load_annotations([two, three])


@pytest.mark.parametrize("content", ["- en-1", "heldout: en-1", "heldout: [[en-1]]", "heldout: [", "\xff"])
def test_faulty_sets_are_refused(tmp_path: Path, content: str) -> None:
    write(tmp_path, "en-1")
    (tmp_path / "sets.yml").write_bytes(content.encode("latin-1"))
    with pytest.raises(InputError, match=r"sets\.yml: no sets"):
        load_annotations([tmp_path])


def test_what_cannot_be_annotations_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "a", "en-1")
    write(tmp_path / "b", "en-1")
    with pytest.raises(InputError, match=r"b/en-1\.json: annotates en-1, as .*a/en-1\.json does"):
        load_annotations([tmp_path / "a", tmp_path / "b"])
    (tmp_path / "empty").mkdir()
    for path, said in ((tmp_path / "empty", "holds no annotation"), (tmp_path / "nowhere", "no such file")):
        with pytest.raises(InputError, match=said):
            load_annotations([path])


def test_the_digest_is_that_of_sha256sum(tmp_path: Path) -> None:
    for key in ("en-10", "en-9", "ru-1"):
        write(tmp_path, key)
    listed = "LC_ALL=C; export LC_ALL; sha256sum *.json | sha256sum"
    said = subprocess.run(["sh", "-c", listed], cwd=tmp_path, text=True, capture_output=True, check=True).stdout
    annotations = load_annotations([tmp_path])
    assert said.split()[0] == digest(annotations) == digest(reversed(annotations))
    write(tmp_path, "ru-1", title="another")
    assert digest(load_annotations([tmp_path])) != digest(annotations)


def test_texts_lie_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path / "gold", "en-1")
    with pytest.raises(InputError, match="no folder digests"):
        texts_beside([file])
    (tmp_path / "digests").mkdir()
    assert texts_beside([file, tmp_path / "gold"]) == (tmp_path / "digests",)
    monkeypatch.chdir(tmp_path / "gold")
    assert texts_beside([Path()]) == texts_beside([Path("en-1.json")]) == (tmp_path / "digests",)
