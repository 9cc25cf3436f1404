"""The command line: which commands there are, and what each takes."""

import argparse
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from pathlib import Path
from typing import TypeAlias

from generator import __version__
from generator.errors import UsageError
from generator.project import CHECKOUT

LAST_PORT = 65535
MOST_JOBS = 256
LONGEST_WAIT = 3600
IMPORTS = ("timelinejs", "timelinejs-csv", "csv", "ical", "geojson")
EXPORTS = ("timelinejs", "csv", "markwhen")
FORMATS = ("text", "json", "github")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = re.compile(DAY.pattern + r"T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})")


class Parser(argparse.ArgumentParser):
    """A parser that leaves the exit status to the caller."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Raise UsageError instead of leaving the program."""
        raise UsageError(f"{message}\n{self.format_usage().strip()}")


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the command and its options; `build` when no command is named."""
    parser = Parser(prog=program(), description="Builds a timeline website out of YAML entries.")
    parser.add_argument("--version", action="version", version=f"Verbatim {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=Parser)
    add_building(commands)
    add_checking(commands)
    add_verifying(commands)
    add_writing(commands)
    add_importing(commands)
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in HELP):
        arguments = ["build", *arguments]
    return parser.parse_args(arguments)


HELP = {"-h", "--help", "--version"}
Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001 - argparse names it no other way


def add_building(commands: Commands) -> None:
    """Add the commands that make and show the site."""
    build = commands.add_parser("build", help="build the site (also without a command)")
    add_edition(build)
    build.add_argument(
        "--compress", action="store_true", help="put .br and .gz copies beside the texts"
    )
    build.add_argument(
        "--history",
        action="store_true",
        help="say on each event's page which parts of it changed in which commit of git",
    )
    build.add_argument("--clean", action="store_true", help="write every file anew")
    build.add_argument("--jobs", type=jobs, help="processes at work; one a core when left off")
    serve = commands.add_parser("serve", help="preview with live reload on 127.0.0.1")
    serve.add_argument("--port", type=port, default=5500, help="5500 when left off")
    serve.add_argument("--drafts", action="store_true", help="show what is held back, too")
    add_moment(serve)
    add_common(serve)


def add_checking(commands: Commands) -> None:
    """Add the command that finds what is wrong with the content."""
    check = commands.add_parser("check", help="find every problem, write nothing")
    add_edition(check)
    check.add_argument("--format", choices=FORMATS, default="text", help="how problems are printed")
    check.add_argument(
        "--since",
        metavar="REV",
        default="",
        help="what was published at this revision of git may not change without a correction",
    )
    check.add_argument(
        "--safety",
        action="store_true",
        help="list whom and what the content can harm, with the decisions recorded",
    )


def add_verifying(commands: Commands) -> None:
    """Add the commands that hold quotes against their sources."""
    verify = commands.add_parser("verify", help="check every quote against its source's copy")
    add_common(verify)
    capture = commands.add_parser("capture", help="store a copy of a source")
    capture.add_argument("source", metavar="SOURCE-ID", help="the source's id")
    capture.add_argument("--file", type=Path, help="take this copy instead of fetching the url")
    add_fetching(capture, 60)
    add_common(capture)
    audit = commands.add_parser("audit", help="compare a copy of the site with its manifest")
    audit.add_argument("place", metavar="DIR-or-URL", help="the copy's folder or web address")
    audit.add_argument("--output", type=Path, help="the site's folder; site/ when left off")
    add_fetching(audit, 600)
    add_common(audit)


def add_fetching(parser: argparse.ArgumentParser, seconds_in_all: int) -> None:
    """Add the options of commands that ask other hosts."""
    parser.add_argument(
        "--timeout",
        type=seconds,
        default=float(seconds_in_all),
        help=f"in seconds, for all; {seconds_in_all} when left off",
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="fetch from an address that is not public"
    )


def add_writing(commands: Commands) -> None:
    """Add the commands that help to write content."""
    init = commands.add_parser("init", help="start a new project in a folder")
    init.add_argument("folder", metavar="DIR", type=Path, help="a new or an empty folder")
    init.add_argument("--quiet", action="store_true", help="print nothing")
    new = commands.add_parser("new", help="write a commented event file, print its path")
    new.add_argument("title", metavar="TITLE", type=title, help="what happened, in one line")
    new.add_argument("--date", default="", help="when (EDTF); to be filled in when left off")
    new.add_argument("--category", default="", metavar="ID", help="one of the site's categories")
    add_common(new)
    schema = commands.add_parser("schema", help="write JSON Schemas by which editors complete")
    add_common(schema)
    fmt = commands.add_parser("fmt", help="format content files: order, folding, indentation")
    fmt.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="all when left off")
    fmt.add_argument("--check", action="store_true", help="only say what would change")
    add_common(fmt)


def add_importing(commands: Commands) -> None:
    """Add the commands that take from and give to other programs."""
    parser = commands.add_parser("import", help="write another program's timeline as drafts")
    parser.add_argument("format", metavar="FORMAT", choices=IMPORTS, help=" or ".join(IMPORTS))
    parser.add_argument("file", metavar="FILE", type=Path, help="what the other program wrote")
    parser.add_argument(
        "--mapping", metavar="FILE", type=Path, help="csv, geojson: which column is which field"
    )
    parser.add_argument("--category", default="", metavar="ID", help="of events without one")
    add_common(parser)
    export = commands.add_parser("export", help="write what is published for another program")
    export.add_argument("format", metavar="FORMAT", choices=EXPORTS, help=" or ".join(EXPORTS))
    export.add_argument(
        "--output", metavar="FILE", type=Path, default=Path("-"), help="- is standard output"
    )
    export.add_argument("--base-url", type=base_url, help="where the site is published")
    add_moment(export)
    add_common(export)


def program() -> str:
    """Return how the program was called, for usage messages."""
    name = Path(sys.argv[0]).name
    return {"build.py": "python build.py", "__main__.py": "python -m generator"}.get(name, name)


def default_project() -> Path:
    """Return where build.py stands when it was called, else the folder that the user is in."""
    is_here = Path(sys.argv[0]).name in {"build.py", "__main__.py"}
    return CHECKOUT if is_here and (CHECKOUT / "build.py").is_file() else Path.cwd()


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add the options that every command takes."""
    parser.add_argument(
        "--project",
        type=Path,
        default=default_project(),
        help="the folder with content/ and templates/",
    )
    parser.add_argument("--quiet", action="store_true", help="print problems only")


def add_edition(parser: argparse.ArgumentParser) -> None:
    """Add the options that decide which edition of the site is made."""
    add_common(parser)
    parser.add_argument("--output", type=Path, help="the site's folder; site/ when left off")
    parser.add_argument("--base-url", type=base_url, help="where it is published")
    parser.add_argument("--drafts", action="store_true", help="show what is held back, too")
    parser.add_argument(
        "--as-of", type=day, metavar="DATE", help="the site as it stood on this day"
    )
    add_moment(parser)
    parser.add_argument("--strict", action="store_true", help="warnings are problems")
    parser.set_defaults(compress=False, history=False)


def add_moment(parser: argparse.ArgumentParser) -> None:
    """Add the option that says at which moment."""
    parser.add_argument(
        "--now",
        type=moment,
        metavar="TIMESTAMP",
        help="at which embargoes are looked at; SOURCE_DATE_EPOCH or the clock when left off",
    )


def base_url(text: str) -> str:
    """Return a web address; refuse anything else."""
    if not text.startswith(("https://", "http://")) or " " in text:
        message = f'"{text}" is not a web address; write it whole, from https:// on'
        raise argparse.ArgumentTypeError(message)
    return text


def day(text: str) -> str:
    """Return a day of the calendar, `2022-03-02`; refuse anything else."""
    if DAY.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text).isoformat()
    message = f'"{text}" is not a day; write it as 2022-03-02'
    raise argparse.ArgumentTypeError(message)


def moment(text: str) -> datetime:
    """Return a moment, `2022-03-02T18:00:00+02:00` (ISO 8601); refuse one without its zone."""
    if MOMENT.fullmatch(text):
        # At the ends of the calendar a moment may have no time in UTC, or no day after it.
        with suppress(ValueError, OverflowError):
            found = datetime.fromisoformat(text).astimezone(UTC)
            if MINYEAR < found.year < MAXYEAR:
                return found
    message = (
        f'"{text}" is not a moment with its zone in the years 2 to 9998; '
        "write it as 2022-03-02T18:00:00+02:00"
    )
    raise argparse.ArgumentTypeError(message)


def title(text: str) -> str:
    """Return a title; refuse one without a word."""
    if not text.strip():
        raise argparse.ArgumentTypeError("a title has at least one word")
    return text


def jobs(text: str) -> int:
    """Return a number of processes; refuse anything else."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= MOST_JOBS):
        message = f'"{text}" is not a number of processes from 1 to {MOST_JOBS}'
        raise argparse.ArgumentTypeError(message)
    return int(text)


def seconds(text: str) -> float:
    """Return a time; refuse anything else."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= LONGEST_WAIT):
        message = f'"{text}" is not a number of seconds from 1 to {LONGEST_WAIT}'
        raise argparse.ArgumentTypeError(message)
    return float(text)


def port(text: str) -> int:
    """Return a port number; refuse anything else."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= LAST_PORT):
        message = f'"{text}" is not a port; ports run from 1 to 65535'
        raise argparse.ArgumentTypeError(message)
    return int(text)
