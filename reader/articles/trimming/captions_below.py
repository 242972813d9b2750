"""Join a line below a picture to it as its caption, where the line says that it is one."""

import re

from lxml.etree import _Element as Element

from reader.articles.headline import likeness_of, words
from reader.articles.measure import Measures, text_of
from reader.articles.tags import named
from reader.articles.trimming.leaves import in_caption

_LONGEST = 300
_WITHIN = 6
_LIKE = 0.85
_LEAST_WORDS = 3
_LINES = named("p div span small em i center h5 h6")
_SET = named("em i small")
_NUMBERED = re.compile(
    r"(?:fig(?:ure|ura|\.)|abb(?:ildung|\.)|afbeelding|photo|foto|bild|image|imagen|imagem"
    r"|рис(?:унок|\.)|rys(?:unek|\.)|図|图|圖|그림)\s*\d{1,3}\s*[.:：)–-]",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"[(\[]\s*(?:photo|foto|bild|image|picture|credit|source|quelle|fuente|crédit|фото)s?"
    r"(?: credit| by)?\s*[:：/©][^()\[\]]{2,80}[)\]]\.?$"
    r"|(?:/|©|\bvia\b)\s*(?:reuters|getty|afp|ap\b|epa\b|dpa\b|shutterstock|alamy|istock|imago|tass"
    r"|xinhua|ansa|efe\b|keystone|scanpix|ritzau|picture alliance|nurphoto)[^.!?]{0,25}$",
    re.IGNORECASE,
)


def join_captions(story: Element, measures: Measures) -> None:
    for picture in list(story.iter("img")):
        if any(holder.tag == "figure" for holder in picture.iterancestors()):
            continue
        block, line = _line_below(picture, story, measures)
        if block is not None and line is not None and _is_caption(line, picture):
            join(block, line)


def _line_below(
    picture: Element, story: Element, measures: Measures
) -> tuple[Element | None, Element | None]:
    """The block that holds the picture alone, and the short line right after it."""
    block = picture
    for _ in range(_WITHIN):
        if (block.tail or "").strip():
            return None, None
        line = block.getnext()
        if line is not None and line.tag == "br" and not (line.tail or "").strip():
            line = line.getnext()
        if line is not None:
            is_line = line.tag in _LINES and 0 < measures[line].text < _LONGEST
            has_more = measures[line].pictures or in_caption(line)
            return (block, line) if is_line and not has_more else (None, None)
        holder = block.getparent()
        if holder is None or holder is story or measures[holder].text or holder.tag in ("td", "li"):
            return None, None
        block = holder
    return None, None


def _is_caption(line: Element, picture: Element) -> bool:
    text = text_of(line)
    if _NUMBERED.match(text) or _CREDITED.search(text) or _is_set_below(line, picture):
        return True
    said, described = words(text), words(picture.get("alt") or "")
    return len(described) >= _LEAST_WORDS and likeness_of(said, described) >= _LIKE


def _is_set_below(line: Element, picture: Element) -> bool:
    """Whether a line in small type or italics is all that a paragraph says beside a picture."""
    holder = line.getparent()
    if line.tag not in _SET or holder is None or holder.tag != "p" or line.getnext() is not None:
        return False
    return picture.getparent() is holder and text_of(holder) == text_of(line)


def join(block: Element, line: Element) -> None:
    """Make a figure of a block with a picture and the line below it, its caption."""
    if block.getparent() is None:
        return
    figure = block.makeelement("figure")
    block.addprevious(figure)
    figure.tail, line.tail = line.tail, None
    figure.append(block)
    figure.append(line)
    line.tag = "figcaption"
