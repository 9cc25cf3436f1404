"""SafetyNote: something in the content that can do harm, and what was decided about it."""

from enum import StrEnum

from msgspec import Struct

from generator.problem import SourceLocation


class Concern(StrEnum):
    """Why something needs a decision."""

    PERSON = "person-at-risk"
    CAPTIVITY = "words-in-captivity"
    WORDS = "words-of-person-at-risk"
    PICTURE = "picture-beside-person-at-risk"
    GRAPHIC = "graphic-medium"
    LOCATION = "exact-location"


class SafetyNote(Struct, frozen=True, kw_only=True):
    """One concern: where it is, what it is about, and the decision, empty where none is recorded.

    `otherwise` says what holds without a decision.
    """

    concern: Concern
    location: SourceLocation
    about: str
    decision: str = ""
    otherwise: str = "no decision is recorded"
