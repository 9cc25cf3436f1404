"""What the pages that show maps hold: marks, the places that they stand for, steps of time."""

from msgspec import Struct

from generator.model.listing import Period
from generator.model.map_view import MapView, Spot
from generator.model.partial_date import PartialDate
from generator.model.published import EventLink, PublishedPlace


class MapMark(Struct, frozen=True, kw_only=True, gc=False):
    """A mark on the map: one place's, or that of several whose marks would overlap.

    `spot` is in hundredths of the map's width and height. `radius` is in CSS pixels. `places` are
    the numbers of the map's places, the one with most events first. `side` is where the label
    stands, empty for none. `anchor` is the id of the list of its places, empty for one.
    """

    spot: Spot
    radius: float
    places: tuple[int, ...]
    count: int
    anchor: str = ""
    side: str = ""


class MapArea(Struct, frozen=True, gc=False):
    """An area around the place of that number: its middle and radius.

    Hundredths of the map's width and height, the radius of its mean side.
    """

    place: int
    spot: Spot
    reach: float


class MapPlace(Struct, frozen=True, kw_only=True, gc=False):
    """A place and its number of events; `by_step` has (step, events) in time, without zeros."""

    place: PublishedPlace
    count: int
    by_step: tuple[tuple[int, int], ...]


class MapGroup(Struct, frozen=True, kw_only=True, gc=False):
    """Places that share a mark, by their numbers; `anchor` is the id of their list."""

    anchor: str
    places: tuple[int, ...]


class MapLayer(Struct, frozen=True, kw_only=True, gc=False):
    """The marks that fit on a map of that many CSS pixels, and on wider ones.

    `names` are those of the layers that look the same.
    """

    pixels: int
    marks: tuple[MapMark, ...]
    names: tuple[str, ...]


class MapPage(Struct, frozen=True, kw_only=True, gc=False):
    """The map of all places, and their list. `steps` are days, months or years, from the first.

    `by_step` are the events of each step, `unlocated` the places without coordinates. `groups` are
    the places that share a mark on any layer. `placeless_count` events of all name no place;
    `placeless` are the first of them.
    """

    view: MapView
    places: tuple[MapPlace, ...]
    layers: tuple[MapLayer, ...]
    areas: tuple[MapArea, ...]
    groups: tuple[MapGroup, ...]
    unlocated: tuple[MapPlace, ...]
    steps: tuple[PartialDate, ...]
    by_step: tuple[tuple[int, int], ...]
    periods: tuple[Period, ...]
    event_count: int
    placeless_count: int
    placeless: tuple[EventLink, ...]


class BasemapPage(Struct, frozen=True, kw_only=True, gc=False):
    """The drawing that lies under every map of the site, light or dark."""

    view: MapView
    is_dark: bool


class LocatorSpot(Struct, frozen=True, gc=False):
    """A place on a small map, in hundredths of its width and height; `reach` as in MapArea."""

    spot: Spot
    reach: float


class Locator(Struct, frozen=True, gc=False):
    """A small map: the part of the drawing that it shows, in its units, the places on it.

    `box` is left, top, width and height; `names` says what it shows.
    """

    box: tuple[int, int, int, int]
    spots: tuple[LocatorSpot, ...]
    names: tuple[str, ...]
