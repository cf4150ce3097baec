"""Names of made-up people and organizations in three scripts."""

from __future__ import annotations

import random
from typing import Final

from kg import registry
from kg.records import Entry, Lang, Name, NameKind

_SURNAMES: Final = """
    Wang王Ван Li李Ли Zhang张Чжан Liu刘Лю Chen陈Чэнь Yang杨Ян Huang黄Хуан Zhao赵Чжао Wu吴У Zhou周Чжоу Xu徐Сюй
    Sun孙Сунь Ma马Ма Zhu朱Чжу Hu胡Ху Guo郭Го He何Хэ Lin林Линь Gao高Гао Luo罗Ло Zheng郑Чжэн Liang梁Лян Xie谢Се
    Song宋Сун Tang唐Тан Deng邓Дэн
"""
_SYLLABLES: Final = """
    wei伟вэй ming明мин jun军цзюнь hua华хуа ping平пин bo波бо lin琳линь dong东дун yan燕янь xin新синь yu宇юй
    jie杰цзе fang芳фан hong红хун li丽ли na娜на qiang强цян lei磊лэй chao超чао gang刚ган feng锋фэн tao涛тао
    bin斌бинь peng鹏пэн hui辉хуэй ling玲лин
"""
_GIVEN: Final = """
    Ivan伊万Иван Dmitry德米特里Дмитрий Sergey谢尔盖Сергей Andrey安德烈Андрей Mikhail米哈伊尔Михаил
    Nikolay尼古拉Николай Pavel帕维尔Павел Igor伊戈尔Игорь Oleg奥列格Олег Viktor维克托Виктор Anton安东Антон
    Maxim马克西姆Максим Boris鲍里斯Борис
"""
_STEMS: Final = """
    Ivan伊万Иван Petr彼得Петр Sidor西多Сидор Kuznets库兹涅Кузнец Vasil瓦西里Васил Sokol索科洛Сокол
    Novik诺维科Новик Fedor费多Федор Moroz莫罗佐Мороз Volk沃尔科Волк Lebed列别杰Лебед Semen谢苗诺Семен
    Egor叶戈罗Егор Pavl帕夫洛Павл Kozl科兹洛Козл Orl奥尔洛Орл
"""
_ENDINGS: Final = (("ov", "夫", "ов"), ("enko", "年科", "енко"), ("sky", "斯基", "ский"), ("in", "宁", "ин"))
KINDS: Final = {
    "University": (
        ("{} State University", "{}国立大学", "{}: государственный университет"),
        ("{} University of Technology", "{}理工大学", "{}: технологический университет"),
        ("{} Normal University", "{}师范大学", "{}: педагогический университет"),
        ("{} Agricultural University", "{}农业大学", "{}: аграрный университет"),
        ("{} Medical University", "{}医科大学", "{}: медицинский университет"),
        ("{} University of Foreign Studies", "{}外国语大学", "{}: университет иностранных языков"),
    ),
    "OrganizationalUnit": (
        ("{} School of Engineering", "{}工程学院", "{}: инженерная школа"),
        ("{} Faculty of Physics", "{}物理系", "{}: физический факультет"),
        ("{} International Office", "{}国际处", "{}: управление международных связей"),
    ),
    "GovernmentBody": (("{} City Government", "{}市政府", "{}: городская администрация"),),
    "ResearchOrganization": (("{} Institute of Oceanology", "{}海洋研究所", "{}: институт океанологии"),),
    "Company": (("{} Shipbuilding Company", "{}造船公司", "{}: судостроительная компания"),),
    "Association": (("{} Association of Universities", "{}高校联盟", "{}: ассоциация вузов"),),
    "JointStructure": (("{} Joint Laboratory", "{}联合实验室", "{}: совместная лаборатория"),),
    "InnovationHub": (("{} Innovation Park", "{}创新园", "{}: инновационный парк"),),
    "Conference": (("{} International Forum", "{}国际论坛", "{}: международный форум"),),
    "Ceremony": (("opening of the {} Centre", "{}中心揭牌", "открытие центра {}"),),
    "Meeting": (("{} Working Meeting", "{}工作会议", "рабочая встреча {}"),),
}
"""Class of things that are named after places → ways to name them in English, Chinese and Russian."""
_ORDER: Final[tuple[Lang, ...]] = ("en", "zh", "ru")
_HAN: Final = "\u4e00"


def person(draw: random.Random) -> tuple[Name, ...]:
    """Give a person's names."""
    if draw.random() < 0.5:
        family, one, two = (_word(draw, words) for words in (_SURNAMES, _SYLLABLES, _SYLLABLES))
        given = tuple(a + b for a, b in zip(one, two, strict=True))
        return _named(
            f"{family[0]} {given[0].capitalize()}", f"{family[1]}{given[1]}", f"{family[2]} {given[2].capitalize()}"
        )
    first, stem, ending = _word(draw, _GIVEN), _word(draw, _STEMS), draw.choice(_ENDINGS)
    return _named(
        f"{first[0]} {stem[0]}{ending[0]}", f"{first[1]}·{stem[1]}{ending[1]}", f"{first[2]} {stem[2]}{ending[2]}"
    )


def after_place(draw: random.Random, cls: str, place: Entry, number: int) -> tuple[Name, ...]:
    """Give the names of something of a class that a place has; a number tells those apart that are called alike."""
    ways = zip(draw.choice(KINDS[cls]), _ORDER, strict=True)
    texts = [way.format(_in(place, lang)) for way, lang in ways]
    apart = f" No. {number}" if number else ""
    names = _named(*(text + apart for text in texts))
    # Many things have a name in one language only.
    return names if draw.random() < 0.5 else names[:1]


def known(cls: str) -> tuple[Entry, ...]:
    """Give the things of Russia and China of a class that the registry knows by names in three languages."""
    return tuple(
        entry
        for entry in registry.load().entries
        if entry.cls == cls
        and entry.country in ("CN", "RU")
        and {name.lang for name in entry.names} >= {"en", "ru", "zh"}
    )


def _in(place: Entry, lang: Lang) -> str:
    return next(name.text for name in place.names if name.lang == lang)


def _named(english: str, chinese: str, russian: str) -> tuple[Name, ...]:
    texts: tuple[tuple[str, Lang], ...] = ((english, "en"), (russian, "ru"), (chinese, "zh"))
    return tuple(Name(text, lang, NameKind.PREFERRED) for text, lang in texts)


def _word(draw: random.Random, words: str) -> tuple[str, str, str]:
    """A word in Latin letters, Han and Cyrillic out of a list where the three stand together."""
    word = draw.choice(words.split())
    first = next(i for i, c in enumerate(word) if c >= _HAN)
    last = max(i for i, c in enumerate(word) if c >= _HAN) + 1
    return word[:first], word[first:last], word[last:]
