"""Gather clippings for the index: their words, and which words are forms of one."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from reader.articles.uncollected import uncollected
from reader.clipping import Searchable
from reader.search.lexicon import Lexicon, lexicon_of, numbering
from reader.search.segments.arrays_file import Array
from reader.search.segments.new_segment import Kin, NewSegment, Stands
from reader.search.segments.vocabulary import bounds_of, spread
from reader.search.stems import Stems
from reader.search.terms import pieces

# The parts of a clipping in the order in which their words are counted.
ZONES = (
    "title", "standfirst", "byline", "source", "section", "topics", "tags", "note", "marks", "body",
)  # fmt: skip
_GAP = 16  # places between two zones, so that no phrase runs from one into another
_LONGEST_ZONE = 20_000  # places; the body alone may be longer


@dataclass(frozen=True)
class _Cut:
    """A clipping as the numbers of its pieces, and how many of them each zone has."""

    number: int
    language: str
    pieces: Array
    sizes: Array


def gather(entries: Iterable[Searchable]) -> NewSegment:
    """Clippings as a segment. Python looks at each piece of text once, numpy does all else."""
    with uncollected():  # all that is made here is of use to its end
        known = numbering()
        cuts = [_cut(entry, known) for entry in entries]
        lexicon = lexicon_of(list(known))
        return NewSegment(
            numbers=[cut.number for cut in cuts],
            terms=list(lexicon.terms),
            stands=[_stands(cut, lexicon) for cut in cuts],
            kin=_kin(cuts, lexicon),
            languages=Counter(cut.language for cut in cuts),
        )


def _cut(entry: Searchable, known: Mapping[str, int]) -> _Cut:
    zones = [pieces(getattr(entry, zone)) for zone in ZONES]
    numbers = array("I", map(known.__getitem__, chain.from_iterable(zones)))
    language = entry.language.partition("-")[0].lower()
    return _Cut(entry.number, language, np.array(numbers), np.array(list(map(len, zones))))


def _stands(cut: _Cut, lexicon: Lexicon) -> Stands:
    """Which terms stand where in a clipping."""
    widths = bounds_of(lexicon.widths[cut.pieces])
    begins = widths[bounds_of(cut.sizes)]
    lengths = np.diff(begins)
    lengths[:-1] = np.minimum(lengths[:-1], _LONGEST_ZONE)
    zones = bounds_of(lengths + _GAP)
    zone = np.repeat(np.arange(len(ZONES)), cut.sizes)
    # Each piece in turn as its terms, with their places counted from their zone's first.
    sizes = lexicon.sizes[cut.pieces]
    terms = spread(lexicon.starts[cut.pieces], sizes)
    places = lexicon.places[terms] + np.repeat(widths[:-1] - begins[zone], sizes)
    zone = np.repeat(zone, sizes)
    is_near = places < lengths[zone]
    places = (places + zones[zone]).astype(np.uint32)
    return Stands(lexicon.which[terms[is_near]], places[is_near], zones)


def _kin(cuts: Sequence[_Cut], lexicon: Lexicon) -> Kin:
    """Which terms are forms of one word, in the language of a clipping that has them."""
    stems = Stems()
    keys = numbering()
    no_key = keys[""]  # the first
    families, members = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for language in {cut.language for cut in cuts}:
        is_there = np.zeros(len(lexicon.starts), bool)
        for cut in cuts:
            if cut.language == language:
                is_there[cut.pieces] = True
        which = np.flatnonzero(is_there[lexicon.owners])
        words = [lexicon.words[at] for at in which.tolist()]
        found = map(keys.__getitem__, stems.keys(words, language))
        family = np.fromiter(found, np.int64, len(words))
        which, family = which[family != no_key], family[family != no_key]
        sizes = lexicon.own_sizes[which]
        families.append(np.repeat(family, sizes))
        members.append(lexicon.which[spread(lexicon.own_starts[which], sizes)])
    return Kin(list(keys)[1:], np.concatenate(families) - 1, np.concatenate(members))
