"""Drawing: the countries of a view as SVG path data in whole units of the sheet."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import radians

from msgspec import Struct

from generator.model.map_view import SHEET, MapView
from generator.model.projection import KM, distance, equal_earth
from generator.render.basemap.clipping import (
    Box,
    Points,
    bounds,
    clipped,
    halves,
    runs,
    unrolled,
)
from generator.render.basemap.geometry import (
    Line,
    Ring,
    line_of,
    thinned,
    untorn,
    users_of,
    world,
)

EDGE = 8  # units beyond the frame, so that no line runs along it
LEAST_SPECK = 1.2  # units that a country's part must measure to be drawn
KM_A_DEGREE = 111.2
REGIONAL_KM = 3500  # wide maps do without the lines between regions
COARSE = 0.7  # degrees: how well the outline of what is out of sight is known


class Drawing(Struct, frozen=True, gc=False):
    """Path data by layer, and the pieces of each country that is in sight.

    `land` are countries in which nothing of the site happened, `home` the others, `area` those
    among them that are shown as the area of events; `border` and
    `home_border` lie between countries, `coast` between land and sea, `inner` between regions.
    """

    sea: str
    land: str
    home: str
    area: str
    coast: str
    border: str
    home_border: str
    inner: str
    pieces: dict[str, list[Points]]


@lru_cache(maxsize=4)
def drawing_of(view: MapView) -> Drawing:
    """Return the drawing of a view, made once."""
    return Draughtsman(view).drawing()


class Draughtsman:
    """Draws one view."""

    def __init__(self, view: MapView) -> None:
        """Take the view, and bring every arc onto the sheet that is in sight."""
        self.view = view
        self.geometry = world()
        self.unit = SHEET / view.width
        self.sheet: Box = (-EDGE, -EDGE, SHEET + EDGE, view.sheet_height + EDGE)
        self.tolerance = tolerance = view.km_wide / SHEET * 0.7 / KM_A_DEGREE
        self.sight = sight_of(view)
        self.reach = reach_of(view)
        scale = self.geometry.scale
        self.seen: set[int] = set()
        self.lines: list[Line] = []
        for number, steps in enumerate(self.geometry.arcs):
            line = line_of(steps, scale)
            if self.is_in_sight(line):
                self.seen.add(number)
                self.lines.append(thinned(line, tolerance))
            else:
                self.lines.append(thinned(line, max(COARSE, tolerance)))
        self.points = [] if view.projection.is_world else list(map(self.on_sheet, self.lines))

    def is_in_sight(self, line: Line) -> bool:
        """Return whether a line comes near the frame."""
        if self.view.projection.is_world:
            return True
        if self.sight is None:
            lat, lon = self.view.projection.lat, self.view.projection.lon
            return any(distance(lat, lon, north, east) <= self.reach for east, north in line)
        box = self.sight
        lats = [lat for _, lat in line]
        if min(lats) > box[3] or max(lats) < box[1]:
            return False
        lon = self.view.projection.lon
        turns = [(x - lon + 180) % 360 - 180 for x, _ in line]
        return min(turns) <= box[2] and max(turns) >= box[0]

    def on_sheet(self, line: Line) -> Points:
        """Return where a line's points are on the sheet."""
        project, unit = self.view.projection.project, self.unit
        left, top = self.view.left, self.view.top
        found = []
        for lon, lat in line:
            x, y = project(lat, lon)
            found.append(((x - left) * unit, (top - y) * unit))
        return found

    def drawing(self) -> Drawing:
        """Return the whole drawing."""
        pieces = {
            code: found
            for code, polygons in self.geometry.countries.items()
            if (found := list(self.pieces(polygons, is_home=code in self.view.countries)))
        }
        home, areas = set(self.view.countries), set(self.view.areas)
        coast, border, home_border = self.sorted_lines(home)
        return Drawing(
            sea=path_of([self.globe()]),
            land=path_of(
                part for code, found in pieces.items() if code not in home for part in found
            ),
            home=path_of(
                part for code, found in pieces.items() if code in home - areas for part in found
            ),
            area=path_of(part for code, found in pieces.items() if code in areas for part in found),
            coast="" if self.view.projection.is_world else self.stroked(coast),
            border=self.stroked(border),
            home_border=self.stroked(home_border),
            inner=self.inner(pieces),
            pieces=pieces,
        )

    def pieces(self, polygons: Iterable[Iterable[Ring]], *, is_home: bool) -> Iterator[Points]:
        """Yield the rings of a country as far as they are on the sheet."""
        for polygon in polygons:
            for ring in polygon:
                is_seen = any((arc if arc >= 0 else ~arc) in self.seen for arc in ring)
                if not is_seen and not self.is_around(ring):
                    continue
                for points in self.flat(ring):
                    left, top, right, bottom = bounds(points)
                    is_speck = max(right - left, bottom - top) < LEAST_SPECK
                    if (is_home or not is_speck) and (found := clipped(points, self.sheet)):
                        yield found

    def is_around(self, ring: Ring) -> bool:
        """Return whether a ring of which nothing is in sight may be around all that is."""
        lat, lon = self.view.projection.lat, self.view.projection.lon
        around = unrolled([point for arc in ring for point in self.line(arc)[:-1]], lon)
        west, south, east, north = bounds(around)
        return south <= lat <= north and any(west <= turn <= east for turn in (-360, 0, 360))

    def line(self, arc: int) -> Line:
        """Return an arc in degrees, in the direction that its number says."""
        return self.lines[arc] if arc >= 0 else self.lines[~arc][::-1]

    def flat(self, ring: Ring) -> Iterator[Points]:
        """Yield a ring on the sheet: one, or the parts on both edges of the world."""
        if not self.view.projection.is_world:
            points: Points = []
            for arc in ring:
                part = self.points[arc] if arc >= 0 else self.points[~arc][::-1]
                points.extend(part[:-1])
            yield points
            return
        lon = self.view.projection.lon
        around = [point for arc in ring for point in self.line(arc)[:-1]]
        for part in halves(unrolled(around, lon)):
            yield self.from_edge(part)

    def from_edge(self, part: Points) -> Points:
        """Return points, given in degrees from the middle of the world, on the sheet."""
        left, top, unit = self.view.left, self.view.top, self.unit
        flat = [equal_earth(radians(lat), radians(lon)) for lon, lat in part]
        return [((x - left) * unit, (top - y) * unit) for x, y in flat]

    def sorted_lines(self, home: set[str]) -> tuple[list[int], list[int], list[int]]:
        """Return the numbers of arcs in sight: coasts, borders, and those of home countries."""
        coast, border, home_border = [], [], []
        for arc, codes in users_of(self.geometry.countries).items():
            if arc in self.seen:
                if len(codes) == 1:
                    coast.append(arc)
                elif home.isdisjoint(codes):
                    border.append(arc)
                else:
                    home_border.append(arc)
        return coast, border, home_border

    def stroked(self, arcs: Iterable[int]) -> str:
        """Return the path data of some arcs' lines."""
        return path_of(
            (run for arc in arcs for run in self.seen_runs(self.lines[arc])), is_closed=False
        )

    def seen_runs(self, line: Line) -> Iterator[Points]:
        """Yield the parts of a line on the sheet, torn at the edge of the world."""
        for part in untorn(line):
            yield from runs(self.on_sheet(part), self.sheet, SHEET / 3)

    def inner(self, pieces: dict[str, list[Points]]) -> str:
        """Return the path data of the lines between regions, where a map is close enough."""
        if self.view.km_wide > REGIONAL_KM:
            return ""
        scale = self.geometry.scale
        tolerance = 2 * self.tolerance
        lines = [
            thinned(line_of(steps, scale), tolerance)
            for code, found in self.geometry.inner.items()
            if code in pieces
            for steps in found
        ]
        return path_of((run for line in lines for run in self.seen_runs(line)), is_closed=False)

    def globe(self) -> Points:
        """Return the outline of the world on the sheet, or of the sheet where it is smaller."""
        left, top, right, bottom = self.sheet
        if not self.view.projection.is_world:
            return [(left, top), (right, top), (right, bottom), (left, bottom)]
        lats = range(-90, 91, 3)
        west = [(-180.0, float(lat)) for lat in lats]
        return clipped(self.from_edge([*west, *((180.0, -lat) for _, lat in west)]), self.sheet)


def sight_of(view: MapView) -> Box | None:
    """Return the degrees that the frame shows, west to east from the centre.

    None where no such box is small: for the world, and around a pole.
    """
    if view.projection.is_world:
        return None
    steps = [step / 16 for step in range(17)]
    seen = [view.place(across, down) for across in steps for down in steps]
    lats = [lat for lat, _ in seen]
    lons = [(lon - view.projection.lon + 180) % 360 - 180 for _, lon in seen]
    if max(lons) - min(lons) > 180 or max(map(abs, lats)) > 85:  # noqa: PLR2004 - degrees; near a pole
        return None
    air = view.width * KM / KM_A_DEGREE / 16
    return min(lons) - air, min(lats) - air, max(lons) + air, max(lats) + air


def reach_of(view: MapView) -> float:
    """Return how many degrees from the centre anything can be that the frame shows."""
    if view.projection.is_world:
        return 180.0
    return max(
        distance(view.projection.lat, view.projection.lon, *view.place(across, down))
        for across in (0, 1)
        for down in (0, 1)
    )


def path_of(lines: Iterable[Points], *, is_closed: bool = True) -> str:
    """Return SVG path data in whole units, each point from the one before it."""
    parts: list[str] = []
    for line in lines:
        rounded = [(round(x), round(y)) for x, y in line]
        x, y = rounded[0]
        steps: list[str] = []
        for at_x, at_y in rounded[1:]:
            if (at_x, at_y) != (x, y):
                dx, dy = at_x - x, at_y - y
                steps.append(f"{'' if dx < 0 else ' '}{dx}{'' if dy < 0 else ' '}{dy}")
                x, y = at_x, at_y
        if steps:
            start = f"M{rounded[0][0]} {rounded[0][1]}l{''.join(steps).lstrip()}"
            parts.append(f"{start}z" if is_closed else start)
    return "".join(parts)
