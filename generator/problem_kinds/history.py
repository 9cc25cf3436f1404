"""What became of published content since an earlier revision without a word to readers."""

from generator.problem import ProblemKind, Severity

UNMARKED_CHANGE = ProblemKind(
    "unmarked-change",
    "Published event changed without a word",
    "What an event that was published asserts, or what it rests on, is other than it was in the "
    "earlier revision; or it was retracted or restored. Neither a new entry in `corrections` nor "
    "a later `updated`, of a day that can be, tells readers. What needs a word is listed in "
    "[corrections.md](corrections.md).",
    "Add an entry to `corrections` that says what was changed, or set `updated` to a later day "
    "when nothing was wrong.",
)
PUBLISHED_GONE = ProblemKind(
    "published-gone",
    "Published event that is gone",
    "An event that was published in the earlier revision, or the page that says that it was "
    "retracted, has no entry any more, is a draft, or is under an embargo; its address would lead "
    "nowhere, and nobody is told why.",
    "Bring it back with `status: retracted` and a correction of kind `retraction` that says "
    "why; or, if it has another id now, name its old address in `aliases`.",
)
CORRECTION_CHANGED = ProblemKind(
    "correction-changed",
    "Published correction changed or taken away",
    "A correction that was published in the earlier revision is not there word for word.",
    "Put it back as it was; what is wrong in a correction is put right by a further one.",
)
IDS_CHANGED = ProblemKind(
    "ids-changed",
    "Permanent ids that are other than they were",
    "Ids of feeds and calendars are made of the site's address, of `since`, of an event's first "
    "address and of the place of a correction among those of its event. One of them is other than "
    "in the earlier revision, or there are no ids any more: readers' programs would take for new "
    "what is not.",
    "After a move name the first address as `id_url`; leave `since` as it was. An event's first "
    "address stands first among its `aliases`, also its own when it took another event in; a new "
    "correction stands behind the older ones.",
)
NOT_COMPARED = ProblemKind(
    "not-compared",
    "File that could not be compared",
    "A file of the earlier revision has a problem there, for instance broken YAML, an unknown "
    "field, or a link that leads out of the project. Entries with problems, and what such a link "
    "leads to, are not compared with what is published now.",
    "Compare with a revision in which the file had no problem, or by hand, and say in "
    "`corrections` what changed.",
    Severity.WARNING,
)

ALL = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
