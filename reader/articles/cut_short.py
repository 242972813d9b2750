"""Tell whether a page's file ends before its story does."""

import re
from collections import Counter
from html import unescape

_STARTS = re.compile(r"<(?:html|head|body)\b", re.IGNORECASE)
_HEAD = 16 * 1024
_TAIL = 1024
_LAST = 40  # letters
# Behind one of these, or behind this much text, the story was over.
_OVER = re.compile(r"</(?:article|main|body|html)\b|<footer\b", re.IGNORECASE)
_MUCH_TEXT = 200
_TAG = re.compile(r"<[^<>]*(?:>|$)")
# A tag of an element that must be ended; others may be left open where all of a page ends.
_ENDED = re.compile(
    r"<(/?)(article|main|section|div|blockquote|figure|table|pre|[uo]l|a|b|i|em|strong|span|h[1-6])"
    r"(?=[\s>])",
    re.IGNORECASE,
)


def sign_of_cut(markup: str, text: str) -> str:
    """The words at which a page ends in the middle of its story; "" where it does not."""
    end = markup[-_TAIL:].rstrip()
    if not end or end.endswith(">") or not _STARTS.search(markup, 0, _HEAD):
        return ""
    words = text[-_LAST:].split()
    if not words:
        return ""
    plain = unescape(markup)
    # The last word alone may be found sooner than the line, for a tag may stand within that.
    at = _last(plain, words) if len(words) > 1 else -1
    at = at if at >= 0 else plain.rfind(words[-1])
    behind = plain[at:] if at >= 0 else ""
    if not behind or _OVER.search(behind) or not _is_left_open(markup):
        return ""
    if len(_TAG.sub("", behind)) > _LAST + _MUCH_TEXT:
        return ""
    return f"… {' '.join(words[1:] or words)}"


def _last(plain: str, words: list[str]) -> int:
    line = re.compile(r"\s+".join(map(re.escape, words[1:])))
    return max((one.start() for one in line.finditer(plain)), default=-1)


def _is_left_open(markup: str) -> bool:
    opened: Counter[str] = Counter()
    for tag in _ENDED.finditer(markup):
        opened[tag[2].lower()] += -1 if tag[1] else 1
    return any(count > 0 for count in opened.values())
