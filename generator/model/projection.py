"""Projections: from degrees to the plane and back, both of equal area.

The plane's unit is the earth's radius. Near a place Lambert's azimuthal projection is used (Snyder,
Map Projections, USGS PP 1395, ch. 24), for the world Equal Earth (Savric, Patterson and Jenny
2018). North is up, y grows northwards.
"""

from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt

from msgspec import Struct

KM = 6371.0  # the earth's mean radius
FAR = 1.75  # of 2.0 that the farthest point has in Lambert's projection; 122 degrees away
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
M = sqrt(3) / 2


class Projection(Struct, frozen=True, gc=False):
    """A projection around a point, given in degrees; `is_world` for Equal Earth."""

    lat: float
    lon: float
    is_world: bool = False

    def project(self, lat: float, lon: float) -> tuple[float, float]:
        """Return where a point is in the plane; Lambert's stops short of the antipode."""
        if self.is_world:
            return equal_earth(radians(lat), radians(wrapped(lon - self.lon)))
        return self.azimuthal(radians(lat), radians(lon - self.lon))

    def azimuthal(self, phi: float, lam: float) -> tuple[float, float]:
        """Return Lambert's x and y of a latitude and a longitude from the centre's, in radians."""
        centre = radians(self.lat)
        sin_c, cos_c, sin_p, cos_p = sin(centre), cos(centre), sin(phi), cos(phi)
        cos_l = cos(lam)
        near = 1 + sin_c * sin_p + cos_c * cos_p * cos_l
        k = sqrt(2 / near) if near > 1e-9 else 1e5  # noqa: PLR2004 - the antipode
        x, y = k * cos_p * sin(lam), k * (cos_c * sin_p - sin_c * cos_p * cos_l)
        far = hypot(x, y)
        return (x * FAR / far, y * FAR / far) if far > FAR else (x, y)

    def unproject(self, x: float, y: float) -> tuple[float, float]:
        """Return the latitude and longitude in degrees, the latter from -180 to 180."""
        if self.is_world:
            phi, lam = equal_earth_inverse(x, y)
        else:
            phi, lam = self.azimuthal_inverse(x, y)
        return degrees(phi), wrapped(degrees(lam) + self.lon)

    def azimuthal_inverse(self, x: float, y: float) -> tuple[float, float]:
        """Return latitude and longitude from the centre's, in radians."""
        rho, centre = hypot(x, y), radians(self.lat)
        if rho == 0:
            return centre, 0.0
        c = 2 * asin(min(1.0, rho / 2))
        phi = asin(max(-1.0, min(1.0, cos(c) * sin(centre) + y * sin(c) * cos(centre) / rho)))
        return phi, atan2(x * sin(c), rho * cos(centre) * cos(c) - y * sin(centre) * sin(c))


def equal_earth(phi: float, lam: float) -> tuple[float, float]:
    """Return Equal Earth's x and y of latitude and longitude in radians."""
    theta = asin(M * sin(phi))
    t2 = theta * theta
    t6 = t2 * t2 * t2
    slope = A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)
    return lam * cos(theta) / (M * slope), theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))


def equal_earth_inverse(x: float, y: float) -> tuple[float, float]:
    """Return latitude and longitude in radians of Equal Earth's x and y, by Newton's method."""
    theta = y
    for _ in range(12):
        t2 = theta * theta
        t6 = t2 * t2 * t2
        slope = A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)
        theta -= (theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2)) - y) / slope
    t2 = theta * theta
    slope = A1 + 3 * A2 * t2 + t2 * t2 * t2 * (7 * A3 + 9 * A4 * t2)
    return asin(max(-1.0, min(1.0, sin(theta) / M))), M * x * slope / cos(theta)


def wrapped(lon: float) -> float:
    """Return a longitude between -180 and 180."""
    return lon if -180 <= lon <= 180 else (lon + 180) % 360 - 180  # noqa: PLR2004 - degrees


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the angle between two points in degrees."""
    one, other, turn = radians(lat), radians(other_lat), radians(other_lon - lon)
    across = hypot(
        cos(other) * sin(turn), cos(one) * sin(other) - sin(one) * cos(other) * cos(turn)
    )
    return degrees(atan2(across, sin(one) * sin(other) + cos(one) * cos(other) * cos(turn)))


HALF_WORLD = (pi * cos(0) / (M * A1), equal_earth(pi / 2, 0)[1])
