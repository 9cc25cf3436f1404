"""The gate: what passes, in which form, and what does not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.model.published import PublishedEvent
from generator.plan.gate import Publication
from tests.tools.content import plan_of
from tests.tools.required import ROOT

NOW = datetime(2024, 1, 1, tzinfo=UTC)


def published(
    now: datetime = NOW, *, drafts: bool = False, project: Path | None = None
) -> Publication:
    _, publication = plan_of(project or ROOT / "tests/sites/full", now, drafts=drafts)
    return publication


def events_of(publication: Publication) -> list[PublishedEvent]:
    return [publication.event(id_) for id_ in publication.outlines]


def ids(publication: Publication) -> set[str]:
    return set(publication.outlines)


def test_drafts_and_embargoed_events_do_not_pass() -> None:
    assert not ids(published()) & {"draft-event", "embargoed-event", "retracted-event"}


def test_an_embargo_ends_at_its_moment() -> None:
    assert "embargoed-event" in ids(published(datetime(3000, 1, 1, tzinfo=UTC)))
    assert "embargoed-event" in ids(published(datetime(2999, 1, 1, tzinfo=UTC)))
    assert "embargoed-event" not in ids(published(datetime(2998, 12, 31, tzinfo=UTC)))


def test_editors_see_drafts_marked_as_such() -> None:
    shown = {event.id: event for event in events_of(published(drafts=True))}
    assert shown["draft-event"].is_draft
    assert shown["embargoed-event"].is_draft
    assert not shown["river"].is_draft


def test_a_retracted_event_leaves_its_address_and_reasons_only() -> None:
    publication = published(drafts=True)
    (tombstone,) = map(publication.tombstone, publication.tombstones)
    assert tombstone.path == "/events/retracted-event/"
    assert [each.text for each in tombstone.corrections] == ["It did not happen."]


def test_a_withheld_person_has_no_name_role_or_page() -> None:
    river = published().event("river")
    withheld = next(person for person in river.people if person.is_withheld)
    assert (withheld.name, withheld.role, withheld.path) == ("", "", None)


def test_a_recorded_decision_lets_a_name_pass() -> None:
    river = published().event("river")
    assert "Bo Invented" in [person.name for person in river.people]


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("The river gauge", 52.12346, -3.45679),
        ("Invented Town", 52.12, -3.46),
        ("Invented Valley", 52.1, -3.5),
    ],
)
def test_coordinates_are_no_finer_than_the_precision(name: str, lat: float, lon: float) -> None:
    places = {
        each.name: each
        for event in events_of(published())
        for place in event.places
        for each in (place, *place.within)
    }
    assert (places[name].lat, places[name].lon) == (lat, lon)


def test_a_restricted_source_has_no_address() -> None:
    sources = {
        source.path: source.source for event in events_of(published()) for source in event.sources
    }
    memo = sources["/sources/memo/"]
    assert (memo.url, memo.archive_url) == ("", "")


def test_rivals_stand_beside_a_claim() -> None:
    river = published().event("river")
    (comparison,) = river.comparisons
    assert [claim.claimant.name for claim in comparison.claims] == ["Ada Invented"]
    assert [claim.claimant.name for claim in comparison.rivals] == [
        "The Invented Water Board",
        "The flood warden on duty",
    ]
    assert comparison.more == 0


def test_a_relation_is_known_from_both_sides() -> None:
    river = published().event("river")
    assert [(each.relation.value, each.is_reverse) for each in river.relations] == [
        ("part-of", False),
        ("denies", True),
    ]
