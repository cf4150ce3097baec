"""The texts that the project keeps, and the digest that it was begun for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from kg.records import BlockKind, Document
from kg.registry import Registry
from kg.text import discover, read, unique

Digests = dict[Path, Document]


@pytest.fixture(scope="module")
def digests(root: Path, registry: Registry) -> Digests:
    found: Digests = {}
    for path in discover([root / "data" / "digests"]):
        (document,) = read(path, registry)
        assert isinstance(document, Document), str(document)
        found[path] = document
    return found


def test_all_are_read(digests: Digests) -> None:
    assert len(digests) == 69
    assert Counter(document.lang for document in digests.values()) == {"en": 39, "ru": 17, "zh": 13}
    assert all(isinstance(document, Document) for document in unique(digests.values()))


def test_each_is_what_its_front_matter_says(digests: Digests) -> None:
    for path, document in digests.items():
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        stated = yaml.load(head, yaml.BaseLoader)
        assert document.text == f"{document.title}\n\n{body.lstrip()}"
        assert (document.id, document.title, document.lang) == (stated["id"], stated["title"], stated["lang"]), (
            path.name
        )
        assert (document.published, document.source) == (stated.get("published"), stated.get("source")), path.name


def test_language_told_by_script_agrees_with_the_front_matter(
    digests: Digests, registry: Registry, tmp_path: Path
) -> None:
    for path, document in digests.items():
        bare = tmp_path / f"{path.stem}.txt"
        bare.write_text(document.text, encoding="utf-8")
        (again,) = read(bare, registry)
        assert isinstance(again, Document)
        assert again.lang == document.lang, path.name


def test_blocks_hold_the_text(digests: Digests) -> None:
    for path, document in digests.items():
        held = "".join(document.text[block.start : block.end] for block in document.blocks)
        assert "".join(held.split()) == "".join(document.text.split()), path.name
        assert any(block.kind is BlockKind.PARAGRAPH for block in document.blocks), path.name


def test_what_is_not_prose(digests: Digests) -> None:
    def lines(name: str, *kinds: BlockKind) -> list[str]:
        document = next(document for document in digests.values() if document.id == name)
        return [document.text[block.start : block.end] for block in document.blocks if block.kind in kinds]

    assert lines("en-005", BlockKind.CAPTION) == ["SPbPU and JITRI representatives in talks"]
    assert lines("en-005", BlockKind.HEADING) == ["Polytechnic University on WeChat", "Talks with JITRI companies"]
    assert lines("ru-010", BlockKind.CREDIT, BlockKind.METADATA) == ["Редакция портала «Русский мир»", "18.09.2020"]
    assert lines("zh-018", BlockKind.METADATA) == ["发布时间:2024-02-05"]
    assert lines("en-022", BlockKind.METADATA) == [
        "Translation. Region: Russian Federal",
        "Source: Peter the Great St. Petersburg Polytechnic University",
    ]
    assert len(lines("en-022", BlockKind.PARAGRAPH)) == 5


def test_a_repost_is_news_of_the_organization_it_names(digests: Digests) -> None:
    publishers = {document.id: document.publisher for document in digests.values()}
    assert publishers["en-020"] == publishers["en-022"] == publishers["en-002"] == "organization/spbpu"
    assert publishers["en-031"] == publishers["zh-005"] == "organization/spbu"


def test_the_seed(seed: Path, registry: Registry) -> None:
    (document,) = read(seed, registry)
    assert isinstance(document, Document)
    assert document.text == seed.read_text(encoding="utf-8-sig")
    assert document.title == "September Digest from the SPbPU Representative Office in Shanghai"
    assert (document.lang, document.published, document.publisher) == ("en", "2020-10-05", "organization/spbpu")
    kinds = [block.kind.value for block in document.blocks]
    assert kinds == [
        *("title", "paragraph", "heading", "paragraph", "paragraph", "heading", "paragraph", "paragraph"),
        *("heading", "paragraph", "paragraph", "credit", "metadata", "boilerplate", "boilerplate"),
    ]
