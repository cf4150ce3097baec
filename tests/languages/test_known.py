"""Russian and Chinese: known names in whatever form they are printed, and nothing that only looks like one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from kg.languages import load
from kg.languages.known.guards import lookalikes
from kg.languages.known.trie import Force, Hit, Trie, cover
from kg.languages.known.words import Speller, cut, key_of, spelled, view
from kg.languages.ru.declension import forms
from kg.languages.zh.script import fold
from kg.pipeline import analyse
from kg.records import Block, BlockKind, Document, Lang
from kg.registry import load as load_registry
from kg.text import read

HAN = re.compile("[\u3400-\u9fff]")
HOSTILE = st.text(
    st.one_of(
        st.sampled_from("北京大学國立與、。！”《》·· 　МГУСианьем ё«».-–\n\r\t\u00ad\u0301\u200b\ufeff\x00(ＭＡ１)"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


def names(lang: Lang, text: str) -> list[tuple[str, str]]:
    """Give what is printed and the one entry it names, or all that it could, in the order of the text."""
    found = load(lang)(text)._.names
    return [(text[name.start : name.end], name.entry or "|".join(name.candidates)) for name in found]


def entries(lang: Lang, text: str) -> list[str]:
    """Give the keys of the entries named, in the order of the text."""
    return [id.split("/")[-1] for _, id in names(lang, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # case forms of nouns, adjectives, surnames and given names
        ("в Сиане, из Сианя, с Далянем, под Ельцом", ["xian", "xian", "dalian", "yelets"]),
        ("в Ростове-на-Дону и Нижнем Новгороде", ["rostov-on-don", "nizhniy-novgorod"]),
        ("ректору Харбинского инженерного университета", ["heu"]),
        ("о Санкт-Петербургском политехническом университете Петра Великого", ["spbpu"]),
        ("Дмитрием Арсеньевым", ["dmitry-arseniev"]),
        ("встреча с Виктором Садовничим", ["viktor-sadovnichy"]),
        ("подпись Елены Черновой", ["elena-chernova"]),
        # other orders and initials
        ("Арсеньев Дмитрий Германович", ["dmitry-arseniev"]),
        ("с А.Б. Безбородовым, А. Б. Безбородову, Безбородова А.Б.", ["aleksandr-bezborodov"] * 3),
        # a surname, a given name with a patronymic, once the name is told
        ("Сергей Шахрай. По словам Шахрая", ["sergey-shakhray"] * 2),
        ("Анатолий Александров. Анатолию Александровичу", ["anatoly-aleksandrov"] * 2),
        # abbreviations in either alphabet, with and without what follows them
        ("МГУ им. М.В. Ломоносова, МГУ имени М. В. Ломоносова, МГУ", ["msu"] * 3),
        ("МГТУ им. Н.Э.Баумана", ["bmstu"]),
        ("договор SPbPU с ITMO", ["spbpu", "itmo"]),
        # quotation marks, capitals, accents, soft hyphens, line ends
        ("НИУ «БелГУ» и НИУ БелГУ, НИТУ «МИСиС»", ["bsu-belgorod", "bsu-belgorod", "misis"]),
        ("СТУДЕНТЫ ИЗ ХАРБИНА В УРАЛЬСКОМ ФЕДЕРАЛЬНОМ УНИВЕРСИТЕТЕ", ["harbin", "urfu"]),
        ("Шанхаи\u0306ский университет", ["shu"]),
        ("Томский поли\u00adтехнический универ-\nситет", ["tpu"]),
        ("Томский\nполитехнический университет", ["tpu"]),
        # without a capital: where a name of its own follows, where it is long, where the text names it in full as well
        ("в университете Цинхуа, министерства образования КНР", ["tsinghua", "moe"]),
        ("российско-китайскую комиссию по гуманитарному сотрудничеству", ["humanitarian-commission"]),
        ("Совместный политехнический институт. Этот совместный политехнический институт", ["jpi-xian"] * 2),
        # a unit beside the whole that it belongs to
        ("Представительство СПбПУ получило", ["spbpu-shanghai"]),
        # Chinese within Russian
        ("北京大学 (Пекинский университет)", ["pku", "pku"]),
    ],
)
def test_russian_forms(text: str, expected: list[str]) -> None:
    assert entries("ru", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a longer name of another
        ("Пекинский университет иностранных языков, Пекинский университет", ["bfsu", "pku"]),
        ("Шанхайский университет политики и права", []),
        ("Пекинский университет международных отношений", []),
        ("Пекинский университет этого города", ["pku"]),
        # words of the language
        ("Рост числа студентов", []),
        ("Находка учёных. Порт Находка", ["nakhodka"]),
        ("совместный политехнический институт", []),
        ("Шахрай сказал", []),
        ("университет открыт, вышка закрыта", []),
        # adjectives are not the place, sentences and paragraphs not one name
        ("китайско-российский, московский, харбинцы", []),
        ("в Томске. Политехнический университет Петра Великого", ["tomsk", "spbpu"]),
        ("Томский\n\nполитехнический университет", []),
        # St Petersburg's two
        ("СПбГУ и СПбПУ", ["spbu", "spbpu"]),
    ],
)
def test_russian_lookalikes(text: str, expected: list[str]) -> None:
    assert entries("ru", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("莫斯科羅蒙諾索夫國立大學校長維克托∙薩多夫尼奇", ["msu", "viktor-sadovnichy"]),
        ("維克托·薩多夫尼奇，维克托•萨多夫尼奇，维克托・萨多夫尼奇", ["viktor-sadovnichy"] * 3),
        ("俄羅斯衞星通訊社", ["sputnik"]),
        ("ＳＰｂＰＵ與北京大學", ["spbpu", "pku"]),
        ("“莫斯科\n国立大学”", ["msu"]),
        ("《圣彼得堡彼得大帝理工大学》", ["spbpu"]),
        ("中国矿业大学（北京）", ["cumtb"]),
        ("同江苏省科技厅商定", ["std-jiangsu"]),
        ("参观清华大学校史馆", ["tsinghua-museum"]),
        ("Санкт-Петербургского государственного университета", ["spbu"]),
        ("上海交大与ITMO", ["sjtu", "itmo"]),
    ],
)
def test_chinese_forms(text: str, expected: list[str]) -> None:
    assert entries("zh", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("古普托尔•亚历山大。", []),  # 山大
        ("亚历山大·马里宁", []),  # 马里
        ("重大项目和广大师生", []),  # 重大, 广大
        ("大理石", []),  # 大理
        ("云南通过，在西安达成，南开发表，天大的校长", ["yunnan", "xian", "nankai", "tju"]),
        ("图们大学", []),
        ("某某理工大学", []),  # the end of a longer name
        ("圣彼得堡理工大学与理工大学", ["spbpu", "spbpu"]),
        ("泰国教育部", ["thailand"]),  # not the ministry of China
        ("中国教育部与教育部", ["moe", "moe"]),
        ("东北大学生", ["neu"]),
        ("河北大学校", ["hbu"]),
        ("北京，大学", ["beijing"]),
        ("北京\n\n大学", ["beijing"]),
    ],
)
def test_chinese_lookalikes(text: str, expected: list[str]) -> None:
    assert entries("zh", text) == expected


def test_offsets_are_of_the_text_as_given() -> None:
    assert names("zh", "在葉卡捷琳堡，華北水利水電大學") == [
        ("葉卡捷琳堡", "place/yekaterinburg"),
        ("華北水利水電大學", "organization/ncwu"),
    ]
    assert names("ru", "НИУ «БелГУ»; Арсеньев Д. Г. был") == [
        ("НИУ «БелГУ»", "organization/bsu-belgorod"),
        ("Арсеньев Д. Г.", "person/dmitry-arseniev"),
    ]


def test_shared_names_are_left_open() -> None:
    assert names("ru", "АГУ") == [("АГУ", "organization/asu|organization/asu-astr")]
    assert names("zh", "参加北大") == [("北大", "organization/pku")]
    assert load("zh")("参加北大")._.names[0].entry is None


def test_names_within_names() -> None:
    def inner(lang: Lang, text: str) -> list[tuple[str, str | None]]:
        return [(text[name.start : name.end], name.entry) for name in load(lang)(text)._.inner]

    assert inner("ru", "Представительство СПбПУ в Шанхае") == [
        ("СПбПУ", "organization/spbpu"),
        ("Шанхае", "place/shanghai"),
    ]
    assert inner("ru", "министерство образования КНР") == []
    assert inner("zh", "俄罗斯驻沈阳总领馆") == [("沈阳", "place/shenyang")]
    assert inner("zh", "北京大学") == []


def _every_name() -> Iterator[tuple[str, str]]:
    yield from ((name.text, entry.id) for entry in load_registry().entries for name in entry.names)


def _to_be_found(lang: Lang, wrap: Callable[[str], str], convert: Callable[[str], str] = str) -> list[str]:
    lost = []
    for name, id in _every_name():
        if bool(HAN.search(name)) != (lang == "zh"):
            continue
        text = wrap(convert(name))
        if not any(found.entry == id or id in found.candidates for found in load(lang)(text)._.names):
            lost.append(name)
    return lost


def test_every_name_of_the_registry_is_found() -> None:
    assert sum(1 for _ in _every_name()) > 5000
    assert _to_be_found("ru", "Они были в {}, чтобы".format) == []
    assert _to_be_found("zh", "在{}举行".format) == []


@pytest.mark.parametrize("standard", ["s2t", "s2hk", "s2tw"])
def test_every_chinese_name_is_found_in_traditional_characters(standard: str) -> None:
    converter = OpenCC(standard)
    assert _to_be_found("zh", "在{}舉行".format, converter.convert) == []


def test_lookalikes_hold_a_known_name_each() -> None:
    # a word that keeps nothing away only costs
    short = {name for entry in load_registry().entries for name in (*entry.own, *(n.text for n in entry.names))}
    assert len(lookalikes()) > 10
    for word in lookalikes():
        parts = {word[first:last] for first in range(len(word)) for last in range(first + 2, len(word) + 1)}
        assert parts & short, word


@pytest.mark.parametrize(
    ("word", "is_one", "is_none"),
    [
        ("институт", "институту институтом институтов институтах", "институтский"),
        ("политехнический", "политехнического политехническому политехническом", "политехника"),
        ("сиань", "сианя сианю сианем сиане", "сианьский"),
        ("безбородов", "безбородова безбородовым безбородове", "безбород"),
        ("ростов", "ростова ростове", "рост росту"),
        ("чернова", "черновой чернову", "черновский"),
        ("рудской", "рудского рудским рудском", "руд"),
        ("дмитрий", "дмитрия дмитрием дмитрии", "дмитрович"),
        ("академия", "академии академией академий", "академик"),
        ("павел", "павла павлу павлом", "павлов"),
        ("цинхуа", "цинхуа", "цинху"),
        ("уси", "уси", "усов"),
    ],
)
def test_declension(word: str, is_one: str, is_none: str) -> None:
    assert set(is_one.split()) <= forms(word)
    assert not forms(word) & set(is_none.split())


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=12))
def test_a_word_is_a_form_of_itself(word: str) -> None:
    assert word in forms(word)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), max_size=12))
def test_the_cover_is_the_best_there_is(spans: list[tuple[int, int]]) -> None:
    hits = sorted({Hit(start, start + length, ("x",)) for start, length in spans}, key=lambda h: (h.start, h.end))

    def worth(chosen: list[Hit]) -> int:
        return sum((hit.end - hit.start) ** 2 for hit in chosen)

    def best(rest: list[Hit], reach: int) -> int:
        if not rest:
            return 0
        skipped = best(rest[1:], reach)
        taken = (rest[0].end - rest[0].start) ** 2 + best(rest[1:], rest[0].end) if rest[0].start >= reach else 0
        return max(skipped, taken)

    chosen = cover(hits)
    assert all(one.end <= other.start for one, other in pairwise(chosen))
    assert set(chosen) <= set(hits)
    assert worth(chosen) == best(hits, 0)


def test_trie_follows_all_keys_of_a_word() -> None:
    trie = Trie()
    trie.add(["a", "b"], "x")
    trie.add(["c", "b"], "y", Force.OWN)
    trie.add(["a"], None)
    assert list(trie.hits([("a", "c"), ("b",)])) == [Hit(0, 1), Hit(0, 2, ("x",), ("y",))]


@given(HOSTILE)
def test_views_keep_offsets(text: str) -> None:
    assert len(view(text)) == len(fold(text)) == len(text)
    words = cut(view(text), Speller(spelled(text)))
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))


@given(st.text(alphabet="бвгдАБВ", min_size=1, max_size=6))
def test_a_name_is_found_as_it_is_listed(word: str) -> None:
    assert key_of(word) in Speller([key_of(word)]).keys(word)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "ru",
            "Ректор Д. Г. Арсеньев был в МГТУ им. Н. Э. Баумана в г. Москва. В 2020 г. он вернулся.",
            ["Ректор Д. Г. Арсеньев был в МГТУ им. Н. Э. Баумана в г. Москва.", "В 2020 г. он вернулся."],
        ),
        ("ru", "Оборот — 3.5 млн. руб., т. е. 1,2 %. Много!", ["Оборот — 3.5 млн. руб., т. е. 1,2 %.", "Много!"]),
        ("ru", "«Мы рады!» — сказал он. Гости ушли…", ["«Мы рады!» — сказал он.", "Гости ушли…"]),
        ("ru", "Заголовок\nТекст.\n\nЕщё", ["Заголовок", "Текст.", "Ещё"]),
        ("zh", "他说：“签了协议。”代表团来访！北京；上海", ["他说：“签了协议。”", "代表团来访！", "北京；", "上海"]),
        ("zh", "标题\n第一句。“第二句？”第三句", ["标题", "第一句。", "“第二句？”", "第三句"]),
        ("zh", '他说："好。"第二句。"三"', ['他说："好。"', "第二句。", '"三"']),
        ("zh", "增长3.5%。见www.spbu.ru网站。", ["增长3.5%。", "见www.spbu.ru网站。"]),
    ],
)
def test_sentences(lang: Lang, text: str, expected: list[str]) -> None:
    doc = load(lang)(text)
    assert [text[sentence.start_char : sentence.end_char].strip() for sentence in doc.sents] == expected


@pytest.mark.parametrize("lang", ["ru", "zh"])
@given(text=HOSTILE)
def test_any_text_is_read(lang: Lang, text: str) -> None:
    doc = load(lang)(text)
    assert len(doc.text) == len(text)
    assert sum(len(sentence.text_with_ws) for sentence in doc.sents) == len(text)
    for name in (*doc._.names, *doc._.inner):
        assert 0 <= name.start < name.end <= len(text)
        assert bool(name.entry) != bool(name.candidates)
    assert all(one.end <= other.start for one, other in pairwise(doc._.names))


@pytest.mark.parametrize(("lang", "piece"), [("ru", "Встреча в МГУ. 北京大学 "), ("zh", "北京大学的МГУ。 ")])
def test_a_long_text_is_read_whole(lang: Lang, piece: str) -> None:
    count = 300_000 // len(piece)
    doc = load(lang)(piece * count)
    assert len(doc._.names) == 2 * count
    assert doc._.names[-1].end > len(piece) * (count - 1)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ru", "СПбПУ принял гостей. Харбинский политехнический университет и СПбПУ открыли его.", [("hit", "spbpu")]),
        ("zh", "北京大学很大。北京大学與莫斯科國立大學開會。", [("msu", "pku")]),
    ],
)
def test_sentences_that_name_two_are_reported(lang: Lang, text: str, expected: list[tuple[str, ...]]) -> None:
    document = Document("x", "x", lang, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    analysis = analyse(document)
    assert [tuple(id.split("/")[1] for id in gap.entities) for gap in analysis.gaps] == expected
    assert analysis.sentences == 2


def test_every_digest_names_something_known(root: Path) -> None:
    registry = load_registry()
    documents = [
        next(iter(read(path, registry)))
        for lang in ("ru", "zh")
        for path in sorted((root / "data" / "digests").glob(f"{lang}-*.md"))
    ]
    assert len(documents) >= 30
    for document in documents:
        assert isinstance(document, Document)
        analysis = analyse(document)
        assert len({mention.entity for mention in analysis.mentions}) >= 3, document.id
        assert all(mention.end <= len(document.text) for mention in analysis.mentions)
