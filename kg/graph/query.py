"""Questions in SPARQL: asked of an Oxigraph store, answered with records, refused in words a person can act on."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import pyoxigraph as ox
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import QueryError
from kg.graph.terms import PREFIXES, order

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row: TypeAlias = tuple[Term | None, ...]

_UPDATE = re.compile(r"(?:^|[\s;>])(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD)\b(?!\s*\()", re.IGNORECASE)
_QUERY = re.compile(r"(?:^|[\s>])(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_ORDERED = re.compile(r"\bORDER\s+BY\b", re.IGNORECASE)
_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
_PLACE = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
_UNSELECTED = re.compile(r"does not contains? variable (\S+) in its SELECT")
_COMMENT = re.compile(r"^\s*#.*$", re.MULTILINE)
_REASON = re.compile(r"(?:one of )?[A-Z]\w* [a-zA-Z].*")
_MOST_QUOTED: Final = 40


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows of a SELECT, in its own order if it has ORDER BY, else sorted; None where a variable is unbound."""

    variables: tuple[str, ...]
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[dict[str, Term]]:
        """Give each row as a dictionary of the variables that are bound in it."""
        for row in self.rows:
            yield {name: term for name, term in zip(self.variables, row, strict=True) if term is not None}

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class Construction:
    """The triples of a CONSTRUCT or DESCRIBE, sorted and each once."""

    triples: tuple[ox.Triple, ...]

    def __iter__(self) -> Iterator[ox.Triple]:
        return iter(self.triples)

    def __len__(self) -> int:
        return len(self.triples)


Answer: TypeAlias = Selection | Construction | bool


def ask(
    store: ox.Store,
    sparql: str,
    bindings: Mapping[str, Term] | None = None,
    known: Mapping[str, str] = PREFIXES,
) -> Answer:
    """Give the answer to a SPARQL 1.1 query.

    Args:
        store: read only.
        sparql: the query; SERVICE, which would use the network, is refused, and so are updates.
        bindings: values of some of the variables that it selects, by name.
        known: prefixes that it need not declare.

    Raises:
        QueryError: it does not parse, or asks for what is not allowed; names line and column.
    """
    _refuse_services(sparql, known)
    values = {ox.Variable(name.lstrip("?$")): term for name, term in (bindings or {}).items()}
    try:
        found = store.query(sparql, prefixes=dict(known), substitutions=values)
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        if isinstance(found, ox.QueryTriples):
            return Construction(tuple(sorted(set(found), key=order)))
        variables = tuple(variable.value for variable in found.variables)
        # By position: a solution is addressed by number, which is quicker than by name.
        rows = [tuple(solution[i] for i in range(len(variables))) for solution in found]
    except SyntaxError as error:
        raise _explained(sparql, str(error), known) from error
    except (RuntimeError, ValueError) as error:  # what only shows when the query runs: an unknown function, say
        if unselected := _UNSELECTED.search(str(error)):
            raise QueryError(
                f"{unselected[1]} has a value, but the query does not select it", remedy="name it after SELECT"
            ) from error
        raise QueryError(f"the query cannot be answered: {error}", remedy="use what SPARQL 1.1 defines") from error
    if not _ORDERED.search(sparql):
        rows.sort(key=lambda row: tuple(order(term) for term in row))
    return Selection(variables, tuple(rows))


def _refuse_services(sparql: str, known: Mapping[str, str]) -> None:
    # Oxigraph really makes the request and has no switch against it. The word alone may be a comment or a name,
    # so where it occurs a full parser decides; what that cannot read is refused too.
    if not _SERVICE.search(sparql):
        return
    declared = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in known.items())
    try:
        parsed = parseQuery(declared + sparql)
    except Exception as error:  # the parser's errors have no common root below Exception
        raise QueryError(
            "the word SERVICE occurs in a query that cannot be checked", remedy="ask without SERVICE, or mend the query"
        ) from error
    if _contains(parsed, "ServiceGraphPattern"):
        raise QueryError("SERVICE asks another machine", remedy="only this store is asked; leave SERVICE out")


def _contains(node: object, name: str) -> bool:
    if isinstance(node, CompValue):
        return node.name == name or any(_contains(value, name) for value in node.values())
    if isinstance(node, str) or not isinstance(node, Iterable):
        return False
    return any(_contains(part, name) for part in node)


def _explained(sparql: str, message: str, known: Mapping[str, str]) -> QueryError:
    bare = _COMMENT.sub("", sparql)
    if (update := _UPDATE.search(bare)) and not _QUERY.search(bare):
        return QueryError(
            f"{update[1].upper()} would change the store",
            remedy="queries only read; kg build is what changes the graph",
        )
    if not bare.strip():
        return QueryError("the query is empty", remedy="kg questions lists what can be asked by name")
    if not _QUERY.search(bare):
        return QueryError(
            "the query does not say what it wants", remedy="SELECT, ASK, CONSTRUCT or DESCRIBE starts one"
        )
    found = _PLACE.match(message)
    if not found:
        return QueryError(f"the query cannot be read: {message}", remedy="SPARQL 1.1 is understood")
    number, column = int(found[1]), int(found[2])
    lines = sparql.split("\n")
    line = lines[number - 1] if number <= len(lines) else ""
    place = f"line {number}, column {column}"
    if "Prefix not found" in found[3]:
        return _unknown_prefix(line[: column - 1], place, known)
    near = line[column - 1 :].strip()[:_MOST_QUOTED]
    where = f"near {near!r}" if near else "at the end of the line" if number < len(lines) else "at its end"
    # Among what the parser expected there are at times whole sentences: what is wrong in meaning, not in form.
    reasons = [part.strip() for part in found[3].split(", ") if _REASON.fullmatch(part.strip())]
    remedy = "; ".join(reasons) or "check the words, brackets, dots and quotation marks just before that place"
    return QueryError(f"the query cannot be read {where}", place=place, remedy=remedy)


def _unknown_prefix(before: str, place: str, known: Mapping[str, str]) -> QueryError:
    name = re.search(r"([^\s:<>{}()\[\],;]*):[^\s:]*$", before)
    prefix = name[1] if name else ""
    near = difflib.get_close_matches(prefix, known, n=1)
    guess = f"did you mean {near[0]}:? " if near else ""
    return QueryError(
        f"the prefix {prefix}: is not declared",
        place=place,
        remedy=f"{guess}declare it with PREFIX, or use one that is known: {', '.join(sorted(known))}",
    )
