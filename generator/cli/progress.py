"""Progress on a terminal, for builds that take longer than a second."""

import sys
from time import monotonic


class Progress:
    """Shows the stage at work; silent off a terminal and within the first second."""

    def __init__(self, *, quiet: bool) -> None:
        """Start the clock."""
        self.started = monotonic()
        self.is_shown = not quiet and sys.stderr.isatty()

    def announce(self, stage: str) -> None:
        """Show the stage that begins now."""
        if self.is_shown and monotonic() - self.started > 1:
            sys.stderr.write(f"\r\033[K{stage} …")
            sys.stderr.flush()

    def finish(self) -> float:
        """Clear the line; return the seconds since the start."""
        if self.is_shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
        return monotonic() - self.started
