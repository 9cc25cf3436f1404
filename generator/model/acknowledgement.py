"""Acknowledgement: an editor has looked at a warning and says why all is right as it stands."""

from msgspec import Struct


class Acknowledgement(Struct, frozen=True, array_like=True, gc=False):
    """The code of a warning and why it is no fault here; never published."""

    problem: str
    reason: str
