"""Claims as a table: whole, and never a formula."""

import csv
import json
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model.page import ClaimsFilePage
from generator.render.claim_table import claims_csv, claims_json
from generator.render.table_rows import harmless
from tests.unit.render.test_charts import claim


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_is_a_formula(text: str) -> None:
    page = ClaimsFilePage(claims=(replace(claim(0, "2022-03-01", 7), note=text),))
    (row,) = csv.DictReader(StringIO(claims_csv(page, ""), newline=""))
    assert row["note"] == f"'{text}"


@given(st.text())
def test_a_text_is_kept_whole(text: str) -> None:
    assert harmless(text).removeprefix("'") == text


def test_a_claim_says_in_its_cells_what_its_source_gives_and_no_more() -> None:
    page = ClaimsFilePage(claims=(claim(0, "2022-03", low=5), claim(1, "2022-03-02")))
    ranged, none = csv.DictReader(StringIO(claims_csv(page, "https://x.example"), newline=""))
    assert (ranged["value"], ranged["low"], ranged["high"]) == ("", "5", "")
    assert (ranged["event_earliest"], ranged["event_latest"]) == ("2022-03-01", "2022-03-31")
    assert ranged["event"] == "https://x.example/events/e/"
    assert (none["value"], none["low"], none["high"]) == ("", "", "")
    assert [each["low"] for each in json.loads(claims_json(page, ""))] == [5, None]
