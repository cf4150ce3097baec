"""What can go wrong, as one tree.

```
KgError
├── InputError            something the user gave cannot be used
│   ├── DocumentError     a file of digests: names the file, the place, what would be right
│   ├── RegistryError     a row of data/registry/
│   ├── CurationError     a line of what an analyst decided
│   ├── LanguageError     a language, a model or a pattern file
│   └── QueryError        SPARQL that does not parse, or names no known question
└── StoreError            the store is missing, locked, damaged or of another version
```

A command line prints `str(error)` and nothing else: each message says what, where and what would
be right.
"""

from __future__ import annotations

from pathlib import Path


class KgError(Exception):
    """Any error this package raises on purpose."""


class InputError(KgError):
    """Something that was given cannot be used as it is.

    Attributes:
        reason: what is wrong.
        place: where: a file, a line in it, a row, an option.
        remedy: what would be right.
    """

    def __init__(self, reason: str, *, place: str | Path | None = None, remedy: str | None = None) -> None:
        self.reason = reason
        self.place = None if place is None else str(place)
        self.remedy = remedy
        super().__init__(self._message())

    def _message(self) -> str:
        head = f"{self.place}: {self.reason}" if self.place else self.reason
        return f"{head} ({self.remedy})" if self.remedy else head

    def __reduce__(self) -> tuple[object, ...]:
        # Worker processes send errors home; keyword arguments do not survive the default pickling.
        return _rebuild, (type(self), self.reason, self.place, self.remedy)


def _rebuild(kind: type[InputError], reason: str, place: str | None, remedy: str | None) -> InputError:
    return kind(reason, place=place, remedy=remedy)


class DocumentError(InputError):
    """A file holds no document that can be read."""


class RegistryError(InputError):
    """A row of the registry breaks its own rules."""


class CurationError(InputError):
    """A line of the curation breaks the rules, or lines contradict each other."""


class LanguageError(InputError):
    """A language, a model or a pattern file cannot be used."""


class QueryError(InputError):
    """A question cannot be asked."""


class StoreError(InputError):
    """The store cannot be opened or written."""
