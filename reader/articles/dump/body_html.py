"""Write the kept blocks of a dump as a body and as plain text."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from reader.articles.dump.block import Block, Kind

_CELLS = re.compile(r"\t|\s{2,}|\s\|\s")


def body_html(blocks: Sequence[Block]) -> str:
    return "\n".join(_markup(blocks))


def body_text(blocks: Sequence[Block]) -> str:
    """What the body says, captions apart: a paragraph to a block."""
    return "\n\n".join(_said(block) for block in blocks if block.kind is not Kind.PICTURE)


def _said(block: Block) -> str:
    return " | ".join(_cells(block)) if block.kind is Kind.TABLE else block.text


def _cells(block: Block) -> list[str]:
    return [cell.strip() for cell in _CELLS.split(block.text) if cell.strip()]


def _markup(blocks: Sequence[Block]) -> Iterator[str]:
    for (kind, ordered), group in groupby(blocks, key=lambda block: (block.kind, block.ordered)):
        members = list(group)
        if kind is Kind.ITEM:
            tag = "ol" if ordered else "ul"
            items = "\n".join(f"<li>{_safe(item.text)}</li>" for item in members)
            yield f"<{tag}>\n{items}\n</{tag}>"
        elif kind is Kind.QUOTE:
            said = "\n".join(f"<p>{_safe(member.text)}</p>" for member in members)
            yield f"<blockquote>\n{said}\n</blockquote>"
        elif kind is Kind.TABLE:
            yield f"<table>\n{_rows(members)}\n</table>"
        else:
            yield from map(_single, members)


def _rows(members: Sequence[Block]) -> str:
    return "\n".join(
        "<tr>" + "".join(f"<td>{_safe(cell)}</td>" for cell in _cells(row)) + "</tr>"
        for row in members
    )


def _single(block: Block) -> str:
    if block.kind is Kind.HEADING:
        level = min(4, max(2, block.level))
        return f"<h{level}>{_safe(block.text)}</h{level}>"
    if block.kind is Kind.PICTURE:
        return f"<figure><figcaption>{_safe(block.text)}</figcaption></figure>"
    return f"<p>{_safe(block.text)}</p>"


def _safe(text: str) -> str:
    return escape(text, quote=False)
