"""Records: an event as data, with nothing made up and nothing let out."""

import json

from generator.model.edtf import parse_edtf
from generator.model.partial_date import iso_day
from generator.model.published import Moment
from generator.render.records import event_record, moment_record
from tests.unit.render.site import EVENT


def test_an_event_can_be_written_as_json() -> None:
    record = json.loads(json.dumps(event_record(EVENT, "https://example.org")))
    assert record["url"] == "https://example.org/events/fire/"
    assert record["category"] == "combat"


def test_a_site_without_an_address_has_no_permalinks() -> None:
    assert event_record(EVENT)["url"] is None


def test_a_claims_numbers_are_numbers_or_null() -> None:
    (claim,) = json.loads(json.dumps(event_record(EVENT)))["claims"]
    assert (claim["value"], claim["low"], claim["high"]) == (None, 1.5, 9000)
    assert claim["claimant"]["name"] is None
    assert claim["claimant"]["is_withheld"]


def test_a_date_keeps_what_was_typed_beside_what_it_can_mean() -> None:
    record = moment_record(Moment(date=parse_edtf("2022-02-2X?")))
    assert record["edtf"] == "2022-02-2X?"
    assert (record["earliest"], record["latest"]) == ("2022-02-20", "2022-02-28")
    assert (record["precision"], record["certainty"]) == ("days", "uncertain")


def test_days_that_iso_dates_cannot_hold_are_null() -> None:
    assert iso_day(parse_edtf("-0043").earliest) is None
    assert iso_day(parse_edtf("Y12022").latest) is None
    assert iso_day(None) is None
    assert iso_day(1) == "0001-01-01"
