"""Guess what was meant where a search finds little."""

import re
from dataclasses import replace

from reader.clipping import Found, Search
from reader.library.answers import Answers, GoOn
from reader.library.hits import count
from reader.search.asked import Words
from reader.search.damage import IndexDamaged
from reader.search.index import SearchIndex
from reader.search.query import read_query
from reader.search.suggestions import closest, how_many, is_begun
from reader.search.view import View

_MOST_WORDS = 6
_LIKELIER = 3  # times as often a word must stand in the library to be meant instead


def meant(search: Search, found: Found, answers: Answers, index: SearchIndex, go_on: GoOn) -> Found:
    """What was found, with the query that was meant where that one finds more."""
    try:
        words = _mended(search.words, index.view(), go_on)
    except IndexDamaged:
        return found
    if words == search.words:
        return found
    other = replace(search, words=words)
    many = count(other, answers.answer(read_query(words).asked, go_on))
    return replace(found, meant=words, meant_count=many) if many > len(found.ids) else found


def _mended(typed: str, view: View, go_on: GoOn) -> str:
    """What was typed, with words of the library in place of those that look mistyped."""
    plain = [one for one in read_query(typed).wanted if _may_be_mistyped(one)]
    for word in plain[:_MOST_WORDS]:
        go_on()
        if word.is_open and is_begun(view, word.text):
            continue  # it is being typed still
        likely, many = closest(view, word.text)
        if many > _LIKELIER * how_many(view, word.text):
            # A term has no backslash that the pattern could take for a sign.
            typed = re.sub(rf"(?<!\w){re.escape(word.text)}(?!\w)", likely, typed)
    return typed


def _may_be_mistyped(words: Words) -> bool:
    return not words.is_exact and not words.slips and words.text.isalpha()
