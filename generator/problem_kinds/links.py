"""What does not fit together: references, paths, fields that exclude one another."""

from generator.problem import ProblemKind

UNKNOWN_REFERENCE = ProblemKind(
    "unknown-reference",
    "Reference to something that does not exist",
    "The field names an event, source, person, place, figure or category by an id nobody has.",
    "Correct the id, or write the file that it stands for.",
)
UNKNOWN_MEDIA = ProblemKind(
    "unknown-media",
    "Media file missing",
    "The event shows a file that is not in `content/media/`.",
    "Put the file there, or correct its name.",
)
UNUSABLE_MEDIA = ProblemKind(
    "unusable-media",
    "Media file that is no image",
    "The file cannot be read to its end as JPEG, PNG, WebP, GIF, AVIF or SVG, or is larger than "
    "any page needs. Readers get pictures that are made from it, so all of it must be readable.",
    "Save the image again, smaller if need be.",
)
DUPLICATE_ID = ProblemKind(
    "duplicate-id",
    "The same id twice",
    "Two entries of one kind have the same id, and ids are permanent addresses.",
    "Give one of them another id.",
)
MISSING_ID = ProblemKind(
    "missing-id",
    "Entry of a list without an id",
    "A file's name is the id of one entry; in a list each entry needs its own.",
    "Add `id:` to the entry.",
)
PATH_COLLISION = ProblemKind(
    "path-collision",
    "Two pages at one address",
    "An alias or a page would take the address of another page.",
    "Change the alias, or the page's file name.",
)
SELF_REFERENCE = ProblemKind(
    "self-reference",
    "Reference to itself",
    "The entry names itself where it should name another.",
    "Remove the reference, or correct the id.",
)
AFTER_CYCLE = ProblemKind(
    "after-cycle",
    "Events that come after one another in a circle",
    "The events' `after` fields lead back to where they started; no order can satisfy that.",
    "Remove one of the `after` references.",
)
AFTER_CONTRADICTS_DATES = ProblemKind(
    "after-contradicts-dates",
    "`after` against the dates",
    "The event is said to come after another that, by its date, can only have come later.",
    "Correct one of the dates, or remove the reference.",
)
WITHIN_CYCLE = ProblemKind(
    "within-cycle",
    "Places within one another in a circle",
    "The places' `within` fields lead back to where they started.",
    "Remove one of the `within` references.",
)
TIME_NEEDS_DAY = ProblemKind(
    "time-needs-day",
    "Time of day without a day",
    "A time or part of the day only makes sense on one known day.",
    "Give a date with a day, or remove the time.",
)
EXCLUSIVE_FIELDS = ProblemKind(
    "exclusive-fields",
    "Fields that exclude one another",
    "The entry has two fields of which only one can be true.",
    "Keep one of them.",
)
RANGE_REVERSED = ProblemKind(
    "range-reversed",
    "Range upside down",
    "The claim's `low` is above its `high`.",
    "Swap the two numbers.",
)
MILESTONE = ProblemKind(
    "milestone-not-reached",
    "Milestone that was not reached",
    "A claim is marked as a milestone, but gives no number that was reached.",
    "Give the number that the source says was reached, or remove `milestone`.",
)
RETRACTION_REASON = ProblemKind(
    "retraction-reason",
    "Retracted without a reason",
    "A retracted event keeps its address, and the page there says why.",
    "Add a correction of kind `retraction` with its date and text.",
)
BROKEN_LINK = ProblemKind(
    "broken-link",
    "Link to a page that does not exist",
    "A link in Markdown leads to an address that the site will not have, such as that of a draft. "
    "So does an address that begins with `base_url` or `id_url`, also where it is no link.",
    "Correct the path; the site's own pages are written like `/events/some-id/`.",
)
RESERVED_PAGE = ProblemKind(
    "reserved-page",
    "File name that the site needs itself",
    "The page would take the address of one of the site's own folders.",
    "Give the file another name.",
)

WITHHELD_NAME = ProblemKind(
    "withheld-name",
    "Withheld name in a text",
    "A text, id, address or file name that would be published holds the whole name of a person "
    "whose name is withheld, however it is written: surname first, with hyphens or marks between, "
    "in another case, in letters that look alike, a name in Cyrillic letters also in Latin ones.",
    "Leave the name out with `[…]` or other words, or record a `publish_decision` for the person.",
)

ALL = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
