"""The pictures of a story: found however they load, with their bytes where the page has them."""

import base64
import hashlib
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest
from stories_made import ADDRESS, paragraphs, story_page

from reader.articles.article import Picture
from reader.articles.extract import extract
from reader.pages.part import Part, part_of
from reader.pages.saved_page import Kind, SavedPage


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IEND", b"")


def pictures_of(
    markup: str, parts: Mapping[str, Part] | None = None, address: str = ADDRESS
) -> tuple[tuple[Picture, ...], str]:
    body = f"<h1>Harbour reopens</h1>{paragraphs(2)}{markup}{paragraphs(3)[len(paragraphs(2)) :]}"
    page = SavedPage(
        "p.html", Kind.HTML, f"<html><body><article>{body}</article></body></html>", address,
        parts=parts or {},
    )  # fmt: skip
    article = extract(page)
    return article.pictures, article.html


GIF = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
BIG = "https://news.example.com/big.jpg"


@pytest.mark.parametrize(
    "markup",
    [
        "<img src=/big.jpg>",
        f"<img src='{GIF}' data-src=/big.jpg>",
        "<img src=/img/placeholder.png data-original=/big.jpg>",
        "<img data-lazy-src='https://news.example.com/big.jpg'>",
        "<img srcset='/small.jpg 300w, /big.jpg 1200w, /print.jpg 6000w'>",
        f"<img src='{GIF}' data-srcset='/small.jpg 1x, /big.jpg 2x'>",
        "<picture><source srcset='/big.jpg 1200w'><img alt=x></picture>",
        f"<img src='{GIF}'><noscript><img src=/big.jpg></noscript>",
        "<div><span class=lazy></span><noscript><img src=/big.jpg></noscript></div>",
        "<img src=/big.jpg><img src='/big.jpg?w=300'>",
    ],
)
def test_a_picture_is_found_however_it_loads(markup: str) -> None:
    pictures, html = pictures_of(markup)
    assert [picture.address for picture in pictures] == [BIG]
    assert html.count("<img") == 1
    assert f'src="{BIG}"' in html


@pytest.mark.parametrize(
    "markup",
    [
        "<img src=/track.gif width=1 height=1>",
        f"<img src='{GIF}'>",
        "<img src='' alt=x>",
        "<img class=avatar src=/me.jpg>",
        "<img src='file:///etc/passwd'>",
        "<img src='//'>",
        "<img src='http://['>",
    ],
)
def test_trackers_icons_and_what_has_no_address_are_no_pictures(markup: str) -> None:
    pictures, html = pictures_of(markup)
    assert not pictures
    assert "<img" not in html


def test_a_saved_picture_brings_its_bytes_and_keeps_its_remote_address(tmp_path: Path) -> None:
    file = tmp_path / "a b.png"
    file.write_bytes(png(640, 480))
    markup = (
        "<figure><img src='./p_files/a%20b.png' srcset='https://cdn.example.com/a.png 640w'"
        " alt='The quay'><figcaption>The quay at dawn. Photo: Ada Pen</figcaption></figure>"
    )
    pictures, html = pictures_of(markup, {"p_files/a b.png": file})
    assert pictures == (
        Picture(
            "https://cdn.example.com/a.png", "The quay at dawn. Photo: Ada Pen", "Ada Pen",
            "The quay", file.read_bytes(), "image/png", 640, 480,
        ),
    )  # fmt: skip
    assert 'src="https://cdn.example.com/a.png" alt="The quay" width="640" height="480"' in html


def test_a_saved_picture_of_unknown_origin_is_known_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(png(640, 480))
    pictures, html = pictures_of("<img src=./p_files/a.png>", {"p_files/a.png": file}, address="")
    assert [picture.address for picture in pictures] == ["p_files/a.png"]
    assert 'src="p_files/a.png"' in html


def test_a_picture_in_the_markup_is_known_by_its_digest() -> None:
    content = png(300, 200) + b"\0" * 2_000
    address = "data:image/png;base64," + base64.b64encode(content).decode()
    pictures, html = pictures_of(f"<img src='{address}'>")
    name = f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert [(one.address, one.content) for one in pictures] == [(name, content)]
    assert f'src="{name}"' in html


def test_a_picture_that_was_put_into_the_markup_is_not_lost_to_what_a_script_would_load() -> None:
    content = png(300, 200) + b"\0" * 2_000
    address = "data:image/png;base64," + base64.b64encode(content).decode()
    pictures, _ = pictures_of(f"<img src='{address}' data-src=/big.jpg>")
    assert [(one.address, one.content) for one in pictures] == [(BIG, content)]
    # What only keeps the place is no picture.
    content = png(30, 20) + b"\0" * 2_000
    address = "data:image/png;base64," + base64.b64encode(content).decode()
    pictures, _ = pictures_of(f"<img src='{address}' data-src=/big.jpg>")
    assert [(one.address, one.content) for one in pictures] == [(BIG, None)]


def test_a_picture_that_waits_to_be_loaded_may_be_called_lazy() -> None:
    pictures, _ = pictures_of(f"<img src='{GIF}' data-src=/crane-lazy.jpg>")
    assert [one.address for one in pictures] == ["https://news.example.com/crane-lazy.jpg"]


def test_a_picture_out_of_an_archive_keeps_its_address() -> None:
    pictures, _ = pictures_of(f"<img src='{BIG}'>", parts={BIG: part_of(png(300, 200))})
    assert [(one.address, one.content) for one in pictures] == [(BIG, png(300, 200))]


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg onload=alert(1)>", png(60_000, 60_000), png(2, 2), b"\x89PNG\r\n\x1a\nshort",
     b"\xff\xd8\xff", b"GIF89a", b"RIFFxxxxWEBP", b"%PDF-1.7"],
)  # fmt: skip
def test_bytes_that_are_no_fit_picture_are_not_kept(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(content)
    pictures, _ = pictures_of("<img src=p_files/a.png>", {"p_files/a.png": file}, address="")
    assert not any(picture.content for picture in pictures)


def test_a_picture_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    pictures, _ = pictures_of("<img src=a.png>", {"a.png": tmp_path / "gone.png"}, address="")
    assert not pictures


def test_an_emoji_stays_a_sign() -> None:
    story = "<p>The wind was strong <img class=emoji src=/e.svg alt='🌊'> and the boats stayed.</p>"
    _, html = pictures_of(story)
    assert "strong 🌊 and" in html


def test_a_caption_without_a_figure_is_joined_to_its_picture() -> None:
    markup = (
        "<div class=wp-caption><img src=/big.jpg>"
        "<p class=wp-caption-text>The quay at dawn</p></div>"
    )
    pictures, html = pictures_of(markup)
    assert pictures[0].caption == "The quay at dawn"
    assert "<figcaption>The quay at dawn</figcaption></figure>" in html


def test_a_saved_lead_picture_is_known_by_the_address_that_the_page_names(tmp_path: Path) -> None:
    file = tmp_path / "lead_x1Yz.png"
    file.write_bytes(png(640, 480))
    head = '<meta property="og:image" content="https://cdn.example.com/i/lead.png">'
    body = f"<h1>Harbour reopens</h1>{paragraphs(2)}<img src=p_files/lead_x1Yz.png>"
    markup = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    page = SavedPage("p.html", Kind.HTML, markup, ADDRESS, parts={"p_files/lead_x1Yz.png": file})
    article = extract(page)
    assert [picture.address for picture in article.pictures] == [
        "https://cdn.example.com/i/lead.png"
    ]
    assert 'src="https://cdn.example.com/i/lead.png"' in article.html


def test_an_address_reads_the_same_in_the_body_and_beside_it() -> None:
    pictures, html = pictures_of("<img src='/bild grün.jpg?a=1&b={2}'>")
    assert pictures[0].address == "https://news.example.com/bild%20gr%C3%BCn.jpg?a=1&b=%7B2%7D"
    assert pictures[0].address.replace("&", "&amp;") in html


def test_the_captions_of_a_gallery_stay_with_their_pictures() -> None:
    items = "".join(
        f"<li><div><img src=/g{n}.jpg></div>"
        f"<div class=caption><div>Boat {n} at the quay</div></div></li>"
        for n in range(2)
    )
    pictures, html = pictures_of(f"<ul class=g>{items}</ul>")
    assert [picture.caption for picture in pictures] == ["Boat 0 at the quay", "Boat 1 at the quay"]
    assert html.count("<figcaption>Boat") == 2


def test_words_beside_a_picture_in_its_figure_are_its_caption() -> None:
    markup = "<figure><div><img src=/big.jpg></div><p><cite>Ada Pen</cite></p></figure>"
    pictures, html = pictures_of(markup)
    assert pictures[0].caption == "Ada Pen"
    assert "<figcaption><cite>Ada Pen</cite></figcaption>" in html


@pytest.mark.parametrize(
    "markup",
    [
        "<amp-img src=/big.jpg width=800 height=500 layout=responsive></amp-img>",
        "<image src=/big.jpg>",
        "<img aria-hidden=true src=/big.jpg alt='A lamp'>",
        "<picture><source srcset='/big.jpg 1200w'></picture>",
        "<figure><div style=\"background-image: url('/big.jpg')\"></div></figure>",
        "<figure data-src=/big.jpg><span></span><figcaption>A lamp.</figcaption></figure>",
        "<figure><a href=/big.jpg></a><figcaption>A lamp.</figcaption></figure>",
    ],
)
def test_what_stands_for_a_picture_becomes_one(markup: str) -> None:
    pictures, html = pictures_of(markup)
    assert [picture.address for picture in pictures] == [BIG]
    assert html.count("<img") == 1


def test_a_figure_that_holds_its_picture_is_given_no_other() -> None:
    pictures, _ = pictures_of("<figure data-src=/other.jpg><img src=/big.jpg></figure>")
    assert [picture.address for picture in pictures] == [BIG]


def test_a_formula_written_as_a_picture_stands_in_its_sentence_each_time() -> None:
    formula = "<img src=/f.svg style='width:3.1ex; height:2.2ex' alt='x^2' aria-hidden=true>"
    pictures, html = pictures_of(
        f"<p>The lamp gives {formula} candles when {formula} wicks are lit.</p><img src=/big.jpg>"
    )
    shown = '<img src="https://news.example.com/f.svg" alt="x^2" width="25" height="18">'
    assert f"gives {shown} candles when {shown} wicks" in html
    assert pictures[0].address == BIG


def test_a_small_picture_in_a_cell_is_kept_and_one_in_a_line_is_decoration() -> None:
    cell = "<table><tr><td>Oil</td><td><img src=/yes.png width=20px></td></tr>"
    _, html = pictures_of(f"<p><img src=/arrow.png width=20>On we go.</p>{cell}</table>")
    assert "yes.png" in html
    assert "arrow.png" not in html


def test_a_page_of_very_many_pictures_shows_no_more_than_a_story_has() -> None:
    pictures, _ = pictures_of("".join(f"<img src=/{number}.jpg>" for number in range(2_500)))
    assert len(pictures) <= 2_000


@pytest.mark.parametrize(
    ("small", "large"),
    [
        ("/max/60/1a2b.png?q=20", "/max/540/1a2b.png"),
        ("/up/quay-150x150.jpg", "/up/quay-1024x768.jpg"),
        ("/image/300x/quay.jpg", "/image/1300x/quay.jpg"),
        ("/quay.jpg?w=100", "/quay.jpg?w=800"),
    ],
)
def test_of_one_picture_in_two_sizes_the_larger_is_shown(small: str, large: str) -> None:
    for order in ((small, large), (large, small)):
        pictures, html = pictures_of("".join(f"<p><img src='{one}'></p>" for one in order))
        assert [one.address for one in pictures] == [f"https://news.example.com{large}"]
        assert html.count("<img") == 1


def test_pictures_of_two_days_with_one_name_are_two() -> None:
    pictures, _ = pictures_of("<img src=/2026/05/01/day.jpg><img src=/2026/05/02/day.jpg>")
    assert len(pictures) == 2


def test_a_photo_with_a_name_of_one_letter_is_a_picture() -> None:
    shown = "<amp-img src=/b.jpg width=800 height=500></amp-img>"
    found = extract(story_page("<article>{story}" + shown + paragraphs(2) + "</article>"))
    assert [one.address for one in found.pictures] == ["https://news.example.com/b.jpg"]
