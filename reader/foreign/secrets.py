"""Keep what another program said of a page, without what concerns the reader's account."""

import re
from typing import Any

_SECRET = re.compile(
    r"e_?mail|pass_?(?:word|wd|phrase)|token|secret|api_?key|auth(?!or)|cookie|session|credential"
    r"|salt$|hash_?ed|user_?(?:name|id)$|export_userid|^user$|set-cookie|two_?factor|subscription",
    re.IGNORECASE,
)
_DEEPEST = 12
_LONGEST = 100_000


def without_secrets(
    told: dict[str, Any], leave_out: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """The row or object as JSON can hold it; `leave_out` names what is kept elsewhere."""
    return {
        key: _plain(value, _DEEPEST)
        for key, value in told.items()
        if isinstance(key, str) and key not in leave_out and not _SECRET.search(key)
    }


def _plain(value: object, depth: int) -> Any:
    if isinstance(value, dict):
        return _plain_object(value, depth)
    if isinstance(value, list | tuple):
        return [_plain(one, depth - 1) for one in value] if depth else []
    if isinstance(value, str):
        return value[:_LONGEST]
    is_plain = value is None or isinstance(value, bool | int | float)
    return value if is_plain else str(value)[:_LONGEST]


def _plain_object(told: dict[str, Any], depth: int) -> dict[str, Any]:
    if not depth:
        return {}
    return {
        str(key): _plain(value, depth - 1)
        for key, value in told.items()
        if not _SECRET.search(str(key))
    }
