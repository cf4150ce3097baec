"""`kg query` and `kg questions`."""

from __future__ import annotations

import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.missing import NOT_FOUND, suggestion, tell_missing
from kg.cli.options import DEFAULT_STORE, ListForm, MinConfidence, StoreDir
from kg.cli.output import Form, print_json, print_table, say, warn
from kg.errors import QueryError
from kg.records import Lang

if TYPE_CHECKING:
    from kg.graph.query import Answer
    from kg.graph.questions import Question
    from kg.graph.store import Store

_QUERY_FILES = (".rq", ".sparql")
_NAME = re.compile(r"[\w-]+(?:\.rq)?")


def _names(incomplete: str) -> list[tuple[str, str]]:
    """What a shell offers for the name of a question."""
    from kg.graph import questions as named

    return [(q.name, q.text()) for q in named.questions() if q.name.startswith(incomplete)]


class AnswerForm(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    TURTLE = "turtle"


@app.command(
    epilog="Example: `kg query agreements`, `kg query @my.rq --format csv`, `kg query - < my.rq`, "
    "`kg query 'SELECT ?who { ?who srac:signed ?what }'`"
)
def query(
    asked: Annotated[
        str | None,
        typer.Argument(
            metavar="QUESTION",
            help="The name of a question (see `kg questions`), SPARQL, @FILE, or - for standard input.",
            autocompletion=_names,
        ),
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", metavar="FILE", help="Read the SPARQL there.", dir_okay=False)
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="A parameter of a named question; may be repeated."),
    ] = None,
    store: StoreDir = DEFAULT_STORE,
    form: Annotated[
        AnswerForm, typer.Option("--format", help="Turtle is for CONSTRUCT and DESCRIBE.")
    ] = AnswerForm.TABLE,
    lang: Annotated[Lang, typer.Option("--lang", help="The language of names in a table.")] = "en",
    iris: Annotated[bool, typer.Option("--iris", help="Show IRIs in a table instead of names.")] = False,
    min_confidence: MinConfidence = None,
) -> None:
    """Ask the graph in SPARQL or by the name of a question; well-known prefixes (srac:, rdfs: …) are declared.

    With --min-confidence the graph is asked as if it held no other facts, whatever the question.

    Exit code: 1 where nothing bears the name that was set; what may have been meant is listed.
    """
    from kg.graph.confidence import restricted
    from kg.graph.store import Store

    given = _pairs(values or [])
    sparql, question = _question(_source(asked, file), given)
    bindings = question.bindings(given) if question else {}  # what is wrong is said before the store is opened
    with Store.open(store) as whole:
        if question:
            bindings = question.bindings(_known(whole, question, given, form))
            _tell_examples(question, given)
        opened = restricted(whole, min_confidence)
        _write(opened.query(sparql, bindings), opened, form, lang, names=not iris)


@app.command(epilog="Example: `kg questions --lang ru`")
def questions(
    store: StoreDir = DEFAULT_STORE,  # noqa: ARG001 - every command takes it; the questions are the same for all stores
    lang: Annotated[Lang, typer.Option("--lang", help="The language of the questions.")] = "en",
    form: ListForm = Form.TABLE,
) -> None:
    """List the questions that can be asked by name, in plain words, with their parameters.

    Beside its parameters (--set NAME=VALUE) each takes --min-confidence.
    """
    from kg.graph import questions as named

    found = named.questions()
    if form is Form.JSON:
        print_json(
            [
                {
                    "name": question.name,
                    "question": question.text(lang),
                    "parameters": {p.name: p.default.value for p in question.parameters},
                    "sparql": question.sparql,
                }
                for question in found
            ]
        )
        return
    rows = [
        (question.name, question.text(lang), " ".join(f"{p.name}={p.default.value}" for p in question.parameters))
        for question in found
    ]
    print_table(("name", "question", "parameters"), rows)


def _source(asked: str | None, file: Path | None) -> str:
    """The SPARQL, or the name of a question, out of whichever way it was given."""
    if asked is not None and file is not None:
        raise typer.BadParameter("give a question or --file, not both", param_hint="QUESTION")
    if asked == "-" or (asked is None and file is None and not sys.stdin.isatty()):
        return sys.stdin.read()
    if asked is None and file is None:
        raise typer.BadParameter("what is the question? 'kg questions' lists some by name", param_hint="QUESTION")
    if asked is not None and (asked.startswith("@") or asked.endswith(_QUERY_FILES)):
        file = Path(asked.removeprefix("@"))
    if file is None:
        return asked or ""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError("not a text in UTF-8", place=file, remedy="save it as UTF-8") from error


def _pairs(values: list[str]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for name, equals, _ in pairs:
        if not name or not equals:
            raise typer.BadParameter(f"{name!r} is no NAME=VALUE", param_hint="--set")
    return {name: value for name, _, value in pairs}


def _question(source: str, values: dict[str, str]) -> tuple[str, Question | None]:
    """Give the SPARQL, and the question whose name was given."""
    from kg.graph import questions as named

    # No SPARQL is a single word, and no name has a space or a bracket.
    if _NAME.fullmatch(source.strip()):
        question = named.find(source.strip())
        return question.sparql, question
    if values:
        raise QueryError("--set is for named questions", remedy="write the value into the query")
    return source, None


def _known(store: Store, question: Question, values: dict[str, str], form: AnswerForm) -> dict[str, str]:
    """Give the values with names as the graph writes them.

    Raises:
        typer.Exit: nothing bears a name, which is said.
    """
    from kg.schema import ancestors
    from kg.views import lookup
    from kg.views.reading import read_things

    classes = {parameter.name: parameter.thing for parameter in question.parameters if parameter.thing}
    asked = {name: value for name, value in values.items() if name in classes}
    if not asked:
        return values
    things = read_things(store).values()
    written = dict(values)
    for name, value in asked.items():
        if found := lookup.find(things, value):
            if all(candidate.name.casefold() != value.casefold() for candidate in found):
                written[name] = found[0].name
            continue
        near = lookup.near((thing for thing in things if classes[name] in ancestors(thing.cls)), value)
        tell_missing(value, [suggestion(candidate) for candidate in near], in_table=form is AnswerForm.TABLE)
        raise typer.Exit(NOT_FOUND)
    return written


def _tell_examples(question: Question, values: dict[str, str]) -> None:
    for parameter in question.parameters:
        if parameter.name not in values:
            name, example = parameter.name, parameter.default.value
            warn(f"no {name} was set, so this is for {name}={example}; another: --set {name}=…", label="note")


def _write(answer: Answer, store: Store, form: AnswerForm, lang: Lang, *, names: bool) -> None:
    from kg.graph import results
    from kg.graph.query import Construction
    from kg.graph.serialize import Format, serialize

    if form is AnswerForm.TABLE:
        if isinstance(answer, bool):
            say("yes" if answer else "no")
            return
        table = results.rows(answer, store, lang, labels=names)
        print_table(table.headers, table.rows)
        if not table.rows:
            warn("nothing in the store answers that; `kg show NAME` tells how the graph writes a name", label="note")
    elif form is AnswerForm.TURTLE:
        if not isinstance(answer, Construction):
            raise QueryError("this query gives no graph", remedy="Turtle is for CONSTRUCT and DESCRIBE; use csv")
        _bytes(serialize(answer.triples, Format.TURTLE, store.base))
    elif isinstance(answer, Construction):
        raise QueryError(f"a graph cannot be written as {form}", remedy="use --format turtle")
    else:
        _bytes(results.write(answer, results.ResultFormat(form)))


def _bytes(content: bytes) -> None:
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
