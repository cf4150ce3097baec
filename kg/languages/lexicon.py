"""The YAML files of a language, read once, with errors that name the file."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml

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
def words(lang: str, name: str) -> frozenset[str]:
    """Give a list of ``kg/languages/<lang>/words.yml``; empty for a language without the file.

    >>> "hold" in words("en", "light"), words("zh", "light")
    (True, frozenset())

    Raises:
        LanguageError: the language has such a file, and no such list in it.
    """
    if not (_HERE / lang / "words.yml").exists():
        return frozenset()
    lists = read(lang, "words")
    if name not in lists:
        raise LanguageError(f"no list {name!r}", place=f"kg/languages/{lang}/words.yml")
    return frozenset(lists[name])


@cache
def headline_verbs(lang: str) -> frozenset[str]:
    """Give the verbs that headlines print as they print names; empty for a language without the list.

    >>> "signs" in headline_verbs("en"), headline_verbs("ru")
    (True, frozenset())
    """
    if not (_HERE / lang / "headlines.yml").exists():
        return frozenset()
    return frozenset(read(cast("Lang", lang), "headlines"))
