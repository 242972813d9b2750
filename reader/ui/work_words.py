"""Say how far long work is, how fast it goes and how long it will take."""

from PySide6.QtCore import QCoreApplication

from reader.ui.numbers import grouped
from reader.ui.pace import Speed
from reader.ui.work import Work

_MINUTE, _HOUR = 60, 3600


def say_count(done: int, total: int) -> str:
    """Such as "12 of 340", and the count alone where nobody knows of how many."""
    if total:
        said = _translate("%1 of %2").replace("%1", grouped(min(done, total)))
        return said.replace("%2", grouped(total))
    return grouped(done) if done else ""


def say_left(work: Work) -> str:
    """Such as "2 min left"; nothing before it can be known."""
    if work.is_paused:
        return _translate("Paused")
    left = say_time_left(work)
    return _translate("%1 left").replace("%1", left) if left else ""


def say_time_left(work: Work) -> str:
    left = None if work.is_cancelled.is_set() else work.speed.left
    return "" if left is None else say_time(left)


def say_rate(speed: Speed) -> str:
    """Such as "12 a second"; slow work is counted by the minute."""
    if speed.rate is None:
        return ""
    if speed.rate >= 10:
        return _translate("%1 a second").replace("%1", grouped(round(speed.rate)))
    if speed.rate >= 1:
        return _translate("%1 a second").replace("%1", f"{speed.rate:.1f}")
    return _translate("%1 a minute").replace("%1", grouped(round(speed.rate * _MINUTE)))


def say_time(seconds: float) -> str:
    """A time as exact as anybody wants to know it."""
    if seconds < 10:
        return _translate("a few seconds")
    if seconds < 55:
        return _translate("%1 s").replace("%1", str(round(seconds / 5) * 5))
    if seconds < _HOUR - _MINUTE / 2:
        return _translate("%1 min").replace("%1", str(max(1, round(seconds / _MINUTE))))
    hours, rest = divmod(round(seconds / _MINUTE), 60)
    minutes = round(rest / 5) * 5
    if minutes == 60:
        hours, minutes = hours + 1, 0
    said = _translate("%1 h %2 min") if minutes else _translate("%1 h")
    return said.replace("%1", str(hours)).replace("%2", str(minutes))


def _translate(text: str) -> str:
    return QCoreApplication.translate("Work", text)
