"""Person: a speaker or claimant, organisations and the unnamed included."""

from enum import StrEnum

from msgspec import Struct

from generator.model.partial_date import PartialDate


class PersonKind(StrEnum):
    """A human being, an organisation, or someone the record does not name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"


class Vulnerability(StrEnum):
    """Why naming a person can do harm; each withholds the name without a decision."""

    PRISONER_OF_WAR = "prisoner-of-war"
    DETAINEE = "detainee"
    MINOR = "minor"
    WITNESS_AT_RISK = "witness-at-risk"
    VICTIM = "victim"

    @property
    def is_captive(self) -> bool:
        """Whether someone else holds the person, who may not be free to speak."""
        return self in {Vulnerability.PRISONER_OF_WAR, Vulnerability.DETAINEE}


class PublishDecision(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """The recorded decision to publish what may do harm: why, whose, when."""

    basis: str
    by: str
    date: PartialDate


class Person(Struct, frozen=True, kw_only=True, array_like=True, tag=True, gc=False):
    """A speaker or claimant."""

    id: str
    name: str
    kind: PersonKind = PersonKind.PERSON
    role: str = ""
    affiliation: str = ""
    status: Vulnerability | None = None
    publish_decision: PublishDecision | None = None

    @property
    def is_withheld(self) -> bool:
        """Whether the name must not be published: at risk, and nobody decided otherwise."""
        return self.status is not None and self.publish_decision is None

    @property
    def is_secret(self) -> bool:
        """Whether the name is one, and withheld; "a soldier" is none."""
        return self.is_withheld and self.kind is PersonKind.PERSON
