"""The answer of a comparison: how sure, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SAME: Final = 0.85
"""From here on two names alone are enough to take their bearers for one."""

POSSIBLE: Final = 0.6
"""From here on nothing in the names speaks against one bearer, but something else must speak for it."""


@dataclass(frozen=True, slots=True)
class Match:
    """How likely two names belong to one bearer.

    Attributes:
        score: 0–1; `SAME` and `POSSIBLE` say how to read it. It orders answers and is no probability.
        reason: why, in words for people.
        misspelt: the one of the two that is misspelt, where that can be told.
    """

    score: float
    reason: str
    misspelt: str | None = None

    @property
    def same(self) -> bool:
        """Whether the names alone are enough."""
        return self.score >= SAME

    @property
    def possible(self) -> bool:
        """Whether nothing speaks against it."""
        return self.score >= POSSIBLE
