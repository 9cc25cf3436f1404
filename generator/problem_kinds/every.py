"""All kinds of problems, and of them the warnings that an entry can acknowledge."""

from generator.problem import Severity
from generator.problem_kinds import dates, fields, files, history, links, meaning, quotes

MODULES = (files, fields, dates, links, quotes, meaning, history)
BY_CODE = {kind.code: kind for module in MODULES for kind in module.ALL}
# What says that an acknowledgement is needless goes away with it; a file of an earlier revision is
# no entry.
UNACKNOWLEDGED = (meaning.NEEDLESS_ACKNOWLEDGEMENT, history.NOT_COMPARED)
ACKNOWLEDGEABLE = tuple(
    code
    for code, kind in BY_CODE.items()
    if kind.severity is Severity.WARNING and kind not in UNACKNOWLEDGED
)
