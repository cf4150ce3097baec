"""A registry of a few organizations, so that no test depends on the shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.records import Entry, Name, NameKind
from kg.registry import Registry


def _names(en: str, *others: str) -> tuple[Name, ...]:
    return (Name(en, "en", NameKind.PREFERRED), *(Name(other) for other in others))


ENTRIES = (
    Entry(
        "organization/spbpu",
        "University",
        _names(
            "Peter the Great St. Petersburg Polytechnic University",
            "SPbPU",
            "Санкт-Петербургский политехнический университет Петра Великого",
            "СПбПУ",
            "圣彼得堡彼得大帝理工大学",
        ),
        domains=("spbstu.ru",),
    ),
    Entry(
        "organization/spbpu-shanghai",
        "OrganizationalUnit",
        _names("SPbPU Representative Office in Shanghai"),
        part_of="organization/spbpu",
    ),
    Entry("organization/spbu", "University", _names("St. Petersburg State University", "SPbU"), domains=("spbu.ru",)),
    Entry(
        "organization/tsinghua", "University", _names("Tsinghua University", "清华大学"), domains=("tsinghua.edu.cn",)
    ),
    Entry("organization/it", "Company", _names("IT")),
    Entry("event-series/innoprom", "Exhibition", _names("INNOPROM"), domains=("innoprom.com",)),
)


@pytest.fixture(scope="session")
def registry() -> Registry:
    """SPbPU with its office, SPbU, Tsinghua, a company called IT, and an exhibition with a site of its own."""
    return Registry(
        ENTRIES,
        {entry.id: entry for entry in ENTRIES},
        {domain: entry for entry in ENTRIES for domain in entry.domains},
    )


@pytest.fixture(scope="session")
def seed(root: Path) -> Path:
    """The published digest that lies beside the checkout where the project is developed."""
    path = root.parent / "shared" / "corpus" / "seed" / "spbpu-shanghai-2020-10.txt"
    if not path.is_file():
        pytest.skip("the seed text is not here")
    return path
