"""Tell what a block of a dump is from its own words."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import pairwise

from reader.articles.bylines import is_byline, read_byline
from reader.articles.dates import find_dates
from reader.articles.dump import words
from reader.articles.dump.block import Block, Kind


class Sign(StrEnum):
    """What a block is by its words, where they give it away."""

    NONE = "none"
    BUTTON = "button"
    COMMENTS = "comments"
    END_HEAD = "end head"
    PAYWALL = "paywall"
    LEGAL = "legal"
    PROMO = "promo"
    DISCLAIMER = "disclaimer"
    CREDIT = "credit"
    TOPICS = "topics"
    WHEN = "when"
    BYLINE = "byline"
    AGAIN = "again"


# Long paragraphs are the story's own, whatever they begin with; only the law is ever so long.
_LONGEST_HEAD, _LONGEST_PROMO, _LONGEST_CREDIT, _LONGEST_BYLINE = 9, 34, 70, 16
_LONGEST_COMMENTS_HEAD = 22  # it may hold the headline
_LONGEST_TIME, _LONGEST_TOPICS, _LONGEST_LAW = 28, 60, 150
_READ, _SOME, _DOUBLED = 400, 4, 7
# Beside a date: a weekday or "at", or someone's name.
_FEW_LETTERS, _LONGEST_NAME = 16, 30

_END_HEAD = re.compile(rf"(?:{words.any_of(words.END_HEADS)})")
_COMMENTS = re.compile(rf"(?:{words.any_of(words.COMMENT_HEADS)})")
_PAYWALL = re.compile(rf"(?:{words.any_of(words.PAYWALL)})")
_LEGAL = re.compile(rf"(?:{words.any_of(words.LEGAL)})")
_PROMO = re.compile(rf"(?:{words.any_of(words.PROMOS)})")
_OFFER = re.compile(rf"(?:{words.any_of(words.PROMOS_ANYWHERE)})")
_DISCLAIMER = re.compile(rf"(?:{words.any_of(words.DISCLAIMERS)})")
_CREDIT = re.compile(rf"(?<!\w)(?:{words.any_of(words.CREDITS)})")
_CREDIT_END = re.compile(rf"(?:{words.any_of(words.CREDIT_ENDS)})")
_TOPICS = re.compile(rf"(?:{words.any_of(words.TOPICS)})\s*(?:[:：]|$)")
_AGE = re.compile(rf"(?:{words.any_of(words.AGES)})\b.{{0,24}}$")
_TOLD = re.compile(rf"(?:{words.any_of(words.UPDATED)}|{words.any_of(words.PUBLISHED)})")

# "Read also: Ferry fares to rise" is a line between paragraphs; without the title it heads a box.
_POINTER = re.compile(r"[:：]\s?\w+[\s\u3000-\u9fff]\w")
_LEAD = re.compile(r"^[\W_]+")
_CAMEL = re.compile(r"[A-Z]?[a-z'-]+|[A-Z]+(?![a-z])|[^\W\d_]+")
_FILE_NAME = re.compile(
    r"^\S+\.(?:jpe?g|png|gif|webp|svg|mp4|pdf)$|\w\.(?:jpe?g|png|gif|webp)$", re.IGNORECASE
)
_CRUMBS = re.compile(r"\s[>›»❯→]\s")
_NUMBERS = re.compile(r"[\d\s.,()/:+×|·•-]+")
_DAY = re.compile(r"(?:19|20)\d\d([-/.])\d\d?\1\d\d?|\d\d?([-/.])\d\d?\2(?:19|20)\d\d")


def signs_of(blocks: Sequence[Block]) -> list[Sign]:
    """The sign of each block of a page."""
    # Menus stand on a page twice and more.
    known: dict[tuple[str, Kind, bool], Sign] = {}
    signs = []
    for block in blocks:
        said = (block.text, block.kind, block.gap)
        if said not in known:
            known[said] = sign_of(block)
        signs.append(known[said])
    for before, block in pairwise(blocks):
        same = block.plain == before.plain
        if before.words < _SOME or not block.plain.startswith(before.plain) or (same and block.gap):
            continue
        if signs[before.place] is Sign.NONE:
            signs[before.place] = Sign.AGAIN
        # The words of a picture stand twice where its description is also its caption.
        if same and signs[block.place] is Sign.NONE:
            signs[block.place] = Sign.AGAIN
    return signs


def _is_doubled(block: Block) -> bool:
    """Whether a line says the same twice, as where a link holds a picture and its words."""
    said = block.plain.split()
    half = len(said) // 2
    return half >= _SOME and said[:half] == said[half : 2 * half] and len(said) == 2 * half


def sign_of(block: Block) -> Sign:
    """The one sign that says most about a block."""
    if not block.plain:
        return Sign.BUTTON
    if _DOUBLED < block.words < _LONGEST_CREDIT and _is_doubled(block):
        return Sign.AGAIN
    raw = block.text[:_READ].casefold().replace("’", "'")
    text = _LEAD.sub("", raw)
    for sign, longest, says in _RULES:
        if block.words <= longest and says(block, raw, text):
            return sign
    return Sign.NONE


def _is_button(block: Block, raw: str, text: str) -> bool:
    """Whether a line is only there to be pressed."""
    # Readers' words stand under "Comments"; a "Comment" in a row with others is a button.
    heads_comments = _COMMENTS.match(text) and text != "comment"
    if block.kind is Kind.TABLE or heads_comments or _DAY.fullmatch(block.text):
        return False
    plain = block.plain.strip("0123456789 ")
    if _NUMBERS.fullmatch(block.plain) or _FILE_NAME.search(block.text[-40:]):
        return True
    if plain in words.BUTTONS or (len(plain) < 2 and plain.isascii()):
        return True
    pieces = [piece.casefold() for piece in _CAMEL.findall(block.text[:120])]
    return bool(pieces) and all(piece in words.SHARE_WORDS for piece in pieces)


def _is_path(block: Block, raw: str, text: str) -> bool:
    """Whether a line is the path of pages that leads from home to this one."""
    return len(_CRUMBS.findall(raw)) > 1


def _is_disclaimer(block: Block, raw: str, text: str) -> bool:
    return bool(_DISCLAIMER.search(text))


def _is_topics(block: Block, raw: str, text: str) -> bool:
    return block.kind is not Kind.HEADING and bool(_TOPICS.match(text))


def _heads_comments(block: Block, raw: str, text: str) -> bool:
    return _is_head(text) and text != "comment" and bool(_COMMENTS.match(text))


def _heads_an_end(block: Block, raw: str, text: str) -> bool:
    return _is_head(text) and bool(_END_HEAD.match(text)) and not _POINTER.search(text)


def _asks_for_pay(block: Block, raw: str, text: str) -> bool:
    return bool(_PAYWALL.search(text))


def _is_head(text: str) -> bool:
    return not text.endswith(".") or text.endswith("..")


def _is_byline(block: Block, raw: str, text: str) -> bool:
    return is_byline(block.text)


def _is_time(block: Block, raw: str, text: str) -> bool:
    """Whether a line only says when; a story's own is set beside its headline."""
    if not any(sign.isdigit() for sign in text):
        return False
    if _AGE.match(text) and block.words <= _LONGEST_HEAD:
        return True
    if block.text.endswith(".") and block.words > _LONGEST_HEAD:
        return False
    found = find_dates(block.text)
    if not found:
        return False
    if _TOLD.search(text):
        return True
    rest = block.text[: found[0].start] + block.text[found[-1].end :]
    letters = sum(sign.isalpha() for sign in rest)
    names_someone = letters <= _LONGEST_NAME and bool(read_byline(block.text).line)
    return block.words <= _LONGEST_HEAD and (letters <= _FEW_LETTERS or names_someone)


def _names_a_credit(block: Block, raw: str, text: str) -> bool:
    tail = block.text[-_READ:].casefold()
    return bool(_CREDIT.search(tail) or _CREDIT_END.search(tail))


def _is_legal(block: Block, raw: str, text: str) -> bool:
    return bool(_LEGAL.search(raw))


def _is_promo(block: Block, raw: str, text: str) -> bool:
    points = _POINTER.search(text) and _END_HEAD.match(text)
    return bool(points or _PROMO.match(text) or _OFFER.search(text))


# In this order; what a block is said to be, and up to how many words.
_RULES: tuple[tuple[Sign, int, Callable[[Block, str, str], bool]], ...] = (
    (Sign.BUTTON, _LONGEST_HEAD, _is_button),
    (Sign.BUTTON, _LONGEST_TIME, _is_path),
    (Sign.DISCLAIMER, _LONGEST_LAW, _is_disclaimer),
    (Sign.TOPICS, _LONGEST_TOPICS, _is_topics),
    (Sign.COMMENTS, _LONGEST_COMMENTS_HEAD, _heads_comments),
    (Sign.PAYWALL, _LONGEST_PROMO, _asks_for_pay),
    (Sign.END_HEAD, _LONGEST_HEAD, _heads_an_end),
    (Sign.BYLINE, _LONGEST_BYLINE, _is_byline),
    (Sign.WHEN, _LONGEST_TIME, _is_time),
    (Sign.CREDIT, _LONGEST_CREDIT, _names_a_credit),
    (Sign.LEGAL, _LONGEST_LAW, _is_legal),
    (Sign.PROMO, _LONGEST_PROMO, _is_promo),
)
