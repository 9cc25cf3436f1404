"""MapView: which part of the world the site's maps show, and how it lies on the sheet."""

from msgspec import Struct

from generator.model.projection import KM, Projection

SHEET = 2000  # units of the drawing from left to right
Spot = tuple[float, float]


class MapView(Struct, frozen=True, gc=False):
    """A frame in a projection's plane: its left and top edge, width and height in earth radii.

    `countries` are the ISO 3166 codes of those that events happened in, `areas` of those among
    them of which no more than the country is known for some.
    """

    projection: Projection
    left: float
    top: float
    width: float
    height: float
    countries: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()

    @property
    def sheet_height(self) -> int:
        """The drawing's height in units."""
        return round(SHEET * self.height / self.width)

    @property
    def km_wide(self) -> float:
        """How many kilometres the frame is wide, as far as a flat map can say."""
        return self.width * KM

    def share(self, lat: float, lon: float) -> Spot:
        """Return where a point is, as shares of the frame's width and height from the top left."""
        x, y = self.projection.project(lat, lon)
        return (x - self.left) / self.width, (self.top - y) / self.height

    def place(self, share_x: float, share_y: float) -> Spot:
        """Return the latitude and longitude of a point of the frame."""
        x, y = self.left + share_x * self.width, self.top - share_y * self.height
        return self.projection.unproject(x, y)
