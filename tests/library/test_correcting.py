"""The reader sees what cleaning left out, puts it back, leaves more out, and takes that back."""

from pathlib import Path

import pytest
from pages_made import STORY, png, story_page, write

from reader.articles.blocks import blocks_of
from reader.articles.quote import Quote, quote_of
from reader.articles.removed_block import Reason, RemovedBlock
from reader.clipping import Search
from reader.errors import ReaderError
from reader.library.library import Library

OFFER = "Sign up for our newsletter and get the lighthouse into your inbox each morning."
BOX = f"<div class=newsletter-box><p>{OFFER}</p></div>"
WHOLE = "\n\n".join(STORY)


@pytest.fixture
def lamp(library: Library, tmp_path: Path) -> str:
    """A clipping whose page has a box before the last paragraph of its story."""
    page = story_page(body=BOX)
    [outcome] = library.add([write(tmp_path / "lamp.html", page)])
    assert library.clipping(outcome.id).article.text == WHOLE
    return outcome.id


def text(library: Library, id_: str) -> str:
    return library.clipping(id_).article.text


def quote(library: Library, id_: str, words: str) -> Quote:
    found = quote_of(text(library, id_), words)
    assert found is not None
    return found


def only(library: Library, id_: str) -> RemovedBlock:
    [one] = library.removed(id_)
    return one


def test_what_was_left_out_is_told(library: Library, lamp: str) -> None:
    one = only(library, lamp)
    assert one.block.text == OFFER
    assert one.reason is Reason.SUBSCRIPTION


def test_a_block_is_put_back_where_it_stood(library: Library, lamp: str) -> None:
    change = library.put_back(lamp, [only(library, lamp).block.id])
    assert change.fields == {"corrections"}
    assert text(library, lamp) == "\n\n".join((*STORY[:-1], OFFER, STORY[-1]))
    assert f"<p>{OFFER}</p>" in library.clipping(lamp).article.html
    assert library.removed(lamp) == ()


def test_a_block_is_left_out_by_words_in_it(library: Library, lamp: str) -> None:
    library.drop(lamp, quote(library, lamp, "polished all the while"))
    assert text(library, lamp) == "\n\n".join((STORY[0], STORY[2]))
    told = library.removed(lamp)
    assert [one.reason for one in told] == [Reason.READER, Reason.SUBSCRIPTION]
    assert told[0].block.text == STORY[1]


def test_a_quote_over_two_blocks_leaves_both_out(library: Library, lamp: str) -> None:
    across = f"{STORY[0][-20:]}\n\n{STORY[1][:20]}"
    library.drop(lamp, quote(library, lamp, across))
    assert text(library, lamp) == STORY[2]


def test_each_correction_is_taken_back_and_done_again(library: Library, lamp: str) -> None:
    for change in (
        library.put_back(lamp, [only(library, lamp).block.id]),
        library.drop(lamp, quote(library, lamp, STORY[0])),
    ):
        after = library.clipping(lamp)
        back = library.undo(change)
        assert library.clipping(lamp).article.text != after.article.text
        library.undo(back)
        assert library.clipping(lamp) == after


def test_without_corrections_the_body_is_as_it_was_made(library: Library, lamp: str) -> None:
    made = library.clipping(lamp)
    library.undo(library.drop(lamp, quote(library, lamp, STORY[0])))
    assert library.clipping(lamp) == made


def test_taking_one_correction_back_leaves_the_other(library: Library, lamp: str) -> None:
    change = library.put_back(lamp, [only(library, lamp).block.id])
    library.drop(lamp, quote(library, lamp, STORY[0]))
    library.undo(change)
    assert text(library, lamp) == "\n\n".join(STORY[1:])


def test_what_the_reader_left_out_can_be_put_back(library: Library, lamp: str) -> None:
    made = library.clipping(lamp)
    library.drop(lamp, quote(library, lamp, STORY[1]))
    dropped = next(one for one in library.removed(lamp) if one.reason is Reason.READER)
    library.put_back(lamp, [dropped.block.id])
    assert library.clipping(lamp) == made


def test_what_was_put_back_can_be_left_out_again(library: Library, lamp: str) -> None:
    made = library.clipping(lamp)
    library.put_back(lamp, [only(library, lamp).block.id])
    library.drop(lamp, quote(library, lamp, OFFER))
    assert library.clipping(lamp) == made


def test_only_what_shows_is_found(library: Library, lamp: str) -> None:
    library.put_back(lamp, [only(library, lamp).block.id])
    library.drop(lamp, quote(library, lamp, STORY[1]))
    library.update_index()
    assert library.find(Search("inbox")).ids == (lamp,)
    assert library.find(Search("furniture")).ids == ()
    [card] = library.cards([lamp], "inbox")
    assert "inbox" in card.excerpt.text
    [card] = library.cards([lamp])
    assert card.minutes == 1


def test_the_list_shows_the_opening_that_shows(library: Library, lamp: str) -> None:
    library.drop(lamp, quote(library, lamp, STORY[0]))
    [card] = library.cards([lamp])
    assert card.excerpt.text.startswith(STORY[1][:60])


def test_a_story_is_never_left_out_whole(library: Library, lamp: str) -> None:
    with pytest.raises(ReaderError, match="Nothing of the story would be left"):
        library.drop(lamp, quote(library, lamp, WHOLE))
    assert text(library, lamp) == WHOLE


def test_what_is_not_there_cannot_be_left_out_or_put_back(library: Library, lamp: str) -> None:
    with pytest.raises(ReaderError, match="does not stand in"):
        library.drop(lamp, Quote("no such words"))
    with pytest.raises(ReaderError, match="shows no block"):
        library.drop(lamp, ["abc"])
    with pytest.raises(ReaderError, match="No block"):
        library.put_back(lamp, ["abc"])


def test_corrections_are_kept_over_a_restart(library: Library, lamp: str) -> None:
    library.put_back(lamp, [only(library, lamp).block.id])
    library.drop(lamp, quote(library, lamp, STORY[0]))
    before = library.clipping(lamp)
    library.close()
    again = Library(library.folder)
    assert again.clipping(lamp) == before
    again.close()


def test_a_picture_that_is_left_out_is_no_picture_of_the_clipping(
    library: Library, tmp_path: Path
) -> None:
    write(tmp_path / "pages" / "boat.png", png())
    figure = "<figure><img src=boat.png><figcaption>The boat</figcaption></figure>"
    page = write(tmp_path / "pages" / "lamp.html", story_page(body=figure))
    [outcome] = library.add([page])
    clipping = library.clipping(outcome.id)
    [picture] = clipping.article.pictures
    [block] = [one for one in blocks_of(clipping.article.html) if picture.address in one.html]
    change = library.drop(outcome.id, [block.id])
    assert library.clipping(outcome.id).article.pictures == ()
    assert library.clipping(outcome.id).picture_files == {}
    [card] = library.cards([outcome.id])
    assert card.picture is None
    library.undo(change)
    assert library.clipping(outcome.id) == clipping
    [card] = library.cards([outcome.id])
    assert card.picture is not None


def test_a_picture_that_was_left_out_is_put_back(library: Library, tmp_path: Path) -> None:
    write(tmp_path / "pages" / "boät & co.png", png(400, 300))
    figure = (
        '<aside><figure><img src="boät &amp; co.png" alt="A > B"></figure></aside>'
        "<aside><img src=https://ads.example/banner.png></aside>"
    )
    page = story_page().replace("</article>", f"</article>{figure}")
    [outcome] = library.add([write(tmp_path / "pages" / "lamp.html", page)])
    assert library.clipping(outcome.id).article.pictures == ()
    one = only(library, outcome.id)
    assert one.block.text == ""
    change = library.put_back(outcome.id, [one.block.id])
    clipping = library.clipping(outcome.id)
    [picture] = clipping.article.pictures
    assert (picture.width, picture.height, picture.description) == (400, 300, "A > B")
    assert clipping.picture_files[picture.address].read_bytes() == png(400, 300)
    assert f'src="{picture.address}"' in clipping.article.html
    assert library.removed(outcome.id) == ()
    library.undo(change)
    assert library.clipping(outcome.id).article.pictures == ()
    library.undo(library.undo(change))
    assert only(library, outcome.id).block.id == one.block.id


def test_a_damaged_original_is_told_in_a_sentence(library: Library, lamp: str) -> None:
    digest = library.clipping(lamp).original
    (library.folder / "originals" / digest[:2] / f"{digest}.zip").write_bytes(b"gone")
    with pytest.raises(ReaderError, match=r"What was left out of .* cannot be told"):
        library.removed(lamp)
    library.drop(lamp, quote(library, lamp, STORY[0]))
    assert text(library, lamp) == "\n\n".join(STORY[1:])
