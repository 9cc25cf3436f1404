"""The machine's key: a secret of the user, without which nobody can make a memory that is trusted.

A project's cache folder can come with the project, from whoever sent it. What a build remembers
holds compiled templates, which are code; so all of it bears a digest that only this user could
have made on this machine.
"""

import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

KEY_BYTES = 32


@lru_cache(maxsize=1)
def machine_key() -> bytes:
    """Return the key, made when it is first asked for.

    Where none can be kept it is another in each process, which then trusts no memory.
    """
    with suppress(OSError, RuntimeError):
        kept = key_path().read_bytes()
        if len(kept) == KEY_BYTES:
            return kept
    made = os.urandom(KEY_BYTES)
    with suppress(OSError, RuntimeError):
        path = key_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123 - Path.open takes no descriptor
            file.write(made)
        draft.replace(path)
    return made


def key_path() -> Path:
    """Return where the key is, outside of every project (XDG Base Directory Specification).

    Raises RuntimeError where the user has no home.
    """
    stated = os.environ.get("XDG_CACHE_HOME", "")
    folder = Path(stated) if Path(stated).is_absolute() else Path("~/.cache").expanduser()
    return folder / "verbatim" / "key"
