"""What a server packed is unpacked, as far as it goes and no further than allowed."""

import gzip
import re
import sys
import zlib
from collections.abc import Callable

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.pages.codings import undone

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Pack = Callable[[bytes], bytes]
MOST = 1 << 20
# Nothing in it comes twice, so that what is packed of it is long.
TEXT = b"".join(b"<p>The lamp burned %x hours.</p>\n" % (7919 * n * n) for n in range(4000))


def _raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def _in_frames(body: bytes) -> bytes:
    return b"".join(zstd.compress(body[at : at + 999]) for at in range(0, len(body), 999))


every_packing = pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress), ("x-gzip", gzip.compress),
        ("deflate", zlib.compress), ("deflate", _raw_deflate),
        ("br", brotli.compress), ("zstd", zstd.compress), ("zstd", _in_frames),
    ],
)  # fmt: skip


@every_packing
def test_what_was_packed_comes_out_as_it_was(coding: str, pack: Pack) -> None:
    assert undone(pack(TEXT), coding.upper(), MOST) == TEXT


@every_packing
def test_what_was_cut_short_comes_as_far_as_it_goes(coding: str, pack: Pack) -> None:
    packed = pack(TEXT)
    found = undone(packed[: len(packed) * 9 // 10], coding, MOST)
    assert TEXT.startswith(found)
    assert len(found) > len(TEXT) // 2


@every_packing
def test_nothing_is_nothing(coding: str, pack: Pack) -> None:
    assert undone(pack(b""), coding, MOST) == b""


def test_what_was_cut_before_its_first_block_is_whole_stays_as_it_is() -> None:
    cut = zstd.compress(TEXT)[:1000]
    assert undone(cut, "zstd", MOST) == cut


@every_packing
def test_a_bomb_comes_no_further_than_allowed(coding: str, pack: Pack) -> None:
    assert undone(pack(bytes(1 << 22)), coding, MOST) == bytes(MOST)


@every_packing
def test_what_is_not_packed_as_told_stays_as_it_is(coding: str, pack: Pack) -> None:
    for body in (b"", TEXT, b"\r\n\t " + TEXT, b"\xef\xbb\xbf" + TEXT):
        assert undone(body, coding, MOST) == body
    damaged = pack(TEXT)[:200] + b"\xff" * 100 + pack(TEXT)[300:]
    assert undone(damaged, coding, MOST) != TEXT


@every_packing
@given(at=st.integers(0, 400), put=st.binary(max_size=12), gone=st.integers(0, 40))
def test_damage_is_never_worse_than_that(
    coding: str, pack: Pack, at: int, put: bytes, gone: int
) -> None:
    packed = pack(TEXT[:999])
    assert len(undone(packed[:at] + put + packed[at + gone :], coding, 5000)) <= 5000


def test_several_packings_are_undone_from_the_last_to_the_first() -> None:
    assert undone(brotli.compress(gzip.compress(TEXT)), "gzip , br", MOST) == TEXT
    assert undone(zstd.compress(TEXT), "identity,zstd", MOST) == TEXT
    assert undone(zstd.compress(TEXT), "", MOST) == zstd.compress(TEXT)


def test_more_packings_upon_each_other_than_servers_use_are_not_undone() -> None:
    body = TEXT
    for _time in range(9):
        body = gzip.compress(body)
    assert undone(body, ",".join(["gzip"] * 9), MOST).startswith(b"\x1f\x8b")


def test_a_window_wider_than_browsers_allow_is_not_made() -> None:
    wide = zstd.compress(bytes(1 << 24), options={zstd.CompressionParameter.window_log: 27})
    assert re.match(rb"\x28\xb5\x2f\xfd", undone(wide, "zstd", MOST))


def test_a_packing_that_this_python_cannot_undo_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    assert undone(brotli.compress(TEXT), "br", MOST) == brotli.compress(TEXT)
