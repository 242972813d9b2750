"""End the paragraphs whose end a page leaves out, where HTML lets it and libxml2 does not know."""

import re

_START_OR_END = re.compile(r"<(?:[pP][\s>]|(/)[pP]\s*>)")
_NEXT = re.compile(
    r"<p[\s>]|</p\s*>"
    r"|<(article|aside|details|figcaption|figure|footer|header|main|nav|section)[\s>]",
    re.IGNORECASE,
)


def end_paragraphs(markup: str) -> str:
    """The markup with an end before each element that ends a paragraph.

    libxml2 knows those of HTML 4 alone, and puts a figure into the byline before it. SingleFile
    leaves out all ends that may be.
    """
    tags = _START_OR_END.findall(markup)
    if len(tags) <= 2 * tags.count("/"):
        return markup
    pieces: list[str] = []
    done = 0
    is_open = False
    for found in _NEXT.finditer(markup):
        if found[1] and is_open:
            pieces += (markup[done : found.start()], "</p>")
            done = found.start()
        is_open = not found[1] and not found[0].startswith("</")
    return "".join((*pieces, markup[done:]))
