"""Numbers in words: which numbers a text states, however it writes them.

`9,000`, `9 000`, `9.000`, `9 thousand`, `nine thousand`, `9k`, `1.5 million`, `half a million`,
`5 to 10 thousand`, `дев'ять тисяч`, `٩٠٠٠`.
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.validate.number_words import ARTICLES, BARE, SCALES, UNITS

GROUP_MARKS = r"\s.,'٬·"
GROUPED = re.compile(
    rf"[1-9]\d{{0,2}}(?:([{GROUP_MARKS}])\d{{3}}(?:\1\d{{3}})*)(?:[.,٫]\d+)?(?!\d)"
)
PLAIN = re.compile(r"\d+(?:[.,٫]\d+)*")
TOKEN = re.compile(r"\d|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]")
APOSTROPHES = str.maketrans("’ʼ", "''")
RANGE_MARKS = {
    "-",
    "–",
    "—",
    "to",
    "or",
    "and",
    "до",
    "або",
    "чи",
    "или",
    "и",
    "і",
    "bis",
    "à",
    "a",
}
THOUSAND, HUNDRED, TWENTY, TEN = 1000, 100, 20, 10
MOST_SIGNS = 100
# Nobody counts further in words; "thousand" a hundred thousand times over is a mistake, or a trap.
BEYOND_WORDS = 10**30


class Stated(NamedTuple):
    """A number as it is stated: what it may mean, and the scale that its last word gives it."""

    readings: frozenset[Decimal]
    scale: int


def numbers_in(text: str) -> set[Decimal]:
    """Return every number that the text states, in figures or in words."""
    found: set[Decimal] = set()
    words = tokens(text)
    before: Stated | None = None
    at = 0
    while at < len(words):
        stated, end = number_at(words, at)
        if stated is None:
            before = before if words[at] in RANGE_MARKS else None
            at += 1
            continue
        found |= stated.readings
        if before is not None and before.scale == 1 and stated.scale >= THOUSAND:
            # In "5 to 10 thousand" both are thousands.
            found |= {reading * stated.scale for reading in before.readings}
        before, at = stated, end
    return found


def tokens(text: str) -> list[str]:
    """Return the text's words, numerals and marks, in lower case and ASCII figures."""
    plain = "".join(str(unicodedata.digit(each)) if each.isdigit() else each for each in text)
    return list(_tokens(plain.lower().translate(APOSTROPHES)))


def _tokens(text: str) -> Iterator[str]:
    at = 0
    while found := TOKEN.search(text, at):
        numeral = GROUPED.match(text, found.start()) or PLAIN.match(text, found.start())
        token = (numeral or found)[0]
        yield token
        at = found.start() + len(token)


def number_at(words: list[str], at: int, below: int = BEYOND_WORDS) -> tuple[Stated | None, int]:
    """Return the number that begins at a word, None if none does, and the word behind it.

    `below` is what its scale must be less than.
    """
    begin = at
    at += words[at] in ARTICLES and at + 1 < len(words)
    if words[at][0].isdigit():
        is_scaled = at + 1 < len(words) and words[at + 1] in SCALES
        return scaled(numeral_values(words[at], is_scaled=is_scaled), words, at + 1, below)
    if words[at] in UNITS:
        amount, end = spelled(words, at)
        return scaled({amount}, words, end, below)
    if words[at] in SCALES and (at > begin or words[at] in BARE):
        return scaled({Decimal(1)}, words, at, below)
    return None, at


def spelled(words: list[str], at: int) -> tuple[Decimal, int]:
    """Return the amount of number words below a thousand, and the word behind them."""
    amount = last = Decimal(UNITS[words[at]])
    at += 1
    while at < len(words):
        if words[at] == "hundred" and amount < BEYOND_WORDS:
            amount = last = amount * HUNDRED
            at += 1
            continue
        behind = at + (
            words[at] in {"-", "‐", "‑"} or (words[at] == "and" and last == amount >= HUNDRED)
        )
        following = UNITS.get(words[behind]) if behind < len(words) else None
        if following is None or not may_follow(last, Decimal(following)):
            break
        last = Decimal(following)
        amount += last
        at = behind + 1
    if words[at : at + 3] == ["and", "a", "half"]:
        return amount + Decimal("0.5"), at + 3
    return amount, at


def may_follow(last: Decimal, following: Decimal) -> bool:
    """Return whether number words belong together: hundreds, tens, then ones."""
    if last >= HUNDRED:
        return following < HUNDRED
    return last >= TWENTY and 0 < following < TEN


def scaled(
    readings: set[Decimal], words: list[str], at: int, below: int
) -> tuple[Stated | None, int]:
    """Return the number with the scales behind it, and what is added to it in words.

    None where its scale is not `below`.
    """
    scale = 1
    unscaled: set[Decimal] = set()
    at += at + 1 < len(words) and words[at] in ARTICLES and words[at + 1] in SCALES
    while at < len(words) and words[at] in SCALES and scale < BEYOND_WORDS:
        # An "m" may be metres.
        unscaled |= readings if words[at] == "m" else set()
        scale *= SCALES[words[at]]
        readings = {reading * SCALES[words[at]] for reading in readings}
        at += 1
    if scale >= below:
        return None, at
    rest = at + (at < len(words) and words[at] == "and")
    if scale >= THOUSAND and rest < len(words) and (words[rest] in UNITS or words[rest] in BARE):
        more, end = number_at(words, rest, scale)
        if more is not None and max(more.readings) < scale:
            readings = {one + other for one in readings for other in more.readings}
            at = end
    return Stated(frozenset(readings | unscaled), scale), at


def numeral_values(numeral: str, *, is_scaled: bool) -> set[Decimal]:
    """Return what figures can mean: a mark before three of them groups, unless they are scaled.

    None where they are more than any count has: digits of a table, a key or a trap.
    """
    if len(numeral) > MOST_SIGNS:
        return set()
    whole, mark, part = numeral, "", ""
    if ending := re.search(r"([.,٫])(\d+)\Z", numeral):
        whole, mark, part = numeral[: ending.start()], ending[1], ending[2]
    grouped = GROUPED.fullmatch(numeral)
    found: set[Decimal] = set()
    if grouped and (not mark or (len(part) == len("000") and grouped[1] == mark)):
        found.add(Decimal(re.sub(r"\D", "", numeral)))
    if mark and (is_scaled or not found):
        found.add(Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{part}"))
    return found or {Decimal(re.sub(r"\D", "", numeral))}
