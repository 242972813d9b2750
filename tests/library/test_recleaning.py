"""Clippings are cleaned again from their originals, and keep all that the reader added."""

from pathlib import Path

import pytest
from clippings_made import add_stories, add_story
from pages_made import STORY, png, story_page, write

from reader.articles.quote import Quote, quote_of
from reader.clipping import Recleaned, Search
from reader.errors import Cancelled
from reader.library.library import Library

OLD = "What an older cleaner took for the story, which is not what stands there."
BOX = "<div class=newsletter-box><p>Sign up for our newsletter, and get the lamp by post.</p></div>"


def make_older(library: Library, *ids: str) -> None:
    """Have clippings look as if an older version had cleaned them otherwise."""
    with library._database.writing() as db:
        for id_ in ids:
            db.execute(
                "UPDATE clippings SET engine = 0, title = 'Old title', published = '2001-01-01',"
                " completeness = 'partial', evidence = 'Old sign', opening = '' WHERE id = ?",
                (id_,),
            )
            db.execute(
                "UPDATE bodies SET html = ?, text = ? WHERE number ="
                " (SELECT number FROM clippings WHERE id = ?)",
                (f"<p>{OLD}</p>", OLD, id_),
            )


def clean_again(library: Library, *ids: str) -> list[Recleaned]:
    return list(library.clean_again(ids))


@pytest.fixture
def lamp(library: Library, tmp_path: Path) -> str:
    return add_story(library, tmp_path / "pages", "The lamp is lit again")


def test_a_clipping_of_this_version_stays_as_it_is(library: Library, lamp: str) -> None:
    before = library.clipping(lamp)
    assert library.outdated() == ()
    assert clean_again(library, lamp) == [Recleaned(lamp, "The lamp is lit again")]
    assert library.clipping(lamp) == before


def test_an_older_one_is_made_anew_and_says_what_changed(library: Library, lamp: str) -> None:
    before = library.clipping(lamp)
    make_older(library, lamp)
    assert library.outdated() == (lamp,)
    [told] = clean_again(library, lamp)
    assert (told.id, told.title, told.reason) == (lamp, "The lamp is lit again", "")
    assert set(told.changed) == {"title", "published", "completeness", "text"}
    assert library.clipping(lamp) == before
    assert library.outdated() == ()
    library.update_index()
    assert library.find(Search("furniture")).ids == (lamp,)
    assert library.find(Search('"older cleaner"')).ids == ()


def test_what_the_reader_added_stays(library: Library, lamp: str) -> None:
    library.tag([lamp], ["lamps"])
    library.note(lamp, "Ask Ada.")
    library.star([lamp])
    library.save_position(lamp, 0.5)
    library.mark(lamp, "polished all the while", "So?")
    before = library.clipping(lamp)
    make_older(library, lamp)
    clean_again(library, lamp)
    assert library.clipping(lamp) == before


def test_marks_that_stand_nowhere_any_more_are_told_and_kept(library: Library, lamp: str) -> None:
    make_older(library, lamp)
    quote = quote_of(OLD, "an older cleaner")
    assert quote is not None
    library.mark(lamp, quote)
    library.mark(lamp, Quote("polished all the while"))
    marks = library.clipping(lamp).additions.highlights
    [told] = clean_again(library, lamp)
    assert told.unplaced == tuple(one.id for one in marks if one.quote == quote)
    assert library.clipping(lamp).additions.highlights == marks


def test_corrections_stay(library: Library, tmp_path: Path) -> None:
    page = write(tmp_path / "lamp.html", story_page(body=BOX))
    [outcome] = library.add([page])
    library.put_back(outcome.id, [library.removed(outcome.id)[0].block.id])
    quote = quote_of(library.clipping(outcome.id).article.text, STORY[1])
    assert quote is not None
    library.drop(outcome.id, quote)
    before = library.clipping(outcome.id)
    make_older(library, outcome.id)
    clean_again(library, outcome.id)
    assert library.clipping(outcome.id) == before


def test_a_block_that_is_cut_otherwise_now_stays_out_and_can_be_put_back(
    library: Library, lamp: str
) -> None:
    with library._database.writing() as db:
        shorter = "replace(html, ', as she said,', '')"
        db.execute(f"UPDATE bodies SET html = {shorter}, text = {shorter.replace('html', 'text')}")
        db.execute("UPDATE clippings SET engine = 0")
    quote = quote_of(library.clipping(lamp).article.text, "a piece of furniture")
    assert quote is not None
    library.drop(lamp, quote)
    clean_again(library, lamp)
    assert library.clipping(lamp).article.text == f"{STORY[0]}\n\n{STORY[2]}"
    [one] = library.removed(lamp)
    library.put_back(lamp, [one.block.id])
    assert library.clipping(lamp).article.text == "\n\n".join(STORY)


def test_pictures_stay(library: Library, tmp_path: Path) -> None:
    write(tmp_path / "pages" / "boat.png", png())
    figure = "<figure><img src=boat.png><figcaption>The boat</figcaption></figure>"
    [outcome] = library.add([write(tmp_path / "pages" / "lamp.html", story_page(body=figure))])
    before = library.clipping(outcome.id)
    assert before.picture_files
    make_older(library, outcome.id)
    clean_again(library, outcome.id)
    assert library.clipping(outcome.id) == before


def test_an_address_that_the_page_does_not_name_is_kept(library: Library, lamp: str) -> None:
    with library._database.writing() as db:
        db.execute("UPDATE clippings SET address = 'https://post.example/lamp', engine = 0")
    clean_again(library, lamp)
    assert library.clipping(lamp).article.address == "https://post.example/lamp"


def test_a_damaged_original_leaves_the_article_and_says_so(
    library: Library, tmp_path: Path
) -> None:
    hurt, well = add_stories(library, tmp_path / "pages", "The lamp", "The boat")
    make_older(library, hurt, well)
    digest = library.clipping(hurt).original
    file = library.folder / "originals" / digest[:2] / f"{digest}.zip"
    file.write_bytes(file.read_bytes()[:-40])
    before = library.clipping(hurt)
    told = {one.id: one for one in clean_again(library, hurt, well)}
    assert told[hurt].reason.startswith("“Old title” stays as it was: its original cannot be read")
    assert told[hurt].changed == ()
    assert library.clipping(hurt) == before
    assert library.outdated() == (hurt,)
    assert told[well].reason == ""
    assert library.clipping(well).article.title == "The boat"


def test_an_original_without_a_story_leaves_the_article(library: Library, lamp: str) -> None:
    from reader.pages.original import Original

    empty = Original("empty.html", b"<html><nav><a href=/>Home</a></nav></html>")
    with library._database.writing() as db:
        db.execute("UPDATE clippings SET original = ?", (library._blobs.keep_original(empty),))
    before = library.clipping(lamp)
    [told] = clean_again(library, lamp)
    assert "holds no story" in told.reason
    assert library.clipping(lamp) == before


def test_cancelling_keeps_what_is_done(library: Library, tmp_path: Path) -> None:
    ids = add_stories(library, tmp_path / "pages", "The lamp", "The boat", "The whale")
    make_older(library, *ids)

    def progress(done: int, total: int, name: str) -> None:
        assert total == 3
        if done == 2:
            raise Cancelled("Enough.")

    with pytest.raises(Cancelled):
        list(library.clean_again(ids, progress))
    assert library.outdated() == (ids[2],)


def test_many_are_cleaned_by_worker_processes(tmp_path: Path) -> None:
    library = Library(tmp_path / "library", workers=2)
    ids = add_stories(library, tmp_path / "pages", "One", "Two", "Three", "Four", "Five", "Six")
    make_older(library, *ids)
    told = clean_again(library, *ids)
    assert {one.id for one in told} == set(ids)
    assert all("text" in one.changed for one in told)
    assert library.outdated() == ()
    library.close()


def test_what_was_learned_is_left_out_again(library: Library, tmp_path: Path) -> None:
    box = "The Marrow Post is written by the people of the coast for the people of the coast."
    head = '<meta property="og:site_name" content="The Marrow Post">'
    ids = []
    for name in ("Anna", "Berta", "Clara"):
        told = [f"{name} has {text}" for text in STORY]
        page = story_page(f"Ship {name}", told[0], box, *told[1:], head=head)
        [outcome] = library.add([write(tmp_path / f"{name}.html", page)])
        ids.append(outcome.id)
    library.learn()
    before = [library.clipping(id_) for id_ in ids]
    assert not any(box in one.article.text for one in before)
    make_older(library, *ids)
    clean_again(library, *ids)
    library.learn()
    assert [library.clipping(id_) for id_ in ids] == before
