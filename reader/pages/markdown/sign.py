"""Tell Markdown from other text."""

import re

from reader.pages.file_sign import Look, is_binary, is_html
from reader.pages.markdown.opening import part_opening

_START = 64
_ENDINGS = (".md", ".markdown", ".mdown", ".mkd")
# What hardly stands in other texts: headings, links, pictures, bold and marked words, quotes.
_SIGNS = re.compile(
    r"(?m)^#{1,6} \S|\[[^\]\n]{1,200}\]\((?:https?:|\.|/|#)|!\[|\[\[[^\]\n]+\]\]"
    r"|\*\*\S[^*\n]{0,200}\*\*|==\S[^=\n]{0,500}==|^> \S|^(?:[-*+]|\d+\.) \S|^```"
)


def is_markdown(look: Look) -> bool:
    """Whether it begins with lines about itself, or is named as Markdown and looks like it."""
    is_named = look.name.lower().endswith(_ENDINGS)
    start = look.content[:_START].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not is_named and not start.startswith((b"---", b"+++")):
        return False
    head = look.head
    if is_binary(head):
        return False
    front, _note = part_opening(head.replace("\r\n", "\n"))
    if front is not None:
        return True
    return is_named and not is_html(head) and _SIGNS.search(head) is not None
