"""Write the paragraphs of a PDF as the markup of a page."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reader.pages.pdf.columns import is_beside, story_columns
from reader.pages.pdf.line import Box, Line
from reader.pages.pdf.paragraphs import Paragraph, usual_size
from reader.pages.pdf.words import running, words_of

_LARGER = 1.15
_HEADLINE = 1.3
_LONGEST_HEADING = 250
_LONGEST_BOLD = 120
_LONGEST_LABEL = 40
_LONGEST_CAPTION = 400
_LONG_PARAGRAPH = 150
_FEWEST_LETTERS = 4
_TOP = 0.65  # of the first page, in which the headline stands
_DASH = re.compile(r"^\s*[–—-]\s")
_BULLET = re.compile(r"^\s*[•‣◦▪●■·*–—-]\s+(?=\S)")
_LINKED = 0.8
_WHO_AND_WHEN = re.compile(
    r"([^\W\d_][^\d_.!?。:]{1,40}?)[\s,|·•–—-]{1,3}"
    r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
    r"(?:\D{0,3}\d{1,2}:\d{2})?"
)


@dataclass(frozen=True)
class Placed:
    """A picture's name, and where it stands."""

    name: str
    page: int
    box: Box


@dataclass(frozen=True)
class _Block:
    kind: str
    paragraph: Paragraph | None = None
    picture: str = ""


def write(
    paragraphs: Sequence[Paragraph], pictures: Sequence[Placed], title: str, language: str
) -> str:
    """The page: what stands above the headline as its header, the rest as its article."""
    usual = usual_size([line for paragraph in paragraphs for line in paragraph.lines])
    headline = _find_headline(paragraphs, title, usual)
    columns = story_columns(paragraphs)
    beside = [one for one in paragraphs if one is not headline and is_beside(one.box, columns)]
    apart = {id(one) for one in beside}
    story = [one for one in paragraphs if id(one) not in apart] or paragraphs
    shown = [one for one in pictures if not is_beside(one.box, columns)]
    known = words_of(paragraphs)
    blocks = _with_words_said(list(_blocks(story, shown, headline, usual)))
    start = _start(blocks)
    lang = f' lang="{html.escape(language)}"' if language else ""
    direction = ' dir="rtl"' if _is_rtl(paragraphs) else ""
    return "\n".join(
        (
            f"<!DOCTYPE html>\n<html{lang}{direction}><head><title>{html.escape(title)}</title>",
            "</head><body><header>",
            *_written(blocks[:start], known),
            "</header><article>",
            *_written(blocks[start:], known),
            "</article><aside>",
            *_written([_Block("p", one) for one in beside if story is not paragraphs], known),
            "</aside></body></html>",
        )
    )


def _start(blocks: Sequence[_Block]) -> int:
    """Where the article begins: at its headline, or with a word on the section above it."""
    start = next((at for at, block in enumerate(blocks) if block.kind == "h1"), 0)
    above = blocks[start - 1] if start else None
    if above is None or above.paragraph is None or above.kind != "p":
        return start
    return start - 1 if len(above.paragraph.text) <= _LONGEST_LABEL else start


def _is_rtl(paragraphs: Sequence[Paragraph]) -> bool:
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    return sum(line.is_rtl for line in lines) * 2 > len(lines)


def _find_headline(paragraphs: Sequence[Paragraph], title: str, usual: float) -> Paragraph | None:
    """The large line that the title says too, or the largest near the top of the first page."""
    large = [
        one for one in paragraphs
        if one.size >= _LARGER * usual and _FEWEST_LETTERS <= len(one.text) <= _LONGEST_HEADING
    ]  # fmt: skip
    said = [one for one in large if _folded(one.text) in _folded(title)]
    if said:
        return max(said, key=lambda one: (len(one.text), one.size))
    if not paragraphs:
        return None
    first = paragraphs[0].page
    lowest = max((one.box.bottom for one in paragraphs if one.page == first), default=0)
    top = [
        one for one in large
        if one.page == first and one.size >= _HEADLINE * usual and one.box.top <= _TOP * lowest
    ]  # fmt: skip
    return max(top, key=lambda one: one.size, default=None)


def _folded(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _blocks(
    paragraphs: Sequence[Paragraph],
    pictures: Sequence[Placed],
    headline: Paragraph | None,
    usual: float,
) -> Iterator[_Block]:
    left = list(pictures)
    is_within = False
    for at, paragraph in enumerate(paragraphs):
        for picture in [one for one in left if _is_before(one, paragraph)]:
            left.remove(picture)
            is_caption = _is_caption(picture, paragraph, usual)
            yield _Block("figure", paragraph if is_caption else None, picture.name)
            if is_caption:
                break
        else:
            kind = "h1" if paragraph is headline else _kind(paragraph, usual, is_within)
            is_within = is_within or len(paragraph.text) > _LONG_PARAGRAPH
            is_last = at == len(paragraphs) - 1
            yield _Block("p" if kind in ("h2", "h3") and is_last else kind, paragraph)
    for picture in left:
        yield _Block("figure", None, picture.name)


def _with_words_said(blocks: Sequence[_Block]) -> list[_Block]:
    """The blocks, those with a dash that stand alone as what someone says, and no list."""
    kinds = ["", *(one.kind for one in blocks), ""]
    return [
        replace(one, kind="p") if one.kind == "li" and _is_said(one, before, behind) else one
        for one, before, behind in zip(blocks, kinds, kinds[2:], strict=False)
    ]


def _is_said(block: _Block, before: str, behind: str) -> bool:
    text = block.paragraph.text if block.paragraph else ""
    return "li" not in (before, behind) and _DASH.match(text) is not None


def _is_before(picture: Placed, paragraph: Paragraph) -> bool:
    if picture.page != paragraph.page:
        return picture.page < paragraph.page
    is_above = paragraph.box.top >= picture.box.bottom - paragraph.size
    return is_above and not picture.box.beside(paragraph.box)


def _is_caption(picture: Placed, paragraph: Paragraph, usual: float) -> bool:
    is_near = paragraph.box.top - picture.box.bottom < 2.5 * usual
    is_small = paragraph.size < 0.95 * usual and len(paragraph.text) <= _LONGEST_CAPTION
    return picture.page == paragraph.page and is_near and is_small


def _kind(paragraph: Paragraph, usual: float, is_within: bool) -> str:
    text = paragraph.text.strip()
    if paragraph.size >= _LARGER * usual and len(text) <= _LONGEST_HEADING:
        return "h2"
    # Above the story, names and places are in bold as well.
    is_short = len(text) <= _LONGEST_BOLD and not text.endswith((".", "。", ",", ";"))
    if is_within and paragraph.is_bold and is_short:
        return "h3"
    if _is_linked(paragraph):
        return "link"
    return "li" if _BULLET.match(text) else "p"


def _is_linked(paragraph: Paragraph) -> bool:
    spans = [span for line in paragraph.lines for span in line.spans]
    linked = sum(len(span.text.strip()) for span in spans if span.address)
    return linked >= _LINKED * sum(len(span.text.strip()) for span in spans)


def _written(blocks: Sequence[_Block], known: frozenset[str]) -> Iterator[str]:
    for kind, run in groupby(blocks, lambda block: block.kind):
        if kind in ("li", "link"):
            yield "<ul>" + "".join(f"<li>{_inner(block, known)}</li>" for block in run) + "</ul>"
            continue
        for block in run:
            if kind == "figure":
                yield _figure(block, known)
            else:
                yield _parted(block, known)


def _parted(block: _Block, known: frozenset[str]) -> str:
    """A line that says who and when, each by itself; in print nothing but a space parts them."""
    text = block.paragraph.text.strip() if block.paragraph else ""
    found = _WHO_AND_WHEN.fullmatch(text)
    if found is None:
        return f"<{block.kind}>{_inner(block, known)}</{block.kind}>"
    who, when = (html.escape(one.strip()) for one in found.groups())
    return f'<p class="byline">{who}</p><p><time>{when}</time></p>'


def _figure(block: _Block, known: frozenset[str]) -> str:
    caption = f"<figcaption>{_inner(block, known)}</figcaption>" if block.paragraph else ""
    return f'<figure><img src="{html.escape(block.picture)}">{caption}</figure>'


def _inner(block: _Block, known: frozenset[str]) -> str:
    lines: Sequence[Line] = block.paragraph.lines if block.paragraph else ()
    written = ""
    for span in running(lines, known):
        text = html.escape(span.text, quote=False)
        if span.address and text.strip():
            text = f'<a href="{html.escape(span.address)}">{text}</a>'
        written += text
    written = " ".join(written.split())
    return _BULLET.sub("", written) if block.kind == "li" else written
