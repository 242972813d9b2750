"""How fast work goes, on a clock of the test's own."""

import pytest

from reader.ui.pace import Pace, Speed


def worked(pace: Pace, since: float, until: float, rate: float, done: float = 0) -> float:
    """Let so many be done in a second, and look twice a second; how many are done then."""
    now = since
    while now <= until:
        pace.note(int(done + (now - since) * rate), now)
        now += 0.5
    return done + (until - since) * rate


def test_nothing_is_told_before_it_can_be_known() -> None:
    pace = Pace()
    assert pace.speed(0, 100, 0.0) == Speed()
    worked(pace, 0.0, 3.0, 100)
    assert pace.speed(300, 1000, 3.0) == Speed()


def test_a_few_tell_nothing_however_long_they_take() -> None:
    pace = Pace()
    worked(pace, 0.0, 60.0, 0.1)
    assert pace.speed(6, 1000, 60.0) == Speed()


def test_rate_and_time_left_follow_from_the_count() -> None:
    pace = Pace()
    done = worked(pace, 0.0, 10.0, 20)
    speed = pace.speed(int(done), 1000, 10.0)
    assert speed.rate == pytest.approx(20)
    assert speed.left == pytest.approx(40)


def test_without_a_total_nobody_knows_the_time_left() -> None:
    pace = Pace()
    done = worked(pace, 0.0, 10.0, 20)
    assert pace.speed(int(done), 0, 10.0).left is None


def test_the_time_left_runs_on_evenly_while_the_rate_trembles() -> None:
    pace = Pace()
    done = worked(pace, 0.0, 10.0, 20)
    first = pace.speed(int(done), 1000, 10.0).left
    assert first is not None
    now, told = 10.0, []
    for rate in (24, 17, 22, 19):
        done = worked(pace, now, now + 2, rate, done)
        now += 2
        told.append(pace.speed(int(done), 1000, now).left)
    assert told == pytest.approx([first - 2, first - 4, first - 6, first - 8])


def test_a_time_left_that_is_wrong_is_told_anew() -> None:
    pace = Pace()
    done = worked(pace, 0.0, 10.0, 20)
    pace.speed(int(done), 1000, 10.0)
    done = worked(pace, 10.0, 40.0, 2, done)
    left = pace.speed(int(done), 1000, 40.0).left
    assert left == pytest.approx(370, rel=0.05)


def test_a_rest_is_no_part_of_the_work() -> None:
    pace = Pace()
    done = worked(pace, 0.0, 10.0, 20)
    pace.rest(10.0)
    pace.rest(20.0)
    pace.note(int(done), 50.0)
    assert pace.worked(60.0) == pytest.approx(10)
    pace.go_on(110.0)
    pace.go_on(111.0)
    done = worked(pace, 110.0, 115.0, 20, done)
    assert pace.speed(int(done), 1000, 115.0).rate == pytest.approx(20)
    assert pace.worked(115.0) == pytest.approx(15)


def test_only_the_last_while_counts() -> None:
    pace = Pace()
    done = worked(pace, 0.0, 100.0, 50)
    done = worked(pace, 100.0, 125.0, 10, done)
    rate = pace.speed(int(done), 100_000, 125.0).rate
    assert rate == pytest.approx(10, rel=0.1)


def test_a_run_of_files_that_are_here_already_is_soon_forgotten() -> None:
    pace = Pace()
    done = worked(pace, 0.0, 10.0, 300)
    pace.speed(int(done), 4000, 10.0)
    done = worked(pace, 10.0, 16.0, 10, done)
    speed = pace.speed(int(done), 4000, 16.0)
    assert speed.rate == pytest.approx(10, rel=0.1)
    assert speed.left == pytest.approx(94, rel=0.1)


def test_a_page_that_holds_the_others_up_is_no_new_pace() -> None:
    pace = Pace()
    done = worked(pace, 0.0, 15.0, 20)
    done = worked(pace, 15.0, 19.0, 0.5, done)
    assert pace.speed(int(done), 1000, 19.0).rate == pytest.approx(16, rel=0.1)
    done = worked(pace, 19.0, 23.0, 25, done)
    assert pace.speed(int(done), 2000, 23.0).rate == pytest.approx(17, rel=0.1)
