"""Write a soup as the blocks of a body: words in paragraphs, pictures in figures, nothing empty."""

import re
from collections.abc import Callable
from html import escape
from itertools import islice

from bs4.element import NavigableString, PreformattedString, Tag

from reader.articles.anchors import place_name
from reader.articles.body_blocks import (
    JOINTS,
    MAY_HOLD_WORDS,
    Block,
    ends_with_break,
    render,
    with_plain_spaces,
)
from reader.articles.body_lists import gather_bullets, row_of_pictures, settle_item, settle_list
from reader.articles.body_tables import laid_out
from reader.articles.body_tags import (
    BREAK_UP,
    HOLD_NO_WORDS,
    HOLDERS,
    INLINE,
    LEAVES,
    LISTS,
    ONLY_IN,
    UNREAD,
)
from reader.articles.formulas import said_formula
from reader.articles.picturing.sizes import is_small, pixels
from reader.articles.preformatted import lines_of

_SCRIPT = re.compile(r"</?su[bp]>")
# So few nodes back stand a reading's brackets, words between and a second reading included.
_NEAR = 4

Attributes = Callable[[str, Tag], str]
_Leave = Callable[[], None]


class BodyWriter:
    """Takes a soup in, node by node, and gives its blocks."""

    def __init__(self, attributes: Attributes, places: frozenset[str] = frozenset()) -> None:
        """`places` are those that links within the body lead to."""
        self._attributes = attributes
        self._places = places
        self._waiting: list[str] = []  # places that belong to the block that comes next
        self.led_to: dict[str, str] = {}  # each place, and the name of the block it is in
        self._root = Block("")
        self._holders = [self._root]
        self._line: Block | None = None  # takes the next words
        self._inline: list[tuple[str, str]] = []

    def write(self, soup: Tag) -> str:
        # An explicit stack, since a page may nest deeper than Python calls.
        todo: list[object] = [soup]
        while todo:
            node = todo.pop()
            if isinstance(node, Tag):
                leave = self._enter_place(node) if self._places else self._enter(node)
                if leave is not None:
                    todo.append(leave)
                    todo.extend(reversed(node.contents))
            elif isinstance(node, NavigableString):
                if not isinstance(node, PreformattedString):
                    self._say(str(node))
            elif callable(node):
                node()
        self._end_line()
        return "\n".join(filter(None, map(render, gather_bullets(self._root.parts))))

    def _enter_place(self, tag: Tag) -> _Leave | None:
        """Begin what the tag means, and remember when links lead to it."""
        names = (tag.get("id"), tag.get("name") if tag.name == "a" else None)
        found = {place_name(str(name)) for name in names if name} & self._places
        # Not `found - self.led_to.keys()`, which goes through all the keys.
        self._waiting += sorted(place for place in found if place not in self.led_to)
        leave = self._enter(tag)
        if self._waiting and self._line is not None:
            self._put_places(self._line)
        return leave

    def _put_places(self, block: Block) -> None:
        holder = self._holders[-1]
        if holder.tag in MAY_HOLD_WORDS and holder.parts[0] is block:
            block = holder  # its only paragraph may go without a tag
        for place in self._waiting:
            block.place = block.place or place
            self.led_to[place] = block.place
        self._waiting.clear()

    def _enter(self, tag: Tag) -> _Leave | None:
        """Begin what the tag means; None when nothing in it counts any more."""
        name = tag.name
        if name in UNREAD:
            return None
        if name in INLINE:
            return self._enter_inline(INLINE[name], tag)
        if name in LEAVES and self._fits(LEAVES[name]):
            return self._enter_leaf(LEAVES[name], tag)
        if name in HOLDERS and self._fits(name):
            return self._enter_holder(name, tag)
        if name in BREAK_UP or name in LEAVES or name in HOLDERS:
            self._end_line()
            return self._end_line
        return self._enter_special(name, tag)

    def _enter_special(self, name: str, tag: Tag) -> _Leave | None:
        if name == "br":
            self._break_line()
        elif name == "img":
            self._show(tag)
        elif name == "pre":
            self._preformatted(tag)
        elif name == "math":
            self._say_formula(tag)
        else:
            return self._enter_passing(name, tag)
        return None

    def _enter_passing(self, name: str, tag: Tag) -> _Leave:
        """Begin what is no element of a body, but may change how its words read."""
        if name == "rt" and not _brings_brackets(tag):
            self._say("(")
            return lambda: self._say(")")
        if name == "span" and tag.get("dir"):
            return self._enter_inline("bdi", tag)
        return _nothing

    # Words

    def _say(self, text: str) -> None:
        # Joints are no signs that could be printed, and few texts hold any of these.
        text = with_plain_spaces(text if text.isprintable() else text.translate(JOINTS))
        if self._line is None:
            if not text.strip():
                return
            self._begin_line()
        if self._line is not None:
            self._line.parts.append(escape(text, quote=False))

    def _say_formula(self, math: Tag) -> None:
        said = said_formula(math)
        if not said.strip():
            return
        if self._line is None:
            self._begin_line()
        if any(name in ("sub", "sup") for name, _ in self._inline):
            said = _SCRIPT.sub("", said)
        if self._line is not None:
            self._line.parts.append(said)

    def _begin_line(self, name: str = "p", attributes: str = "") -> None:
        self._line = Block(name, attributes)
        if name == "caption":  # browsers take it for stray words when rows come first
            self._holders[-1].parts.insert(0, self._line)
        else:
            holder = self._holders[-1] if name in ONLY_IN else self._holder_of_words()
            holder.parts.append(self._line)
        self._line.parts += [f"<{inline}{said}>" for inline, said in self._inline]
        if self._waiting:
            self._put_places(self._line)

    def _holder_of_words(self) -> Block:
        return next(block for block in reversed(self._holders) if block.tag not in HOLD_NO_WORDS)

    def _end_line(self) -> None:
        if self._line is not None:
            self._line.parts += [f"</{inline}>" for inline, _ in reversed(self._inline)]
            self._line = None

    def _break_line(self) -> None:
        if self._line is None:
            return
        if self._line.tag == "p" and ends_with_break(self._line.parts):
            self._end_line()
        else:
            self._line.parts.append("<br>")

    def _enter_inline(self, name: str, tag: Tag) -> _Leave:
        attributes = self._attributes(name, tag)
        if name == "a" and "href" not in attributes:
            return _nothing
        if any(name == open_name for open_name, _ in self._inline):
            return _nothing
        self._inline.append((name, attributes))
        if self._line is not None:
            self._line.parts.append(f"<{name}{attributes}>")
        return self._leave_inline

    def _leave_inline(self) -> None:
        name, _ = self._inline.pop()
        if self._line is not None:
            self._line.parts.append(f"</{name}>")

    # Blocks

    def _fits(self, name: str) -> bool:
        holder = self._holders[-1].tag
        return holder in ONLY_IN[name] if name in ONLY_IN else holder not in HOLD_NO_WORDS

    def _enter_leaf(self, name: str, tag: Tag) -> _Leave:
        self._end_line()
        self._begin_line(name, self._attributes(name, tag))
        return self._end_line

    def _enter_holder(self, name: str, tag: Tag) -> _Leave:
        self._end_line()
        block = Block(name, self._attributes(name, tag))
        self._holders[-1].parts.append(block)
        if self._waiting:
            self._put_places(block)
        self._holders.append(block)
        return self._leave_holder

    def _leave_holder(self) -> None:
        self._end_line()
        block = self._holders.pop()
        if block.tag in LISTS:
            settle_list(block)
            self._replace(block, row_of_pictures)
        elif block.tag == "table":
            self._replace(block, laid_out)
        elif block.tag not in HOLD_NO_WORDS:
            block.parts = gather_bullets(block.parts)
            if block.tag == "li":
                settle_item(block)

    def _replace(self, block: Block, by: Callable[[Block], list[Block | str]]) -> None:
        """Put in the place of a block what it stands for, where it stands for something."""
        beside = self._holders[-1].parts
        parts = [] if self._holders[-1].tag in HOLD_NO_WORDS else by(block)
        if parts:
            at = next(at for at in reversed(range(len(beside))) if beside[at] is block)
            beside[at : at + 1] = parts

    def _preformatted(self, tag: Tag) -> None:
        self._end_line()
        text = lines_of(tag)
        self._holder_of_words().parts.append(Block("pre", "", [escape(text, quote=False)]))

    def _show(self, tag: Tag) -> None:
        attributes = self._attributes("img", tag)
        if "src=" not in attributes:
            return
        picture: Block | str = f"<img{attributes}>"
        if is_small(pixels(str(tag.get("width"))), pixels(str(tag.get("height")))):
            if self._line is None:
                self._begin_line()
            if self._line is not None:
                self._line.parts.append(picture)
            return
        self._end_line()
        holder = self._holder_of_words()
        in_figure = any(block.tag == "figure" for block in self._holders)
        holder.parts.append(Block("" if in_figure else "figure", "", [picture]))


def _brings_brackets(reading: Tag) -> bool:
    """Whether a sign's reading stands in brackets of its own; where they go unclosed, in one."""
    beside = (reading.parent, *islice(reading.previous_siblings, _NEAR))
    return any(isinstance(one, Tag) and one.name == "rp" for one in beside)


def _nothing() -> None:
    pass
