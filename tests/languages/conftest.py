"""The pipelines, loaded once."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.languages import load


@pytest.fixture(scope="session")
def english() -> Language:
    """The English pipeline."""
    return load("en")
