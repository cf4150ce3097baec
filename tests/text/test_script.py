from __future__ import annotations

import pytest

from kg.text.script import detect


@pytest.mark.parametrize(
    ("prose", "lang"),
    [
        ("The rector received a delegation of 清华大学.", "en"),
        ("Ректор принял в университете делегацию HIT и Tsinghua", "ru"),
        ("莫斯科国立大学副校长Yuri A. Mazei一行访问上海交通大学", "zh"),
        ("莫大校長會見俄中聯合大學學生", "zh"),
        ("Université Paris", "en"),
    ],
)
def test_the_script_of_most_of_it_decides(prose: str, lang: str) -> None:
    assert detect(prose) == lang


@pytest.mark.parametrize(
    "prose",
    [
        "",
        "2020 — 5 %",
        "🇨🇳",
        "جامعة شنغهاي",
        "모스크바 국립대학교",
        "東京大学とモスクワ大学は協定を結びました",
        "Πανεπιστήμιο MSU",
    ],
)
def test_other_scripts_are_none_of_the_three(prose: str) -> None:
    assert detect(prose) is None
