"""Every table of the open data, in the order in which readers meet them."""

from generator.model.tables.events import CORRECTIONS, EVENTS
from generator.model.tables.links import (
    CLAIM_DISPUTES,
    EVENT_PEOPLE,
    EVENT_PLACES,
    EVENT_RELATIONS,
    EVENT_TAGS,
    MEDIA,
)
from generator.model.tables.nouns import CATEGORIES, FIGURES, PEOPLE, PLACES, SOURCES
from generator.model.tables.testimony import CLAIMS, QUOTES

TABLES = (
    EVENTS,
    QUOTES,
    CLAIMS,
    CORRECTIONS,
    SOURCES,
    PEOPLE,
    PLACES,
    FIGURES,
    CATEGORIES,
    EVENT_PLACES,
    EVENT_PEOPLE,
    EVENT_TAGS,
    EVENT_RELATIONS,
    CLAIM_DISPUTES,
    MEDIA,
)
EVENT_TABLES = tuple(table for table in TABLES if table.is_of_events)
