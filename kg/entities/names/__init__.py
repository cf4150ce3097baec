"""Names: one form for many spellings, keys for IRIs, and whether two names can be one thing's.

Every comparison gives a `Match`: a score, and the reason in words.
"""

from __future__ import annotations

from kg.entities.names.events import EventName, compare_events, event_keys, is_common_event_name, read_event
from kg.entities.names.match import POSSIBLE, SAME, Match
from kg.entities.names.normal import normalise, slug
from kg.entities.names.organizations import (
    CONFUSABLE,
    compare_organizations,
    is_common_organization_name,
    organization_keys,
)
from kg.entities.names.people import person_slug
from kg.entities.names.persons import (
    compare_persons,
    fullness,
    is_misspelt_chinese_name,
    is_short_chinese_name,
    person_keys,
    same_person_keys,
)

__all__ = [
    "CONFUSABLE",
    "POSSIBLE",
    "SAME",
    "EventName",
    "Match",
    "compare_events",
    "compare_organizations",
    "compare_persons",
    "event_keys",
    "fullness",
    "is_common_event_name",
    "is_common_organization_name",
    "is_misspelt_chinese_name",
    "is_short_chinese_name",
    "normalise",
    "organization_keys",
    "person_keys",
    "person_slug",
    "read_event",
    "same_person_keys",
    "slug",
]
