"""The files of a language, and the errors that name them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import LanguageError
from kg.languages import lexicon, load
from kg.languages.kinds import kinds
from kg.languages.lexicon import read


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the English files that a test may spoil."""
    shutil.copytree(Path(lexicon.__file__).parent / "en", tmp_path / "en")
    monkeypatch.setattr(lexicon, "_HERE", tmp_path)
    read.cache_clear()
    kinds.cache_clear()
    yield tmp_path / "en"
    read.cache_clear()
    kinds.cache_clear()


def test_every_english_file_is_read(root: Path) -> None:
    found = sorted(path.stem for path in (root / "kg" / "languages" / "en").glob("*.yml"))
    assert len(found) >= 10
    assert all(read("en", name) for name in found)


def test_every_file_says_what_its_fields_mean(root: Path) -> None:
    for path in sorted((root / "kg" / "languages").rglob("*.yml")):
        assert path.read_text(encoding="utf-8").startswith("# "), path.name


def test_words_stay_words(copy: Path) -> None:
    (copy / "a.yml").write_text("# A list.\nlist: [no, on, yes, off, y]\nflag: true\n", encoding="utf-8")
    assert read("en", "a") == {"list": ["no", "on", "yes", "off", "y"], "flag": True}


def test_a_key_that_stands_twice_is_refused(copy: Path) -> None:
    (copy / "a.yml").write_text("# Twice.\none: 1\none: 2\n", encoding="utf-8")
    with pytest.raises(LanguageError, match="a key stands twice"):
        read("en", "a")


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(LanguageError, match=r"kg/languages/en/nowhere\.yml: no such file"):
        read("en", "nowhere")


def test_a_file_that_is_no_yaml(copy: Path) -> None:
    (copy / "kinds.yml").write_text("University: {university: [", encoding="utf-8")
    with pytest.raises(LanguageError, match=r"kg/languages/en/kinds\.yml: no YAML"):
        read("en", "kinds")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("Univarsity: {university: '-'}", "no class 'Univarsity' in the ontology"),
        ("Agreement: {pact: pactum}", "pact: no kind 'pactum' in the ontology"),
        ("University: {academy: '-'}\nCompany: {academy: '-'}", "noun 'academy' stands twice"),
    ],
)
def test_kinds_that_the_ontology_lacks(copy: Path, content: str, reason: str) -> None:
    (copy / "kinds.yml").write_text(content, encoding="utf-8")
    with pytest.raises(LanguageError, match=reason) as caught:
        kinds("en")
    assert caught.value.place == "kg/languages/en/kinds.yml"


def test_a_language_that_is_not_there() -> None:
    with pytest.raises(LanguageError, match="no language 'fr'"):
        load("fr")


def test_a_model_that_is_not_installed() -> None:
    with pytest.raises(LanguageError, match="en_core_web_none: no such spaCy pipeline is installed"):
        load("en", "en_core_web_none")


@pytest.mark.parametrize("lang", ["ru", "zh"])
def test_a_model_where_none_can_be_chosen(lang: str) -> None:
    with pytest.raises(LanguageError, match=f"no model can be chosen for '{lang}'"):
        load(lang, "some_model")


def test_a_model_that_lacks_a_parser(tmp_path: Path) -> None:
    import spacy  # noqa: PLC0415 - one test only

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(LanguageError, match="not an English pipeline with lemmatizer, ner, parser, tagger"):
        load("en", str(tmp_path / "blank"))
