from __future__ import annotations

import hashlib
import json
import pickle
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import DocumentError
from kg.records import BlockKind, Document
from kg.registry import Registry
from kg.text import read, unique

BODY = """
The rectors of SPbPU and Tsinghua University met in Shanghai and signed an agreement.

Talks in Harbin

On the next day they went on to Harbin.
"""
HEAD = """---
id: en-100
title: "Visit: the rectors in China"
lang: en
published: 2021-05-31
source: https://english.spbstu.ru/media/news/visit/
keywords: [China, visit]
reviewed: no
---
"""


class Folder:
    """Writes a file and reads it."""

    def __init__(self, home: Path, registry: Registry) -> None:
        self.home = home
        self.registry = registry

    def __call__(self, name: str, content: str | bytes) -> list[Document | DocumentError]:
        path = self.home / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(read(path, self.registry))

    def document(self, name: str, content: str | bytes) -> Document:
        (found,) = self(name, content)
        assert isinstance(found, Document), str(found)
        return found

    def error(self, name: str, content: str | bytes) -> str:
        (found,) = self(name, content)
        assert isinstance(found, DocumentError)
        assert found.remedy
        assert str(self.home / name) in str(found)
        return str(found)


@pytest.fixture
def folder(tmp_path: Path, registry: Registry) -> Folder:
    return Folder(tmp_path, registry)


def said(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


# Markdown


def test_markdown_with_front_matter(folder: Folder) -> None:
    document = folder.document("a.md", HEAD + BODY)
    stored = f"{document.title}\n{BODY}"  # the title, an empty line, and what stands below
    assert document.text == stored
    assert (document.id, document.lang, document.published) == ("en-100", "en", "2021-05-31")
    assert document.title == "Visit: the rectors in China"
    assert document.source == "https://english.spbstu.ru/media/news/visit/"
    assert document.publisher == "organization/spbpu"
    assert document.path == str(folder.home / "a.md")
    assert document.sha256 == hashlib.sha256(stored.encode()).hexdigest()
    assert said(document, BlockKind.HEADING) == ["Talks in Harbin"]
    assert said(document, BlockKind.TITLE) == [document.title]


def test_markdown_with_byte_order_mark_and_windows_line_ends(folder: Folder) -> None:
    plain = folder.document("a.md", HEAD + BODY)
    windows = folder.document("a.md", b"\xef\xbb\xbf" + (HEAD + BODY).replace("\n", "\r\n").encode())
    assert windows == plain


def test_markdown_without_front_matter(folder: Folder) -> None:
    document = folder.document("Visit 2021 (final).md", "# Visit to *China*\n" + BODY)
    assert document.title == "Visit to China"
    assert document.id == "Visit-2021-final"
    assert document.lang == "en"
    assert said(document, BlockKind.TITLE) == ["# Visit to *China*"]


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2021", "2021"),
        ("2021-05", "2021-05"),
        ("2021-05-31T10:00:00Z", "2021-05-31"),
        ("31 мая 2021 г.", "2021-05-31"),
    ],
)
def test_dates_keep_their_precision(folder: Folder, written: str, published: str) -> None:
    assert folder.document("a.md", f"---\npublished: {written}\n---\n{BODY}").published == published


@pytest.mark.parametrize(("written", "lang"), [("EN", "en"), ("zh-Hant", "zh"), ("ru_RU", "ru")])
def test_language_tags_are_reduced_to_their_language(folder: Folder, written: str, lang: str) -> None:
    assert folder.document("a.md", f"---\nlang: {written}\n---\n{BODY}").lang == lang


def test_values_of_front_matter_are_what_is_written(folder: Folder) -> None:
    document = folder.document("a.md", f"---\nid: 007\ntitle: 1e3\nsource: ~\n---\n{BODY}")
    assert (document.id, document.title, document.source) == ("007", "1e3", None)


def test_a_source_in_words_names_the_publisher(folder: Folder) -> None:
    document = folder.document("a.md", f"---\nsource: Tsinghua University\n---\n{BODY}")
    assert (document.source, document.publisher) == (None, "organization/tsinghua")


@pytest.mark.parametrize(
    ("head", "line", "reason", "remedy"),
    [
        ("---\ntitle: Visit: the rectors\nlang: en\n---\n", 2, "no YAML", "double quotes"),
        ("---\ntitle: [a\nlang: en\n---\n", 2, "no YAML", "key: value"),
        ('---\nlang: en\ntitle "a"\nid: b\n---\n', 3, "no YAML", "key: value"),
        ('---\nlang: en\ntitle: "a\nid: b\n---\n', 3, "no YAML", "key: value"),
        ("---\nlang: en\nid: b\n- a\n---\n", 4, "no YAML", "key: value"),
        ("\n---\ntitle: a\n", 2, "not closed", "---"),
        ("---\n- a\n- b\n---\n", 2, "no keys", "key: value"),
        ("---\nlang: en\ntitle: [Visit] to China\n---\n", 3, "no YAML", "double quotes"),
        ("---\nlang: en\ntitle: [Visit]\n---\n", 3, "“title” holds several values", "one value"),
        ("---\ntitle: a\nlang: de\n---\n", 3, "“de” is not supported", "en, ru, zh"),
        ("---\nlang: no\n---\n", 2, "“no” is not supported", "en, ru, zh"),
        ("---\ntitle: a\n\n# when\ndate: yesterday\n---\n", 5, "“yesterday” is no date", "2020-10-05"),
        ("---\npublished: 2021-02-30\n---\n", 2, "“2021-02-30” is no date", "2020-10"),
        ("---\nsource: htp://spbstu.ru\n---\n", 2, "“htp://spbstu.ru” is no address", "https://"),
        ("---\nid: '***'\n---\n", 2, "“***” gives no id", "letters"),
    ],
)
def test_faults_of_front_matter(folder: Folder, head: str, line: int, reason: str, remedy: str) -> None:
    message = folder.error("a.md", head + BODY)
    assert f"a.md:{line}: " in message
    assert reason in message
    assert remedy in message


@pytest.mark.parametrize("body", ["", "\n\n", "\n* * *\n2020\n"])
def test_front_matter_without_text(folder: Folder, body: str) -> None:
    message = folder.error("a.md", HEAD + body)
    assert "a.md:10: it has no text" in message


def test_deep_nesting_is_an_error_like_others(folder: Folder) -> None:
    assert "nested too deeply" in folder.error("a.md", f"---\na: {'[' * 1500}\n---\n{BODY}")
    assert "nested too deeply" in folder.error("a.json", "[" * 100_000)
    assert "number is too long" in folder.error("a.jsonl", "9" * 5000)


# Plain text

DIGEST = f"""

May Digest from the SPbPU Representative Office in Shanghai

{BODY.strip()}



Prepared by the SPbPU International Office

Дата публикации: 2021.05.31

>>Перейти к новости

>>Перейти ко всем новостям"""


def test_plain_text_says_about_itself_what_it_can(folder: Folder) -> None:
    document = folder.document("may.txt", DIGEST)
    assert document.text == DIGEST
    assert document.title == "May Digest from the SPbPU Representative Office in Shanghai"
    assert (document.id, document.lang, document.published) == ("may", "en", "2021-05-31")
    assert (document.source, document.publisher) == (None, "organization/spbpu")
    assert said(document, BlockKind.CREDIT) == ["Prepared by the SPbPU International Office"]
    assert len(said(document, BlockKind.BOILERPLATE)) == 2


def test_a_date_that_says_of_what_it_is_goes_before_a_bare_one(folder: Folder) -> None:
    text = "1 May 2021\n\nVisit to Harbin\n\nThe rectors met.\n\nDate of publication: 3 May 2021"
    assert folder.document("a.txt", text).published == "2021-05-03"
    assert folder.document("a.txt", text.replace("Date of publication: 3 May 2021", "")).published == "2021-05-01"


def test_the_title_tells_the_publisher_where_no_credit_does(folder: Folder) -> None:
    assert (
        folder.document("may.txt", DIGEST.replace("Prepared by the SPbPU", "By the")).publisher == "organization/spbpu"
    )
    visit = DIGEST.replace("May Digest from", "Delegation at").replace("Prepared by the SPbPU International Office", "")
    assert folder.document("may.txt", visit).publisher is None


def test_plain_text_in_russian_and_chinese(folder: Folder) -> None:
    russian = "Ректоры встретились\n\nРектор СПбПУ принял гостей.\n\nИсточник: СПбПУ\nОпубликовано 31 мая 2021 г."
    document = folder.document("ru.txt", russian)
    assert (document.lang, document.published, document.publisher) == ("ru", "2021-05-31", "organization/spbpu")
    chinese = "校长会见客人\n\n两校校长会面并签署协议。\n\n来源：清华大学 发布时间：2021-05-31"
    document = folder.document("zh.txt", chinese)
    assert (document.lang, document.published, document.publisher) == ("zh", "2021-05-31", None)
    document = folder.document(
        "zh.txt", "校长会见客人\n\n两校校长会面。\n\n来源：https://www.tsinghua.edu.cn/info/1.htm"
    )
    assert (document.source, document.publisher) == ("https://www.tsinghua.edu.cn/info/1.htm", "organization/tsinghua")


def test_emoji_combining_and_right_to_left_characters_keep_their_offsets(folder: Folder) -> None:
    text = "Talks 🇨🇳🤝🇷🇺\n\nThe rector (\u202bرئيس الجامعة\u202c) met Lu\u0308 👩‍🎓 in Xi’an.\n"
    document = folder.document("a.txt", text)
    assert document.text == text
    assert said(document, BlockKind.PARAGRAPH) == [text.split("\n")[2]]


def test_a_text_without_a_title_is_called_by_its_file(folder: Folder) -> None:
    assert folder.document("may.txt", "The rectors met in Shanghai.\n").title == "may"


def test_a_language_that_is_not_supported(folder: Folder) -> None:
    message = folder.error("ar.txt", "التقى رئيسا الجامعتين في شنغهاي ووقعا اتفاقية.")
    assert "none of the supported languages" in message
    assert "en, ru, zh" in message


# JSON and JSON Lines

ITEM = {"id": "n-1", "title": "Visit", "lang": "en", "published": "2021-05-31", "text": BODY}


def test_a_json_object(folder: Folder) -> None:
    document = folder.document("a.json", json.dumps({**ITEM, "source": "https://spbu.ru/1", "views": {"a": 1}}))
    assert (document.id, document.title, document.text) == ("n-1", "Visit", f"Visit\n{BODY}")
    assert (document.published, document.publisher) == ("2021-05-31", "organization/spbu")


def test_a_json_array_with_other_names_of_the_fields(folder: Folder) -> None:
    items = [
        {"headline": "Visit", "date": "May 31, 2021", "url": "https://spbu.ru/1", "source": "SPbPU", "content": BODY},
        {"identifier": 17, "language": "en", "body": "The rectors met.\r\nThey signed.", "title": None},
    ]
    first, second = folder("news.json", json.dumps(items))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.title, first.published) == ("news-1", "Visit", "2021-05-31")
    assert (first.source, first.publisher) == ("https://spbu.ru/1", "organization/spbpu")
    assert (second.id, second.text) == ("17", "The rectors met.\nThey signed.")


def test_json_lines_are_read_one_by_one(folder: Folder) -> None:
    lines = [
        json.dumps(ITEM, ensure_ascii=False),
        '{"text": "broken',
        "",
        '["no object"]',
        '{"title": "no text"}',
        '{"text": ["a", "list"]}',
        '{"text": "lone \\ud800 surrogate"}',
        '{"text": "The rectors met.", "lang": "de"}',
        '{"text": "Ректоры встретились в Шанхае."}',
    ]
    found = folder("news.jsonl", "\r\n".join(lines))
    assert [document.id for document in found if isinstance(document, Document)] == ["n-1", "news-9"]
    errors = {error.place: error.reason for error in found if isinstance(error, DocumentError)}
    path = folder.home / "news.jsonl"
    assert list(errors) == [f"{path}:{line}" for line in (2, 4, 5, 6, 7, 8)]
    assert "no JSON" in errors[f"{path}:2"]
    assert errors[f"{path}:4"] == "it is no JSON object"
    assert errors[f"{path}:5"] == "it has no text"
    assert "“text” is not a string" in errors[f"{path}:6"]
    assert "U+D800" in errors[f"{path}:7"]
    assert "“de”" in errors[f"{path}:8"]
    assert all(error.remedy for error in found if isinstance(error, DocumentError))


@pytest.mark.parametrize(
    ("content", "place", "reason"),
    [
        ('{\n"text": x}', ":2:", "no JSON"),
        ('{"text": "x",\n', ":1:", "no JSON"),
        ('{"text": "x"\n\n', ":1:", "no JSON"),
        ("[]", ":", "empty"),
        ("5", ":", "no JSON object"),
        ("[5]", ", object 1:", ""),
    ],
)
def test_json_that_holds_no_documents(folder: Folder, content: str, place: str, reason: str) -> None:
    message = folder.error("a.json", content)
    assert f"a.json{place} " in message
    assert reason in message


def test_json_lines_without_a_document(folder: Folder) -> None:
    assert folder("a.jsonl", '{"text": "The rectors met."}\n\n')[0].id == "a-1"  # type: ignore[union-attr]


# Files that cannot be read


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html", "a.json", "a.jsonl"])
def test_every_format_refuses_empty_binary_and_wrongly_encoded_files(folder: Folder, name: str) -> None:
    assert "empty" in folder.error(name, b"")
    assert "binary" in folder.error(name, b"\x01\0\x02")
    assert "iconv -f WINDOWS-1251" in folder.error(name, ("Ректоры встретились в Шанхае. " * 3).encode("cp1251"))


def test_missing_and_unknown_files(folder: Folder) -> None:
    (missing,) = read(folder.home / "nowhere.md", folder.registry)
    assert isinstance(missing, DocumentError)
    assert "cannot be opened" in str(missing)
    assert "of no" not in folder.error("a.docx", "x")
    (folder.home / "folder.md").mkdir()
    (directory,) = read(folder.home / "folder.md", folder.registry)
    assert isinstance(directory, DocumentError)


def test_errors_survive_the_way_home_from_a_worker(folder: Folder) -> None:
    (error,) = folder("a.md", "---\ntitle: a\n")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


# Ids


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Новости 5.txt", "Новости-5"),
        ("新闻（一）.txt", "新闻-一"),
        ("a&b <c>#d%20.txt", "a-b-c-d-20"),
        ("cafe\u0301.txt", "café"),
        ("..x..txt", "x"),
    ],
)
def test_ids_can_stand_in_an_iri(folder: Folder, name: str, id: str) -> None:
    assert folder.document(name, "The rectors met in Shanghai.").id == id


def test_the_second_document_with_an_id_is_an_error(folder: Folder) -> None:
    first = folder.document("a.md", HEAD + BODY)
    same = folder.document("b.md", HEAD + BODY)
    other = folder.document("c.md", HEAD + BODY + "More.")
    alone = folder.document("d.txt", BODY)
    broken = DocumentError("broken")
    found = list(unique([first, broken, same, other, alone]))
    assert found[0] is first
    assert found[1] is broken
    assert found[4] is alone
    for error, path, reason in ((found[2], "b.md", "and the same text"), (found[3], "c.md", "“en-100”")):
        assert isinstance(error, DocumentError)
        assert path in str(error)
        assert "a.md" in error.reason
        assert reason in error.reason
        assert error.remedy


# Whatever the text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.sampled_from(["a.txt", "a.md", "a.json", "a.jsonl"]))
def test_any_text_gives_documents_or_errors(folder: Folder, text: str, name: str) -> None:
    for found in folder(name, text.encode("utf-8", "replace")):
        assert isinstance(found, Document | DocumentError)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"], include_characters="\n")))
def test_the_text_is_stored_as_it_stands_and_its_blocks_hold_it(folder: Folder, text: str) -> None:
    text = f"The rectors met.\n{text}"
    document = folder.document("a.md", f"---\nlang: en\n---\n{text}")
    assert document.text == text
    held = [document.text[block.start : block.end] for block in document.blocks]
    assert "".join("".join(held).split()) == "".join(text.split())
