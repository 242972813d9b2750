"""Turn a note's ENML into HTML, with its pictures in their places."""

import re
from collections.abc import Mapping
from html import escape
from typing import Protocol

_BODY = re.compile(r"<en-note\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>", re.IGNORECASE)
_TAG = re.compile(r"<([a-zA-Z][\w:-]*)((?:[^<>\"'/]|/(?!>)|\"[^\"]*\"|'[^']*')*+)(/?)>")
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_LOCKED = re.compile(r"<en-crypt\b.*?</en-crypt\s*>", re.IGNORECASE | re.DOTALL)
_OWN_ENDS = re.compile(r"</en-(?:note|media|todo)\s*>", re.IGNORECASE)
_DIV = re.compile(r"<(/?)div\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)(?<!/)>", re.IGNORECASE)
_CODE = re.compile(r"-en-codeblock\s*:\s*true", re.IGNORECASE)
_LINE_END = re.compile(r"(?:<br\b[^<>]*>\s*)?</div\s*>|<br\b[^<>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
     "source", "track", "wbr")
)  # fmt: skip


class Saved(Protocol):
    """A file within the note."""

    @property
    def name(self) -> str: ...

    @property
    def content(self) -> bytes: ...

    @property
    def address(self) -> str: ...


def fragment_of(enml: str, files: Mapping[str, Saved]) -> str:
    """What stands within `<en-note>`, as a piece of a page."""
    start = _BODY.search(enml)
    body = enml[start.end() :] if start else enml
    body = _with_code(_unlocked(body))
    return _OWN_ENDS.sub("", _TAG.sub(lambda found: _tag(found, files), body)).strip()


def _with_code(body: str) -> str:
    """The lines of a block of code, each of which is a block to Evernote, as code."""
    if "en-codeblock" not in body:
        return body
    written: list[str] = []
    start = depth = 0  # where the block's own tag ends, and how many are open in it
    done = 0
    for tag in _DIV.finditer(body):
        if start:
            depth += -1 if tag[1] else 1
            if not depth:
                written.append(_code(body[start : tag.start()]))
                start, done = 0, tag.end()
        elif not tag[1] and _CODE.search(tag[2]):
            written.append(body[done : tag.start()])
            start, depth, done = tag.end(), 1, tag.start()
    return "".join(written) + body[done:]


def _code(lines: str) -> str:
    plain = _ANY_TAG.sub("", _LINE_END.sub("\n", lines)).strip("\n")
    return f"<pre>{plain}</pre>"


def _unlocked(body: str) -> str:
    """Behind the last end there is nothing to find, however many beginnings there are."""
    last = body.casefold().rfind("</en-crypt")
    if last < 0 or len(body.casefold()) != len(body):
        return body
    end = body.find(">", last) + 1 or len(body)
    return _LOCKED.sub("", body[:end]) + body[end:]


def _tag(found: re.Match[str], files: Mapping[str, Saved]) -> str:
    """XML closes any tag with a slash, which a browser would leave open."""
    name, attributes, slash = found[1], found[2], found[3]
    if name.casefold() == "en-media":
        return _media({one[0].lower(): one[1] or one[2] for one in _pairs(attributes)}, files)
    if name.casefold() == "en-todo":
        return "☑ " if 'checked="true"' in attributes.replace("'", '"') else "☐ "
    if slash and name.casefold() not in _VOID:
        return f"<{name}{attributes}></{name}>"
    return found[0]


def _pairs(attributes: str) -> list[tuple[str, str, str]]:
    return _ATTRIBUTE.findall(attributes)


def _media(told: Mapping[str, str], files: Mapping[str, Saved]) -> str:
    file = files.get(told.get("hash", "").strip().casefold())
    # The kind may be stated wrongly; what it is called tells as well.
    is_picture = told.get("type", "").startswith("image/")
    if file is None or not (is_picture or file.name.endswith(_PICTURES)):
        return ""
    source = file.name if file.content else file.address
    sizes = "".join(
        f' {name}="{told[name]}"' for name in ("width", "height") if told.get(name, "").isdigit()
    )
    says = told.get("alt", "").replace('"', "&quot;")
    return f'<img src="{escape(source)}" alt="{says}"{sizes}>' if source else ""
