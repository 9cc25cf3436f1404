"""A record of verified quotes, as `verify` would have made it for made-up events."""

import re
from collections.abc import Set as AbstractSet
from pathlib import Path

from generator.model.quote_lock import LOCK_PATH, QuoteLock, decode_lock
from generator.model.verification import Passage, Result, Verification, quote_digest
from tests.tools.required import ROOT


def verified_courier(events: Path, forgotten: AbstractSet[int], day: int) -> QuoteLock:
    """Return the full site's record, with all that the made-up events quote of the courier.

    They were checked on a day of one month; without those records that are `forgotten`, by number.
    """
    known = decode_lock((ROOT / "tests/sites/full" / LOCK_PATH).read_bytes())
    copy = next(each.body for each in known.captures.values() if each.source == "courier")
    made = [
        Verification(
            quote=quote_digest(text, "courier"),
            source="courier",
            result=Result.EXACT,
            capture=copy,
            checked=f"2031-03-0{day}T08:00:00Z",
            passages=(Passage(start=0, end=len(text), exact=text),),
        )
        for path in sorted(events.glob("made-*.yaml"))
        for text in re.findall(r'text: "(.*?)", source', path.read_text(encoding="utf-8"))
    ]
    records = [
        each
        for number, each in enumerate((*known.verifications.values(), *made))
        if number not in forgotten
    ]
    return QuoteLock({each.quote: each for each in records}, known.captures)
