"""What became of published content since an earlier revision without a word to readers."""

from generator.problem import ProblemKind

UNMARKED_CHANGE = ProblemKind(
    "unmarked-change",
    "Published event changed without a word",
    "The title, date, a quote or a claim of an event that was published is other than it was in "
    "the earlier revision, and neither `corrections` nor `updated` tells readers.",
    "Add an entry to `corrections` that says what was changed, or set `updated` when nothing was "
    "wrong.",
)
PUBLISHED_GONE = ProblemKind(
    "published-gone",
    "Published event that is gone",
    "An event that was published in the earlier revision has no file any more, or is a draft "
    "again; its address would lead nowhere, and nobody is told why.",
    "Bring it back with `status: retracted` and a correction of kind `retraction` that says "
    "why; or, if it has another id now, name its old address in `aliases`.",
)

ALL = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
