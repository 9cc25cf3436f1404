"""Which names stand for one file on every disk."""

import pytest

from generator.model.portable_names import LONGEST_NAME, is_device, unportable


@pytest.mark.parametrize(
    "name",
    ["con", "CON", "Nul", "aux.yaml", "prn.tar.gz", "com1", "LPT9.png", "com0", "com²", "lpt³.jpg"],
)
def test_devices_of_windows_are_no_names(name: str) -> None:
    assert is_device(name)
    assert unportable(name) == f'"{name.partition(".")[0]}" is a device on Windows'


@pytest.mark.parametrize("name", ["con-1", "console", "com", "com10", "nul-a", "a.con", "лpt1"])
def test_names_like_devices_are_names(name: str) -> None:
    assert unportable(name) == ""


@pytest.mark.parametrize("letter", '<>:"|?*\\')
def test_some_letters_are_not_in_names(letter: str) -> None:
    assert unportable(f"a{letter}b") == f"Windows has no {letter} in names"


@pytest.mark.parametrize("name", ["a.", "a ", "a. ."])
def test_no_name_ends_in_a_dot_or_space(name: str) -> None:
    assert unportable(name) == "Windows drops the dot or space at the end"


def test_names_are_measured_in_bytes() -> None:
    assert unportable("x" * LONGEST_NAME) == ""
    assert unportable("ж" * (LONGEST_NAME // 2)) == ""
    assert unportable("ж" * (LONGEST_NAME // 2) + "x") == "it has more than 200 bytes"
