"""Plan: the timeline becomes pages; decides what is published, what exists and where."""

from generator.plan.event_pages import EVENT_TEMPLATE
from generator.plan.gate import Publication
from generator.plan.site import plan_pages

__all__ = ["EVENT_TEMPLATE", "Publication", "plan_pages"]
