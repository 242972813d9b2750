"""Our segments as Whoosh knows them: a codec that its writers, readers and searchers use."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec import base
from whoosh.filedb.filestore import FileStorage
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from reader.search.segments.segment_data import SegmentData

TEXT = "text"  # the one field that holds the words
NUMBER = "number"  # which clipping a document is


class ClippingsSegment(base.Segment):  # type: ignore[misc]  # Whoosh has no types
    """What the table of contents says of a segment."""

    def __init__(
        self, indexname: str, segid: str = "", count: int = 0, deleted: tuple[int, ...] = ()
    ) -> None:
        super().__init__(indexname)
        self.segid: str = segid or self._random_id()
        self._count = count
        self._deleted = set(deleted)

    def codec(self) -> "ClippingsCodec":
        return ClippingsCodec()

    def should_assemble(self) -> bool:
        return False

    def set_doc_count(self, count: int) -> None:
        self._count = count

    def doc_count_all(self) -> int:
        return self._count

    def deleted_count(self) -> int:
        return len(self._deleted)

    def deleted_docs(self) -> set[int]:
        return self._deleted

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        (self._deleted.add if delete else self._deleted.discard)(docnum)

    def is_deleted(self, docnum: int) -> bool:
        return docnum in self._deleted


class ClippingsCodec(base.Codec):  # type: ignore[misc]  # Whoosh has no types
    """Postings as arrays. They are written whole, by our own writer, and read by anyone's."""

    length_stats = False

    def per_document_writer(self, storage: FileStorage, segment: ClippingsSegment) -> "_Nothing":
        return _Nothing()

    def field_writer(self, storage: FileStorage, segment: ClippingsSegment) -> "_Nothing":
        return _Nothing()

    def terms_reader(self, storage: FileStorage, segment: ClippingsSegment) -> "_Terms":
        return _Terms(SegmentData(Path(storage.folder), segment.segment_id()))

    def per_document_reader(self, storage: FileStorage, segment: ClippingsSegment) -> "_Documents":
        return _Documents(SegmentData(Path(storage.folder), segment.segment_id()), segment)

    def new_segment(self, storage: FileStorage, indexname: str) -> ClippingsSegment:
        return ClippingsSegment(indexname)


class _Nothing:
    """A writer of which nothing is asked: documents are gathered before they are written."""

    is_closed = False

    def close(self) -> None:
        self.is_closed = True


class _Terms(base.TermsReader):  # type: ignore[misc]  # Whoosh has no types
    def __init__(self, data: SegmentData) -> None:
        self._data = data

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return term[0] == TEXT and self._data.facts.terms.find(term[1]) >= 0

    def indexed_field_names(self) -> list[str]:
        return [TEXT]

    def terms(self) -> Iterator[tuple[str, bytes]]:
        return ((TEXT, term) for term in self._data.facts.terms)

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        terms = self._data.facts.terms
        return ((TEXT, terms[at]) for at in range(terms.place_of(prefix), len(terms)))

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(
        self, fieldname: str, prefix: bytes
    ) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        at = self._place(fieldname, text)
        docs, counts = self._data.documents(at, at + 1), self._data.counts(at, at + 1)
        lengths = self._data.facts.lengths[docs]
        return TermInfo(
            float(counts.sum()),
            len(docs),
            int(lengths.min()),
            int(lengths.max()),
            float(counts.max()),
            int(docs[0]),
            int(docs[-1]),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        return float(self.term_info(fieldname, text).weight())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        return int(self.term_info(fieldname, text).doc_frequency())

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ListMatcher:
        at = self._place(fieldname, text)
        counts = self._data.counts(at, at + 1)
        ends = np.cumsum(counts)
        places = self._data.places(at, at + 1)
        values = [
            format_.encode(places[end - many : end].tolist()) if hasattr(format_, "encode") else b""
            for end, many in zip(ends.tolist(), counts.tolist(), strict=True)
        ]
        documents = self._data.documents(at, at + 1).tolist()
        return ListMatcher(
            documents,
            counts.astype(float).tolist(),
            values=values,
            format=format_,
            scorer=scorer,
            term=(fieldname, text),
            terminfo=self.term_info(fieldname, text),
        )

    def close(self) -> None:
        self._data.close()

    def _place(self, fieldname: str, text: bytes) -> int:
        at = self._data.facts.terms.find(text) if fieldname == TEXT else -1
        if at < 0:
            raise TermNotFound(f"{fieldname}:{text!r}")
        return at


class _Documents(base.PerDocumentReader):  # type: ignore[misc]  # Whoosh has no types
    def __init__(self, data: SegmentData, segment: ClippingsSegment) -> None:
        self._data = data
        self._segment = segment

    def doc_count(self) -> int:
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        return self._segment.doc_count_all()

    def has_deletions(self) -> bool:
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> set[int]:
        return self._segment.deleted_docs()

    def stored_fields(self, docnum: int) -> dict[str, int]:
        return {NUMBER: int(self._data.numbers[docnum])}

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        return int(self._data.facts.lengths[docnum]) if fieldname == TEXT else default

    def field_length(self, fieldname: str) -> int:
        return int(self._data.facts.lengths.sum()) if fieldname == TEXT else 0

    def min_field_length(self, fieldname: str) -> int:
        return int(self._data.facts.lengths.min(initial=0)) if fieldname == TEXT else 0

    def max_field_length(self, fieldname: str) -> int:
        return int(self._data.facts.lengths.max(initial=0)) if fieldname == TEXT else 0

    def has_vector(self, docnum: int, fieldname: str) -> bool:
        return False

    def close(self) -> None:
        self._data.close()
