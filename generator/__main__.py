"""`python -m generator` does what `python build.py` does."""

from generator.cli import run

run()
