from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.records import BlockKind
from kg.text.blocks import outline

PROSE = "The rectors of both universities met in Shanghai and signed an agreement on cooperation."
RUSSIAN = "Ректоры двух университетов встретились в Шанхае и подписали соглашение о сотрудничестве."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end]) for block in outline(text, title).blocks]


def test_a_digest_with_title_headings_and_closing_lines() -> None:
    text = (
        f"\n\nMay Digest from the Office\n\n{PROSE}\n\nA new laboratory in Harbin\n\n{PROSE}\n\n\n{PROSE}\n\n"
        f"Prepared by the International Office\n\nДата публикации: 2021.05.31\n\n>>Перейти к новости"
    )
    assert kinds(text) == [
        ("title", "May Digest from the Office"),
        ("paragraph", PROSE),
        ("heading", "A new laboratory in Harbin"),
        ("paragraph", PROSE),
        ("paragraph", PROSE),
        ("credit", "Prepared by the International Office"),
        ("metadata", "Дата публикации: 2021.05.31"),
        ("boilerplate", ">>Перейти к новости"),
    ]
    assert outline(text).title == "May Digest from the Office"


def test_the_title_known_from_elsewhere_is_found_and_its_repetition_is_a_heading() -> None:
    text = f"**Visit to Xi’an**\n\n{PROSE}\n\nVISIT TO XI'AN\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text, "Visit to Xi'an.")] == ["title", "paragraph", "heading", "paragraph"]


def test_without_the_title_in_the_text_the_first_short_line_is_a_heading() -> None:
    assert [kind for kind, _ in kinds(f"Talks in Harbin\n\n{PROSE}", "Another title")] == ["heading", "paragraph"]


def test_prose_alone_gives_no_title() -> None:
    assert outline(PROSE).title is None
    assert [kind for kind, _ in kinds(f"{PROSE}\n\n{PROSE}")] == ["paragraph"] * 2


def test_markdown_headings_and_pictures() -> None:
    text = f"# Visit\n\n{PROSE}\n\n## talks, and more:\n{PROSE}\n\n![The rectors](a.jpg)\n\n***\n"
    assert [kind for kind, _ in kinds(text)] == [
        *("title", "paragraph", "heading", "paragraph", "caption", "boilerplate")
    ]
    assert outline(text).title == "Visit"


def test_of_two_short_lines_below_prose_the_upper_is_a_caption() -> None:
    text = f"{PROSE}\n\nRepresentatives of both sides in talks\n\nThe university on WeChat\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text, "T")] == ["paragraph", "caption", "heading", "paragraph"]


def test_a_section_with_a_subsection_at_the_head_of_a_text() -> None:
    text = f"Conferences\n\nShanghai\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text, "T")] == ["heading", "heading", "paragraph"]


def test_a_short_line_with_no_prose_below_is_prose() -> None:
    text = f"{PROSE}\n\nThe agreement runs until 2025\n\nPrepared by the International Office"
    assert [kind for kind, _ in kinds(text, "T")] == ["paragraph", "paragraph", "credit"]


@pytest.mark.parametrize(
    "roster",
    [
        "Members of the Chinese delegation: Professor Luo (Tsinghua University) Professor Guo (Hubei University)",
        "From the Russian side: Professor Skotnikova Professor Naumov Professor Breki",
        "Участники: МГУ, СПбГУ, УрФУ",
        "参会人员：张三、李四、王五",
    ],
)
def test_lists_of_people_are_prose(roster: str) -> None:
    assert kinds(f"{PROSE}\n\n{roster}\n\n{PROSE}", "T")[1] == ("paragraph", roster)


def test_items_of_a_list_are_prose_one_block_a_line() -> None:
    items = "- Tsinghua University\n- Zhejiang University\n- Wuhan University"
    assert kinds(f"{PROSE}\n\n{items}\n\n{PROSE}", "T")[1:4] == [("paragraph", item) for item in items.split("\n")]


def test_where_no_empty_lines_stand_each_line_is_a_block() -> None:
    text = f"Visit to Harbin\n{PROSE}\nNew laboratory\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "heading", "paragraph"]


def test_dates_between_prose_are_the_headings_of_a_chronicle() -> None:
    text = f"Timeline\n\n2016.05.12\n{PROSE}\n\n2017.06.01\n{PROSE}\n\n2018.01.01"
    found = outline(text)
    kinds = [block.kind.value for block in found.blocks]
    assert kinds == ["title", "heading", "paragraph", "heading", "paragraph", "metadata"]
    assert [reading.groups["published"] for reading in found.readings] == ["2018-01-01"]


def test_dates_at_the_head_or_foot_are_metadata() -> None:
    text = f"2016.05.12\n\nVisit to Harbin\n\n{PROSE}\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["metadata", "title", "paragraph", "paragraph"]


WRAPPED = """\
Visit to Harbin

The rectors of both universities met in Harbin on
the first day of the forum. They signed a new
agreement on cooperation in science, education
and technology.
A second meeting is to follow next year, when the
guests from Harbin will come to St. Petersburg.

Source: Tsinghua University
Photo: the Media Center
"""


def test_a_wrapped_text_has_its_paragraphs_in_one_block_each() -> None:
    found = kinds(WRAPPED)
    assert [(kind, said.split()[0], said.count("\n")) for kind, said in found] == [
        ("title", "Visit", 0),
        ("paragraph", "The", 3),
        ("paragraph", "A", 1),
        ("metadata", "Source:", 0),
        ("credit", "Photo:", 0),
    ]


def test_a_roster_with_lines_of_like_length_is_not_taken_for_wrapped() -> None:
    roster = "\n".join(f"Professor Xiang{n} Zhang (Tsinghua University)" for n in "abcde")
    assert kinds(f"{roster}\n\n{PROSE}", "T")[:5] == [("paragraph", line) for line in roster.split("\n")]


CHINESE = "双方签署了合作协议，并讨论了联合培养学生的计划。"


def test_chinese() -> None:
    text = "\n\n".join(("大学校长论坛在哈尔滨举行", CHINESE, "签约仪式", CHINESE, "图为签约仪式现场", "来源：清华大学"))
    found = ["title", "paragraph", "heading", "paragraph", "caption", "metadata"]
    assert [kind for kind, _ in kinds(text)] == found


def test_russian() -> None:
    text = "\n\n".join(
        ("Дайджест за май", RUSSIAN, "На фото: ректоры", "Форум в Шэньчжэне", RUSSIAN, "Фото: Медиа-центр СПбПУ")
    )
    found = ["title", "paragraph", "caption", "heading", "paragraph", "credit"]
    assert [kind for kind, _ in kinds(text)] == found


def test_markup_of_the_source_decides_over_shape() -> None:
    text = f"{PROSE}\n\nwe met in harbin.\n\n{PROSE}"
    marked = outline(text, "T", {text.index("we met"): BlockKind.HEADING})
    assert [block.kind.value for block in marked.blocks] == ["paragraph", "heading", "paragraph"]


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["", "", " ", PROSE, RUSSIAN, "双方签署了合作协议。", "Talks in Harbin", "# A", "- item", "* * *"]
        ),
        st.sampled_from(
            ["Дата публикации: 2020.10.05", "Source: SPbPU", "\u200fشنغهاي", "🇨🇳🇷🇺 Дружба", "e\u0301\u00a0x\u3000"]
        ),
        st.text(max_size=60).map(lambda text: text.replace("\n", " ")),
    ),
    max_size=12,
).map("\n".join)


@given(LINES, st.one_of(st.none(), st.just("Talks in Harbin")))
def test_blocks_are_ordered_apart_and_hold_all_that_is_not_white_space(text: str, title: str | None) -> None:
    end = 0
    for block in outline(text, title).blocks:
        assert text[end : block.start].strip() == ""
        assert block.start >= end
        said = text[block.start : block.end]
        assert said
        assert said == said.strip()
        end = block.end
    assert text[end:].strip() == ""


@given(LINES)
def test_there_is_one_title_at_most_and_nothing_but_known_lines_above_it(text: str) -> None:
    blocks = outline(text).blocks
    titles = [n for n, block in enumerate(blocks) if block.kind is BlockKind.TITLE]
    assert len(titles) <= 1
    prose = (BlockKind.HEADING, BlockKind.PARAGRAPH)
    assert not any(block.kind in prose for n in titles for block in blocks[:n])
