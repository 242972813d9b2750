"""Tell how fast long work goes, and how long the rest of it will take."""

from collections import deque
from dataclasses import dataclass
from itertools import pairwise

LOOKED_BACK = 20.0  # seconds: the rate is that of the last while, not of the whole work
LATELY = 5.0  # seconds that can show that the work has become another
SLOWER = 3  # times: then it has
EVERY = 0.5  # seconds between two remembered counts
TOLD_AFTER = 4.0  # seconds of work; before that nobody can know
TOLD_FROM = 10  # done
STEADY = 0.25  # of the time last told; what differs by less is not told anew


@dataclass(frozen=True)
class Speed:
    """How many are done in a second, and the seconds left; None where it cannot be known yet."""

    rate: float | None = None
    left: float | None = None


class Pace:
    """Looks at a count from time to time; a time of rest is no part of the work."""

    def __init__(self) -> None:
        self._counts: deque[tuple[float, int]] = deque()
        self._rested = 0.0
        self._rest_began: float | None = None
        self._ends_at: float | None = None
        self._began: float | None = None

    def note(self, done: int, now: float) -> None:
        """Remember the count of this moment."""
        if self._rest_began is not None:
            return
        at = self._at(now)
        if self._began is None:
            self._began = at
        if self._counts and at - self._counts[-1][0] < EVERY:
            return
        self._counts.append((at, done))
        while len(self._counts) > 2 and at - self._counts[1][0] >= LOOKED_BACK:
            self._counts.popleft()
        self._forget_faster()

    def _forget_faster(self) -> None:
        """Files that are here already go by at once: their run tells nothing of the rest."""
        (first_at, first), (at, done) = self._counts[0], self._counts[-1]
        lately = [one for one in self._counts if at - one[0] <= LATELY]
        since, before = lately[0]
        if since == first_at or done - before < TOLD_FROM:
            return
        # At no moment of it: a page that takes long holds others up, which then come all at once.
        fastest = max((n - m) / (t - s) for (s, m), (t, n) in pairwise(lately))
        if fastest * SLOWER < (before - first) / (since - first_at):
            self._counts = deque(lately)

    def rest(self, now: float) -> None:
        if self._rest_began is None:
            self._rest_began = now

    def go_on(self, now: float) -> None:
        if self._rest_began is not None:
            self._rested += now - self._rest_began
            self._rest_began = None

    def worked(self, now: float) -> float:
        """Seconds of work so far, without the rests."""
        return self._at(now) - self._began if self._began is not None else 0.0

    def speed(self, done: int, total: int, now: float) -> Speed:
        if not self._counts:
            return Speed()
        at = self._at(now)
        since, before = self._counts[0]
        spell, some = at - since, done - before
        if spell < TOLD_AFTER or some < TOLD_FROM:
            return Speed()
        rate = some / spell
        return Speed(rate, self._left((total - done) / rate, at) if total > done else None)

    def _left(self, left: float, at: float) -> float:
        """The time left, which runs on evenly for as long as it is about right."""
        told = self._ends_at - at if self._ends_at is not None else -1.0
        if told <= 0 or abs(told - left) > STEADY * max(told, left):
            self._ends_at = at + left
            return left
        return told

    def _at(self, now: float) -> float:
        """The moment on a clock that stands still in every rest."""
        resting = now - self._rest_began if self._rest_began is not None else 0.0
        return now - self._rested - resting
