"""What every language's pipeline promises: known names, sentences that end with their line, offsets into any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.languages import load
from kg.languages.spans import NameSpan
from kg.records import Lang

RUSSIAN = [
    ("Делегация Цзилиньского университета приехала в Томск.", {"organization/jlu", "place/tomsk"}),
    ("Ректор встретился с Цю Юном в Пекине.", {"place/beijing"}),
    ("СПбПУ и СПбГУ подписали договор.", {"organization/spbpu", "organization/spbu"}),
    ("В Томском политехническом университете открыли центр.", {"organization/tpu"}),
    ("Университет Цинхуа посетили гости из Шанхая.", {"organization/tsinghua", "place/shanghai"}),
]
CHINESE = [
    ("清华大学代表团访问了莫斯科。", {"organization/tsinghua", "place/moscow"}),
    ("吉林大学与托木斯克理工大学签署协议。", {"organization/jlu", "organization/tpu"}),
    ("哈爾濱工業大學校長到訪。", {"organization/hit"}),
]


def found(text: str, lang: Lang) -> set[str]:
    names: tuple[NameSpan, ...] = load(lang)(text)._.names
    return {name.entry for name in names if name.entry}


def test_no_model_named_is_the_model_that_is_usual() -> None:
    assert load("en") is load("en", None)


@pytest.mark.parametrize(("text", "entries"), RUSSIAN)
def test_russian(text: str, entries: set[str]) -> None:
    assert entries <= found(text, "ru")


@pytest.mark.parametrize(("text", "entries"), CHINESE)
def test_chinese(text: str, entries: set[str]) -> None:
    assert entries <= found(text, "zh")


def test_a_common_word_is_no_name() -> None:
    assert "organization/mir" not in found("во всем мире", "ru")
    assert not found("университет открыт, политех закрыт", "ru")


@pytest.mark.parametrize(
    ("lang", "text", "sentences"),
    [
        ("ru", "Договор подписан. Стороны довольны!\nЗаголовок\nТекст под ним.", 4),
        ("zh", "协议签署了。双方很满意！\n标题\n下面的文字。", 4),
        ("en", "The contract was signed. Both sides are glad!\nA heading\nThe text below it.", 4),
    ],
)
def test_sentences_end_where_lines_end(lang: Lang, text: str, sentences: int) -> None:
    doc = load(lang)(text)
    assert len([sentence for sentence in doc.sents if sentence.text.strip()]) == sentences
    assert all("\n" not in sentence.text.strip() for sentence in doc.sents)


MIXED = st.text("Томский политех 清华大学 Jilin University, «»“”.🎓\n\u202b\u200b", max_size=60)


@pytest.mark.parametrize("lang", ["ru", "zh", "en"])
@given(text=st.one_of(st.text(max_size=60), MIXED))
def test_names_lie_within_any_text_and_apart(lang: Lang, text: str) -> None:
    doc = load(lang)(text)
    assert len(doc.text) == len(text)
    position = 0
    for name in doc._.names:
        assert position <= name.start < name.end <= len(text)
        assert text[name.start : name.end].strip()
        position = name.end
