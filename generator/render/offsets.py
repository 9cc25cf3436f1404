"""Offsets: how far a clock is from UTC, for people and for machines."""


def offset_digits(minutes: int | None) -> str:
    """Return "+02:00", empty when the offset is not known."""
    if minutes is None:
        return ""
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"


def offset_text(minutes: int | None) -> str:
    """Return "UTC+2" or "UTC−3:30", empty when the offset is not known."""
    if minutes is None:
        return ""
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}:{rest:02d}" if rest else f"UTC{sign}{hours}"
