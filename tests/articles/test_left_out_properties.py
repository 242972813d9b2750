"""Whatever a page holds, what it leaves out is told, fits its article, and can be put back."""

from hypothesis import given, settings
from hypothesis import strategies as st
from stories_made import ADDRESS, PARAGRAPHS

from reader.articles.blocks import blocks_of, body_of
from reader.articles.corrections import Correction, Wish, corrected
from reader.articles.left_out import left_out
from reader.pages.saved_page import Kind, SavedPage

_NAMES = "div p span section aside nav footer h2 ul li table td blockquote figure pre b br"
_KINDS = "comments related newsletter share story article-body cookie-bar author-bio x"
WORDS = st.one_of(
    st.sampled_from([*PARAGRAPHS, "Read more", "&#0;", "&#xD800;", "&lt;p&gt;", "\0", "<", "]]>"]),
    st.text(max_size=30),
)


@st.composite
def elements(draw: st.DrawFn, depth: int = 4) -> str:
    name, kind = draw(st.sampled_from(_NAMES.split())), draw(st.sampled_from(_KINDS.split()))
    inner = st.one_of(WORDS, elements(depth - 1)) if depth else WORDS
    parts = "".join(draw(st.lists(inner, max_size=4)))
    return f"<{name} class={kind}>{parts}" + (f"</{name}>" if draw(st.booleans()) else "")


MARKUP = st.lists(st.one_of(elements(), WORDS), max_size=6).map("".join)
KIND = st.sampled_from(Kind)


@settings(max_examples=150, deadline=None)
@given(MARKUP, KIND)
def test_what_is_left_out_fits_the_article(markup: str, kind: Kind) -> None:
    article, found = left_out(SavedPage("p", kind, markup, ADDRESS))
    body = blocks_of(article.html)
    places = {"", *(block.id for block in body)}
    assert all(one.after in places for one in found)
    ids = [one.block.id for one in found]
    assert len(set(ids)) == len(ids)
    assert places.isdisjoint(ids)
    for one in found:
        one.block.html.encode()
        assert "\0" not in one.block.html


@settings(max_examples=150, deadline=None)
@given(MARKUP, KIND)
def test_all_that_was_left_out_can_be_put_back(markup: str, kind: Kind) -> None:
    article, found = left_out(SavedPage("p", kind, markup, ADDRESS))
    wishes = tuple(
        Correction(one.block.id, Wish.KEEP, one.after, place, one.block.html)
        for place, one in enumerate(found)
    )
    whole = corrected(article, wishes)
    for one in found:
        assert one.block.html in whole.html
    drops = tuple(Correction(one.block.id, Wish.DROP) for one in found)
    assert corrected(article, drops) == article


@settings(max_examples=150, deadline=None)
@given(MARKUP, KIND)
def test_a_body_is_its_blocks(markup: str, kind: Kind) -> None:
    html = left_out(SavedPage("p", kind, markup, ADDRESS))[0].html
    assert body_of(blocks_of(html)) == html
