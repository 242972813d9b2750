"""What is typed completes from the library: words, field names, tags, sources and more."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_made import keep

from reader.clipping import Search
from reader.library.library import Library
from reader.results import CompletionKind


@pytest.fixture
def harbour(library: Library) -> Library:
    text = "The lamp and the lamplighter; Élodie polished lamps of lampblack. Lampions."
    for number in range(4):
        keep(library, f"Lamp {number}", text if number % 2 else "The lamplighter.", source="Tide")
    id_ = keep(
        library,
        "Brass",
        "No light.",
        source="Moor News",
        byline="Ib Holm",
        people=("Ib Holm",),
        language="de",
    )
    library.tag([id_], ["sea/north shore", "seals"])
    library.update_index()
    return library


def completed(library: Library, typed: str) -> list[str]:
    return [one.text for one in library.complete(typed, len(typed))]


def test_a_word_completes_by_how_many_clippings_have_it(harbour: Library) -> None:
    first = harbour.complete("lam", 3)[0]
    assert (first.text, first.shown, first.kind) == ("lamp ", "lamp", CompletionKind.WORD)
    assert first.count == 4
    found = completed(harbour, "brass lampl")
    assert found == ["brass lamplighter "]
    assert completed(harbour, "Lampl") == ["Lamplighter "]


def test_the_names_of_fields_complete(harbour: Library) -> None:
    found = harbour.complete("brass so", 8)
    assert (found[0].text, found[0].kind) == ("brass source:", CompletionKind.FIELD)


def test_after_a_field_its_values_complete(harbour: Library) -> None:
    assert completed(harbour, "tag:sea") == ['tag:"sea/north shore" ', "tag:seals "]
    assert completed(harbour, "tag:nor") == ['tag:"sea/north shore" ']
    assert completed(harbour, "-source:") == ["-source:Tide ", '-source:"Moor News" ']
    assert completed(harbour, "lamp (by:ho") == ['lamp (by:"Ib Holm" ']
    assert completed(harbour, 'source:"moor n') == ['source:"Moor News" ']
    assert completed(harbour, "lang:") == ["lang:de "]
    assert completed(harbour, "is:un") == ["is:unread "]
    assert completed(harbour, "has:m") == ["has:marks "]
    assert completed(harbour, "published:yest") == ["published:yesterday "]


def test_what_follows_the_caret_stays(harbour: Library) -> None:
    [one] = [it for it in harbour.complete("lampl brass", 5) if it.shown == "lamplighter"]
    assert (one.text, one.caret) == ("lamplighter  brass", 12)
    assert harbour.complete("lampl brass", 3) == ()


def test_a_completed_query_finds_what_it_promises(harbour: Library) -> None:
    for typed in ("lampli", "tag:seal", "source:mo", "by:ib"):
        for one in harbour.complete(typed, len(typed)):
            assert len(harbour.find(Search(one.text)).ids) == one.count


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80
)
@given(
    typed=st.text(max_size=30) | st.text(alphabet='tag:sourcelm"“(- \ud800é灯/', max_size=20),
    caret=st.integers(-3, 40),
)
def test_anything_typed_is_completed_or_left(harbour: Library, typed: str, caret: int) -> None:
    for one in harbour.complete(typed, caret):
        assert 0 <= one.caret <= len(one.text)


def test_words_are_offered_as_articles_write_them_and_once(library: Library) -> None:
    keep(library, "Größe", "Die Größe der Straße. Größe zählt.", language="de")
    keep(library, "Zürich", "In Zürich, wo die große Brücke steht. Grossmann kam.", language="de")
    library.update_index()
    assert set(completed(library, "gr")) == {"größe ", "grossmann "}
    assert completed(library, "zuri") == ["Zürich "]
    assert completed(library, "Zür") == ["Zürich "]
    assert completed(library, "stras") == ["Straße "]
    for typed in ("gro", "zuri", "stras"):
        for one in library.complete(typed, len(typed)):
            assert library.find(Search(one.text)).ids, one
