"""Undo the codings in which servers pack what they answer."""

import sys
import zlib
from collections.abc import Callable, Mapping

_MOST_CODINGS = 4  # upon each other; servers use one
_LONGEST_EMPTY = 64  # what is longer and unpacks to nothing was cut short
_BLOCK = 16 * 1024
_GZIP = 16 + zlib.MAX_WBITS
_WIDEST_WINDOW = 23  # 8 MB, the most that browsers allow (RFC 9659)


class _NotPackedSo(ValueError):
    """Damaged, or not packed in this way at all."""


def undone(body: bytes, told: str, most: int) -> bytes:
    """What was packed as the server told, `most` bytes of it at most.

    What cannot be undone stays as it is, for programs that record what a browser has unpacked
    keep the server's word for it.
    """
    codings = [one.strip() for one in told.lower().split(",")]
    for coding in reversed(codings[-_MOST_CODINGS:]):
        undo = _CODINGS.get(coding)
        if undo is None:
            continue
        try:
            unpacked = undo(body, most)
        except (_NotPackedSo, ImportError):  # a Python may have been built without Zstandard
            continue
        if unpacked or len(body) <= _LONGEST_EMPTY:
            body = unpacked
    return body[:most]


def _gunzipped(body: bytes, most: int) -> bytes:
    return _inflated(body, most, _GZIP)


def _deflated(body: bytes, most: int) -> bytes:
    """Servers differ on which of the two it means."""
    try:
        return _inflated(body, most, zlib.MAX_WBITS)
    except _NotPackedSo:
        return _inflated(body, most, -zlib.MAX_WBITS)


def _inflated(body: bytes, most: int, width: int) -> bytes:
    try:
        return zlib.decompressobj(width).decompress(body, most)
    except zlib.error as error:
        raise _NotPackedSo from error


def _from_brotli(body: bytes, most: int) -> bytes:
    import brotli

    decoder = brotli.Decompressor()
    taken = bytearray()
    for at in range(0, len(body), _BLOCK):
        given = body[at : at + _BLOCK]
        try:
            # It takes nothing new before it has handed out all that it holds.
            while len(taken) < most and (
                block := decoder.process(given, output_buffer_limit=_BLOCK)
            ):
                taken += block
                given = b""
        except brotli.error as error:
            raise _NotPackedSo from error
    return bytes(taken)


def _from_zstandard(body: bytes, most: int) -> bytes:
    """All of its frames, one behind the other."""
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd

    bounds: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WIDEST_WINDOW}
    decoder = zstd.ZstdDecompressor(options=bounds)
    taken = bytearray()
    for at in range(0, len(body), _BLOCK):
        given = body[at : at + _BLOCK]
        while len(taken) < most and (given or not decoder.needs_input):
            try:
                taken += decoder.decompress(given, _BLOCK)
            except zstd.ZstdError as error:
                raise _NotPackedSo from error
            given = b""
            if decoder.eof:
                given = decoder.unused_data
                decoder = zstd.ZstdDecompressor(options=bounds)
    return bytes(taken)


_CODINGS: Mapping[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _deflated,
    "br": _from_brotli,
    "zstd": _from_zstandard,
}
