"""verify_site: every quote compared with the copies of its source, and the record of it kept."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from generator.capture.store import CAPTURES, StoredCapture, captures_of, text_of
from generator.model.citation import Cited, citations
from generator.model.document import Kind
from generator.model.quote_lock import LOCK_PATH, NO_LOCK, QuoteLock, encode_lock
from generator.model.report import Announce
from generator.model.secret_words import secret_words
from generator.model.timeline import Timeline
from generator.model.verification import KnownCapture
from generator.pipeline.reading import read_content, reopened
from generator.pipeline.workers import Workers, default_jobs
from generator.problem import Problem
from generator.project import Project
from generator.validate.acknowledged import FOUND_WITH_COPIES, Weighed, needless, weighed
from generator.validate.content import validate_content
from generator.verify.checking import Checked, Copy, check_quotes
from generator.verify.faults import faults

Copies = Mapping[str, Sequence[Copy]]


class VerifyReport(Struct, frozen=True):
    """What came of verifying: how many quotes there are, how many are verified, the problems.

    `acknowledged` is how many warnings entries acknowledge. `uncopied` are the sources without a
    copy here, each with the number of its quotes.
    """

    quotes: int
    verified: int
    problems: tuple[Problem, ...]
    acknowledged: int
    uncopied: Mapping[str, int]
    is_changed: bool


def verify_site(project: Project, announce: Announce) -> VerifyReport:
    """Compare all quotes with the copies and write the lock; raise ContentError for bad content."""
    announce("reading content")
    timeline = readable_timeline(project)
    cited = tuple(surrounded(timeline, each) for each in citations(timeline.events))
    announce(f"comparing {len(cited)} quotes with their sources")
    sources = dict.fromkeys(each.source for each in cited)
    copies = {id_: copies_of(project.root, id_) for id_ in sources}
    checked = checked_quotes(timeline, cited, copies)
    is_changed = write_lock(project.root / LOCK_PATH, checked.lock)
    problems = faults(checked.findings, lambda id_: copies[id_][-1], timeline.locate)
    told, acknowledged = weighed_faults(timeline, checked, problems)
    return VerifyReport(
        quotes=len(cited),
        verified=sum(map(checked.lock.is_verified, cited)),
        problems=tuple(sorted(told, key=lambda problem: problem.sort_key)),
        acknowledged=len(acknowledged),
        uncopied=Counter(each.source for each in checked.uncopied),
        is_changed=is_changed,
    )


def weighed_faults(timeline: Timeline, checked: Checked, found: Iterable[Problem]) -> Weighed:
    """Return what was found, with that set apart which entries acknowledge.

    Whether that is needed shows where all copies are that an event's quotes rest on.
    """
    given = weighed(found, timeline.acknowledged)
    unknown = {f"{Kind.EVENT}:{each.event}" for each in checked.uncopied}
    reasons = timeline.acknowledged
    known = {name: each for name, each in reasons.items() if name not in unknown}
    compared = replace(timeline, acknowledged=known)
    idle = needless(compared, given.acknowledged, FOUND_WITH_COPIES)
    return given._replace(told=(*given.told, *idle))


def readable_timeline(project: Project) -> Timeline:
    """Return the timeline with its lock; what the lock says against it is to be found out anew."""
    reading = read_content(project.root, {}, {}, Workers(default_jobs()))
    content = replace(reading.content, lock=NO_LOCK)
    _, timeline, _ = validate_content(content, partial(reopened, project.root))
    return replace(timeline, lock=reading.content.lock)


def surrounded(timeline: Timeline, cited: Cited) -> Cited:
    """Return the words; nothing around them is told of a source that is restricted."""
    is_restricted = timeline.sources[cited.source].restricted
    return cited._replace(is_surrounded=cited.is_surrounded and not is_restricted)


def checked_quotes(timeline: Timeline, cited: Sequence[Cited], copies: Copies) -> Checked:
    """Return what came of the quotes; names that are withheld are told nowhere."""
    words = secret_words(each.name for each in timeline.people.values() if each.is_secret)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return check_quotes(cited, copies, timeline.lock, words, now)


def copies_of(root: Path, source: str) -> list[Copy]:
    """Return the stored copies of a source, the oldest first."""
    return [
        Copy(known_capture(stored), partial(text_of, stored))
        for stored in captures_of(root / CAPTURES, source)
    ]


def known_capture(stored: StoredCapture) -> KnownCapture:
    """Return what may be told of a stored copy."""
    capture = stored.capture
    return KnownCapture(
        source=capture.source,
        body=capture.body,
        text=capture.text,
        taken=capture.taken,
        media_type=capture.media_type,
    )


def write_lock(path: Path, lock: QuoteLock) -> bool:
    """Write the lock if it says anything new, all at once; return whether it did."""
    text = encode_lock(lock)
    before = path.read_text(encoding="utf-8") if path.exists() else encode_lock(NO_LOCK)
    if text == before:
        return False
    draft = path.with_name(f".{path.name}.new")
    draft.write_text(text, encoding="utf-8", newline="\n")
    draft.replace(path)
    return True
