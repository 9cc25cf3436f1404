"""What the maps show: their extent, marks that never overlap, small maps, steps of time."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.countries import EXTENTS
from generator.model.map_page import BasemapPage, Locator, MapPage
from generator.model.map_view import SHEET
from generator.model.page import EventPage, PageContent, TermPage
from generator.model.place import PlacePrecision
from generator.model.published import PublishedPlace
from generator.plan.locators import located_on
from generator.plan.map_view import Extent, fitted, narrowest, view_of
from tests.tools.content import plan_of

SITE = "title: Many\ncategories: {talk: {label: Talk}}\n"


def place(
    name: str, lat: float, lon: float, precision: str = "settlement", country: str = ""
) -> PublishedPlace:
    return PublishedPlace(
        name=name,
        path=f"/places/{name}/",
        precision=PlacePrecision(precision),
        lat=lat,
        lon=lon,
        country=country,
    )


KYIV = place("kyiv", 50.45, 30.52, country="UA")
SUVA = place("suva", -18.14, 178.44, country="FJ")
TAVEUNI = place("lau", -18.2, -178.8, country="FJ")
SPREAD = [(40.7, -74.0), (28.6, 77.2), (-33.9, 151.2)]

boxes = st.builds(
    lambda west, wide, south, high: Extent(west, south, west + wide, min(90.0, south + high)),
    st.floats(-180, 180),
    st.floats(0, 60),
    st.floats(-90, 85),
    st.floats(0, 30),
)


@given(st.lists(boxes, min_size=1, max_size=6))
def test_the_span_has_every_box_and_is_at_most_the_world(extents: list[Extent]) -> None:
    west, east = narrowest(extents)
    assert -1e-9 <= east - west <= 360
    if east - west < 360:
        for box in extents:
            start = (box.west - west) % 360
            assert min(start, abs(start - 360)) + box.east - box.west <= east - west + 1e-6 or (
                start + box.east - box.west <= east - west + 1e-6
            )


@given(st.lists(boxes, min_size=1, max_size=6))
def test_a_view_has_every_place(extents: list[Extent]) -> None:
    view = fitted(extents)
    for box in extents:
        for lat, lon in ((box.south, box.west), (box.north, box.east)):
            across, down = view.share(lat, lon)
            assert -1e-4 <= across <= 1 + 1e-4
            assert -1e-4 <= down <= 1 + 1e-4


def test_one_place_alone_is_shown_in_the_middle_of_its_surroundings() -> None:
    view = view_of([KYIV])
    assert view is not None
    assert view.share(50.45, 30.52) == pytest.approx((0.5, 0.5), abs=0.01)
    assert 900 <= view.km_wide <= 1100
    assert view.countries == ("UA",)


def test_a_country_is_shown_whole() -> None:
    view = view_of([place("ukraine", 48.0, 31.0, "country", "UA")])
    assert view is not None
    west, south, east, north = EXTENTS["UA"]
    for lat, lon in ((south, (west + east) / 2), (north, (west + east) / 2)):
        assert 0.02 < view.share(lat, lon)[1] < 0.98


def test_places_on_both_sides_of_180_are_neighbours() -> None:
    view = view_of([SUVA, TAVEUNI])
    assert view is not None
    assert not view.projection.is_world
    assert view.km_wide < 1200
    assert view.share(-18.14, 178.44)[0] < view.share(-18.2, -178.8)[0]


def test_places_all_over_the_world_are_shown_on_the_world() -> None:
    view = view_of([place(f"p{lat}", lat, lon) for lat, lon in SPREAD])
    assert view is not None
    assert view.projection.is_world
    assert view.projection.lon == 0


def test_places_around_the_south_pole_are_shown_around_it() -> None:
    view = view_of([place(f"p{lon}", -75.0, lon) for lon in (-90.0, 0.0, 90.0, 180.0)])
    assert view is not None


def test_without_coordinates_there_is_no_view() -> None:
    nowhere = PublishedPlace(name="x", path="/places/x/", precision=PlacePrecision.EXACT)
    assert view_of([nowhere]) is None


@given(st.integers(0, 2), st.floats(-60, 60), st.floats(-180, 179))
def test_a_small_map_is_a_part_of_the_drawing(kind: int, lat: float, lon: float) -> None:
    precision = ("exact", "district", "region")[kind]
    here = place("here", lat, lon, precision)
    view = view_of([here, place("there", lat + 3, lon)])
    assert view is not None
    locator = located_on(view, [here])
    assert locator is not None
    left, top, wide, high = locator.box
    assert left >= 0
    assert top >= 0
    assert left + wide <= SHEET + 1
    assert top + high <= view.sheet_height + 1
    (spot,) = locator.spots
    assert 0 <= spot.spot[0] <= 100
    assert 0 <= spot.spot[1] <= 100
    assert (spot.reach > 0) == (precision != "exact")


def made(tmp_path: Path, *events: str, places: str) -> dict[str, PageContent]:
    """Return what the pages of a project show, by path."""
    for name in ("events", "places"):
        (tmp_path / f"content/{name}").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(SITE)
    (tmp_path / "content/places/all.yaml").write_text(places)
    for number, text in enumerate(events):
        head = f"title: Number {number} xyz{number * 7919}\ncategory: talk\n"
        (tmp_path / f"content/events/e{number}.yaml").write_text(f"{head}{text}\n")
    plan, publication = plan_of(tmp_path, datetime(2024, 1, 1, tzinfo=UTC))
    return {page.path: page.make(publication, *page.about) for page in plan.pages}


def test_what_is_held_back_counts_nowhere_and_moves_no_map(tmp_path: Path) -> None:
    pages = made(
        tmp_path,
        "date: 2022-03-01\nplaces: [town]",
        "date: 2022-03-02\nplaces: [town, secret]\nstatus: draft",
        "date: 2022-03-03\nplaces: [secret]\nembargo: 2030-01-01T00:00:00Z",
        places="- {id: town, name: Town, lat: 50.4501, lon: 30.5234}\n"
        "- {id: secret, name: CANARY, lat: -40.123456, lon: 170.123456}\n",
    )
    page = pages["/map/"]
    assert isinstance(page, MapPage)
    assert [(each.place.name, each.count, each.by_step) for each in page.places] == [
        ("Town", 1, ((0, 1),))
    ]
    assert [step.text for step in page.steps] == ["2022-03-01"]
    assert page.view == fitted([Extent(30.52, 50.45, 30.52, 50.45)])


def test_no_position_is_finer_than_the_place_s_precision(tmp_path: Path) -> None:
    """Two places that differ by less than their precision stand on one spot."""
    views = []
    for number, (lat, lon) in enumerate([(52.1249, -3.4449), (52.1151, -3.4351)]):
        pages = made(
            tmp_path / str(number),
            "date: 2022-03-01\nplaces: [town]",
            places=f"- {{id: town, name: Town, lat: {lat}, lon: {lon}}}\n",
        )
        event = pages["/events/e0/"]
        page = pages["/map/"]
        assert isinstance(event, EventPage)
        assert isinstance(page, MapPage)
        views.append((page.layers, event.locator, page.view))
    assert views[0] == views[1]


def test_events_that_name_no_place_are_counted_and_listed_and_are_no_step(tmp_path: Path) -> None:
    pages = made(
        tmp_path,
        "date: 2022-03-01\nplaces: [town]",
        "date: 2022-03-02",
        "date: 2022-03-03",
        places="- {id: town, name: Town, lat: 50, lon: 30}\n",
    )
    page = pages["/map/"]
    assert isinstance(page, MapPage)
    assert (page.event_count, page.placeless_count) == (3, 2)
    assert [event.path for event in page.placeless] == ["/events/e1/", "/events/e2/"]
    assert [step.text for step in page.steps] == ["2022-03-01"]


def test_places_without_coordinates_are_on_the_list_only(tmp_path: Path) -> None:
    pages = made(
        tmp_path,
        "date: 2022-03-01\nplaces: [town, nowhere]",
        places="- {id: town, name: Town, lat: 50, lon: 30}\n- {id: nowhere, name: Nowhere}\n",
    )
    page, term = pages["/map/"], pages["/places/nowhere/"]
    assert isinstance(page, MapPage)
    assert isinstance(term, TermPage)
    assert [each.place.name for each in page.unlocated] == ["Nowhere"]
    assert term.locator is None
    assert isinstance(pages["/map/base.svg"], BasemapPage)


def test_without_any_coordinates_there_is_no_map(tmp_path: Path) -> None:
    pages = made(
        tmp_path, "date: 2022-03-01\nplaces: [nowhere]", places="- {id: nowhere, name: Nowhere}\n"
    )
    assert [path for path in pages if path.startswith("/map/")] == []
    event = pages["/events/e0/"]
    assert isinstance(event, EventPage)
    assert event.locator is None


@pytest.mark.parametrize(
    ("dates", "steps"),
    [
        (["2022-03-01", "2022-03", "2021"], ["2021", "2022-03", "2022-03-01"]),
        (["2022-03-01~", "2022-03-01T10:00:00Z"], ["2022-03-01"]),
        (["-0043-03-15", "2022-03-2X"], ["-0043-03-15", "2022-03"]),
    ],
)
def test_a_step_of_time_says_no_more_than_the_date(
    tmp_path: Path, dates: list[str], steps: list[str]
) -> None:
    pages = made(
        tmp_path,
        *(f"date: '{date}'\nplaces: [town]" for date in dates),
        places="- {id: town, name: Town, lat: 50, lon: 30}\n",
    )
    page = pages["/map/"]
    assert isinstance(page, MapPage)
    assert [step.text for step in page.steps] == steps
    assert sum(count for _, count in page.by_step) == len(dates)


def test_a_country_s_small_map_has_its_shape_and_no_pin() -> None:
    country = place("ukraine", 48.0, 31.0, "country", "UA")
    view = view_of([country, KYIV])
    assert view is not None
    locator = located_on(view, [country])
    assert isinstance(locator, Locator)
    assert locator.spots == ()
