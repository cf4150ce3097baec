"""Names that are one bearer's, names that are not, and what must hold for any names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.entities.names import (
    SAME,
    Match,
    compare_events,
    compare_organizations,
    compare_persons,
    event_keys,
    is_common_event_name,
    is_common_organization_name,
    normalise,
    organization_keys,
    person_keys,
    person_slug,
    slug,
)
from kg.entities.names.palladius import divide, palladius, table
from kg.entities.names.words import words
from kg.errors import LanguageError
from kg.registry import load

SAME_PERSONS = [
    ("Lu ZHIYU", "Zhiyu Lu"),
    ("LU Zhiyu", "Zhiyu LU"),
    ("Lu ZHIYU", "Lu ZHIYUI"),
    ("Lu Zhiyu", "Zhyui Lu"),
    ("Lu ZHIYUI", "Zhyui Lu"),
    ("Lu Zhiyu", "陆治宇"),
    ("Лу Чжиюй", "陆治宇"),
    ("Лу Чжиюй", "Lu ZHIYU"),
    ("雷亚平", "Lei Yaping"),
    ("Лэй Япин", "Yaping LEI"),
    ("Лэй Япин", "雷亚平"),
    ("Цзиньпин НИ", "Ni Jinping"),
    ("Цзецзюнь У", "Wu Jiejun"),
    ("Yi-Fan Li", "Li Yifan"),
    ("Lü Xiaoming", "Lyu Xiaoming"),
    ("单伟", "Shan Wei"),
    ("欧阳修文", "Ouyang Xiuwen"),
    ("Liu Yenqing", "Liu Yanqing"),
    ("陸昊", "陆昊"),
    ("维克托•萨多夫尼奇", "維克托·薩多夫尼奇"),
    ("Dmitry Arseniev", "Dmitrii ARSENIIEV"),
    ("Dmitry Arsenyev", "Arseniyev Dmitriy"),
    ("Дмитрий Арсеньев", "Dmitry Arseniev"),
    ("Дмитрий Германович Арсеньев", "Арсеньев Дмитрий"),
    ("Dmitry Germanovich Arseniev", "Dmitry ARSENIEV"),
    ("Sergey Ivanov", "Sergei Ivanov"),
    ("Yuri Mazei", "Iurii Mazey"),
    ("Юрий Мазей", "Yuri A. Mazei"),
    ("Nikolay Kropachev", "Николай Кропачёв"),
    ("Андрей Фёдоров", "Andrei Fedorov"),
    ("Pyotr Tolstoy", "Peter Tolstoi"),
    ("Tatyana Golikova", "Татьяна Голикова"),
    ("Viktor Kokscharov", "Виктор Кокшаров"),
    ("Oleg Oshchepkov", "Олег Ощепков"),
    ("Prof. Anatoly Aleksandrov", "Анатолий Александров"),
    ("Evgenia Zhukova", "Евгения Жукова"),
]
POSSIBLE_PERSONS = [
    ("D.G. Arseniev", "Dmitry Arseniev"),
    ("Д.Г. Арсеньев", "Дмитрий Германович Арсеньев"),
    ("Arseniev", "Dmitry Arseniev"),
    ("Ю.В. Распертов", "Yuri Raspertov"),
    ("Z. Lu", "Lu Zhiyu"),
    ("Mr. Fu", "Fu Honggang"),
    ("Sergey Mikushev", "Sergey Mikuchev"),
]
DIFFERENT_PERSONS = [
    ("Zhang Wei", "Zhang Wen"),
    ("Li Na", "Li Nan"),
    ("Wang Ming", "Wang Min"),
    ("Lu Zhiyu", "Lu Zhiyi"),
    ("Lu Zhiyu", "Liu Zhiyu"),
    ("Чжан Вэй", "Чжан Вэнь"),
    ("Ван Мин", "Ван Минь"),
    ("张伟", "章伟"),
    ("张伟", "张维"),
    ("Чжоу Юй", "Zhao Yu"),
    ("雷亚平", "Lei Yaxin"),
    ("Ivan Petrov", "Ilya Petrov"),
    ("Ivan Petrov", "Ivan Petrova"),
    ("Alexander Smirnov", "Alexandra Smirnova"),
    ("A. Petrova", "A. Petrov"),
    ("G. Arseniev", "Dmitry Arseniev"),
    ("Ivan Ivanovich Sidorov", "Ivan Petrovich Sidorov"),
    ("Anatoly Nikolaev", "Anatoly Aleksandrov"),
    ("Анна Ли", "Ли Анань"),
    ("Makarov Sergey", "Makarova Svetlana"),
]
SAME_ORGANIZATIONS = [
    ("Fengdong New District Authority", "Fengduong New District Authority"),
    ("The Xi'an Polytechnic University", "Xi’an Polytechnic  University"),
    ("Ministry of Science & Technology of China", "Ministry of Science and Technology of China"),
    ("Tsinghua University", "Tsingua University"),
    ("Bauman Moscow State Technical University", "Bauman Moscow State Techncial University"),
    ("Haier Group Co., Ltd.", "Haier Group"),
    ("Seccoli Automobile Abrasive Manufacturing Company", "Secoli Automobile Abrasive Manufacturing Company"),
    ("Томский политехнический университет", "Томский политехнический универститет"),
    ("哈爾濱工業大學", "哈尔滨工业大学"),
]
DIFFERENT_ORGANIZATIONS = [
    ("Xi'an Polytechnic University", "Xi'an Technological University"),
    ("Xi'an University of Technology", "Xi'an Technological University"),
    ("Xi'an University of Technology", "Xi'an University of Science and Technology"),
    ("Nanjing University of Science and Technology", "Nanning University of Science and Technology"),
    ("Henan University of Technology", "Hunan University of Technology"),
    ("Shanxi Normal University", "Shaanxi Normal University"),
    ("Педагогический университет Шаньси", "Педагогический университет Шэньси"),
    ("Tomsk State University", "Omsk State University"),
    ("Northeastern University", "Northwestern University"),
    ("Middle School No. 15 of Harbin", "Middle School No. 16 of Harbin"),
    ("Harbin Institute of Economic Research", "Harbin Institute of Economics Research"),
    ("东北师范大学", "西北师范大学"),
    ("SPbPU", "SPbGU"),
    ("СПбГТУ", "СПбГЭТУ"),
    ("Представительство СПбПУ в Китае", "Представительство СПбГУ в Китае"),
    ("Хэбэйский университет", "Хубэйский университет"),
    ("Цзянсуский педагогический университет", "Цзянсийский педагогический университет"),
    ("Казанский государственный университет", "Кубанский государственный университет"),
    ("Polytechnic University", "Polytechnic University Press"),
]
SAME_EVENTS = [
    (
        "18th China International Expert Exchange Conference",
        "Chinese International Experts Exchange Conference",
    ),
    (
        "Chinese International Experts Exchange Conference",
        "China International Conference on Specialists Exchange",
    ),
    (
        "18th China International Expert Exchange Conference",
        "China International Conference on Specialists Exchange",
    ),
    ("Convention of ASRTU", "ASRTU Convention"),
    ("Second Arctic Conference", "вторая арктическая конференция"),
    ("9th China Russia Expo", "第九届中国—俄罗斯博览会"),
    ("第五屆俄中博覽會", "第五届中俄博览会"),
    ("XVII заседание Российско-китайской комиссии", "17-му заседанию Российско-китайской комиссии"),
    ("中俄高校科技论坛", "中俄高校科技合作论坛"),
    ("Eastern Economic Forum", "VIII Eastern Economic Forum"),
    ("Innovation Forum (CIEP-2020)", "Innovation Forum"),
    ("Pujiang Innovation Forum", "Pujang Innovation Forum"),
    ("Форум ректоров вузов России и Китая", "Sino-Russian Universities Presidents’ Forum"),
]
DIFFERENT_EVENTS = [
    ("4th International Arctic Forum", "5th International Arctic Forum"),
    ("Fourth Arctic Forum", "V Arctic Forum"),
    ("Арктический форум 2019", "Арктический форум 2020"),
    ("第十二届中俄博览会", "第十三届中俄博览会"),
    ("18th China International Expert Exchange Conference", "23rd China International Talent Exchange Conference"),
    ("Arctic Forum", "Eastern Forum"),
    ("Russian-Chinese forum", "Russian-Chinese conference"),
    ("Pujiang Innovation Forum", "Pudong Innovation Forum"),
]
_COMPARE = {"persons": compare_persons, "organizations": compare_organizations, "events": compare_events}
_KEYS = {"persons": person_keys, "organizations": organization_keys, "events": event_keys}
SAME_PAIRS = [
    *(("persons", *pair) for pair in SAME_PERSONS),
    *(("organizations", *pair) for pair in SAME_ORGANIZATIONS),
    *(("events", *pair) for pair in SAME_EVENTS),
]
DIFFERENT_PAIRS = [
    *(("persons", *pair) for pair in DIFFERENT_PERSONS),
    *(("organizations", *pair) for pair in DIFFERENT_ORGANIZATIONS),
    *(("events", *pair) for pair in DIFFERENT_EVENTS),
]
NAMES = st.sampled_from(sorted({name for pair in SAME_PAIRS + DIFFERENT_PAIRS for name in pair[1:]}))
ANY_NAME = st.one_of(NAMES, st.text(max_size=20))


def test_enough_pairs_in_three_scripts() -> None:
    assert len(SAME_PERSONS) + len(DIFFERENT_PERSONS) + len(POSSIBLE_PERSONS) >= 60
    assert (len(SAME_PAIRS), len(DIFFERENT_PAIRS)) == (58, 47)


@pytest.mark.parametrize(("kind", "one", "other"), SAME_PAIRS)
def test_one_bearer(kind: str, one: str, other: str) -> None:
    match = _COMPARE[kind](one, other)
    assert match.same, match
    assert match.reason


@pytest.mark.parametrize(("kind", "one", "other"), SAME_PAIRS)
def test_one_bearer_has_a_key_in_common(kind: str, one: str, other: str) -> None:
    assert _KEYS[kind](one) & _KEYS[kind](other)


@pytest.mark.parametrize(("kind", "one", "other"), DIFFERENT_PAIRS)
def test_two_bearers(kind: str, one: str, other: str) -> None:
    match = _COMPARE[kind](one, other)
    assert not match.possible, match
    assert match.reason


@pytest.mark.parametrize(("one", "other"), POSSIBLE_PERSONS)
def test_not_enough_alone(one: str, other: str) -> None:
    match = compare_persons(one, other)
    assert match.possible, match
    assert match.score < SAME, match
    assert person_keys(one) & person_keys(other) or "Arseniev" in (one, other) or "Mr. Fu" in (one, other)


@given(st.sampled_from(sorted(_COMPARE)), ANY_NAME, ANY_NAME)
def test_comparing_is_symmetric(kind: str, one: str, other: str) -> None:
    match = _COMPARE[kind](one, other)
    assert match == _COMPARE[kind](other, one)
    assert 0 <= match.score <= 1


@given(st.sampled_from(sorted(_COMPARE)), NAMES)
def test_a_name_is_never_a_different_name(kind: str, name: str) -> None:
    assert _COMPARE[kind](name, name).score >= 0.6


@given(ANY_NAME)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_keys_are_fit_for_iris(text: str) -> None:
    for key in (slug(text), person_slug(text)):
        assert 0 < len(key) <= 80
        assert key.isascii()
        assert all(part.isalnum() and part == part.lower() for part in key.split("-"))


@pytest.mark.parametrize(
    "names",
    [
        ("Lu ZHIYU", "Zhiyu Lu", "LU Zhiyu", "Лу Чжиюй", "陆治宇"),
        ("Dmitry ARSENIEV", "Arseniev Dmitry", "DMITRY Arseniev"),
        ("Wei Li", "LI Wei", "WEI Li", "李伟"),
        ("Łukasz Nowák", "NOWAK Lukasz"),
        ("Yi-Fan Li", "Li Yifan", "Li Yi'fan"),
    ],
)
def test_a_person_has_one_key(names: tuple[str, ...]) -> None:
    assert len({person_slug(name) for name in names}) == 1


def test_a_long_name_keeps_its_own_key() -> None:
    long = "Conference of Russian-Chinese Innovation Cooperation in Higher Technical Education, University Research"
    assert slug(long + " A1") != slug(long + " B2")


def test_every_syllable_of_palladius_leads_back() -> None:
    lost = [syllable for syllable, cyrillic in table().items() if divide(cyrillic) != (syllable,)]
    assert len(table()) > 400
    assert not lost


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [("Цзиньпин", "jinping"), ("Чанъань", "changan"), ("Тяньаньмэнь", "tiananmen"), ("Хуэй", "hui"), ("Сюэ", "xue")],
)
def test_palladius(cyrillic: str, latin: str) -> None:
    assert palladius(cyrillic) == latin


def test_reasons_name_the_misspelt_form() -> None:
    match = compare_persons("Lu ZHIYU", "Lu ZHIYUI")
    assert match.misspelt == "Lu ZHIYUI"
    assert "“Zhiyui” is no pinyin" in match.reason
    assert "both good pinyin" in compare_persons("Wang Ming", "Wang Min").reason
    assert compare_events("4th Arctic Forum", "5th Arctic Forum").reason == "different editions: 4 and 5"


@pytest.mark.parametrize(
    ("home", "compare", "keys", "least"),
    [
        ("organization/", compare_organizations, organization_keys, 1000),
        ("person/", compare_persons, person_keys, 20),
        ("event-series/", compare_events, event_keys, 1),
    ],
)
def test_no_two_entries_of_the_registry_are_taken_for_one(
    home: str, compare: Callable[[str, str], Match], keys: Callable[[str], frozenset[str]], least: int
) -> None:
    blocks: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for entry in load().entries:
        for name in entry.names:
            if entry.id.startswith(home):
                for key in keys(name.text):
                    blocks[key].add((entry.id, name.text))
    pairs = {pair for block in blocks.values() for pair in combinations(sorted(block), 2) if pair[0][0] != pair[1][0]}
    assert len(pairs) >= least
    assert [pair for pair in sorted(pairs) if compare(pair[0][1], pair[1][1]).same] == []


def test_common_names() -> None:
    assert all(map(is_common_organization_name, ["Joint Institute", "Совместный институт", "联合实验室"]))
    assert not any(map(is_common_organization_name, ["Institute of Arts", "清华大学", "SPbPU International Office"]))
    assert all(map(is_common_event_name, ["the signing ceremony", "церемония", "20th meeting", "Forum 2019"]))
    assert not any(map(is_common_event_name, ["Eastern Economic Forum", "9th China Russia Expo"]))


def test_the_words_refuse_what_they_do_not_know(tmp_path: Path) -> None:
    source = Path(words.__wrapped__.__code__.co_filename).with_name("words.yml").read_text(encoding="utf-8")
    unknown, loose = tmp_path / "unknown.yml", tmp_path / "loose.yml"
    unknown.write_text(source + "\nnicknames: Sasha\n", encoding="utf-8")
    loose.write_text(source.replace("event_light: >-\n", "event_light: >-\n  marvellous "), encoding="utf-8")
    with pytest.raises(LanguageError, match="nicknames"):
        words(unknown)
    with pytest.raises(LanguageError, match="marvellous"):
        words(loose)
