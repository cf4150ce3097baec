"""The IRIs of the graph: each depends on the thing alone, never on the order of reading or the machine."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg.errors import InputError

BASE: Final = "https://w3id.org/srac/id/"
"""Where instances live unless the build is told otherwise."""

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|^`\\]*[/#]")
# Letters of any script may stand in an IRI; these ASCII characters may not, or would cut it short.
_FORBIDDEN = re.compile(r"[\x00-\x20<>\"{}|^`\\%?#\x7f]")
_HYPHENS = re.compile(r"[-\u2010-\u2015]")
_DIGEST_LENGTH = 20  # hexadecimal digits: 80 bits keep ten million claims apart


def key(*parts: str) -> str:
    """Give a short stable hash of some strings: 20 hexadecimal digits of SHA-256."""
    joined = "\x1f".join(unicodedata.normalize("NFC", part) for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:_DIGEST_LENGTH]


@dataclass(frozen=True, slots=True)
class Iris:
    """Mints the IRIs of one graph under its base.

    >>> Iris().thing("organization/spbpu").value
    'https://w3id.org/srac/id/organization/spbpu'
    >>> Iris("https://example.org/kg/").document("май 2020").value
    'https://example.org/kg/document/май%202020'

    Raises:
        InputError: the base is no absolute IRI ending in "/" or "#".
    """

    base: str = BASE

    def __post_init__(self) -> None:
        if not _ABSOLUTE.fullmatch(self.base):
            raise InputError(
                f"{self.base!r} cannot be the base of IRIs",
                remedy=f'an absolute IRI ending in "/" or "#", such as {BASE}',
            )

    def thing(self, id: str) -> NamedNode:
        """Give the IRI of an entity by its id ("organization/spbpu")."""
        escaped = _FORBIDDEN.sub(lambda found: quote(found[0], safe=""), unicodedata.normalize("NFC", id))
        return NamedNode(self.base + escaped)

    def document(self, id: str) -> NamedNode:
        """Give the IRI of a document, which is also that of its named graph."""
        return self.thing(f"document/{id}")

    def entities(self) -> NamedNode:
        """Give the IRI of the named graph that describes things."""
        return self.thing("graph/entities")

    def identity(self) -> NamedNode:
        """Give the IRI of the named graph that says why things are one or two."""
        return self.thing("graph/identity")

    def decision(self, *parts: str) -> NamedNode:
        """Give the IRI of a decision about identity by all that tells it from others."""
        return self.thing(f"decision/{key(*parts)}")

    def claim(self, document: str, subject: str, prop: str, obj: str, status: str) -> NamedNode:
        """Give the IRI of a claim: what a document says of two things, and how it puts it."""
        return self.thing(f"claim/{key(document, subject, prop, obj, status)}")

    def evidence(self, document: str, start: int, end: int, exact: str) -> NamedNode:
        """Give the IRI of a passage of a document."""
        return self.thing(f"evidence/{key(document, str(start), str(end), exact)}")

    def membership(self, member: str, organization: str, title: str) -> NamedNode:
        """Give the IRI of a post: the same title, however capitalised, spaced or hyphenated, is the same post.

        >>> Iris().membership("a", "b", "Vice-Rector") == Iris().membership("a", "b", "vice rector")
        True
        """
        plain = " ".join(_HYPHENS.sub(" ", unicodedata.normalize("NFKC", title)).casefold().split())
        return self.thing(f"membership/{key(member, organization, plain)}")
