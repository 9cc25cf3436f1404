"""What is well-formed but unlikely to be true: warnings, which `--strict` makes problems."""

from generator.problem import ProblemKind, Severity

SOURCE_BEFORE_EVENT = ProblemKind(
    "source-before-event",
    "Source older than the event",
    "The source was published before the event that rests on it had happened.",
    "Check the event's date and the source's.",
    Severity.WARNING,
)
EVENT_IN_FUTURE = ProblemKind(
    "event-in-future",
    "Event in the future",
    "The event's date has not come yet.",
    "Check the year.",
    Severity.WARNING,
)
CUMULATIVE_FALLS = ProblemKind(
    "cumulative-falls",
    "Cumulative figure that falls",
    "The claimant gave a lower number later for a figure that can only grow; a range is lower when "
    "all of it is.",
    "Check both numbers and dates, or whether the figure is cumulative.",
    Severity.WARNING,
)
SIMILAR_TAGS = ProblemKind(
    "similar-tags",
    "Tags that look alike",
    "Two tags differ only in hyphens or the ending of a plural; they may mean the same.",
    "Use one of the two on all events.",
    Severity.WARNING,
)
SIMILAR_EVENTS = ProblemKind(
    "similar-events",
    "Events that look alike",
    "Two events of one date have nearly the same title; one may be a copy of the other. Of a date "
    "with more than 50 events, only those whose titles have the same words are found.",
    "Merge the two, or make their titles differ.",
    Severity.WARNING,
)
EVENT_WITHOUT_SOURCE = ProblemKind(
    "event-without-source",
    "Event without a source",
    "The event has neither a quote nor a claim, so that a reader cannot see what it rests on.",
    "Quote the words of a source that the event rests on.",
    Severity.WARNING,
)
UNUSED_ENTRY = ProblemKind(
    "unused-entry",
    "Entry that nothing refers to",
    "A source, person, place or figure is described but no event uses it; it gets no page.",
    "Refer to it, or remove its file.",
    Severity.WARNING,
)
WITHHELD_SURNAME = ProblemKind(
    "withheld-surname",
    "Surname of somebody whose name is withheld",
    "A text of an event has a word like the surname of a person whom the event refers to, and "
    "whose name is withheld. Relatives and other people may share it.",
    "Leave it out with `[…]` or other words; where it is somebody else's, acknowledge that.",
    Severity.WARNING,
)
NO_BEGINNING = ProblemKind(
    "no-beginning",
    "Site without a beginning",
    "The site knows its address and not since when it has it. Permanent ids are made of both, so "
    "that there are no feeds and no calendar.",
    "Add `since`, the day on which the address became the site's; it never changes again.",
    Severity.WARNING,
)
NO_PERMANENT_ADDRESS = ProblemKind(
    "no-permanent-address",
    "Address that only the build knows",
    "The site is built for the address of `--base-url`, and its content states none. Permanent ids "
    "of feeds and calendars are made of the address; the next build may be given another, or none, "
    "so that there are no feeds and no calendar.",
    "Add `base_url` to `content/site.yaml`; where it is another, ids stay those of `id_url`.",
    Severity.WARNING,
)
CAPTIVITY_UNMARKED = ProblemKind(
    "captivity-unmarked",
    "Words of a captive without the notice",
    "The speaker is a prisoner of war or a detainee, and the quote does not say that it was made "
    "in captivity, or the words are those of a claim, which cannot say so; readers would take them "
    "for freely spoken.",
    "Add `in_captivity: true`, have words of a claim in `quotes`, or acknowledge it "
    "with when and where the words were said freely.",
    Severity.WARNING,
)
NEEDLESS_ACKNOWLEDGEMENT = ProblemKind(
    "needless-acknowledgement",
    "Acknowledgement that nothing needs",
    "The entry acknowledges a warning that it does not get, or acknowledges one twice. What is "
    "acknowledged for nothing would hide a new fault.",
    "Remove it from `acknowledged`.",
    Severity.WARNING,
)

ALL = tuple(value for value in list(globals().values()) if isinstance(value, ProblemKind))
