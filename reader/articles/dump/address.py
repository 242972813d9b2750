"""Find the address of the page that a dump was made of."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, urldefrag, urlsplit

from reader.articles.dump.block import Block, plain_form

_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]]{4,2000}")
_LABEL = re.compile(
    r"(?i)^\W*(?:source|url|link|from|original(?:\s+(?:article|url|link))?|address|permalink|short\s+url|retrieved\s+from|web|quelle|adresse|fuente|fonte|источник|来源|來源|출처|المصدر)\s*[:：]?\s*<?(?=https?://)"
)
_FEW = 4
_LIKE = 0.6


def find_address(blocks: Sequence[Block], references: Sequence[str], headline: str) -> str:
    """The page's own address: said on a line of its own, or told by its links."""
    for number, block in enumerate(blocks):
        at_edge = number < _FEW or number >= len(blocks) - _FEW
        if "://" in block.text[:200] and (said := _said(block.text, at_edge=at_edge)):
            return said
    return _told(references, headline)


def _said(text: str, *, at_edge: bool) -> str:
    label = _LABEL.match(text[:200])
    start = label.end() if label else 0
    match = _ADDRESS.match(text, start) if label or at_edge else None
    rest = text[match.end() :].strip(" >.)") if match else "x"
    return match[0].rstrip(".,;)") if match and not rest else ""


def _told(references: Sequence[str], headline: str) -> str:
    """The address that links within the page, share buttons or a path like the headline give."""
    wanted = {word for word in plain_form(headline).split() if len(word) > 2}
    addresses = list(_addresses(references))
    within = Counter(urldefrag(link)[0] for link in addresses if "#" in link)
    for link in (*dict(within.most_common()), *addresses):
        words = set(plain_form(_path(link)).split())
        if wanted and len(wanted & words) >= max(2, _LIKE * len(wanted)):
            return urldefrag(link)[0]
    inner = [link for link in within if _path(link).strip("/")]
    return inner[0] if len(inner) == 1 else ""


def _addresses(references: Sequence[str]) -> Iterator[str]:
    for link in references[:2000]:
        if not link.startswith("http"):
            continue
        yield link
        query = link.partition("?")[2]
        if "http" in query:
            yield from (value for _, value in parse_qsl(query[:4000]) if _ADDRESS.fullmatch(value))


def _path(link: str) -> str:
    try:
        return urlsplit(link).path
    except ValueError:
        return ""
