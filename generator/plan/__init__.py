"""Plan: the timeline becomes pages; decides what is published, what exists and where."""

from generator.plan.digests import digest, digests_of
from generator.plan.event_pages import EVENT_TEMPLATE
from generator.plan.gate import Publication
from generator.plan.other_pages import EVENTS_DATA_TEMPLATE
from generator.plan.site import plan_pages

__all__ = [
    "EVENTS_DATA_TEMPLATE",
    "EVENT_TEMPLATE",
    "Publication",
    "digest",
    "digests_of",
    "plan_pages",
]
