"""Number the pieces of texts, and tell what each is spelt as; each is looked at but once."""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np

from reader.search.segments.arrays_file import Array
from reader.search.segments.vocabulary import bounds_of
from reader.search.terms import LONGEST_TERM, Spelt, spell


def numbering() -> defaultdict[str, int]:
    """Gives each word that is asked for the next number."""
    # Not its own length, which would tie it to itself: it is large, and to go with its last user.
    return defaultdict(count().__next__)


@dataclass(frozen=True)
class Lexicon:
    """What numbered pieces are spelt as, in terms that are numbered too.

    Piece p has the terms `which[starts[p]:starts[p] + sizes[p]]`, and takes `widths[p]` places;
    at which of them each term stands is told by `places`. Nearly all pieces are but one word
    with one term: what the others are is told by `spelt`.
    """

    pieces: Sequence[str]
    terms: defaultdict[str, int]
    spelt: dict[int, Spelt]
    starts: Array
    sizes: Array
    widths: Array
    which: Array
    places: Array


def lexicon_of(pieces: Sequence[str]) -> Lexicon:
    terms = numbering()
    spelt: dict[int, Spelt] = {}
    which, places = array("I"), array("I")
    for number, piece in enumerate(pieces):
        if piece.isascii() and piece.isalnum() and not piece.isupper():
            which.append(terms[piece.lower()[:LONGEST_TERM]])
        else:
            spelt[number] = spell(piece)
            which.append(0)
    for one in spelt.values():  # behind those that are one term
        which.extend(map(terms.__getitem__, one.terms))
        places.extend(one.places)
    many, odd = len(pieces), list(spelt)
    starts, sizes, widths = np.arange(many), np.ones(many, np.int64), np.ones(many, np.int64)
    sizes[odd] = [len(one.terms) for one in spelt.values()]
    widths[odd] = [one.end for one in spelt.values()]
    starts[odd] = many + bounds_of(sizes[odd])[:-1]
    all_places = np.concatenate((np.zeros(many, np.int64), np.array(places)))
    return Lexicon(pieces, terms, spelt, starts, sizes, widths, np.array(which), all_places)
