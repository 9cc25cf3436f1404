"""Checks of fields that only make sense together, within one record."""

from decimal import Decimal

from generator.model.document import Mapping, Node, Scalar, Sequence
from generator.model.edtf import DateError, parse_edtf
from generator.model.partial_date import DateForm, Precision
from generator.problem_kinds import fields as kinds
from generator.problem_kinds import links, meaning, quotes
from generator.validate.fields.text import NUMBER_PATTERN
from generator.validate.reader import Reader


def text_of(node: Mapping, name: str) -> str:
    """Return a field's text, empty when it is not there or no text."""
    found: Node | None = node.entries[name][1] if name in node.entries else None
    return found.value.strip() if isinstance(found, Scalar) else ""


def check_coordinates(node: Mapping, _: str, reader: Reader) -> None:
    """Report a latitude without a longitude, and the other way round."""
    for given, missing in (("lat", "lon"), ("lon", "lat")):
        if text_of(node, given) and not text_of(node, missing):
            message = f'"{given}" without "{missing}"; give both, or neither'
            reader.report(kinds.LONE_COORDINATE, node.entries[given][0], given, message)


def check_range(node: Mapping, name: str, reader: Reader) -> None:
    """Report a range whose lower end is above its upper end."""
    low, high = text_of(node, "low"), text_of(node, "high")
    if not (NUMBER_PATTERN.fullmatch(low) and NUMBER_PATTERN.fullmatch(high)):
        return
    if Decimal(low) > Decimal(high):
        message = f"low {low} above high {high}; swap the two"
        reader.report(links.RANGE_REVERSED, node.entries["low"][1], f"{name}.low", message)


def check_milestone(node: Mapping, name: str, reader: Reader) -> None:
    """Report a milestone of which the source does not say that the number was reached."""
    is_reached = text_of(node, "value") or text_of(node, "low")
    if text_of(node, "milestone") != "true" or (is_reached and not says_up_to(node)):
        return
    message = (
        "nothing says that a number was reached; give `value` or `low`, without the qualifier "
        "up-to, or remove `milestone`"
    )
    reader.report(links.MILESTONE, node.entries["milestone"][1], f"{name}.milestone", message)


def says_up_to(node: Mapping) -> bool:
    """Return whether a claim's number is one that was not exceeded."""
    return text_of(node, "qualifier") == "up-to"


def check_beginning(node: Mapping, _: str, reader: Reader) -> None:
    """Warn of an address without the day since which it is the site's."""
    field = next((each for each in ("base_url", "id_url") if text_of(node, each)), "")
    if field and not text_of(node, "since"):
        message = (
            f'"{field}" without "since"; feeds and the calendar need both: add the day on which '
            "the address became the site's, such as `since: 2026-11-23`"
        )
        reader.warn(meaning.NO_BEGINNING, node.entries[field][0], field, message)


def check_stated_number(node: Mapping, name: str, reader: Reader) -> None:
    """Report a claim's number that the words it rests on do not state."""
    words = text_of(node, "quote")
    typed = {field: text_of(node, field) for field in ("value", "low", "high")}
    typed = {field: text for field, text in typed.items() if NUMBER_PATTERN.fullmatch(text)}
    if not words or not typed:
        return
    # Few sites have claims; the words of numbers in their languages are many.
    from generator.validate.numbers import numbers_in  # noqa: PLC0415 - see above

    stated = numbers_in(words)
    for field, text in typed.items():
        if Decimal(text) in stated:
            continue
        if stated:
            numbers = ", ".join(f"{number:f}" for number in sorted(stated))
            message = (
                f"{text} is not a number that the words state, which are {numbers}; correct the "
                "number, or quote the words that state it"
            )
            reader.report(quotes.CLAIM_NUMBER, node.entries[field][1], f"{name}.{field}", message)
        else:
            message = (
                f"{text} rests on words in which no number can be read; compare the two, or quote "
                "words that state the number"
            )
            reader.warn(quotes.NUMBER_UNREAD, node.entries[field][1], f"{name}.{field}", message)


def check_time_has_day(node: Mapping, _: str, reader: Reader) -> None:
    """Report a time of day beside a date that is not one single day."""
    timed = [field for field in ("time", "part_of_day") if text_of(node, field)]
    if not timed:
        return
    date = text_of(node, "date")
    try:
        parsed = parse_edtf(date)
    except DateError:
        return
    is_day = parsed.form is DateForm.SINGLE and parsed.precision is Precision.DAY
    if is_day and parsed.earliest == parsed.latest:
        return
    for field in timed:
        message = (
            f'"{text_of(node, field)}" beside the date "{date}", which is not one day; '
            "give the day, or remove it"
        )
        reader.report(links.TIME_NEEDS_DAY, node.entries[field][1], field, message)


def check_retraction(node: Mapping, _: str, reader: Reader) -> None:
    """Report a retracted event that does not say why."""
    if text_of(node, "status") != "retracted":
        return
    listed = node.entries["corrections"][1] if "corrections" in node.entries else None
    items = listed.items if isinstance(listed, Sequence) else []
    if not any(
        isinstance(item, Mapping) and text_of(item, "kind") == "retraction" for item in items
    ):
        message = "retracted without a reason; add a correction of kind retraction"
        reader.report(links.RETRACTION_REASON, node.entries["status"][1], "status", message)
