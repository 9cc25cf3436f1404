"""Every parser holds what it promises for whatever it is fed; by hand: `python -m tests.fuzz`."""

import pytest
from hypothesis import strategies as st

from tests.fuzz.running import MOST_WORK, EndlessError, run
from tests.fuzz.targets import TARGETS, Target

RUNS = 150


@pytest.mark.parametrize("name", TARGETS)
def test_a_parser_holds_what_it_promises(name: str) -> None:
    run(TARGETS[name], RUNS, seed=1)


def test_what_works_for_too_long_is_caught() -> None:
    with pytest.raises(EndlessError, match=f"more than {MOST_WORK} seconds"):
        run(Target((st.none(),), work_for_ever), 1, seed=1)


def work_for_ever(_: None) -> None:
    """Never end."""
    while True:
        pass
