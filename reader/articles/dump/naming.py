"""Find what a page calls its site and its section."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.articles.dates import find_dates
from reader.articles.dump import words
from reader.articles.dump.block import Block, Kind, plain_form
from reader.articles.dump.signs import Sign
from reader.articles.dump.tidy import Lead
from reader.articles.dump.window_title import WindowTitle

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|ⓒ|copyright|all contents)"
    r"[\s©(c):,]*(?:\d{4}\s?[-–/]\s?)?(?:\d{2,4})?[\s,.:©]*(?:by\s)?"
    r"(?P<name>[^©|\n]{2,80})",
    re.IGNORECASE,
)
_NAME_END = re.compile(
    rf"\s?[.,;|•·–—]\s|\s-\s|[.,]?\s*\b(?:{words.any_of(words.COMPANY_ENDS)})\b|[.]?$",
    re.IGNORECASE,
)
_OWN_NAME = re.compile(
    r"(?:subscribe\s+to|follow|welcome\s+to|by\s+the|join|read\s+more\s+(?:from|on)|download|get|access)\s+"
    r"(?P<name>(?:The\s+)?[A-ZÀ-Þ][\w'&.-]*(?:\s+(?:of\s+|the\s+|de\s+|del\s+)?[A-ZÀ-Þ][\w'&.-]*){0,3})"
)
_CAPITALS = re.compile(r"(?:The\s+)?[A-ZÀ-Þ][\w'&-]*(?:\s+[A-ZÀ-Þ][\w'&-]*){1,3}")
_LOGO = re.compile(r"^(?:\[?logo\]?|home of|visit)\s+(?=\S)", re.IGNORECASE)
_CRUMBS = re.compile(r"\s+[/>›»❯→|]+\s+|\s*[›»❯>]\s*")
_DIGIT = re.compile(r"\d")
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\b|(?i:^opyright)")
_MANY = 200
_LONGEST_NAME, _LONGEST_SECTION = 6, 4


def find_source(blocks: Sequence[Block], signs: Sequence[Sign], window: WindowTitle) -> str:
    """The site's name: in the window's title, in the law at the foot, on the masthead."""
    lines = Counter(block.plain for block in blocks[1:])
    feet = list(_copyrights(blocks))
    parts = [part for part in window.parts[1:] if len(part.split()) <= _LONGEST_NAME]
    for part in reversed(parts):
        plain = plain_form(part)
        if lines[plain] or any(plain in plain_form(foot) for foot in feet):
            return part
    if parts:
        return parts[-1]
    for foot in feet:
        if name := _name_of(foot):
            return _as_on_masthead(name, blocks)
    return _masthead(blocks, signs) or _called(blocks)


def _copyrights(blocks: Sequence[Block]) -> Iterator[str]:
    for number in range(len(blocks) - 1, -1, -1):
        text = blocks[number].text
        if blocks[number].words > 60:
            continue
        if match := _COPYRIGHT.search(text[:400]):
            yield match["name"].strip()
        elif re.search(r"(?:©|ⓒ|[Cc]opyright)[\s\d–-]*$", text) and number + 1 < len(blocks):
            yield blocks[number + 1].text[:80]


def _name_of(foot: str) -> str:
    end = _NAME_END.search(foot, 1)
    name = _YEARS.sub("", foot[: end.start()] if end else foot).strip(" .,-–|")
    fits = 0 < len(name.split()) <= _LONGEST_NAME and any(sign.isalpha() for sign in name)
    return name if fits and not find_dates(name) and not name.isdigit() else ""


def _as_on_masthead(name: str, blocks: Sequence[Block]) -> str:
    """The name as it stands on a line of its own, say with its article."""
    for block in blocks[:80]:
        bare = _LOGO.sub("", block.text)
        if block.words <= _LONGEST_NAME + 1 and plain_form(name) in plain_form(bare).split("  "):
            return bare
        if block.words <= _LONGEST_NAME + 1 and plain_form(bare) == plain_form(f"The {name}"):
            return bare
    return name


def _masthead(blocks: Sequence[Block], signs: Sequence[Sign]) -> str:
    """A short line near the top that comes back on the page, and is no button."""
    lines = Counter(_LOGO.sub("", block.text) for block in blocks if block.words <= _LONGEST_NAME)
    for block in blocks[:3]:
        name = _LOGO.sub("", block.text)
        logo = name != block.text
        if (
            block.kind is Kind.TEXT
            and signs[block.place] is Sign.NONE
            and (lines[name] > 1 or logo)
        ):
            return name if block.words <= _LONGEST_NAME else ""
    return ""


def _called(blocks: Sequence[Block]) -> str:
    """The name by which offers and notes of a page call it, if they do so again and again."""
    called: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for block in blocks:
        if block.words > 60:
            continue
        called.update({match["name"] for match in _OWN_NAME.finditer(block.text)})
        named.update({match[0] for match in _CAPITALS.finditer(block.text)})
    fitting = {
        name: sum(count for other, count in named.most_common(_MANY) if name in other)
        for name, _ in called.most_common(_MANY)
        if len(name.split()) > 1
    }
    best = max(fitting, key=lambda name: fitting[name], default="")
    return best if best and fitting[best] >= 3 else ""


def find_section(blocks: Sequence[Block], signs: Sequence[Sign], lead: Lead) -> str:
    """The section, from the path of pages above the headline or from a label beside it."""
    if lead.headline is None:
        return ""
    headline = blocks[lead.headline]
    near = range(max(0, lead.headline - 5), lead.headline)
    for number in reversed(near):
        if section := _last_crumb(blocks[number].text, headline.text):
            return section
    labels = {block.plain for block in blocks if block.kind is Kind.ITEM or block.words <= 3}
    seen = Counter(block.plain for block in blocks)
    for copy in _copies(blocks, lead.headline):
        for number in (copy - 1, copy + 1):
            if not 0 <= number < lead.start or not _is_label(blocks[number], signs[number]):
                continue
            if seen[blocks[number].plain] > 1 and blocks[number].plain in labels:
                return blocks[number].text
    return ""


def _copies(blocks: Sequence[Block], headline: int) -> list[int]:
    plain = blocks[headline].plain
    return [headline, *(n for n in range(1, headline) if blocks[n].plain == plain)]


def _last_crumb(text: str, headline: str) -> str:
    crumbs = [crumb.strip() for crumb in _CRUMBS.split(text[:400]) if crumb.strip()]
    if len(crumbs) < 2:
        return ""
    plain = plain_form(headline)
    # Where the first crumb is behind other words, it still is the way home.
    starts_at_home = any(plain_form(crumbs[0]).endswith(home) for home in words.HOME)
    inner = [
        crumb
        for crumb in crumbs[1 if starts_at_home else 0 :]
        if plain_form(crumb) != plain
        and len(crumb.split()) <= _LONGEST_SECTION
        and not _DIGIT.search(crumb)
    ]
    ends_here = plain_form(crumbs[-1]) == plain
    return inner[-1] if inner and (starts_at_home or ends_here) else ""


def _is_label(block: Block, sign: Sign) -> bool:
    return (
        sign is Sign.NONE
        and block.kind is not Kind.PICTURE
        and 0 < block.words <= _LONGEST_SECTION
        and len(block.text) <= 40
        and not block.is_sentence
        and not find_dates(block.text)
        and not any(sign.isdigit() for sign in block.text)
    )
