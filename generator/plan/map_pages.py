"""The map of all places, the drawing under every map, and small maps for events and places."""

from collections.abc import Iterator, Sequence

from generator.model.alphabet import filed
from generator.model.listing import Period
from generator.model.map_page import BasemapPage, Locator, MapGroup, MapLayer, MapPage, MapPlace
from generator.model.map_view import MapView
from generator.model.page import Page
from generator.model.partial_date import PartialDate
from generator.plan import urls
from generator.plan.gate import Publication
from generator.plan.locators import located_on
from generator.plan.map_marks import areas_of, layers_of
from generator.plan.map_steps import counted, steps_of
from generator.plan.map_view import view_of
from generator.plan.periods import periods_of

# CSS pixels of the map on windows of 70rem, of 48rem, and on the narrowest phone.
Widths = tuple[tuple[int, tuple[str, ...]], ...]
WIDTHS: Widths = ((1000, ("wide",)), (680, ("middle",)), (284, ("narrow",)))
# So many places are too many to stand in three layers: the page would be too heavy.
MANY = 300
WIDTHS_OF_MANY: Widths = ((680, ("wide", "middle")), (284, ("narrow",)))
MOST_PLACELESS = 50
Counts = tuple[tuple[int, int], ...]  # (step, events)
Tally = tuple[str, int, Counts]


class SiteMap:
    """Where the published events happened, and the view of it; `view` is None without any."""

    def __init__(self, publication: Publication) -> None:
        """Gather the events of each place."""
        self.publication = publication
        self.events: dict[str, list[str]] = {}
        for event in publication.outlines.values():
            for place in event.places:
                self.events.setdefault(place, []).append(event.id)
        self.view = view_of(publication.place(id_) for id_ in sorted(self.events))
        self._locators: dict[tuple[str, ...], Locator | None] = {}

    def locator(self, places: tuple[str, ...]) -> Locator | None:
        """Return a small map of these places; None where they have no coordinates."""
        if self.view is None or not places:
            return None
        if places not in self._locators:
            nouns = [self.publication.place(id_) for id_ in places]
            self._locators[places] = located_on(self.view, nouns)
        return self._locators[places]

    def pages(self) -> Iterator[Page]:
        """Yield the map, and the drawing in two tones; nothing where no place is known."""
        if self.view is None:
            return
        outlines = tuple(self.publication.outlines.values())
        steps, step_of = steps_of([event for event in outlines if event.places])
        placeless = tuple(event.id for event in outlines if not event.places)
        tallies = tuple(
            (id_, len(events), counted(events, step_of)) for id_, events in self.events.items()
        )
        yield Page(
            path=urls.MAP,
            template="pages/map.html",
            make=map_content,
            about=(
                self.view,
                tallies,
                (steps, counted(step_of, step_of)),
                (periods_of(outlines), len(outlines), len(placeless), placeless[:MOST_PLACELESS]),
            ),
            section="map",
        )
        for path, is_dark in ((urls.BASEMAP, False), (urls.DARK_BASEMAP, True)):
            yield Page(
                path=path,
                template="machine/basemap.svg",
                make=basemap_content,
                about=(self.view, is_dark),
            )


def map_content(
    publication: Publication,
    view: MapView,
    tallies: tuple[Tally, ...],
    time: tuple[tuple[PartialDate, ...], Counts],
    timeline: tuple[tuple[Period, ...], int, int, tuple[str, ...]],
) -> MapPage:
    """Return what the map's page shows.

    A tally is a place, its number of events, and those of each step; `time` has the steps and
    the events of each, `timeline` the periods, the number of all events and of those that name no
    place, and the first of these.
    """
    (steps, by_step), (periods, event_count, placeless_count, placeless) = time, timeline
    places = [
        MapPlace(place=publication.place(id_), count=count, by_step=by_step)
        for id_, count, by_step in tallies
    ]
    places.sort(key=lambda each: (-each.count, filed(each.place.name), each.place.path))
    located = tuple(each for each in places if each.place.lat is not None)
    layers = layers_of(view, located, WIDTHS if len(located) < MANY else WIDTHS_OF_MANY)
    return MapPage(
        view=view,
        places=located,
        layers=layers,
        areas=tuple(areas_of(view, located)),
        groups=groups_of(layers),
        unlocated=tuple(each for each in places if each.place.lat is None),
        steps=steps,
        by_step=by_step,
        periods=periods,
        event_count=event_count,
        placeless_count=placeless_count,
        placeless=tuple(map(publication.link, placeless)),
    )


def groups_of(layers: Sequence[MapLayer]) -> tuple[MapGroup, ...]:
    """Return the places that share a mark on any layer, each group once."""
    groups = {
        mark.anchor: MapGroup(anchor=mark.anchor, places=mark.places)
        for layer in layers
        for mark in layer.marks
        if mark.anchor
    }
    return tuple(groups.values())


def basemap_content(_: Publication, view: MapView, is_dark: bool) -> BasemapPage:  # noqa: FBT001 - a field of the page that it makes
    """Return what the drawing shows."""
    return BasemapPage(view=view, is_dark=is_dark)
