"""The elements of a page by what the body makes of them."""

from reader.articles.tags import HEADINGS, named

INLINE = {name: name for name in named(
    "a abbr strong em cite code kbd samp var del s ins mark q small sub sup time u bdi bdo dfn"
)} | {"b": "strong", "i": "em", "tt": "code", "strike": "s"}  # fmt: skip
# Blocks that hold words alone, and blocks that hold blocks.
LEAVES = {name: name for name in HEADINGS | named("p caption figcaption dt")} | {
    "h1": "h2",
    "summary": "p",
}
HOLDERS = named("blockquote ul ol li table thead tbody tfoot tr td th figure dl dd")
ONLY_IN = {
    "li": named("ul ol"),
    "dt": named("dl"),
    "dd": named("dl"),
    "caption": named("table"),
    "figcaption": named("figure"),
    "thead": named("table"),
    "tbody": named("table"),
    "tfoot": named("table"),
    "tr": named("table thead tbody tfoot"),
    "td": named("tr"),
    "th": named("tr"),
}
LISTS = frozenset(("ul", "ol"))
HOLD_NO_WORDS = named("ul ol dl table thead tbody tfoot tr")
BREAK_UP = named(
    "address article center details div fieldset footer form header hgroup main nav section aside"
    " body html noscript menu dir legend hr"
)
UNREAD = named(
    "script style template head title noembed noframes iframe object svg canvas audio"
    " video button select textarea input option xmp plaintext"
)

# All that a body is ever made of.
TAGS = frozenset(INLINE.values()) | frozenset(LEAVES.values()) | HOLDERS | named("br img pre")
