"""The basemap: what the world's countries look like in a view, drawn without any library."""

from generator.render.basemap.drawing import Drawing, drawing_of
from generator.render.basemap.naming import LandName, land_names

__all__ = ["Drawing", "LandName", "drawing_of", "land_names"]
