"""Names that stand for one file on every disk: what keeps a name from being one."""

import re

# In bytes: what is left of 255, the most that disks take, when a picture's size, hash and form
# and the mark of a compressed copy are behind it.
LONGEST_NAME = 200
# Microsoft, "Naming Files, Paths, and Namespaces": with any ending, in any capitals.
DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
NOT_IN_NAMES = re.compile(r'[<>:"|?*\\]')


def is_device(name: str) -> bool:
    """Return whether Windows takes the name for a device, such as `con` or `aux.png`."""
    return DEVICE.fullmatch(name) is not None


def unportable(name: str) -> str:
    """Return why some disks cannot hold a file of this name; empty where all can."""
    if is_device(name):
        return f'"{name.partition(".")[0]}" is a device on Windows'
    if found := NOT_IN_NAMES.search(name):
        return f"Windows has no {found[0]} in names"
    if name.endswith((".", " ")):
        return "Windows drops the dot or space at the end"
    if len(name.encode("utf-8", "surrogateescape")) > LONGEST_NAME:
        return f"it has more than {LONGEST_NAME} bytes"
    return ""
