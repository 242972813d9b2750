"""Drop what stands on the page twice, as pull quotes and hidden copies do."""

import re
from itertools import islice

from lxml.etree import _Element as Element

from reader.articles.headline import words
from reader.articles.measure import Measures, text_of
from reader.articles.removed import Removed, take_out
from reader.articles.trimming.contents import names_a_part
from reader.articles.trimming.leaves import in_caption, leaves

_PULLED = re.compile(r"(?i)(?:^|[\s_-])pull(?:ed)?-?_?quotes?(?=$|[\s_-])")
_LONG_ENOUGH_TO_KNOW = 60
_FEWEST_WORDS_PULLED, _FEWEST_LETTERS_PULLED = 4, 20
_LONGEST_PULLED = 400
_MOST_PULLED = 40


def drop_doubles(story: Element, measures: Measures) -> list[Removed]:
    removed: list[Removed] = []
    seen: dict[str, Element | None] = {}
    for leaf in list(leaves(story, measures)):
        text = text_of(leaf)
        if len(text) < _LONG_ENOUGH_TO_KNOW or in_caption(leaf) or names_a_part(leaf):
            continue
        # Refrains and examples repeat themselves within one holder.
        if text in seen and seen[text] is not leaf.getparent():
            removed.append(take_out(leaf, "said twice", measures))
        else:
            seen[text] = leaf.getparent()
    return removed + _drop_pulled(story, measures)


def _drop_pulled(story: Element, measures: Measures) -> list[Removed]:
    """Drop quotes whose words a paragraph of the story says in their place."""
    quotes = list(islice((one for one in story.iter("*") if _is_quote(one)), _MOST_PULLED))
    if not quotes:
        return []
    quoted = set(quotes)
    paragraphs = (
        leaf
        for leaf in leaves(story, measures)
        if not in_caption(leaf) and quoted.isdisjoint((leaf, *leaf.iterancestors()))
    )
    told = "\n".join(_run_of(text_of(leaf)) for leaf in paragraphs)
    return [
        take_out(quote, "said twice", measures)
        for quote in quotes
        if quote.getparent() is not None and _is_told(text_of(quote), told)
    ]


def _is_quote(element: Element) -> bool:
    names = element.get("class")
    return element.tag == "blockquote" or (bool(names) and _PULLED.search(str(names)) is not None)


def _is_told(text: str, told: str) -> bool:
    if not _FEWEST_LETTERS_PULLED <= len(text) <= _LONGEST_PULLED:
        return False
    run = _run_of(text)
    is_long = run.count(" ") > _FEWEST_WORDS_PULLED or not run.isascii()
    return is_long and run in told


def _run_of(text: str) -> str:
    """The words in a row, each between spaces."""
    return f" {' '.join(words(text))} "
