"""The page of errors as markup: everything escaped, nothing but our own script and style, in one file."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from kg.views.evaluation import Evaluation
from kg.views.evaluation.page import page


class Parts(HTMLParser):
    """What a browser would find: scripts, styles, and every attribute."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": []}
        self._tag = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._tag = tag

    def handle_endtag(self, tag: str) -> None:
        self._tag = ""

    def handle_data(self, data: str) -> None:
        if self._tag in self.inside:
            self.inside[self._tag].append(data)


@pytest.fixture(scope="module")
def html(evaluation: Evaluation) -> str:
    return page(evaluation, evaluation.open_to(None))


@pytest.fixture(scope="module")
def parts(html: str) -> Parts:
    return Parts(html)


def test_texts_are_never_markup(html: str, parts: Parts) -> None:
    assert "<script>window" not in html
    assert "</script><script" not in html
    assert "<img" not in html
    assert "&lt;/script&gt;&lt;script&gt;window.pwned = 1&lt;/script&gt;" in html
    assert len(parts.inside["script"]) == 1
    assert not [name for _, attrs in parts.tags for name in attrs if name.startswith("on")]
    assert not [attrs for _, attrs in parts.tags if "style" in attrs or "src" in attrs]
    links = [attrs["href"] for tag, attrs in parts.tags if tag == "a"]
    assert links
    assert all(re.fullmatch(r"#d\d+", link or "") for link in links)  # the source is no web address: it is no link


def test_its_policy_allows_its_own_script_and_style_only(parts: Parts) -> None:
    (policy,) = [a["content"] or "" for t, a in parts.tags if t == "meta" and "http-equiv" in a]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    for name, tag in (("script-src", "script"), ("style-src", "style")):
        (text,) = parts.inside[tag]
        assert rules[name] == f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert "url(" not in parts.inside["style"][0]
    assert "@import" not in parts.inside["style"][0]


def test_languages_are_said(evaluation: Evaluation) -> None:
    parts = Parts(page(evaluation, evaluation.open_to("heldout")))
    assert next(attrs for tag, attrs in parts.tags if tag == "html")["lang"] == "en"
    texts = [attrs["lang"] for tag, attrs in parts.tags if attrs.get("class") == "text"]
    assert texts == ["en", "ru"]
    assert {attrs["lang"] for tag, attrs in parts.tags if tag == "bdi"} == {"en", "ru"}


def test_held_out_documents_are_on_no_page_unless_given(html: str, evaluation: Evaluation) -> None:
    assert "ХПИ" not in html
    assert "heldout" not in html
    assert "ХПИ" in page(evaluation, evaluation.open_to("heldout"))


def test_the_same_evaluation_gives_the_same_bytes(html: str, evaluation: Evaluation) -> None:
    assert page(evaluation, evaluation.open_to(None)) == html
    assert "less sure than" not in html
    assert "less sure than 0.5" in page(replace(evaluation, min_confidence=0.5), evaluation.documents)


def test_ids_and_references_fit(parts: Parts) -> None:
    ids = [attrs["id"] for _, attrs in parts.tags if "id" in attrs]
    assert len(set(ids)) == len(ids)
    facts = {attrs["data-fact"] for _, attrs in parts.tags if "data-fact" in attrs}
    cited = {n for _, attrs in parts.tags for n in (attrs.get("data-facts") or "").split()}
    assert cited
    assert cited <= facts
