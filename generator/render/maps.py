"""Maps: what templates ask of the basemap, and the map's numbers as data for its script."""

from collections.abc import Callable

import msgspec

from generator.model.map_page import MapMark, MapPage
from generator.model.map_view import MapView
from generator.model.partial_date import PartialDate
from generator.render.data import IN_HTML

UKRAINE = "UA"
NAMED = 680  # CSS pixels of the narrowest map that has names of countries
Box = tuple[float, float, float, float]


class Maps:
    """Words and draws maps in one language; the basemap is only read where a map is drawn."""

    def __init__(
        self, date_text: Callable[[PartialDate], str], country_name: Callable[[str], str]
    ) -> None:
        """Take how dates and countries are called."""
        self.date_text = date_text
        self.country_name = country_name

    def filters(self) -> dict[str, Callable[..., object]]:
        """Return what templates ask."""
        return {
            "percent": "{:g}%".format,
            "drawing": drawing,
            "land_names": self.land_names,
            "shows_ukraine": shows_ukraine,
            "map_data": self.data,
        }

    def land_names(self, page: MapPage) -> object:
        """Return the names of countries that stand on all but narrow maps, apart from marks."""
        from generator.render.basemap import land_names  # noqa: PLC0415 - few pages draw maps

        high = NAMED * page.view.height / page.view.width
        layers = [layer for layer in page.layers if layer.pixels >= NAMED]
        marks = {mark for layer in layers for mark in layer.marks}
        taken = [box for mark in marks for box in boxes(mark, NAMED, high, page)]
        own = {each.place.name.casefold() for each in page.places}

        def name_of(code: str) -> str:
            name = self.country_name(code)
            return code if name.casefold() in own else name

        return land_names(page.view, NAMED, taken, name_of)

    def data(self, page: MapPage) -> str:
        """Return the steps and how many events each place has at each, as JSON.

        `at` has for each place, `all` for the site, step and events by turns.
        """
        places = (*page.places, *page.unlocated)
        data = {
            "steps": [step.text for step in page.steps],
            "labels": [self.date_text(step) for step in page.steps],
            "all": [number for pair in page.by_step for number in pair],
            "at": [[number for pair in each.by_step for number in pair] for each in places],
        }
        return msgspec.json.encode(data).decode().translate(IN_HTML)


def drawing(view: MapView) -> object:
    """Return the drawing of a view."""
    from generator.render.basemap import drawing_of  # noqa: PLC0415 - few pages draw maps

    return drawing_of(view)


def shows_ukraine(page: MapPage) -> bool:
    """Return whether any of Ukraine is in sight."""
    from generator.render.basemap import drawing_of  # noqa: PLC0415 - few pages draw maps

    return UKRAINE in drawing_of(page.view).pieces


def boxes(mark: MapMark, wide: float, high: float, page: MapPage) -> list[Box]:
    """Return the boxes in CSS pixels that a mark and its label take on the map."""
    x, y = mark.spot[0] * wide / 100, mark.spot[1] * high / 100
    room = mark.radius + 3
    found = [(x - room, y - room, x + room, y + room)]
    if mark.side:
        letters = len(page.places[mark.places[0]].place.name) + 4
        half = letters * 8 / 2
        across = {"end": x + room + half, "start": x - room - half}.get(mark.side, x)
        down = {"above": y - room - 9, "below": y + room + 9}.get(mark.side, y)
        found.append((across - half, down - 9, across + half, down + 9))
    return found
