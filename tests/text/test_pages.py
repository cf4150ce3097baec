from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DocumentError
from kg.records import BlockKind, Document
from kg.registry import Registry
from kg.text import read

PROSE = (
    "Ректоры двух университетов встретились в Шанхае и подписали соглашение о сотрудничестве в области науки.",
    "Стороны договорились открыть совместную лабораторию и обменяться студентами в следующем учебном году.",
)
PAGE = """<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Встреча ректоров | Новости вуза</title>
<meta property="og:title" content="Встреча ректоров в Шанхае">
{head}
<link rel="canonical" href="https://www.spbstu.ru/media/news/vstrecha/"></head>
<body><nav><a href="/">Главная</a><a href="/news">Новости</a></nav>
<article><h1>Встреча ректоров в Шанхае</h1>
<p>{0}</p>
<h2>Совместная лаборатория</h2>
<p>Договорились<br>стороны о многом.<br>Об этом сообщил <b>Медиа-центр</b>, <a href="/x">сказано</a> на сайте.</p>
<p>{1}</p>
<ul><li>Иван Петров, ректор</li><li>Ли Вэй, проректор</li></ul>
<p>Фото: Медиа-центр СПбПУ</p></article>
<footer>© 2024 Все права защищены</footer><script>var text = "код";</script></body></html>"""
PUBLISHED = '<meta property="article:published_time" content="2024-02-07T10:00:00+03:00">'


def load(path: Path, html: str, registry: Registry) -> Document:
    path.write_text(html, encoding="utf-8")
    (document,) = read(path, registry)
    assert isinstance(document, Document), str(document)
    return document


def test_a_page(tmp_path: Path, registry: Registry) -> None:
    document = load(tmp_path / "page.html", PAGE.format(*PROSE, head=PUBLISHED), registry)
    assert (document.id, document.lang, document.published) == ("page", "ru", "2024-02-07")
    assert document.title == "Встреча ректоров в Шанхае"
    assert document.source == "https://www.spbstu.ru/media/news/vstrecha/"
    assert document.publisher == "organization/spbpu"
    assert [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks] == [
        ("title", "Встреча ректоров в Шанхае"),
        ("paragraph", PROSE[0]),
        ("heading", "Совместная лаборатория"),
        ("paragraph", "Договорились стороны о многом."),
        ("paragraph", "Об этом сообщил Медиа-центр, сказано на сайте."),
        ("paragraph", PROSE[1]),
        ("paragraph", "Иван Петров, ректор"),
        ("paragraph", "Ли Вэй, проректор"),
        ("credit", "Фото: Медиа-центр СПбПУ"),
    ]


def test_a_page_read_twice_is_the_same(tmp_path: Path, registry: Registry) -> None:
    html = PAGE.format(*PROSE, head=PUBLISHED)
    assert load(tmp_path / "page.html", html, registry) == load(tmp_path / "page.html", html, registry)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (PUBLISHED.replace("2024-02-07T10:00:00+03:00", "2024-02"), "2024-02"),
        ('<meta name="DC.date" content="2023-12-01">', "2023-12-01"),
        ('<meta itemprop="datePublished" content="2023-12-01">', "2023-12-01"),
        (
            '<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2023-12-01"}}</script>',
            "2023-12-01",
        ),
        ('<meta property="article:modified_time" content="2024-05-01">', None),
        ("", None),
    ],
)
def test_the_date_is_as_precise_as_the_page_says_and_never_a_guess(
    tmp_path: Path, registry: Registry, head: str, published: str | None
) -> None:
    html = PAGE.format(*PROSE, head=head.replace("{{", "{").replace("}}", "}"))
    assert load(tmp_path / "page.html", html, registry).published == published


def test_the_date_of_a_line_of_the_text_serves_where_the_head_has_none(tmp_path: Path, registry: Registry) -> None:
    html = PAGE.format(*PROSE, head="").replace("Фото: Медиа-центр СПбПУ", "Дата публикации: 2024.02.08")
    assert load(tmp_path / "page.html", html, registry).published == "2024-02-08"


def test_a_short_item_in_chinese_leaves_the_menu_out(tmp_path: Path, registry: Registry) -> None:
    html = """<html><head><title>会见客人-新闻网</title></head><body>
<div class="header"><ul><li><a href="/">首页</a></li><li><a href="/n">新闻</a></li></ul></div>
<div class="content"><h2>校长会见客人</h2>
<div>发布时间：2024-02-05 浏览次数：12</div>
<div><p>大学副校长一行1月31日访问我校，副校长在校区与客人会面并讨论合作。</p><p>双方商议了联合培养博士生的细节，准备尽快落实协议。</p>
</div></div><div class="footer">版权所有</div></body></html>"""
    document = load(tmp_path / "page.htm", html, registry)
    assert (document.lang, document.published) == ("zh", "2024-02-05")
    assert "首页" not in document.text
    assert [block.kind for block in document.blocks].count(BlockKind.PARAGRAPH) == 2


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "<html><body><script>var text = 'the rectors met in Shanghai and signed an agreement';</script></body></html>",
        "<html><body><img src='a.jpg'></body></html>",
        "plain words",
    ],
)
def test_a_page_without_text(tmp_path: Path, registry: Registry, html: str, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    (error,) = read(path, registry)
    assert isinstance(error, DocumentError)
    assert "no text was found" in str(error)
    assert error.place == str(path)
    assert error.remedy
    assert capfd.readouterr() == ("", "")
