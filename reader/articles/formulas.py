"""Say a formula of MathML in a line: with raised and lowered letters, and fractions by a stroke."""

from collections.abc import Callable
from html import escape

from bs4.element import NavigableString, Tag

from reader.articles.body_blocks import JOINTS
from reader.articles.tags import named

_UNREAD = named("annotation annotation-xml maction merror mphantom")
_MOST_PARTS = 2_000
_UNSEEN = JOINTS | dict.fromkeys(map(ord, "\u2061\u2062\u2063\u2064"))  # operators
_DEEPEST = 20


def said_formula(math: Tag) -> str:
    """Safe inline markup; the TeX that stands beside the formula where it says nothing itself."""
    if len(math.find_all(True, limit=_MOST_PARTS)) < _MOST_PARTS:
        said = _said(math, 0)
        if said.strip():
            return said
    return escape(_seen(str(math.get("alttext") or "")), quote=False)


def _said(tag: Tag, depth: int) -> str:
    if tag.name in _UNREAD or depth > _DEEPEST:
        return ""
    parts = [one for one in tag.children if isinstance(one, Tag)]
    write = _WRITTEN.get(tag.name)
    if write is not None:
        return write([_said(part, depth + 1) for part in parts])
    if parts:
        return "".join(_said(part, depth + 1) for part in parts)
    words = "".join(str(text) for text in tag.children if type(text) is NavigableString)
    words = _seen(words)
    return f" {escape(words, quote=False)} " if words in _SPACED else escape(words, quote=False)


def _seen(words: str) -> str:
    return " ".join(words.translate(_UNSEEN).split())


def _fraction(parts: list[str]) -> str:
    return "/".join(map(_held, parts))


def _root(parts: list[str]) -> str:
    return f"√{_held(''.join(parts[:1]))}"


def _scripts(*marks: str) -> Callable[[list[str]], str]:
    def write(parts: list[str]) -> str:
        said = zip(marks, parts[1:], strict=False)
        return "".join(parts[:1]) + "".join(_script(mark, part) for mark, part in said)

    return write


def _script(mark: str, said: str) -> str:
    sign = "^" if mark == "sup" else "_"
    return f"{sign}{_held(said)}" if "<" in said else f"<{mark}>{said}</{mark}>" if said else ""


def _held(said: str) -> str:
    return f"({said})" if len(said) > 1 and not said.isalnum() else said


_SPACED = frozenset("=+−<>≤≥≈≠→⇒∈±×·")
_WRITTEN: dict[str, Callable[[list[str]], str]] = {
    "mfrac": _fraction,
    "msqrt": lambda parts: f"√{_held(''.join(parts))}",
    "mroot": _root,
    "msup": _scripts("sup"),
    "msub": _scripts("sub"),
    "msubsup": _scripts("sub", "sup"),
    "munder": _scripts("sub"),
    "mover": _scripts("sup"),
    "munderover": _scripts("sub", "sup"),
}
