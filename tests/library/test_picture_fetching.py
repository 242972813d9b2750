from collections.abc import Iterator
from pathlib import Path

import pytest
from pages_made import png, story_page, write
from web_made import Site, moved, page, site

from reader.articles import engine
from reader.errors import Cancelled
from reader.library import picture_fetching
from reader.library.library import Library
from reader.library.picture_fetching import missing_pictures


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as made:
        yield made


def add(library: Library, folder: Path, home: str, *addresses: str) -> str:
    figures = "".join(
        f'<figure><img src="{one}" alt="Boat {at}"><figcaption>Boat {at}</figcaption></figure>'
        for at, one in enumerate(addresses)
    )
    saved = f"<!-- saved from url=(0031){home}/story -->"
    [outcome] = library.add([write(folder / "lamp.html", saved + story_page(body=figures))])
    assert outcome.id, outcome
    return outcome.id


def test_a_missing_picture_is_fetched_kept_and_shown(
    library: Library, tmp_path: Path, web: Site
) -> None:
    web.pages["/boat.png"] = page(png(400, 300), "text/plain", Set_Cookie="who=you")
    web.pages["/ferry.jpg"] = page(png(500, 300))
    id_ = add(library, tmp_path / "in", web.address, "/boat.png", "/ferry.jpg")
    assert web.asked == []
    assert [one.description for one in missing_pictures(library.clipping(id_))] == [
        "Boat 0", "Boat 1",
    ]  # fmt: skip

    outcomes = list(library.fetch_pictures(id_))

    clipping = library.clipping(id_)
    assert [one.reason for one in outcomes] == ["", ""]
    assert [file.read_bytes() for file in clipping.picture_files.values()] == [
        png(400, 300), png(500, 300),
    ]  # fmt: skip
    assert [(one.media_type, one.width) for one in clipping.article.pictures] == [
        ("image/png", 400), ("image/png", 500),
    ]  # fmt: skip
    assert missing_pictures(clipping) == ()
    [card] = library.cards([id_])
    assert card.picture == clipping.picture_files[f"{web.address}/boat.png"]
    assert all("cookie" not in told and "referer" not in told for _, told in web.asked)
    library.update_index()
    assert list(library.check()) == []


def test_what_was_fetched_outlasts_cleaning_again(
    library: Library, tmp_path: Path, web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.pages["/boat.png"] = page(png(400, 300))
    id_ = add(library, tmp_path / "in", web.address, "/boat.png")
    list(library.fetch_pictures(id_))
    before = library.clipping(id_)

    [told] = library.clean_again([id_])
    assert not told.changed
    assert library.clipping(id_) == before

    monkeypatch.setattr(engine, "ENGINE_VERSION", 99)
    assert not library.drop(id_, [_first_block(before.article.html)]).added
    [told] = library.clean_again([id_])
    assert library.clipping(id_).picture_files == before.picture_files
    assert library.cards([id_])[0].picture is not None


def _first_block(html: str) -> str:
    from reader.articles.blocks import blocks_of

    return blocks_of(html)[0].id


def test_what_is_none_or_is_not_there_is_told_and_the_others_are_kept(
    library: Library, tmp_path: Path, web: Site
) -> None:
    web.pages["/page.png"] = page("<html>Please log in</html>")
    web.pages["/led.png"] = moved("http://127.0.0.2:9/secret.png")
    web.pages["/boat.png"] = page(png(400, 300))
    id_ = add(
        library, tmp_path / "in", web.address, "/page.png", "/gone.png", "/led.png", "/boat.png"
    )
    reasons = [one.reason for one in library.fetch_pictures(id_)]
    assert reasons[0] == "What “127.0.0.1” sent is no picture that can be shown."
    assert "no such picture" in reasons[1]
    assert all(asked["accept"].startswith("image/") for _, asked in web.asked)
    assert "your own network" in reasons[2]
    assert reasons[3] == ""
    assert len(library.clipping(id_).picture_files) == 1
    assert len(list(library.fetch_pictures(id_))) == 3


def test_no_page_leads_to_a_private_computer(library: Library, tmp_path: Path, web: Site) -> None:
    web.pages["/boat.png"] = web.pages["/reboot"] = page(png(400, 300))
    web.pages["/boat.png?a=1"] = page(png(400, 300))
    elsewhere = add(library, tmp_path / "a", "https://news.example", f"{web.address}/boat.png")
    assert "your own network" in next(iter(library.fetch_pictures(elsewhere))).reason
    # What a page says of its own address may be made up.
    at_home = add(library, tmp_path / "b", web.address, "/reboot", "/boat.png?a=1")
    assert [bool(one.reason) for one in library.fetch_pictures(at_home)] == [True, True]
    assert web.asked == []


def test_bytes_that_differ_later_do_not_replace_those_that_are_kept(
    library: Library, tmp_path: Path, web: Site
) -> None:
    web.pages["/boat.png"] = page(png(400, 300))
    id_ = add(library, tmp_path / "in", web.address, "/boat.png")
    clipping = library.clipping(id_)
    other = picture_fetching.fetch_pictures(
        clipping, library._clippings, library._blobs, lambda *_: None
    )
    list(library.fetch_pictures(id_))
    web.pages["/boat.png"] = page(png(600, 600))
    list(other)
    [file] = library.clipping(id_).picture_files.values()
    assert file.read_bytes() == png(400, 300)


def test_too_much_is_left_where_it_is(
    library: Library, tmp_path: Path, web: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = png(400, 300)
    for name in ("quay", "pier", "c"):
        web.pages[f"/{name}.png"] = page(content)
    id_ = add(library, tmp_path / "in", web.address, "/quay.png", "/pier.png", "/c.png")
    monkeypatch.setattr(picture_fetching, "LARGEST", len(content))
    monkeypatch.setattr(picture_fetching, "MOST_BYTES", len(content) + 1)
    first, *others = [one.reason for one in library.fetch_pictures(id_)]
    assert not first
    assert all(others)
    monkeypatch.setattr(picture_fetching, "MOST_SECONDS", 0)
    assert "next time" in next(one.reason for one in library.fetch_pictures(id_))


def test_what_was_fetched_before_the_reader_cancelled_stays(
    library: Library, tmp_path: Path, web: Site
) -> None:
    web.pages["/quay.png"] = web.pages["/pier.png"] = page(png(400, 300))
    id_ = add(library, tmp_path / "in", web.address, "/quay.png", "/pier.png")

    def progress(done: int, total: int, host: str) -> None:
        assert total == 2
        if done:
            raise Cancelled("Enough.")

    fetching = library.fetch_pictures(id_, progress)
    assert not next(fetching).reason
    with pytest.raises(Cancelled):
        next(fetching)
    assert len(library.clipping(id_).picture_files) == 1


def test_the_lead_is_fetched_where_the_story_shows_no_picture(
    library: Library, tmp_path: Path, web: Site
) -> None:
    head = f'<meta property="og:image" content="{web.address}/lead.png">'
    saved = f"<!-- saved from url=(0031){web.address}/story -->"
    html = story_page(body="").replace("</head>", f"{head}</head>")
    [outcome] = library.add([write(tmp_path / "in" / "lamp.html", saved + html)])
    web.pages["/lead.png"] = page(png(400, 300))
    assert [one.reason for one in library.fetch_pictures(outcome.id)] == [""]
    assert len(library.clipping(outcome.id).picture_files) == 1
