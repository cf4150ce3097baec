from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.errors import LanguageError
from kg.text.phrases import Phrase, PhraseKind, load, read, recognise

PHRASES = load()


def _name(phrase: Phrase) -> str:
    return f"{phrase.lang}-{phrase.number}-{phrase.kind}"


def test_every_language_has_phrases_of_every_kind() -> None:
    counts = Counter((phrase.lang, phrase.kind) for phrase in PHRASES)
    assert all(counts[lang, kind] for lang in ("en", "ru", "zh") for kind in PhraseKind)


@pytest.mark.parametrize("phrase", PHRASES, ids=_name)
def test_examples(phrase: Phrase) -> None:
    assert phrase.row.match
    assert phrase.row.reject
    for line in phrase.row.match:
        assert read(phrase, line), line
        reading = recognise(line, masthead=phrase.kind is PhraseKind.MASTHEAD)
        assert reading is not None
        assert reading.phrase.kind is phrase.kind, f"{line}: an earlier phrase takes it for {reading.phrase.kind}"
    for line in phrase.row.reject:
        assert not read(phrase, line), line
        assert not recognise(line, masthead=phrase.kind is PhraseKind.MASTHEAD), line


@pytest.mark.parametrize(
    ("line", "group", "value"),
    [
        ("Дата публикации: 2020.10.05", "published", "2020-10-05"),
        ("Published on 5 October 2020", "published", "2020-10-05"),
        ("来源：新闻中心 发布时间：2024-02-05 浏览次数：12", "published", "2024-02-05"),
        ("*Опубликовано 5 октября 2020 г.*", "published", "2020-10-05"),
        ("Source: Tsinghua University", "origin", "Tsinghua University"),
        ("来源：圣彼得堡彼得大帝理工大学", "origin", "圣彼得堡彼得大帝理工大学"),
        ("Источник: https://www.spbstu.ru/media/", "origin", "https://www.spbstu.ru/media/"),
        ("Prepared by the SPbPU International Office", "office", "the SPbPU International Office"),
        ("（国际合作处 供稿）", "office", "国际合作处"),
    ],
)
def test_what_is_read_out(line: str, group: str, value: str) -> None:
    reading = recognise(line)
    assert reading is not None
    assert reading.groups[group] == value


@pytest.mark.parametrize(
    "prose",
    [
        "The parties signed an agreement on 5 October 2020.",
        "Published in 2020, the report names ten universities.",
        "Ректоры подписали соглашение о сотрудничестве.",
        "双方签署了合作协议。",
        "Dmitry Arseniev: “We are glad to see you.”",
    ],
)
def test_prose_is_left_alone(prose: str) -> None:
    assert recognise(prose) is None


def _file(tmp_path: Path, row: str) -> Path:
    path = tmp_path / "phrases.yml"
    path.write_text(f"any:\n{row}\nen: []\nru: []\nzh: []\n", encoding="utf-8")
    return path


GOOD = "  - {kind: credit, line: 'x', match: [x], reject: [y]}"


def test_a_file_of_ones_own_is_read(tmp_path: Path) -> None:
    (phrase,) = load(_file(tmp_path, GOOD))
    assert phrase.kind is PhraseKind.CREDIT


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (GOOD.replace("}", ", note: z}"), "note"),
        (GOOD.replace("credit", "advert"), "advert"),
        (GOOD.replace("'x'", "'('"), "no regular expression"),
        (GOOD.replace("'x'", "'(?P<editor>x)'"), "unknown group “editor”"),
        ("  - {", "phrases.yml"),
    ],
)
def test_unknown_fields_and_values_are_refused(tmp_path: Path, row: str, message: str) -> None:
    path = _file(tmp_path, row)
    with pytest.raises(LanguageError) as caught:
        load(path)
    assert message in str(caught.value)
    assert path.name in str(caught.value)


@pytest.mark.parametrize(
    "line", ["(Text: Li Wei; photos: Anna Ivanova)", "[Editor: Zhang San].", "(Photo: SPbPU (2020))"]
)
def test_brackets_around_a_whole_line_say_nothing(line: str) -> None:
    reading = recognise(line)
    assert reading is not None
    assert reading.phrase.kind is PhraseKind.CREDIT


@pytest.mark.parametrize("line", ["(He agreed: the text is new.)", "(Text: Li Wei) spoke (Photo: Anna)"])
def test_brackets_alone_make_no_line_known(line: str) -> None:
    assert recognise(line) is None
