"""Measure how long verifying takes: `python -m benchmarks.verifying [quotes captures]`.

The texts and quotes are made up.
"""

import random
import sys
from collections.abc import Callable
from hashlib import sha256
from time import perf_counter
from typing import TypeVar

from benchmarks.made_up import WORDS
from generator.model.citation import Cited
from generator.model.quote_lock import NO_LOCK, decode_lock, encode_lock
from generator.model.verification import KnownCapture
from generator.verify.checking import Checked, Copy, check_quotes

TAKEN = "2031-03-03T08:00:00Z"
Outcome = TypeVar("Outcome")
WORDS_A_TEXT = 1300  # about 8,000 characters, a long article


def main() -> None:
    """Print the times of a first run, a run with nothing new, and of reading the record."""
    quote_count, capture_count = map(int, sys.argv[1:] or (10_000, 1_000))
    chance = random.Random(2031)  # noqa: S311 - the same texts in every run, no secret
    texts = {f"source-{n}": text_of(chance) for n in range(capture_count)}
    cited = [quote_of(n, texts, chance) for n in range(quote_count)]

    def run(lock: Checked | None = None) -> Checked:
        copies = {source: [copy_of(source, text)] for source, text in texts.items()}
        return check_quotes(cited, copies, lock.lock if lock else NO_LOCK, (), TAKEN)

    first = timed("all quotes looked for", run)
    found = sum(each.match is not None for each in first.findings)
    print(f"{found} of {quote_count} found, in {capture_count} captures")
    timed("again, nothing new", lambda: run(first))
    content = encode_lock(first.lock).encode()
    timed(f"the record read, {len(content) / 1e6:.1f} MB", lambda: decode_lock(content))


def timed(what: str, run: Callable[[], Outcome]) -> Outcome:
    """Run it, print how long it took, return what came of it."""
    begun = perf_counter()
    result = run()
    print(f"{what}: {perf_counter() - begun:.2f} s")
    return result


def text_of(chance: random.Random) -> str:
    """Return a text in paragraphs."""
    words = (chance.choice(WORDS) for _ in range(WORDS_A_TEXT))
    return "".join(word + (".\n" if chance.randrange(60) == 0 else " ") for word in words)


def quote_of(number: int, texts: dict[str, str], chance: random.Random) -> Cited:
    """Return a quote of ten to forty words; every tenth has a word too many."""
    source = f"source-{number % len(texts)}"
    words = texts[source].split(" ")
    begin = chance.randrange(len(words) - 40)
    taken = words[begin : begin + chance.randint(10, 40)]
    if number % 10 == 0:
        taken.insert(5, "not")
    return Cited(" ".join(taken).strip(), source, f"event-{number}", "quotes[0].text")


def copy_of(source: str, text: str) -> Copy:
    """Return a copy with this text."""
    digest = sha256(text.encode()).hexdigest()
    known = KnownCapture(
        source=source, body=digest, text=digest, taken=TAKEN, media_type="text/html"
    )
    return Copy(known, lambda: text)


if __name__ == "__main__":
    main()
