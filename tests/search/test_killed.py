"""A writer that is killed leaves an index that opens, answers, and holds all it told of."""

from pathlib import Path

from benchmarks.index_killing import kill_again_and_again


def test_nothing_told_of_is_lost_when_the_writer_is_killed(tmp_path: Path) -> None:
    assert "all are found" in kill_again_and_again(tmp_path / "index", kills=3, seed=7)
