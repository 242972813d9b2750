"""Keep the answers to single words: the next letter typed asks for most of them again."""

from collections import OrderedDict
from collections.abc import Hashable

from reader.search.segments.arrays_file import Array


class Kept:
    """Arrays by what they answer; the longest unused go when there is no more room."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._size = 0
        self._arrays: OrderedDict[Hashable, tuple[Array, ...]] = OrderedDict()

    def get(self, key: Hashable) -> tuple[Array, ...] | None:
        found = self._arrays.get(key)
        if found is not None:
            self._arrays.move_to_end(key)
        return found

    def put(self, key: Hashable, *arrays: Array) -> None:
        self._size += _size(arrays) - _size(self._arrays.pop(key, ()))
        self._arrays[key] = arrays
        while self._size > self._most and self._arrays:
            self._size -= _size(self._arrays.popitem(last=False)[1])


def _size(arrays: tuple[Array, ...]) -> int:
    return sum(one.nbytes for one in arrays)
