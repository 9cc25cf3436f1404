"""The lock, `content/quotes.lock`: what was verified against which capture, for git to keep.

One JSON record a line, in an order that does not change when records are added: a line that
names the format, a line for each capture by source and time, a line for each quote by source
and place. Two branches that verified different quotes merge without a conflict.
"""

from collections.abc import Mapping

import msgspec

from generator.model.citation import Cited
from generator.model.verification import KnownCapture, Verification

LOCK_PATH = "content/quotes.lock"
FORMAT = 1
HEADER = f'{{"quotes.lock":{FORMAT},"written_by":"build.py verify"}}'


class QuoteLock(msgspec.Struct, frozen=True, gc=False):
    """All verifications by `quote_digest`, all captures that they name by `body`."""

    verifications: Mapping[str, Verification]
    captures: Mapping[str, KnownCapture]

    def is_verified(self, cited: Cited) -> bool:
        """Return whether the words stand in the newest copy of their source."""
        record = self.verifications.get(cited.digest)
        return record is not None and record.is_verified


NO_LOCK = QuoteLock({}, {})


class Header(msgspec.Struct, rename={"number": "quotes.lock"}):
    """The lock's first line."""

    number: int


class LockError(Exception):
    """The lock cannot be read: the line's number and the reason."""

    def __init__(self, line: int, reason: str) -> None:
        """Take the line, counted from 1, and what is wrong with it."""
        super().__init__(reason)
        self.line = line
        self.reason = reason


HEADERS = msgspec.json.Decoder(Header)
CAPTURES = msgspec.json.Decoder(KnownCapture)
QUOTES = msgspec.json.Decoder(Verification)


def encode_lock(lock: QuoteLock) -> str:
    """Return the lock as the file holds it, with no capture that no quote names."""
    quotes = sorted(lock.verifications.values(), key=_place)
    used = {each.capture for each in quotes} | {each.absent_from for each in quotes}
    captures = sorted(
        (each for each in lock.captures.values() if each.body in used),
        key=lambda each: (each.source, each.taken, each.body),
    )
    records = (*captures, *quotes)
    return "\n".join([HEADER, *(msgspec.json.encode(each).decode() for each in records)]) + "\n"


def _place(verification: Verification) -> tuple[str, int, str]:
    passages = verification.passages
    return verification.source, passages[0].start if passages else 0, verification.quote


def decode_lock(content: bytes) -> QuoteLock:
    """Return what the file's bytes say; raise LockError at the first line that says nothing."""
    verifications: dict[str, Verification] = {}
    captures: dict[str, KnownCapture] = {}
    for number, line in enumerate(content.splitlines(), start=1):
        try:
            if number == 1:
                if HEADERS.decode(line).number != FORMAT:
                    raise LockError(number, "a format that this version does not know")
            elif line.startswith(b'{"quote":'):
                verification = QUOTES.decode(line)
                if verification.capture not in captures:
                    raise LockError(number, f"no record of the capture {verification.capture}")
                verifications[verification.quote] = verification
            else:
                capture = CAPTURES.decode(line)
                captures[capture.body] = capture
        except msgspec.MsgspecError as error:
            raise LockError(number, str(error)) from error
    return QuoteLock(verifications, captures)
