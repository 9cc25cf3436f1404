"""Projections lead there and back, keep areas, and know no seam."""

from math import isclose

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.projection import KM, Projection, distance, wrapped

latitudes = st.floats(-89.5, 89.5)
longitudes = st.floats(-180, 180)


def same_point(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return distance(*one, *other) < 1e-6


@given(latitudes, longitudes, st.floats(-60, 60), st.floats(-60, 60))
@example(-17.5, 179.2, -1.0, 3.0)
def test_near_a_place_every_point_leads_there_and_back(
    lat: float, lon: float, north: float, east: float
) -> None:
    projection = Projection(lat, lon)
    point = (max(-89.5, min(89.5, lat + north)), wrapped(lon + east))
    if distance(lat, lon, *point) < 100:
        assert same_point(projection.unproject(*projection.project(*point)), point)


@given(latitudes, longitudes, longitudes)
def test_in_the_world_every_point_leads_there_and_back(
    lat: float, lon: float, centre: float
) -> None:
    projection = Projection(0.0, centre, is_world=True)
    assert same_point(projection.unproject(*projection.project(lat, lon)), (lat, lon))


@given(st.floats(-70, 70), longitudes, st.sampled_from([False, True]))
def test_a_small_square_has_the_area_that_it_has_on_earth(
    lat: float,
    lon: float,
    is_world: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    projection = Projection(0.0 if is_world else lat * 0.7, wrapped(lon + 20), is_world)
    step = 0.01
    corner, east, north = (
        projection.project(*point) for point in ((lat, lon), (lat, lon + step), (lat + step, lon))
    )
    if abs(east[0] - corner[0]) > 1:
        return  # the square lies on both edges of the world
    across = (east[0] - corner[0], east[1] - corner[1])
    up = (north[0] - corner[0], north[1] - corner[1])
    flat = abs(across[0] * up[1] - across[1] * up[0])
    round_ = distance(lat, lon, lat, lon + step) * distance(lat, lon, lat + step, lon)
    assert isclose(flat, round_ * (3.141592653589793 / 180) ** 2, rel_tol=5e-3)


@given(latitudes, st.floats(0.01, 5))
def test_the_antimeridian_is_nothing_special_near_it(lat: float, step: float) -> None:
    projection = Projection(max(-80.0, min(80.0, lat)), 179.5)
    west, east = projection.project(lat, 180 - 1e-9), projection.project(lat, -180 + 1e-9)
    assert west == pytest.approx(east, abs=1e-6)
    assert projection.project(lat, wrapped(180 + step)) == pytest.approx(
        projection.project(lat, 180 + step)
    )


def test_kyiv_and_kherson_are_as_far_apart_on_the_map_as_on_earth() -> None:
    projection = Projection(48.4, 31.1)
    (ax, ay), (bx, by) = projection.project(50.45, 30.52), projection.project(46.64, 32.62)
    flat = ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 * KM
    assert flat == pytest.approx(451, abs=2)
