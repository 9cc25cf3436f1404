"""The command line: arguments in, a command run, problems printed, exit status out."""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from generator.cli.arguments import parse_arguments
from generator.errors import CaptureError, MachineError, TemplateError, UsageError
from generator.pipeline.garbage import little_garbage

PROBLEM, WRONG_USAGE, MACHINE_FAILED = 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 good, 1 problems in the content, 2 wrong usage, 3 machine failed."""
    try:
        parsed = parse_arguments(sys.argv[1:] if arguments is None else arguments)
        refuse_other_encodings()
        # Loaded late, so that wrong usage and --help answer at once.
        from generator.cli.commands import COMMANDS  # noqa: PLC0415 - see above

        status = COMMANDS[parsed.command](parsed)
        sys.stdout.flush()
    except UsageError as error:
        return failed(error, WRONG_USAGE)
    except (CaptureError, TemplateError) as error:
        return failed(error, PROBLEM)
    except MachineError as error:
        return failed(error, MACHINE_FAILED)
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing may be flushed to them at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return status


def refuse_other_encodings() -> None:
    """Raise UsageError where the names of files would not be written in UTF-8.

    A page's address would then depend on the machine that the site was built on.
    """
    encoding = sys.getfilesystemencoding()
    if encoding != "utf-8":
        message = (
            f"names of files are in {encoding} here, and the same site needs UTF-8 everywhere; "
            "set the environment's PYTHONUTF8=1, or a locale of UTF-8, and run it again"
        )
        raise UsageError(message)


def run() -> NoReturn:
    """Run the command that was typed, and end the process.

    It ends at once: of the millions of objects of a build none needs to be taken apart, nor
    looked at once more for garbage.
    """
    with little_garbage():
        status = main()
        sys.stderr.flush()
        os._exit(status)


def failed(error: Exception, status: int) -> int:
    """Print the error; return the exit status."""
    print(error, file=sys.stderr)
    return status
