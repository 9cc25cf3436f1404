"""`audit`: says whether a copy of the site is the site, and what differs."""

import argparse

from generator.capture.limits import Limits
from generator.cli.problem_report import counted
from generator.errors import UsageError
from generator.memory.folder import seal_path
from generator.memory.seal import read_seal
from generator.model.audit import Audit
from generator.pipeline.auditing import audited
from generator.project import Project
from generator.write.manifest import MANIFEST

TRUE, FALSE = 0, 1


def audit_copy(arguments: argparse.Namespace, project: Project) -> int:
    """Compare the copy with the site's manifest; return 0 when it is the site, else 1.

    Raise UsageError when there is no manifest but the copy's own, and it tells of nothing wrong.
    """
    limits = Limits(seconds=arguments.timeout, is_private_allowed=arguments.allow_private)
    audit = audited(arguments.place, project.site, limits)
    if not arguments.quiet or not audit.is_true:
        whose = () if audit.is_alone else (*made_lines(audit), *stale_lines(project))
        for line in (*lines_of(audit, arguments.place), *whose):
            print(line)
    if audit.is_alone and audit.is_true:
        message = (
            f"{project.site / MANIFEST}: no manifest to compare with; whoever changes a copy can "
            "change its own manifest as well: build the site first"
        )
        raise UsageError(message)
    return TRUE if audit.is_true else FALSE


def lines_of(audit: Audit, place: str) -> list[str]:
    """Return what differs, a line each, and how it stands in all."""
    lines = [f"differs: {path}" for path in audit.differing]
    lines += [f"missing: {path}" for path in audit.missing]
    lines += [f"not of this site: {path}" for path in audit.unknown]
    lines += [f"answers {said}: {path}" for path, said in audit.answers]
    files = counted(audit.checked, "file")
    whose = "its own" if audit.is_alone else "the"
    if audit.is_true:
        lines.append(f"{place}: all {files} are what {whose} manifest says")
    else:
        faults = len(lines)
        lines.append(f"{place}: {faults} of {files} differ from {whose} manifest")
    if audit.unasked:
        unasked = counted(len(audit.unasked), "file")
        lines.append(f"{unasked} for hosts alone, or compressed, were not asked for")
    if not audit.is_complete:
        lines.append("files that a server has besides cannot be seen from outside")
    return lines


def made_lines(audit: Audit) -> list[str]:
    """Return from what the copy's manifest says that it was made, compared with the site's."""
    ours, theirs = audit.made_from, audit.copy_made_from
    if ours is None or theirs is None:
        whose = "the site's" if ours is None else "its"
        return [f"{whose} manifest does not say what it was made from"]
    lines = ["its manifest says that it was made from"]
    for name in ("content", "templates", "program"):
        ours_, theirs_ = getattr(ours, name), getattr(theirs, name)
        is_same = "the same as here" if ours_ == theirs_ else f"another, here {ours_}"
        lines.append(f"  {name} {theirs_}: {is_same}")
    if ours.program != theirs.program:
        lines.append(
            f"  by version {theirs.version}, here {ours.version}: what two programs say of "
            "content need not be alike"
        )
    return lines


def stale_lines(project: Project) -> list[str]:
    """Return whether anything changed since the site was built that the copy is compared with."""
    read = read_seal(seal_path(project.root, project.site))
    changed = read[1].changed if read else []
    built = f"was changed since {project.site} was built; build it before you compare"
    return [f"{path} {built}" for path in changed[:1]]
