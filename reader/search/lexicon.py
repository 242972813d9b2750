"""Number the pieces of texts, and tell what each is spelt as; each is looked at but once."""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count

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
    at which of them each term stands is told by `places`. `words` are those in all the pieces, as
    they stand there: word w in the piece `owners[w]`, with the terms it has of its own, which are
    `which[own_starts[w]:own_starts[w] + own_sizes[w]]`.
    """

    terms: defaultdict[str, int]
    starts: Array
    sizes: Array
    widths: Array
    which: Array
    places: Array
    words: Sequence[str]
    owners: Array
    own_starts: Array
    own_sizes: Array


def lexicon_of(pieces: Sequence[str]) -> Lexicon:
    """Nearly all pieces are but one word with one term; what the others are stands behind them."""
    terms = numbering()
    which, odd = array("I"), _Odd()
    for number, piece in enumerate(pieces):
        if piece.isascii() and piece.isalnum() and not piece.isupper():
            which.append(terms[piece.lower()[:LONGEST_TERM]])
        else:
            which.append(0)
            odd.add(number, spell(piece))
    which.extend(map(terms.__getitem__, chain(odd.terms, odd.own)))
    many, behind, numbers = len(pieces), len(pieces) + len(odd.terms), np.array(odd.pieces, int)
    starts, sizes, widths = np.arange(many), np.ones(many, np.int64), np.ones(many, np.int64)
    starts[numbers] = many + bounds_of(odd.sizes)[:-1]
    sizes[numbers], widths[numbers] = odd.sizes, odd.widths
    plain = np.delete(np.arange(many), numbers)
    return Lexicon(
        terms=terms,
        starts=starts,
        sizes=sizes,
        widths=widths,
        which=np.array(which),
        places=np.concatenate((np.zeros(many, np.int64), np.array(odd.places, np.int64))),
        words=[*map(pieces.__getitem__, plain.tolist()), *odd.words],
        owners=np.concatenate((plain, np.array(odd.owners, np.int64))),
        own_starts=np.concatenate((plain, behind + bounds_of(odd.own_sizes)[:-1])),
        own_sizes=np.concatenate((sizes[plain], np.array(odd.own_sizes, np.int64))),
    )


class _Odd:
    """Pieces that are several words or have several terms, one after the other."""

    def __init__(self) -> None:
        self.pieces: list[int] = []
        self.sizes: list[int] = []
        self.widths: list[int] = []
        self.terms: list[str] = []
        self.places: list[int] = []
        self.words: list[str] = []
        self.owners: list[int] = []
        self.own_sizes: list[int] = []
        self.own: list[str] = []

    def add(self, number: int, spelt: Spelt) -> None:
        self.pieces.append(number)
        self.sizes.append(len(spelt.terms))
        self.widths.append(spelt.end)
        self.terms += spelt.terms
        self.places += spelt.places
        for word, own in spelt.written:
            self.words.append(word)
            self.owners.append(number)
            self.own_sizes.append(len(own))
            self.own += own
