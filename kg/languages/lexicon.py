"""The YAML files of a language, read once, with errors that name the file."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml
from spacy.tokens import Token

from kg.errors import LanguageError
from kg.records import Lang

_HERE = Path(__file__).parent


class _Loader(yaml.CSafeLoader):
    """Safe YAML in which "no" and "on" are words, not booleans, and a key that stands twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping = super().construct_mapping(node, deep)
        if len(mapping) < len(node.value):
            raise yaml.constructor.ConstructorError(None, None, "a key stands twice", node.start_mark)
        return mapping


_BOOLEAN = "tag:yaml.org,2002:bool"
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOLEAN]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_BOOLEAN, re.compile(r"(?:true|false)$"), list("tf"))


@cache
def read(lang: Lang, name: str) -> Any:
    """Give what ``kg/languages/<lang>/<name>.yml`` holds.

    Raises:
        LanguageError: there is no such file, or it is no YAML.
    """
    path = _HERE / lang / f"{name}.yml"
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except FileNotFoundError as error:
        raise LanguageError("no such file of language data", place=f"kg/languages/{lang}/{name}.yml") from error
    except yaml.YAMLError as error:
        raise LanguageError(f"no YAML: {error}", place=f"kg/languages/{lang}/{name}.yml") from error


@cache
def has(lang: str | None, name: str) -> bool:
    """Tell whether a language has a file of that name: what it lacks is not read in its texts.

    >>> has("en", "frames"), has("zh", "frames")
    (True, False)
    """
    return lang is not None and (_HERE / lang / f"{name}.yml").exists()


@cache
def words(lang: str | None, name: str) -> frozenset[str]:
    """Give a list of ``kg/languages/<lang>/words.yml``; empty for a language without the file.

    >>> "hold" in words("en", "light"), words("zh", "light")
    (True, frozenset())

    Raises:
        LanguageError: the language has such a file, and no such list in it.
    """
    if not has(lang, "words"):
        return frozenset()
    lists = read(cast("Lang", lang), "words")
    if name not in lists:
        raise LanguageError(f"no list {name!r}", place=f"kg/languages/{lang}/words.yml")
    return frozenset(lists[name])


def said(token: Token, name: str) -> bool:
    """Tell whether a token is printed as one of a list of ``words.yml`` of its language."""
    return token.lower_ in words(token.lang_, name)


@cache
def counted_groups(lang: str) -> frozenset[str]:
    """Give the nouns for people who act for an organization where their number is told ("seven people of X")."""
    if not has(lang, "descriptions"):
        return frozenset()
    return frozenset(read(cast("Lang", lang), "descriptions").get("counted_groups", ()))


@cache
def groups(lang: str) -> frozenset[str]:
    """Give the nouns for people who act for an organization ("delegation"); empty for a language without the list."""
    return frozenset(read(cast("Lang", lang), "descriptions")["groups"]) if has(lang, "descriptions") else frozenset()


@cache
def headline_verbs(lang: str) -> frozenset[str]:
    """Give the verbs that headlines print as they print names; empty for a language without the list.

    >>> "signs" in headline_verbs("en"), headline_verbs("ru")
    (True, frozenset())
    """
    if not has(lang, "headlines"):
        return frozenset()
    return frozenset(read(cast("Lang", lang), "headlines"))
