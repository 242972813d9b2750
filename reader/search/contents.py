"""Whoosh's index with a table of contents that is plain JSON, since its own would run code."""

import json
import os
import zlib
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

import numpy as np
from whoosh.fields import NUMERIC, TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex, clean_files
from whoosh.writing import SegmentWriter

from reader.search.damage import IndexDamaged
from reader.search.segments.codec import ClippingsCodec, ClippingsSegment
from reader.search.segments.merging import merge_segments
from reader.search.segments.new_segment import NewSegment
from reader.search.segments.segment_data import SegmentData

VERSION = 5
NAME = f"clippings{VERSION}"
LOCK = f"{NAME}_WRITELOCK"  # what Whoosh calls the file that a writer locks


def open_index(folder: Path) -> "ClippingsIndex":
    """The index in a folder; any exception where it is none of this version."""
    index = ClippingsIndex(FileStorage(str(folder), supports_mmap=False))
    index.contents()
    return index


class Contents(TOC):  # type: ignore[misc]  # Whoosh has no types
    """Which segments there are, and which of their documents are no more.

    `taken` is the last stamp of the queue that was taken in. `is_part`: it is being made anew,
    and holds but some clippings as yet.
    """

    def __init__(
        self,
        segments: Sequence[ClippingsSegment],
        generation: int,
        taken: int = 0,
        is_part: bool = False,
    ) -> None:
        super().__init__(schema_of_index(), segments, generation)
        self.taken = taken
        self.is_part = is_part

    @classmethod
    def read(
        cls, storage: FileStorage, indexname: str, gen: int | None = None, schema: object = None
    ) -> "Contents":
        generation = cls._latest_generation(storage, indexname) if gen is None else gen
        told = Path(storage.folder, cls._filename(indexname, generation)).read_bytes()
        total, _, content = told.partition(b"\n")
        if total != str(zlib.crc32(content)).encode():
            raise IndexDamaged("the table of contents is not what was written")
        about = json.loads(content)
        segments = [
            ClippingsSegment(indexname, one["id"], one["count"], tuple(one["deleted"]))
            for one in about["segments"]
        ]
        return cls(segments, generation, about["taken"], about.get("is_part", False))

    def write(self, storage: FileStorage, indexname: str) -> None:
        segments = [
            {"id": one.segid, "count": one.doc_count_all(), "deleted": sorted(one.deleted_docs())}
            for one in self.segments
        ]
        about = {"segments": segments, "taken": self.taken, "is_part": self.is_part}
        content = json.dumps(about).encode()
        target = Path(storage.folder, self._filename(indexname, self.generation))
        draft = target.with_suffix(".draft")
        with draft.open("wb") as file:
            file.write(str(zlib.crc32(content)).encode() + b"\n" + content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)


class ClippingsIndex(FileIndex):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's index over our segments."""

    def __init__(self, storage: FileStorage) -> None:
        self.storage = storage
        self.indexname = NAME
        self._schema = schema_of_index()

    @property
    def folder(self) -> Path:
        return Path(self.storage.folder)

    def contents(self) -> Contents:
        return Contents.read(self.storage, self.indexname)

    def _read_toc(self) -> Contents:
        return self.contents()


class ClippingsWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's writer, which locks the index and commits to it, with segments of our own."""

    segments: list[ClippingsSegment]

    def __init__(self, index: ClippingsIndex) -> None:
        super().__init__(index, codec=ClippingsCodec(), compound=False)
        self._folder = index.folder
        contents = index.contents()
        self.taken, self.is_part = contents.taken, contents.is_part

    def take(self, segment: NewSegment) -> None:
        """Write what was gathered as the new segment."""
        self._check_state()
        segment.write(self._folder, self.newsegment.segment_id())
        self.docnum = len(segment)
        self._added = True

    def forget(self, open_segments: Iterable[SegmentData], numbers: Sequence[int]) -> None:
        """Leave out these clippings of the segments there are."""
        by_name = {one.segment_id(): one for one in self.segments}
        for data in open_segments:
            gone = np.flatnonzero(np.isin(data.numbers, numbers))
            for document in gone.tolist():
                by_name[data.name].delete_document(document)

    def unite(self, names: Collection[str], rest: Callable[[], None]) -> None:
        """Write segments anew as one, in place of them; nothing where all their clippings left."""
        by_name = {one.segment_id(): one for one in self.segments}
        going_on = []
        for name in names:
            # Opened anew: what is read of it here is not to stay with who searches it.
            data = SegmentData(self._folder, name)
            alive = np.ones(len(data), bool)
            alive[list(by_name[name].deleted_docs())] = False
            going_on.append((data, alive))
        many = sum(int(alive.sum()) for _, alive in going_on)
        self.segments = [one for one in self.segments if one.segment_id() not in names]
        if many:
            merge_segments(going_on, self._folder, self.newsegment.segment_id(), rest)
            self.docnum = many
            self._added = True

    def commit(self, *_: object, **__: object) -> None:
        super().commit(mergetype=lambda _writer, segments: list(segments))

    def _flush_segment(self) -> None:
        """It is written already."""

    def _commit_toc(self, segments: list[ClippingsSegment]) -> None:
        left = [one for one in segments if one.doc_count()]
        contents = Contents(left, self.generation, self.taken, self.is_part)
        contents.write(self.storage, self.indexname)
        clean_files(self.storage, self.indexname, self.generation, left)


def schema_of_index() -> Schema:
    return Schema(number=NUMERIC(int, bits=64, stored=True), text=TEXT(phrase=True))
