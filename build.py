"""Verbatim's entry point: hands the arguments to the command line."""

from generator.cli import run

if __name__ == "__main__":
    run()
