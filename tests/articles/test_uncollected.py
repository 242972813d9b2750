"""The collector of garbage rests while a page is cleaned, and is on again behind it."""

import gc

import pytest

from reader.articles.uncollected import uncollected


def test_the_collector_rests_within_and_is_on_again_behind() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_is_on_again_when_something_raises() -> None:
    with pytest.raises(ValueError, match="broken"), uncollected():
        raise ValueError("broken")
    assert gc.isenabled()


def test_who_found_the_collector_off_leaves_it_off() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
