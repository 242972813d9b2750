"""Tell how articles write the words of the index, which are kept without case and accents."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from reader.search.excerpts import find_matches
from reader.search.sought import Sought, Step
from reader.search.view import View

_LOOKED_AT = 3  # articles that have a word
_MOST_KEPT = 10_000

Texts = Callable[[Sequence[int]], Mapping[int, str]]  # those of some clippings


def written(view: View, terms: Sequence[str], texts: Texts) -> dict[str, str]:
    """Each term as most articles write it; "" where none of a few shows it."""
    if len(view.written) > _MOST_KEPT:
        view.written.clear()
    new = {term: _some_with(view, term) for term in terms if term not in view.written}
    read = texts([number for numbers in new.values() for number in numbers])
    for term, numbers in new.items():
        shown = [read[number] for number in numbers if number in read]
        view.written[term] = _most_frequent(term, shown)
    return {term: view.written[term] for term in terms}


def _some_with(view: View, term: str) -> list[int]:
    encoded = term.encode("utf-8", "replace")
    for segment in view.largest:
        at = segment.terms.find(encoded)
        if at >= 0:
            documents = segment.data.documents(at, at + 1)
            some = documents[:: max(1, len(documents) // _LOOKED_AT)][:_LOOKED_AT]
            numbers: list[int] = segment.data.numbers[some].tolist()
            return numbers
    return []


def _most_frequent(term: str, texts: Sequence[str]) -> str:
    sought = [Sought((Step(frozenset({term})),))]
    found = Counter(text[start:end] for text in texts for start, end in find_matches(text, sought))
    # A capital that only begins a sentence is not the word's.
    return max(found, key=lambda one: (found[one], one.islower()), default="")
