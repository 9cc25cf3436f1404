"""What Netlify and Cloudflare Pages say that they read in `_headers` and `_redirects`.

Written from their documentation (docs.netlify.com/manage/routing, developers.cloudflare.com/pages/
configuration, read in November 2026). Where the two differ, only what both take is taken.
"""

import re
from typing import NamedTuple

# Cloudflare: rules of headers a file, characters a line of either file, redirects a file.
MOST_RULES, LONGEST_LINE, LONGEST_REDIRECT, MOST_REDIRECTS = 100, 2000, 1000, 2000
STATUSES = {200, 301, 302, 303, 307, 308}
NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110, section 5.1
VALUE = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?")
PLACEHOLDER = re.compile(r":[A-Za-z]\w*")
# What browsers send of a path as it is (URL Standard, path percent-encode set).
ASKED = re.compile(r"/(?:[^\x00-\x20\"#<>?^`{}\x7f-\U0010ffff%]|%[0-9A-F]{2})*")
# Cloudflare takes a header away again by this; to Netlify it is no header, and passed over.
UNSET = "! "
# Netlify: what its servers set themselves.
RESERVED = {"accept-ranges", "age", "allow", "alt-svc", "connection", "content-encoding"}
RESERVED |= {"content-length", "content-range", "date", "location", "server", "set-cookie"}
RESERVED |= {"trailer", "transfer-encoding", "upgrade"}


class Rule(NamedTuple):
    """The headers of the paths that a pattern matches, and the names that it takes away."""

    pattern: str
    headers: dict[str, str]
    unset: set[str]

    def matches(self, path: str) -> bool:
        """Return whether the rule is about a path: `*` is anything, `:name` one part of it."""
        parts = re.split(rf"(\*|{PLACEHOLDER.pattern})", self.pattern)
        signs = {"*": ".*"}
        expression = "".join(
            re.escape(part) if number % 2 == 0 else signs.get(part, "[^/]+")
            for number, part in enumerate(parts)
        )
        return re.fullmatch(expression, path) is not None


class Misread(ValueError):  # noqa: N818 - what a host does with such a line
    """A line that one of the hosts would pass over, or read otherwise."""


def lines_of(text: str, longest: int) -> list[str]:
    """Return the lines that say something; comments stand on lines of their own."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    for line in lines:
        if len(line) > longest or "#" in line.strip():
            raise Misread(line)
    return lines


def headers_of(text: str) -> list[Rule]:
    """Return the rules of a `_headers` file; raise Misread where a host would not take it."""
    rules: list[Rule] = []
    for line in lines_of(text, LONGEST_LINE):
        if not line.startswith(" "):
            rules.append(Rule(checked_pattern(line), {}, set()))
            continue
        rule = rules[-1] if rules else None
        name, colon, value = line.strip().partition(": ")
        if rule is None:
            raise Misread(line)
        if not colon and line.strip().startswith(UNSET):
            rule.unset.add(line.strip().removeprefix(UNSET).lower())
        elif NAME.fullmatch(name) and VALUE.fullmatch(value) and name.lower() not in RESERVED:
            # Twice the same name would be sent as one value.
            if rule.headers.setdefault(name.lower(), value) is not value:
                raise Misread(line)
        else:
            raise Misread(line)
    if len(rules) > MOST_RULES or not all(rule.headers for rule in rules):
        raise Misread(text)
    return rules


def checked_pattern(line: str) -> str:
    """Return a rule's pattern: a path with one `*` at most, and placeholders of its own."""
    names = PLACEHOLDER.findall(line)
    plain = PLACEHOLDER.sub("x", line).replace("*", "x")
    if line.count("*") > 1 or len(set(names)) < len(names) or not ASKED.fullmatch(plain):
        raise Misread(line)
    return line


def sent(rules: list[Rule], path: str) -> dict[str, str]:
    """Return the headers of a path at Cloudflare: all that match, in order, joined where twice."""
    found: dict[str, str] = {}
    for rule in rules:
        if rule.matches(path):
            for name in rule.unset:
                found.pop(name, None)
            for name, value in rule.headers.items():
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def redirects_of(text: str) -> list[tuple[str, str, int]]:
    """Return the redirects of a `_redirects` file; raise Misread where a host takes one not."""
    found: dict[str, tuple[str, str, int]] = {}
    for line in lines_of(text, LONGEST_REDIRECT):
        words = line.split()
        if len(words) != len(("from", "to", "status")) or not words[2].isdigit():
            raise Misread(line)
        source, target, status = words[0], words[1], int(words[2])
        is_static = "*" not in source and not PLACEHOLDER.search(source)
        if not (is_static and ASKED.fullmatch(source) and ASKED.fullmatch(target)):
            raise Misread(line)
        if status not in STATUSES or source in found:
            raise Misread(line)
        found[source] = (source, target, status)
    return [*found.values()]
