"""Quotes and numbers that are not, or not known to be, what their source says."""

from generator.problem import ProblemKind, Severity

QUOTE_NOT_FOUND = ProblemKind(
    "quote-not-found",
    "Quote that is not in its source",
    "The words do not stand in the stored copy of the source, not even with other quotation "
    "marks, dashes or spaces. The nearest passage is shown word against word: `[-typed-]` is not "
    "in the source, `{+found+}` is not in the quote.",
    "Quote what the source says; mark what you leave out with `[…]` and what you add with "
    "`[word]`. If the copy lacks the words that the source has, capture it again with `--file`.",
)
QUOTE_UNVERIFIED = ProblemKind(
    "quote-unverified",
    "Quote that nobody checked against its source",
    "No record says that the words stand in a copy of the source: they are new or were changed, "
    "or there is no copy.",
    "Run `python build.py capture` for a source without a copy, then `python build.py verify`.",
    Severity.WARNING,
)
QUOTE_DRIFTED = ProblemKind(
    "quote-drifted",
    "Quote that its source no longer has",
    "The words stood in an older copy of the source, and do not in the newest: the source was "
    "changed.",
    "Read what it says now; keep the quote and tell of the change, or correct it.",
    Severity.WARNING,
)
NEGATION_LEFT_OUT = ProblemKind(
    "negation-left-out",
    "Elision that leaves out a negation",
    "Between the words of a sentence a `not`, `never` or the like is left out, or added in "
    "brackets; the quote may say the opposite of its source.",
    "Quote the sentence whole, unless its sense is the same without the word.",
    Severity.WARNING,
)
CLAIM_NUMBER = ProblemKind(
    "claim-number",
    "Number that is not in the words it rests on",
    "The claim's `value`, `low` or `high` is not among the numbers that its `quote` states.",
    "Give the number that the words state, or quote the words that state the number.",
)
NUMBER_UNREAD = ProblemKind(
    "number-unread",
    "Words whose number cannot be read",
    "The claim has a number, and its `quote` has none in figures; numbers in words are read in "
    "the languages of the documentation's list only.",
    "Compare the two yourself, or quote words with the number in figures.",
    Severity.WARNING,
)
LOCK_UNREADABLE = ProblemKind(
    "lock-unreadable",
    "Record of verified quotes that cannot be read",
    "A line of `content/quotes.lock` is not what the program writes, perhaps after a merge.",
    "Take the file from git, or delete it and run `python build.py verify`.",
)

ALL = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
