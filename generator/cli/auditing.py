"""`audit`: says whether a copy of the site is the site, and what differs."""

import argparse

from generator.capture.limits import Limits
from generator.cli.problem_report import counted
from generator.model.audit import Audit
from generator.pipeline.auditing import audited
from generator.project import Project

TRUE, FALSE = 0, 1


def audit_copy(arguments: argparse.Namespace, project: Project) -> int:
    """Compare the copy with the site's manifest; return 0 when it is the site, else 1."""
    limits = Limits(seconds=arguments.timeout, is_private_allowed=arguments.allow_private)
    audit = audited(arguments.place, project.site, limits)
    if not arguments.quiet or not audit.is_true:
        for line in lines_of(audit, arguments.place):
            print(line)
    return TRUE if audit.is_true else FALSE


def lines_of(audit: Audit, place: str) -> list[str]:
    """Return what differs, a line each, and how it stands in all."""
    lines = [f"differs: {path}" for path in audit.differing]
    lines += [f"missing: {path}" for path in audit.missing]
    lines += [f"not of this site: {path}" for path in audit.unknown]
    lines += [f"answers {said}: {path}" for path, said in audit.answers]
    files = counted(audit.checked, "file")
    if audit.is_true:
        lines.append(f"{place}: all {files} are what the manifest says")
    else:
        faults = len(lines)
        lines.append(f"{place}: {faults} of {files} differ from the manifest")
    if not audit.is_complete:
        lines.append("files that a server has besides cannot be seen from outside")
    return lines
