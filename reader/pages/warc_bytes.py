"""Read on through the bytes of a WARC file, plain or packed."""

import zlib

# Unpacked, and all of them together; more than this is a bomb.
MOST_UNPACKED = 2 << 30
LONGEST_LINE = 64 * 1024
BLOCK = 1 << 16
_GZIP_WIDTH = 16 + zlib.MAX_WBITS
_GZIP = b"\x1f\x8b"


class TooMuch(ValueError):
    """The file unpacks to more than any web archive that is meant to be read."""


class Reader:
    """Reads on through a file, plain or of gzip members, and knows where it is."""

    def __init__(self, content: bytes, start: int = 0) -> None:
        self._content = content
        self._next = start
        self._buffer = b""
        self._at = 0
        self._unpack: zlib._Decompress | None = None
        self.is_packed = content.startswith(_GZIP)
        self.start = start  # of the member
        self.within = 0  # bytes of it that have been read
        self.total = 0

    @property
    def breaks_off(self) -> bool:
        """Whether the end was met within a member."""
        return self._unpack is not None

    def read(self, count: int) -> bytes:
        taken: list[bytes] = []
        while count > 0 and (self._at < len(self._buffer) or self._fill()):
            taken.append(self._buffer[self._at : self._at + count])
            count -= len(taken[-1])
            self._read_on(len(taken[-1]))
        return b"".join(taken)

    def skip(self, count: int) -> None:
        while count > 0:
            skipped = len(self.read(min(count, BLOCK)))
            if not skipped:
                return
            count -= skipped

    def line(self) -> bytes:
        """The rest of the line with its end, as far as a line may go."""
        pieces: list[bytes] = []
        size = 0
        while size < LONGEST_LINE and (self._at < len(self._buffer) or self._fill()):
            end = self._buffer.find(b"\n", self._at) + 1
            pieces.append(self._buffer[self._at : end or len(self._buffer)])
            size += len(pieces[-1])
            self._read_on(len(pieces[-1]))
            if end:
                break
        return b"".join(pieces)

    def _read_on(self, count: int) -> None:
        self._at += count
        self.within += count
        self.total += count
        if self.total > MOST_UNPACKED:
            raise TooMuch

    def _fill(self) -> bool:
        """Have something to read; False at the end."""
        self._at = 0
        if not self.is_packed:
            self._buffer = self._take()
            return bool(self._buffer)
        self._buffer = b""
        while not self._buffer:
            if self._unpack is None:
                self._unpack = self._next_member()
            if self._unpack is None or not self._fill_from(self._unpack):
                return False
        return True

    def _fill_from(self, unpack: "zlib._Decompress") -> bool:
        given = unpack.unconsumed_tail or self._take()
        self._buffer = unpack.decompress(given, BLOCK)
        if unpack.eof:
            self._next -= len(unpack.unused_data)
            self._unpack = None
        return bool(given or self._buffer)

    def _take(self) -> bytes:
        taken = self._content[self._next : self._next + BLOCK]
        self._next += len(taken)
        return taken

    def _next_member(self) -> "zlib._Decompress | None":
        if self._content[self._next : self._next + 2] != _GZIP:
            return None
        self.start, self.within = self._next, 0
        return zlib.decompressobj(_GZIP_WIDTH)
