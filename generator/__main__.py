"""`python -m generator` does what `python build.py` does."""

import sys

from generator.cli import main

sys.exit(main())
