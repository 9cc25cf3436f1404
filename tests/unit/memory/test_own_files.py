"""The program's digest stands for all that it draws and writes with."""

from generator.memory.own_files import PROGRAM, own_files


def test_shapes_and_fonts_are_among_the_program_s_files() -> None:
    files = {path.removeprefix(f"{PROGRAM}/") for path in own_files()}
    assert "render/basemap/world.json" in files
    assert "draw/fonts/noto-serif-hebrew-hebrew-400-normal.woff2" in files
    assert "memory/own_files.py" in files
    assert not any("__pycache__" in path or path.endswith(".pyc") for path in files)
