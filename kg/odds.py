"""Log-odds, as what was learnt gives them, and the probabilities that claims bear."""

from __future__ import annotations

import math
from typing import Final

SUREST: Final = 0.99
"""Nothing is surer: a few hundred annotated facts cannot tell 0.99 from 1."""


def probability(log_odds: float) -> float:
    """Give the probability for log-odds, as a claim bears it: two decimals, from 0.01 to SUREST.

    >>> probability(0.0), probability(2.2), probability(50.0), probability(-50.0)
    (0.5, 0.9, 0.99, 0.01)
    """
    plain = 1 / (1 + math.exp(-max(-40.0, min(40.0, log_odds))))
    return round(min(SUREST, max(1 - SUREST, plain)), 2)
