"""Take away the marks that text browsers and converters set into a page's words."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

_REFERENCES = re.compile(r"^\s*(?:References|Visible links|Hidden links):?\s*$")
_REFERENCE = re.compile(r"^\s*(\d{1,4})\.\s+((?:https?|ftp|file|mailto|javascript|about)\S*)\s*$")
# lynx sets the number of a note's link before the note's own: boat.^[6]1
_LINK_NUMBER = re.compile(r"\^\[\d{1,4}\]\d{0,3}(?!\w)|\^?\[\d{1,4}\]")
_INPUT = re.compile(
    r"\(BUTTON\)|\[Unknown INPUT type\]|\[\s{3,}\]|\[_{2,}\]|_{6,}"
    r"|\(\s?[*_]?\s?\)(?= |$)|\[[ xX*]\](?= |$)"
)
_PICTURE_FILES = re.compile(r"^(?:\[(?=[^\]\s]*[_-])(?=[^\]\s]*\d)[\w.-]{4,40}\]\s?)+")
# A note's number behind a word or a stop; "x^2" is no note.
_RAISED = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=[.,;:!?”\"’)]))\^\(?\d{1,3}\)?(?=\W|$)")
_MARKDOWN_LINK = re.compile(
    r"!?\[([^\[\]]{0,300})\]\((?:<[^<>\s]{0,2000}>|[^()\s]{0,2000})(?: \"[^\"]{0,200}\")?\)"
)
_BOLD = re.compile(r"\*\*([^*\s](?:[^*]{0,300}[^*\s])?)\*\*|__([^_\s](?:[^_]{0,300}[^_\s])?)__")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*([^*\s](?:[^*]{0,300}[^*\s])?)\*(?![\w*])|(?<![\w_])_([^_\s](?:[^_]{0,300}[^_\s])?)_(?![\w_])"
)
_JOINED = re.compile(r"(?<=[^\s_])_(?=[^\s_])")
# Only what is surely HTML: a plain text may set names and addresses between these signs.
_MARKUP = re.compile(
    r"<(?:/?(?:a|abbr|b|br|button|center|cite|div|em|font|form|h[1-6]|hr|i|iframe|img|input|ins|li"
    r"|link|meta|noscript|ol|p|script|section|small|span|strong|style|sub|sup|svg|table|tbody|td"
    r"|th|tr|u|ul)(?:[\s/][^<>]{0,2000})?|!--[^<>]{0,2000})>"
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
UNSEEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]"
)
# Firefox writes the address of a link behind its words.
_ADDRESS_BEHIND = re.compile(r"\s?<(?:https?://|mailto:|file:///)[^<>\s]{1,2000}>")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Marks:
    """Which marks a dump is known to hold."""

    numbered_links: bool = False
    joined_words: bool = False
    markdown: bool = False
    addresses_behind: bool = False


def find_marks(lines: Sequence[str], has_references: bool) -> Marks:
    """What is told by many lines at once, for a single one may mean what it says."""
    joined = sum(len(_JOINED.findall(line[:500])) for line in lines if "_" in line)
    headed = any(re.match(r"\s*\*{3,6} \S.* \*{3,6}\s*$", line[:500]) for line in lines)
    return Marks(
        numbered_links=has_references,
        joined_words=headed and joined > 0,
        addresses_behind=sum(1 for line in lines if _ADDRESS_BEHIND.search(line[:3000])) > 2,
        markdown=any(_MARKDOWN_LINK.search(line[:3000]) for line in lines if "](" in line),
    )


def part_references(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines without a text browser's list of addresses, and those addresses."""
    start = next((n for n in range(len(lines) - 1, -1, -1) if _REFERENCES.match(lines[n])), None)
    if start is None:
        return list(lines), []
    found = [_REFERENCE.match(line) for line in lines[start + 1 :] if line.strip()]
    if not found or sum(match is not None for match in found) < 0.7 * len(found):
        return list(lines), []
    return list(lines[:start]), [match[2] for match in found if match]


def without_marks(text: str, marks: Marks) -> str:
    """The words of a line as the page had them."""
    return _SPACES.sub(" ", _without_markup(_without_converters(text, marks))).strip()


def _without_converters(text: str, marks: Marks) -> str:
    if marks.numbered_links:
        text = _LINK_NUMBER.sub("", text)
    if "[" in text or "_" in text or "(" in text:
        text = _INPUT.sub(" ", text)
    if marks.addresses_behind and "<" in text:
        text = _ADDRESS_BEHIND.sub("", text)
    if marks.joined_words:
        text = _JOINED.sub(" ", text)
    if marks.markdown:
        text = _without_markdown(text)
    if text.startswith("["):
        text = _PICTURE_FILES.sub("", text) or text
    return text


def _without_markup(text: str) -> str:
    if "<" in text:
        text = _MARKUP.sub(" ", text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if "^" in text:
        text = _RAISED.sub("", text)
    return text


def _without_markdown(text: str) -> str:
    text = _MARKDOWN_LINK.sub(r"\1", text)
    text = _BOLD.sub(lambda match: match[1] or match[2], text)
    return _EMPHASIS.sub(lambda match: match[1] or match[2], text)
