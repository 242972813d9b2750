"""Write the safe HTML of an article as Markdown, block by block."""

import re
from html.parser import HTMLParser

from reader.export.markdown_words import address_of, at_line_start, plain, table_lines

_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "code": "`", "del": "~~", "mark": "=="}
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_BREAKING = {
    "p", "div", "figure", "figcaption", "li", "dt", "dd", "td", "th", "pre", "ul", "ol",
    "blockquote", "tr", "table", "caption", *_HEADINGS,
}  # fmt: skip
_DEEPEST = 8  # a page nested deeper was made to be a nuisance
_INDENT = "    "


def markdown_body(html: str) -> str:
    writer = _Writer()
    writer.feed(html)
    writer.close()
    return writer.end()


class _Writer(HTMLParser):
    """Gathers a line of words at a time, and ends it where a block begins or ends."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._was_item = False
        self._line: list[str] = []
        self._open: list[tuple[str, int, str]] = []  # tag, where its words begin, link address
        self._lists: list[int] = []  # the number of the next item, or 0 without numbers
        self._rows: list[list[str]] | None = None
        self._quotes = 0
        self._lead = ""
        self._is_pre = False

    def end(self) -> str:
        self._end_block()
        self._end_table()
        return self._text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _BREAKING:
            self._end_block()
            self._start_block(tag, values)
        elif tag in _MARKS or tag == "a":
            self._open.append((tag, len(self._line), address_of(values.get("href", ""))))
        elif tag == "img":
            alt, source = plain(values.get("alt", "")), address_of(values.get("src", ""))
            self._line.append(f"![{alt}]({source})")
        elif tag == "br":
            self._line.append("\n" if self._is_pre else "  \n")
        elif tag == "hr":
            self._end_block()
            self._put("---")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKING:
            self._end_block()
            self._end_container(tag)
        elif any(tag == one for one, _, _ in self._open):
            self._close_inline(tag)

    def handle_data(self, data: str) -> None:
        self._line.append(data if self._is_pre else plain(data, is_whole=False))

    def _start_block(self, tag: str, values: dict[str, str]) -> None:
        if tag in _HEADINGS:
            self._lead = _HEADINGS[tag]
        elif tag in ("ul", "ol"):
            start = values.get("start", "")
            first = int(start) if re.fullmatch("[0-9]{1,9}", start) else 1
            self._lists.append(first if tag == "ol" else 0)
        elif tag == "li" and self._lists:
            self._lead = f"{self._lists[-1]}. " if self._lists[-1] else "- "
            self._lists[-1] += 1 if self._lists[-1] else 0
        elif tag == "blockquote":
            self._quotes += 1
        elif tag == "pre":
            self._is_pre = True
        else:
            self._start_table_part(tag)

    def _start_table_part(self, tag: str) -> None:
        if tag == "table" and self._rows is None:
            self._rows = []
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append("")

    def _end_container(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
        elif tag == "pre":
            self._is_pre = False
        elif tag == "table":
            self._end_table()
        elif tag in _HEADINGS or tag == "li":
            self._lead = ""  # of one without words

    def _close_inline(self, tag: str) -> None:
        """Put the sign around the words alone: `** so **` would be no bold."""
        at = max(place for place, (one, _, _) in enumerate(self._open) if one == tag)
        _, start, address = self._open.pop(at)
        words = "".join(self._line[start:])
        del self._line[start:]
        bare = words.strip()
        if bare and not self._is_pre:
            sign = _MARKS.get(tag, "")
            new = f"[{bare}]({address})" if tag == "a" else f"{sign}{bare}{sign}"
            words = words.replace(bare, new, 1)
        self._line.append(words)

    def _end_block(self) -> None:
        text = "".join(self._line)
        self._line.clear()
        self._open.clear()
        if not text.strip():
            return
        if self._is_pre:
            text = "```\n" + text.strip("\n") + "\n```"
        elif self._lead.startswith("#"):
            text = " ".join(text.split())
        else:
            text = "\n".join(map(at_line_start, text.strip().split("\n")))
        if self._rows and self._rows[-1]:
            self._rows[-1][-1] += " " + text
        else:
            self._put(text)

    def _put(self, text: str) -> None:
        lead, self._lead = self._lead, ""
        is_item = bool(lead) and not lead.startswith("#")
        outer = _INDENT * min(len(self._lists) - is_item, _DEEPEST)
        inner = outer + _INDENT if is_item else outer
        quote = "> " * min(self._quotes, _DEEPEST)
        first, *others = text.split("\n")
        lines = [quote + outer + lead + first, *(quote + inner + line for line in others)]
        gap = "\n" if is_item and self._was_item else "\n\n"
        self._text += (gap if self._text else "") + "\n".join(lines)
        self._was_item = is_item

    def _end_table(self) -> None:
        rows, self._rows = [row for row in self._rows or [] if row], None
        if rows:
            self._put("\n".join(table_lines(rows)))
