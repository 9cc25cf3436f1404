"""The table of labels: the English name of each of the model's fixed values."""

from collections.abc import Mapping
from typing import TypeAlias

from generator.model.claim import ClaimStatus, Qualifier
from generator.model.event import CorrectionKind, PartOfDay, Relation, Status
from generator.model.history import Part
from generator.model.person import PersonKind, Vulnerability
from generator.model.place import PlacePrecision
from generator.model.source import SourceKind
from generator.model.verification import Difference

Labelled: TypeAlias = (
    SourceKind
    | PartOfDay
    | CorrectionKind
    | Relation
    | Qualifier
    | ClaimStatus
    | PersonKind
    | Vulnerability
    | PlacePrecision
    | Status
    | Difference
    | Part
)
Table: TypeAlias = Mapping[type[Labelled], Mapping[str, str]]


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it, which Babel looks for
    """Mark a message for translation; it is translated when it is shown."""
    return message


# By type first: equal words of two enumerations would be one key.
LABELS: Table = {
    SourceKind: {
        SourceKind.ARTICLE: N_("article"),
        SourceKind.REPORT: N_("report"),
        SourceKind.POST: N_("post"),
        SourceKind.VIDEO: N_("video"),
        SourceKind.BROADCAST: N_("broadcast"),
        SourceKind.STATEMENT: N_("statement"),
        SourceKind.DOCUMENT: N_("document"),
    },
    PartOfDay: {
        PartOfDay.MORNING: N_("morning"),
        PartOfDay.AFTERNOON: N_("afternoon"),
        PartOfDay.EVENING: N_("evening"),
        PartOfDay.NIGHT: N_("night"),
    },
    CorrectionKind: {
        CorrectionKind.CORRECTION: N_("correction"),
        CorrectionKind.CLARIFICATION: N_("clarification"),
        CorrectionKind.UPDATE: N_("update"),
        CorrectionKind.RETRACTION: N_("retraction"),
    },
    Relation: {
        Relation.UPDATE_TO: N_("Update to"),
        Relation.DENIES: N_("Denies"),
        Relation.PART_OF: N_("Part of"),
        Relation.SEE_ALSO: N_("See also"),
    },
    Qualifier: {
        Qualifier.EXACT: N_("exactly"),
        Qualifier.ABOUT: N_("about"),
        Qualifier.AT_LEAST: N_("at least"),
        Qualifier.MORE_THAN: N_("more than"),
        Qualifier.UP_TO: N_("up to"),
    },
    ClaimStatus: {
        ClaimStatus.UNVERIFIED: N_("unverified"),
        ClaimStatus.DISPUTED: N_("disputed"),
        ClaimStatus.CORROBORATED: N_("corroborated"),
        ClaimStatus.REFUTED: N_("refuted"),
        ClaimStatus.WITHDRAWN: N_("withdrawn"),
    },
    PersonKind: {
        PersonKind.PERSON: N_("person"),
        PersonKind.ORGANISATION: N_("organisation"),
        PersonKind.UNNAMED: N_("unnamed"),
    },
    Vulnerability: {
        Vulnerability.PRISONER_OF_WAR: N_("prisoner of war"),
        Vulnerability.DETAINEE: N_("detainee"),
        Vulnerability.MINOR: N_("minor"),
        Vulnerability.WITNESS_AT_RISK: N_("witness at risk"),
        Vulnerability.VICTIM: N_("victim"),
    },
    PlacePrecision: {
        PlacePrecision.EXACT: N_("exact place"),
        PlacePrecision.SETTLEMENT: N_("settlement"),
        PlacePrecision.DISTRICT: N_("district"),
        PlacePrecision.REGION: N_("region"),
        PlacePrecision.COUNTRY: N_("country"),
    },
    Difference: {
        Difference.SOFT_HYPHENS: N_("soft hyphens"),
        Difference.ZERO_WIDTH_CHARACTERS: N_("invisible characters"),
        Difference.ELLIPSIS_POINTS: N_("points of an ellipsis"),
        Difference.QUOTATION_MARKS: N_("the shape of quotation marks"),
        Difference.DASHES: N_("the length of dashes"),
        Difference.COMPOSED_LETTERS: N_("the encoding of letters"),
        Difference.WHITE_SPACE: N_("white space"),
        Difference.REPEATED_MARKS: N_("quotation marks repeated at paragraphs"),
        Difference.DIVIDED_WORDS: N_("words divided at the ends of lines"),
    },
    Part: {
        Part.FIRST: N_("the earliest version on record"),
        Part.TITLE: N_("the title"),
        Part.DATE: N_("the date"),
        Part.CATEGORY: N_("the category"),
        Part.TEXT: N_("the text"),
        Part.QUOTES: N_("the quotes"),
        Part.CLAIMS: N_("the claims"),
        Part.RELATED: N_("the related events"),
        Part.CORRECTIONS: N_("the corrections"),
        Part.DETAILS: N_("other details"),
    },
    Status: {
        Status.PUBLISHED: N_("published"),
        Status.DRAFT: N_("draft"),
        Status.RETRACTED: N_("retracted"),
    },
}

REVERSED: Table = {
    Relation: {
        Relation.UPDATE_TO: N_("Updated by"),
        Relation.DENIES: N_("Denied by"),
        Relation.PART_OF: N_("Includes"),
        Relation.SEE_ALSO: N_("See also"),
    },
}
