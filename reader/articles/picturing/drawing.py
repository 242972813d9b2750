"""Write a drawing (SVG) anew from what may be kept of it, so that no renderer meets the rest."""

import base64
import re
import zlib
from collections.abc import Iterator, Sequence

import lxml.etree
from lxml.etree import _Element as Element

from reader.articles.picturing.content_signs import raster_type
from reader.articles.picturing.drawing_names import (
    ATTRIBUTES,
    DRAWN,
    ELEMENTS,
    PROPERTIES,
    SVG,
    UNDRAWN,
    WORDS,
)
from reader.articles.picturing.drawing_record import GZIP, Drawing

MOST_BYTES = 4 * 1024 * 1024
_MOST_ELEMENTS = 20_000
_MOST_ATTRIBUTES = 500
_MOST_REPEATED = 60_000  # elements, once each `use` is drawn
_DEEPEST = 80
_DEEPEST_USE = 8
_MOST_RULES = 500
_MOST_PHOTOS = 16
_LARGEST_SIDE = 4_000
_USUAL = (300.0, 150.0)  # where a drawing says nothing of its size
_LONGEST_VALUE = 1_000
_LONGEST_SHAPE = 400_000

# A paint of the drawing itself; an address of any other kind is not kept.
_OWN = re.compile(r"url\(\s*(['\"]?)#[\w.:-]{1,100}\1\s*\)")
# Numbers far beyond any sheet of paper only take time.
_UNFIT = re.compile(
    r"[\\<>@]|url\s*\(|script:|expression|import|(?<=[\d.])e\+?(?:[6-9]\b|\d\d)|(?<![\d.])\d{8}",
    re.IGNORECASE,
)
_RULE = re.compile(r"([^{}]{1,300})\{([^{}]{0,3000})\}")
_SELECTOR = re.compile(r"[\w\s.#,>*-]+")
_NAME = re.compile(r"[\w.: -]{1,200}")
_LENGTH = re.compile(r"\s*(\d{1,7}(?:\.\d{0,6})?|\.\d{1,6})\s*(px|pt|pc|mm|cm|in|em|ex)?\s*")
_UNITS = {"pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "em": 16, "ex": 8}


def read_drawing(content: bytes) -> Drawing | None:
    """The drawing in the bytes of a file; None where it is none, is too large or shows nothing."""
    content = _unpacked(content)
    if len(content) > MOST_BYTES:
        return None
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = lxml.etree.fromstring(content, parser)
    except (lxml.etree.XMLSyntaxError, ValueError):
        return None
    return None if _has_entities(root) else safe_drawing(root)


def safe_drawing(svg: Element) -> Drawing | None:
    """The drawing of an element, be it of XML or within a page's markup."""
    if _name_of(svg) != "svg":
        return None
    width, height = _size(svg)
    made = _Rewriting().rewrite(svg)
    if made is None or not _draws(made) or not _is_bounded(made):
        return None
    made.set("width", f"{width:g}")
    made.set("height", f"{height:g}")
    if "viewBox" not in made.attrib:
        made.set("viewBox", f"0 0 {width:g} {height:g}")
    shown = min(1.0, _LARGEST_SIDE / max(width, height))
    sides = max(1, round(width * shown)), max(1, round(height * shown))
    return Drawing(lxml.etree.tostring(made), *sides)


def _has_entities(root: Element) -> bool:
    dtd = root.getroottree().docinfo.internalDTD
    return dtd is not None and bool(dtd.entities())  # type: ignore[attr-defined]


class _Rewriting:
    """Counts what it writes, so that a drawing ends."""

    def __init__(self) -> None:
        self._elements = 0
        self._photos = 0

    def rewrite(self, svg: Element) -> Element | None:
        made = lxml.etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG})  # type: ignore[dict-item]
        self._fill(made, svg)
        waiting = [(svg, made, 1)]
        while waiting:
            source, target, depth = waiting.pop()
            for child in source:
                name = _name_of(child)
                self._elements += 1
                if self._elements > _MOST_ELEMENTS or depth > _DEEPEST:
                    return None
                if not name or not self._shows(name, child):
                    continue
                kept = lxml.etree.SubElement(target, f"{{{SVG}}}{name}")
                self._fill(kept, child)
                waiting.append((child, kept, depth + 1))
        return made

    def _fill(self, target: Element, source: Element) -> None:
        name = lxml.etree.QName(target).localname
        for written, value in _attributes(source):
            attribute = _kept_attribute(name, str(written), str(value))
            if attribute:
                target.set(*attribute)
        if name == "style":
            target.text = _safe_rules(source.text or "")
        elif name in WORDS:
            target.text = source.text
        if name in ("tspan", "title", "desc"):
            target.tail = source.tail
        # What stands around a link or another word of a text is the text's own.
        if name == "text":
            target.text = (source.text or "") + "".join(
                child.tail or "" for child in source if not _name_of(child)
            )

    def _shows(self, name: str, element: Element) -> bool:
        if name == "use":
            return bool(_own_name(_href(element)))
        if name != "image":
            return True
        self._photos += 1
        return self._photos <= _MOST_PHOTOS and bool(_photo(_href(element)))


def _name_of(element: Element) -> str:
    """The element's own name; empty for what is not kept."""
    if not isinstance(element.tag, str):
        return ""
    space, _, local = element.tag.rpartition("}")
    if space not in ("", f"{{{SVG}"):
        return ""
    name = local.rpartition(":")[2].lower()
    # A link is drawn like any group.
    return "g" if name == "a" else ELEMENTS.get(name, "")


def _attributes(element: Element) -> Sequence[tuple[str | bytes, str | bytes]]:
    """None of too many, for lxml goes through all of them to tell each."""
    return element.attrib.items() if len(element.attrib) <= _MOST_ATTRIBUTES else ()


def _kept_attribute(element: str, written: str, value: str) -> tuple[str, str] | None:
    local = written.rpartition("}")[2].rpartition(":")[2].lower()
    if local == "href":
        reference = _photo(value) if element == "image" else _own_name(value)
        return ("href", reference) if reference else None
    if local == "style":
        return ("style", _safe_style(value))
    name = ATTRIBUTES.get(local)
    if name is None:
        return None
    longest = _LONGEST_SHAPE if name in ("d", "points") else _LONGEST_VALUE
    if len(value) > longest or not _is_safe_value(name, value):
        return None
    return name, value


def _is_safe_value(name: str, value: str) -> bool:
    if name in ("id", "class"):
        return _NAME.fullmatch(value) is not None
    return _UNFIT.search(_OWN.sub("", value)) is None or (
        # A name of a colour may be a long number.
        value.startswith("#") and value[1:].isalnum() and len(value) <= 9
    )


def _safe_style(text: str) -> str:
    kept = []
    for declaration in text[:3_000].split(";"):
        name, _, value = declaration.partition(":")
        known, value = PROPERTIES.get(name.strip().lower()), value.strip()
        if known and value and _is_safe_value(known, value.removesuffix("!important").strip()):
            kept.append(f"{known}:{value}")
    return ";".join(kept)


def _safe_rules(sheet: str) -> str:
    kept = []
    for count, rule in enumerate(_RULE.finditer(sheet[:100_000])):
        selector, style = rule[1].strip(), _safe_style(rule[2])
        if count < _MOST_RULES and style and _SELECTOR.fullmatch(selector):
            kept.append(f"{selector}{{{style}}}")
    return "\n".join(kept)


def _href(element: Element) -> str:
    names = (name for name in element.attrib if str(name).endswith("href"))
    return str(element.get(next(names, ""), ""))


def _own_name(reference: str) -> str:
    reference = reference.strip()
    return reference if reference[:1] == "#" and _NAME.fullmatch(reference[1:]) else ""


def _photo(reference: str) -> str:
    """A picture within a drawing, where its bytes stand there and are one."""
    head, comma, body = reference.partition(",")
    if not head.strip().lower().startswith("data:image/") or not comma or ";base64" not in head:
        return ""
    try:
        content = base64.b64decode("".join(body.split()), validate=True)
    except ValueError:
        return ""
    kind = raster_type(content)
    return f"data:{kind};base64,{base64.b64encode(content).decode()}" if kind else ""


def _size(svg: Element) -> tuple[float, float]:
    box = _view_box(svg)
    width, height = _pixels(svg.get("width")), _pixels(svg.get("height"))
    if box and not (width and height):
        ratio = box[1] / box[0]
        width = width or (height / ratio if height else box[0])
        height = height or width * ratio
    return (width or _USUAL[0]), (height or _USUAL[1])


def _view_box(svg: Element) -> tuple[float, float] | None:
    said = (svg.get("viewBox") or svg.get("viewbox") or "").replace(",", " ").split()
    try:
        width, height = (float(one) for one in said[2:4])
    except ValueError:
        return None
    return (width, height) if 0 < width < 1e6 and 0 < height < 1e6 else None


def _pixels(text: str | None) -> float:
    found = _LENGTH.fullmatch(text or "")
    return float(found[1]) * _UNITS.get(found[2] or "", 1) if found else 0.0


def _draws(svg: Element) -> bool:
    """Whether anything of it could be seen."""
    names = {one.get("id") for one in svg.iter()}
    return any(_is_drawn(one, names) for one in _walk(svg))


def _is_drawn(element: Element, names: set[str | None]) -> bool:
    name = lxml.etree.QName(element).localname
    if name == "use":
        return element.get("href", "")[1:] in names
    if name == "text":
        return any(one.text and one.text.strip() for one in element.iter())
    return name in DRAWN


def _walk(svg: Element) -> Iterator[Element]:
    waiting = [svg]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [one for one in element if lxml.etree.QName(one).localname not in UNDRAWN]


def _is_bounded(svg: Element) -> bool:
    """Whether what is used again and again comes to an end."""
    named = {one.get("id"): one for one in svg.iter() if one.get("id")}
    waiting, count = [(svg, 0)], 0
    while waiting:
        element, depth = waiting.pop()
        count += 1
        if count > _MOST_REPEATED or depth > _DEEPEST_USE:
            return False
        waiting += [(child, depth) for child in element]
        target = named.get(element.get("href", "")[1:]) if element.get("href") else None
        if target is not None:
            waiting.append((target, depth + 1))
    return True


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(GZIP):
        return content
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(content, MOST_BYTES + 1)
    except zlib.error:
        return b""
