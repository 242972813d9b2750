"""Gather clippings for the index: their words, and which words are forms of one."""

from collections import defaultdict
from collections.abc import Iterable

from reader.clipping import Searchable
from reader.search.segments.segment_builder import SegmentBuilder
from reader.search.stems import Stems
from reader.search.terms import Terms

# The parts of a clipping in the order in which their words are counted.
ZONES = (
    "title", "standfirst", "byline", "source", "section", "topics", "tags", "note", "marks", "body",
)  # fmt: skip
_GAP = 16  # places between two zones, so that no phrase runs from one into another
_LONGEST_ZONE = 20_000  # places; the body alone may be longer


class Gatherer:
    """Puts clippings into a segment; remembers the words it met."""

    def __init__(self) -> None:
        self._terms = Terms()
        self._stems = Stems()

    def gather(self, entries: Iterable[Searchable]) -> SegmentBuilder:
        builder = SegmentBuilder()
        related: defaultdict[str, set[str]] = defaultdict(set)
        for entry in entries:
            language = entry.language.partition("-")[0].lower()
            words = self._add(builder, entry)
            # The same words come again in one clipping after another.
            new = words - related[language]
            related[language] |= new
            builder.relate(language, self._families(new, language))
        return builder

    def _add(self, builder: SegmentBuilder, entry: Searchable) -> set[str]:
        """Put a clipping in, and give its words as they are written."""
        terms: list[str] = []
        places: list[int] = []
        words: set[str] = set()
        zones: list[int] = []
        start = 0
        for zone in ZONES:
            zones.append(start)
            spelt = self._terms.of(getattr(entry, zone), start)
            if zone != "body" and spelt.end - start > _LONGEST_ZONE:
                spelt = spelt.until(start + _LONGEST_ZONE)
            terms += spelt.terms
            places += spelt.places
            words.update(spelt.written)
            start = spelt.end + _GAP
        zones.append(start)
        builder.add(entry.number, terms, places, zones)
        return words

    def _families(self, words: Iterable[str], language: str) -> Iterable[tuple[str, str]]:
        for word in words:
            key = self._stems.key(word, language)
            if key:
                for form in self._terms.forms(word):
                    yield form, key
