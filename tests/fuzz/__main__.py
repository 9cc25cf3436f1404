"""Fuzzes every target, or the named: `python -m tests.fuzz --runs 100000 dates loader`.

Prints the target, how often it was fed, whether it failed, and the seconds of work.
"""

import argparse
import sys
import time
import traceback

from tests.fuzz.running import run
from tests.fuzz.targets import TARGETS


def main() -> int:
    """Run the targets that are named; return 1 where one failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--runs", type=int, default=1000, help="inputs for each target")
    parser.add_argument("--seed", type=int, default=0, help="where to begin")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    asked = parser.parse_args()
    failed = 0
    tell("target", "runs", "crashes", "seconds")
    for name in asked.targets or TARGETS:
        started, crashes = time.process_time(), 0
        try:
            run(TARGETS[name], asked.runs, asked.seed)
        except Exception:  # noqa: BLE001 - whatever a parser raises is what is looked for
            crashes = 1
            traceback.print_exc()
        seconds = time.process_time() - started
        tell(name, asked.runs, crashes, f"{seconds:.1f}")
        failed += crashes
    return int(failed > 0)


def tell(target: str, *numbers: object) -> None:
    """Print a line of the table."""
    sys.stdout.write(f"{target:<18}{''.join(f'{each:>9}' for each in numbers)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
