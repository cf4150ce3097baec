from __future__ import annotations

import pytest

from kg.registry import Registry
from kg.text.publisher import publisher


@pytest.mark.parametrize(
    ("source", "origins", "offices", "id"),
    [
        ("https://english.spbstu.ru/media/news/", [], [], "organization/spbpu"),
        ("https://english.spbu.ru/news/", [], [], "organization/spbu"),
        ("https://unknown.example/", [], ["SPbPU International Office"], None),
        ("https://www.innoprom.com/", [], [], None),
        (
            "https://unknown.example/",
            ["Peter the Great St. Petersburg Polytechnic University"],
            [],
            "organization/spbpu",
        ),
        ("https://english.spbu.ru/news/", ["清华大学"], [], "organization/tsinghua"),
        (None, ["a Chinese newspaper", "SPBPU"], [], "organization/spbpu"),
        (None, ["Media Center of SPbPU"], [], None),
        (None, [], ["the SPbPU International Office"], "organization/spbpu"),
        (None, [], ["the SPbPU Representative Office in Shanghai"], "organization/spbpu"),
        (None, [], ["Медиа-центром СПбПУ"], "organization/spbpu"),
        (None, [], ["圣彼得堡彼得大帝理工大学国际处"], "organization/spbpu"),
        (None, [], ["SPbPU上海代表处"], "organization/spbpu"),
        (None, [], ["Anna Ivanova", "Tsinghua University, SPbU"], "organization/tsinghua"),
        (None, [], ["its editors"], None),
        (None, [], ["SPbPUs"], None),
        (None, [], ["the IT department"], "organization/it"),
        (None, [], [], None),
    ],
)
def test_who_publishes(
    registry: Registry, source: str | None, origins: list[str], offices: list[str], id: str | None
) -> None:
    assert publisher(registry, source, origins, offices) == id
