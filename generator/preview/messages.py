"""What the preview says of a build: to open pages, to the terminal."""

from generator.preview.live_site import Outcome
from generator.preview.rebuilds import Rebuilt, is_good
from generator.problem import Problem

COMMAND = "verbatim"
# More than anybody reads at once; the total is given.
MOST_PROBLEMS = 100
# A page that is not told what changed looks for itself.
MOST_PATHS = 1000


def page_message(rebuilt: Rebuilt) -> dict[str, object]:
    """Return what an open page is told, for JSON; `before` is the build that `changed` is from."""
    outcome = rebuilt.outcome
    is_long = outcome.changed is None or len(outcome.changed) > MOST_PATHS
    return {
        "command": COMMAND,
        "build": rebuilt.build,
        "before": rebuilt.before,
        "changed": None if is_long else sorted(outcome.changed or ()),
        "stylesOnly": outcome.styles_only,
        "failure": None if is_good(outcome) else failure(outcome),
    }


def failure(outcome: Outcome) -> dict[str, object]:
    """Return what an outcome that is not good says, for JSON."""
    return {
        "title": title(outcome),
        "lastGood": f"Last good build {clock(outcome)}"
        if outcome.built_at
        else "No good build yet",
        "message": outcome.message,
        "problems": [problem_message(each) for each in outcome.problems[:MOST_PROBLEMS]],
        "more": max(0, len(outcome.problems) - MOST_PROBLEMS),
    }


def problem_message(problem: Problem) -> dict[str, str]:
    """Return one problem, for JSON."""
    at = problem.location
    return {
        "place": f"{at.path}:{at.line}:{at.column}",
        "field": problem.field,
        "message": problem.message,
        "remedy": problem.kind.remedy,
        "code": problem.kind.code,
    }


def terminal_lines(rebuilt: Rebuilt) -> str:
    """Return what the terminal is told: the time of a good build, or all that is wrong."""
    outcome = rebuilt.outcome
    if is_good(outcome):
        return f"{clock(outcome)} built in {rebuilt.seconds:.2f} s"
    lines = [str(problem) for problem in outcome.problems]
    lines += [outcome.message] if outcome.message else []
    shown = (
        f"the good build of {clock(outcome)} is shown" if outcome.built_at else "nothing is shown"
    )
    return "\n".join([*lines, f"{title(outcome)}; {shown}"])


def title(outcome: Outcome) -> str:
    """Return `1 problem`, `2 problems`, or that there is no site for another reason."""
    count = len(outcome.problems)
    if not count:
        return "The site cannot be built"
    return f"{count} problem{'' if count == 1 else 's'}"


def clock(outcome: Outcome) -> str:
    """Return the time of the last good build, empty when there is none."""
    return f"{outcome.built_at:%H:%M:%S}" if outcome.built_at else ""
