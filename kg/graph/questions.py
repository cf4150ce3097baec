"""Named questions: the SPARQL files of `ontology/queries/`, each with its question in plain words and its parameters.

The head of a file is its first comment lines, up to the first line that is none:

* the question, in English;
* `# ru: …` and `# zh: …`, the same in Russian and Chinese, each optional;
* `# param: NAME DEFAULT` for each parameter, the default a string in double quotes or a number. The variable ?NAME is
  among those selected, and stands in the query as `COALESCE(?NAME, DEFAULT)`, so that the file is plain SPARQL that
  answers for the default anywhere. A value is bound to the variable; it never becomes part of the query's text.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.vocabulary import XSD
from kg.records import Lang
from kg.resources import resource

_LINE = re.compile(r"#\s*(?:(?P<key>ru|zh|param):\s*)?(?P<text>\S.*?)\s*")
_PARAMETER = re.compile(r'(?P<name>[A-Za-z][A-Za-z0-9_]*)\s+(?P<default>"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?)')
_DECIMAL: Final = ox.NamedNode(XSD.decimal)
_SUGGESTIONS: Final = 3
_THINGS: Final = {"organization": "Organization", "town": "Place", "field": "Topic"}
"""Parameters whose value is the whole name of a thing → its class at the top of the hierarchy."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a question that may be given; a number where its default is one."""

    name: str
    default: ox.Literal

    @property
    def thing(self) -> str | None:
        """Give the class of the thing that a value names; None where it names none, but gives words or a number."""
        return _THINGS.get(self.name)

    def literal(self, value: str) -> ox.Literal:
        """Give a value as typed at a command line as the term to bind.

        Raises:
            QueryError: the parameter is a number and the value is none.
        """
        if self.default.datatype != _DECIMAL:
            return ox.Literal(value)
        try:
            number = Decimal(value.strip())
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            raise QueryError(
                f"{value!r} is no number", place=f"parameter {self.name}", remedy=f"such as {self.default.value}"
            )
        return ox.Literal(f"{number:f}", datatype=_DECIMAL)


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be asked by name.

    Attributes:
        name: the file's stem ("who-says-so").
        texts: the question in words; English always, Russian and Chinese where the file has them.
        sparql: the query, the whole file.
        parameters: in the order of the file.
    """

    name: str
    texts: tuple[tuple[Lang, str], ...]
    sparql: str
    parameters: tuple[Parameter, ...] = ()

    def text(self, language: Lang = "en") -> str:
        """Give the question in a language, in English where it lacks that."""
        texts = dict(self.texts)
        return texts.get(language, texts["en"])

    def bindings(self, values: Mapping[str, str] | None = None) -> dict[str, ox.Literal]:
        """Give what to bind when asking: the given values, and the defaults of the other parameters.

        Raises:
            QueryError: the question has no such parameter, or its value is of the wrong kind.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        given = values or {}
        for name in given:
            if name not in known:
                remedy = f"it takes {', '.join(known)}" if known else "it takes none"
                raise QueryError(f"no parameter {name!r}", place=f"question {self.name}", remedy=remedy)
        return {
            name: parameter.literal(given[name]) if name in given else parameter.default
            for name, parameter in known.items()
        }


def questions(directory: Path | None = None) -> tuple[Question, ...]:
    """Give all questions of a folder, sorted by name; those of `ontology/queries/` unless another is given.

    Raises:
        QueryError: a file's head breaks the rules above; names file and line.
    """
    home = directory or resource("ontology", "queries")
    return tuple(_read(path) for path in sorted(home.glob("*.rq"), key=lambda path: path.stem))


def find(name: str, directory: Path | None = None) -> Question:
    """Give the question of that name.

    Raises:
        QueryError: there is none; names those that come near.
    """
    known = {question.name: question for question in questions(directory)}
    asked = name.removesuffix(".rq").casefold()
    if asked in known:
        return known[asked]
    # By spelling first, then by a word of the question.
    near = difflib.get_close_matches(asked, known, n=_SUGGESTIONS)
    near += [key for key, question in known.items() if asked and asked in f"{key} {question.texts}".casefold()]
    suggestions = list(dict.fromkeys(near))[:_SUGGESTIONS]
    remedy = f"did you mean {' or '.join(suggestions)}?" if suggestions else "kg questions lists them"
    raise QueryError(f"there is no question named {name!r}", remedy=remedy)


def _read(path: Path) -> Question:
    sparql = path.read_text(encoding="utf-8")
    texts: dict[Lang, str] = {}
    parameters: list[Parameter] = []
    for number, line in enumerate(sparql.splitlines(), start=1):
        if not line.startswith("#"):
            break
        place = f"{path}:{number}"
        found = _LINE.fullmatch(line)
        match (found and found["key"], number):
            case (None, 1) if found:
                texts["en"] = found["text"]
            case ("ru" | "zh" as language, _) if found and language not in texts:
                texts[language] = found["text"]
            case ("param", _) if found:
                parameters.append(_parameter(found["text"], sparql, place))
            case _:
                raise QueryError(
                    "a head line that is not understood",
                    place=place,
                    remedy="the question, then # ru: …, # zh: …, # param: NAME DEFAULT; other comments below a blank",
                )
    if "en" not in texts:
        raise QueryError("no question in words", place=path, remedy="the first line is # and the question in English")
    return Question(path.stem, tuple(texts.items()), sparql, tuple(parameters))


def _parameter(text: str, sparql: str, place: str) -> Parameter:
    found = _PARAMETER.fullmatch(text)
    if not found:
        raise QueryError(
            f"{text!r} is no parameter",
            place=place,
            remedy='such as # param: organization "SPbPU" or # param: below 0.7',
        )
    name, default = found["name"], found["default"]
    if f"COALESCE(?{name}, {default})" not in sparql:
        raise QueryError(
            f"the query does not use the parameter {name} with that default",
            place=place,
            remedy=f"COALESCE(?{name}, {default}) in the query, and ?{name} among the selected variables",
        )
    value = json.loads(default) if default.startswith('"') else default
    return Parameter(name, ox.Literal(value, datatype=None if default.startswith('"') else _DECIMAL))
