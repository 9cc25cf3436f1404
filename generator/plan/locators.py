"""Small maps: the part of the site's map around a few places."""

from collections.abc import Sequence
from math import sqrt

from generator.model.map_page import Locator, LocatorSpot
from generator.model.map_view import SHEET, MapView, Spot
from generator.model.projection import KM
from generator.model.published import PublishedPlace
from generator.plan.map_view import ASPECT, REACH, extent_of, outline_of, shape_is_known

KM_WIDE = 1400.0  # how much a small map shows, unless the places are farther apart
LEAST_SHARE = 1 / 6  # of the drawing; it is not made for looking at any closer
NEARLY = 0.7  # of the drawing; from there on all of it is shown
AIR = 1.25  # around the places


def located_on(view: MapView, places: Sequence[PublishedPlace]) -> Locator | None:
    """Return the small map of those places that have coordinates; None when none has."""
    located = [place for place in places if is_on(view, place)]
    if not located:
        return None
    box = box_around(view, [spot for place in located for spot in outline_spots(view, place)])
    marks = [
        LocatorSpot(spot_in(view, place, box), reach_in(place, view, box[2]))
        for place in located
        if not shape_is_known(place)
    ]
    return Locator(box, tuple(dict.fromkeys(marks)), tuple(place.name for place in located))


def is_on(view: MapView, place: PublishedPlace) -> bool:
    """Return whether the place has coordinates, on the drawing; one around others may not."""
    if place.lat is None or place.lon is None:
        return False
    across, down = view.share(place.lat, place.lon)
    return 0 <= across <= 1 and 0 <= down <= 1


def outline_spots(view: MapView, place: PublishedPlace) -> list[Spot]:
    """Return the spots, in shares of the drawing, between which the place is."""
    return [view.share(*point) for point in outline_of(extent_of(place))]


def box_around(view: MapView, spots: Sequence[Spot]) -> tuple[int, int, int, int]:
    """Return left, top, width and height of the part of the drawing around the spots, in units."""
    high = view.sheet_height
    xs, ys = [x * SHEET for x, _ in spots], [y * high for _, y in spots]
    wide = max(
        KM_WIDE / view.km_wide * SHEET,
        LEAST_SHARE * SHEET,
        (max(xs) - min(xs)) * AIR,
        (max(ys) - min(ys)) * AIR * ASPECT,
    )
    most = min(SHEET, high * ASPECT)
    wide = most if wide > most * NEARLY else wide
    left = kept_within((min(xs) + max(xs) - wide) / 2, SHEET - wide)
    top = kept_within((min(ys) + max(ys) - wide / ASPECT) / 2, high - wide / ASPECT)
    return round(left), round(top), round(wide), round(wide / ASPECT)


def kept_within(value: float, most: float) -> float:
    """Return the value, moved to between 0 and `most`."""
    return max(0.0, min(value, most))


def spot_in(view: MapView, place: PublishedPlace, box: tuple[int, int, int, int]) -> Spot:
    """Return where the place is in the box, in hundredths of its width and height."""
    x, y = view.share(place.lat or 0.0, place.lon or 0.0)
    left, top, wide, high = box
    across, down = (x * SHEET - left) / wide, (y * view.sheet_height - top) / high
    return round(across * 100, 1), round(down * 100, 1)


def reach_in(place: PublishedPlace, view: MapView, wide: int) -> float:
    """Return the radius of an area in hundredths of a small map's mean side, 0 for a point."""
    kilometres = REACH[place.precision]
    mean_side = wide / SHEET * view.width * KM * MEAN_SIDE
    return round(kilometres / mean_side * 100, 1)


MEAN_SIDE = sqrt((1 + 1 / ASPECT**2) / 2)  # of a width of 1: SVG's measure of percentages
