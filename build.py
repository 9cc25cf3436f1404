"""Verbatim's entry point: hands the arguments to the command line."""

import sys

from generator.cli import main

if __name__ == "__main__":
    sys.exit(main())
