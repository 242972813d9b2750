"""Read the story out of the page's JSON-LD, for pages that show it by script alone."""

import re
from html import escape, unescape

from reader.articles.about.declared import Declared

_LONGEST = 400_000
_TAG = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|blockquote)[\s/>]", re.IGNORECASE)


def declared_body(declared: Declared) -> str:
    """The story's markup, empty when the page declares none."""
    said = declared.story.get("articleBody")
    if not isinstance(said, str):
        return ""
    body = said[:_LONGEST].strip()
    if not _TAG.search(body) and _TAG.search(unescape(body)):
        body = unescape(body)
    if _TAG.search(body):
        return body
    lines = (line.strip() for line in unescape(body).splitlines())
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)
