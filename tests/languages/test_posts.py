"""The words of posts."""

from __future__ import annotations

import pytest

from kg.errors import LanguageError
from kg.languages import posts
from kg.languages.lexicon import read
from kg.languages.posts import post_words


@pytest.mark.parametrize("word", ["rector", "vice-rector", "dean", "director", "minister", "ambassador"])
def test_post_words(word: str) -> None:
    assert post_words("en").nouns[word] == "represents"


def test_the_heads_are_the_last_words() -> None:
    assert {"rector", "general"} <= post_words("en").heads
    assert "director general" not in post_words("en").heads


def test_a_post_of_unknown_value_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = read("en", "posts")
    monkeypatch.setattr(posts, "read", lambda lang, name: {**data, "posts": {"rector": "rules"}})
    post_words.cache_clear()
    with pytest.raises(LanguageError, match="rector: 'rules' is none of represents, member"):
        post_words("en")
    monkeypatch.undo()
    post_words.cache_clear()


def test_a_language_without_posts_says_so() -> None:
    with pytest.raises(LanguageError, match=r"kg/languages/zh/posts\.yml"):
        post_words("zh")
