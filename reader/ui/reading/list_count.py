"""Count the entries of a list and name their markers."""

import string
from collections.abc import Mapping

_SIGNS = ("•", "◦", "▪")
_MOST = 9_999_999
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class ListCount:
    """The next number of a numbered list, or the sign of a plain one."""

    def __init__(self, sign: str, numbering: str = "1", start: int = 1) -> None:
        self._sign = sign
        self._numbering = numbering
        self._next = start

    @classmethod
    def of(cls, tag: str, values: Mapping[str, str], depth: int) -> "ListCount":
        """The count of a `ul` or `ol`, that stands in `depth` other lists."""
        if tag == "ul":
            return cls(_SIGNS[min(depth, len(_SIGNS) - 1)])
        return cls("", values.get("type", "1"), _number(values.get("start"), 1))

    def next_marker(self, values: Mapping[str, str]) -> str:
        if self._sign:
            return self._sign
        number = _number(values.get("value"), self._next)
        self._next = min(number + 1, _MOST)
        return f"{_written(number, self._numbering)}."


def _number(text: str | None, otherwise: int) -> int:
    text = (text or "").strip()
    if not text.isascii() or not text.removeprefix("-").isdigit() or len(text) > len(str(_MOST)):
        return otherwise
    return int(text)


def _written(number: int, numbering: str) -> str:
    if numbering in ("a", "A") and 1 <= number <= len(string.ascii_lowercase):
        letter = string.ascii_lowercase[number - 1]
        return letter if numbering == "a" else letter.upper()
    if numbering in ("i", "I") and 1 <= number < 4000:
        roman = _roman(number)
        return roman if numbering == "i" else roman.upper()
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written
