"""Trim the found story, step by step; each step tells what it took away and why."""

from lxml.etree import _Element as Element

from reader.articles.measure import Measures
from reader.articles.metadata import Metadata
from reader.articles.removed import Removed
from reader.articles.trimming.captions import drop_credits, mark_captions
from reader.articles.trimming.captions_below import join_captions
from reader.articles.trimming.cards import drop_cards
from reader.articles.trimming.doubles import drop_doubles
from reader.articles.trimming.ending import cut_ending
from reader.articles.trimming.links import drop_further_reading, drop_link_lists, drop_teasers
from reader.articles.trimming.parted_lines import part_lines
from reader.articles.trimming.tail import cut_tail
from reader.articles.trimming.top import cut_before_headline, cut_top


def trim(
    story: Element,
    measures: Measures,
    headline: Element | None,
    about: Metadata,
    times: frozenset[Element],
) -> list[Removed]:
    if part_lines(story):
        measures = Measures(story)
    join_captions(story, measures)
    return [
        *cut_before_headline(story, measures, headline),
        *mark_captions(story, measures),
        *drop_credits(story, measures),
        *drop_cards(story, measures, about.address),
        *drop_link_lists(story, measures),
        *cut_ending(story, measures),
        *drop_further_reading(story, measures),
        *drop_teasers(story, measures),
        *drop_doubles(story, measures),
        *cut_top(story, measures, about, times),
        *cut_tail(story, measures, about),
    ]
