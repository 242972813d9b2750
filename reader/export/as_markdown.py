"""Hand a clipping out as Markdown with YAML front matter, as note-taking programs read it."""

import json
import re
from html.parser import HTMLParser

from reader.clipping import Clipping

_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "code": "`", "del": "~~", "mark": "=="}
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_BLOCKS = {"p", "div", "figure", "figcaption", "li", "dt", "dd", "td", "th", "pre", *_HEADINGS}
_SPECIAL = re.compile(r"([\\`*_\[\]<>])")


def as_markdown(clipping: Clipping) -> str:
    article = clipping.article
    front = {
        "title": article.title,
        "author": list(article.people) or article.byline,
        "source": article.address,
        "site": article.source,
        "published": article.published,
        "saved": clipping.saved_at,
        "tags": list(clipping.additions.tags),
    }
    # A JSON value is a YAML value, with all that could be misread safely in quotes.
    lines = [f"{key}: {json.dumps(one, ensure_ascii=False)}" for key, one in front.items() if one]
    parts = ["---\n" + "\n".join(lines) + "\n---", f"# {_plain(article.title)}"]
    if article.standfirst:
        parts.append(f"*{_plain(article.standfirst)}*")
    parts.append(_Writer().write(article.html))
    if clipping.additions.highlights:
        parts.append("## Marks\n\n" + "\n\n".join(_mark_lines(clipping)))
    if clipping.additions.note:
        parts.append("## Note\n\n" + clipping.additions.note)
    return "\n\n".join(part for part in parts if part) + "\n"


def _mark_lines(clipping: Clipping) -> list[str]:
    lines = []
    for mark in clipping.additions.highlights:
        quote = "> " + " ".join(mark.quote.exact.split())
        lines.append(f"{quote}\n\n{mark.note}" if mark.note else quote)
    return lines


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


class _Writer(HTMLParser):
    """Writes the safe HTML of an article; each block becomes one paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self._done: list[str] = []
        self._line: list[str] = []
        self._lists: list[list[object]] = []  # the tag and the number of its next item
        self._quotes = 0
        self._lead = ""
        self._links: list[str] = []
        self._is_pre = False

    def write(self, html: str) -> str:
        self.feed(html)
        self.close()
        self._end_block()
        text = "\n\n".join(self._done)
        return re.sub(r"(?m)^(\s*(?:[-*]|\d+\.) .*)\n\n(?=\s*(?:[-*]|\d+\.) )", r"\1\n", text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS or tag in ("ul", "ol", "blockquote", "tr", "table"):
            self._end_block()
        if tag in _HEADINGS:
            self._lead = _HEADINGS[tag]
        self._start_container(tag, values)
        self._start_inline(tag, values)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS or tag in ("ul", "ol", "blockquote", "tr", "table"):
            self._end_block()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
        elif tag == "pre":
            self._is_pre = False
        elif tag == "a" and self._links:
            self._line.append(f"]({self._links.pop()})")
        elif tag in _MARKS and not self._is_pre:
            self._line.append(_MARKS[tag])

    def handle_data(self, data: str) -> None:
        self._line.append(
            data if self._is_pre else _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", data))
        )

    def _start_container(self, tag: str, values: dict[str, str]) -> None:
        if tag in ("ul", "ol"):
            start = values.get("start", "1")
            self._lists.append([tag, int(start) if start.isdecimal() else 1])
        elif tag == "li" and self._lists:
            kind, number = self._lists[-1]
            self._lead = f"{number}. " if kind == "ol" else "- "
            self._lists[-1][1] = int(str(number)) + 1
        elif tag == "blockquote":
            self._quotes += 1
        elif tag == "pre":
            self._is_pre = True

    def _start_inline(self, tag: str, values: dict[str, str]) -> None:
        if tag == "a":
            self._links.append(values.get("href", "").replace(")", "%29"))
            self._line.append("[")
        elif tag == "img":
            address = values.get("src", "").replace(")", "%29")
            self._line.append(f"![{_plain(values.get('alt', ''))}]({address})")
        elif tag == "br":
            self._line.append("\n" if self._is_pre else "  \n")
        elif tag == "hr":
            self._end_block()
            self._done.append("---")
        elif tag in _MARKS and not self._is_pre:
            self._line.append(_MARKS[tag])

    def _end_block(self) -> None:
        text = "".join(self._line)
        self._line.clear()
        if self._is_pre and text.strip():
            text = f"```\n{text.strip(chr(10))}\n```"
        text = text.strip()
        if not text:
            return
        lead, self._lead = self._lead, ""
        depth = max(0, len(self._lists) - 1)
        body = "  " * depth + lead + text
        mark = "> " * self._quotes
        self._done.append("\n".join(mark + line for line in body.split("\n")))
