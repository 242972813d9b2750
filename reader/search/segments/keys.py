"""Put term, document and place into one number each, so that sorting numbers sorts postings."""

import numpy as np

from reader.search.segments.arrays_file import Array

# 28 bits for the term, 16 for the document, 20 for the place.
_PLACE = 20
_DOCUMENT = 16
_MEMBER = 32
FARTHEST = (1 << _PLACE) - 1  # no text has more places; what stands behind it is found anyway


def keys_of(terms: Array, documents: Array, places: Array) -> Array:
    keys = terms.astype(np.uint64) << np.uint64(_PLACE + _DOCUMENT)
    keys |= documents.astype(np.uint64) << np.uint64(_PLACE)
    keys |= np.minimum(places.astype(np.uint64), np.uint64(FARTHEST))
    return keys


class Postings:
    """Sorted keys, told as postings: one for each document of each term."""

    def __init__(self, keys: Array) -> None:
        """`keys` are sorted, and each is there once."""
        pairs = keys >> np.uint64(_PLACE)
        is_first = np.empty(len(pairs), bool)
        is_first[:1] = True
        np.not_equal(pairs[1:], pairs[:-1], out=is_first[1:])
        firsts = np.flatnonzero(is_first)
        self.places = (keys & np.uint64(FARTHEST)).astype(np.uint32)
        self.counts = np.diff(firsts, append=len(keys))
        self.documents = (pairs[firsts] & np.uint64((1 << _DOCUMENT) - 1)).astype(np.uint16)
        self.terms = (pairs[firsts] >> np.uint64(_DOCUMENT)).astype(np.int64)


def sorted_once(keys: Array) -> Array:
    keys.sort()
    if not len(keys):
        return keys
    is_new = np.empty(len(keys), bool)
    is_new[0] = True
    np.not_equal(keys[1:], keys[:-1], out=is_new[1:])
    return keys if is_new.all() else keys[is_new]


def grouped(groups: Array, members: Array, many: int) -> tuple[Array, Array]:
    """Where each of so many groups starts, and the members of one after the other, each once."""
    pairs = np.unique(groups.astype(np.int64) << _MEMBER | members)
    starts = np.searchsorted(pairs >> _MEMBER, np.arange(many + 1))
    return starts, pairs & ((1 << _MEMBER) - 1)
