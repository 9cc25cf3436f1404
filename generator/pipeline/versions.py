"""Versions: what each event's entry said after each commit, out of the files that it changed.

A file that cannot be read as YAML leaves its entries as they were: no site can be built of it, so
no reader saw one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.load.content import parse_document
from generator.model.clock import Timestamp
from generator.model.document import Kind, Node, Scalar, Sequence
from generator.model.document import Mapping as Fields
from generator.model.history import Typed, Version, Versions
from generator.validate.fields.moments import Instant
from generator.validate.reader import Reader

Entries = Mapping[str, Mapping[str, Typed]]


class Commit(Struct, frozen=True):
    """A commit: its id, when it was authored and committed, and each path's blob after it.

    A blob is empty where the path is no file any more.
    """

    id: str
    authored: int
    committed: int
    blobs: dict[str, str]


def versions_of(commits: Iterable[Commit], contents: Mapping[str, bytes]) -> Versions:
    """Return each event's versions, one for each commit that made it other than it was."""
    owners: defaultdict[str, dict[str, Mapping[str, Typed]]] = defaultdict(dict)
    files: dict[str, Entries] = {}
    versions: dict[str, list[Version]] = {}
    for order, commit in enumerate(commits):
        touched: set[str] = set()
        for path, blob in commit.blobs.items():
            entries = entries_of(path, contents.get(blob)) if blob else {}
            if entries is None:
                continue
            for id_ in files.pop(path, {}):
                del owners[id_][path]
                touched.add(id_)
            files[path] = entries
            for id_, typed_fields in entries.items():
                owners[id_][path] = typed_fields
                touched.add(id_)
        for id_ in sorted(touched):
            known = versions.setdefault(id_, [])
            owned = owners[id_]
            fields = owned[min(owned)] if owned else None
            if fields != (known[-1].fields if known else None):
                known.append(version(order, commit, fields))
    return versions


def version(order: int, commit: Commit, fields: Mapping[str, Typed] | None) -> Version:
    """Return the version of an entry that a commit left."""
    status, embargo = ((fields or {}).get(name) for name in ("status", "embargo"))
    until = embargo_of(embargo)
    return Version(
        order=order,
        commit=commit.id,
        authored=commit.authored,
        committed=commit.committed,
        fields=fields,
        is_held_back=status not in {None, "published"} or (embargo is not None and until is None),
        embargo=until,
    )


def embargo_of(value: "Typed | None") -> float | None:
    """Return the moment that was typed, in seconds of Unix time, None where there is none."""
    if not isinstance(value, str):
        return None
    moment = Instant().parse(Scalar(value, 1, 1), "embargo", Reader(""))
    return moment.instant.timestamp() if isinstance(moment, Timestamp) else None


def entries_of(path: str, content: bytes | None) -> Entries | None:
    """Return the fields of each entry in a file by its id, None where it cannot be read."""
    document, problems = (
        (None, [None]) if content is None else parse_document(content, path, Kind.EVENT)
    )
    if document is None or problems:
        return None
    root = document.root
    nodes = root.items if isinstance(root, Sequence) else [root]
    listed = [typed(node) for node in nodes if isinstance(node, Fields)]
    found: dict[str, Mapping[str, Typed]] = {}
    for fields in listed:
        if isinstance(fields, dict):
            id_ = fields.get("id", "" if isinstance(root, Sequence) else document.stem)
            if isinstance(id_, str) and id_:
                found.setdefault(id_, fields)
    return found


def typed(node: Node) -> Typed:
    """Return what was typed, without the fields behind which there is nothing."""
    if isinstance(node, Scalar):
        return node.value.strip()
    if isinstance(node, Sequence):
        return [typed(item) for item in node.items]
    found = ((name, typed(value)) for name, (_, value) in node.entries.items())
    return {name: value for name, value in found if value != ""}
