"""A body shows what the reader wants of it, and what recurs beside a source's stories does not."""

from stories_made import PARAGRAPHS

from reader.articles.article import Article
from reader.articles.blocks import block_id, blocks_of
from reader.articles.corrections import Correction, Wish, corrected, corrected_blocks

MARKUP = [f"<p>{text}</p>" for text in PARAGRAPHS]
ARTICLE = Article(html="\n".join(MARKUP), text="\n\n".join(PARAGRAPHS))
IDS = [block_id(one) for one in MARKUP]
BOX = "<p>Sign up for our newsletter, and get the harbour into your inbox each morning.</p>"


def drop(number: int) -> Correction:
    return Correction(IDS[number], Wish.DROP, html=MARKUP[number])


def put_back(html: str, after: str, place: int = 0) -> Correction:
    return Correction(block_id(html), Wish.KEEP, after, place, html)


def shown(corrections: list[Correction], *recurring: str, article: Article = ARTICLE) -> list[str]:
    return corrected(article, corrections, recurring).html.split("\n")


def test_without_a_correction_the_article_is_the_very_same() -> None:
    assert corrected(ARTICLE, ()) is ARTICLE
    assert corrected(ARTICLE, (), ("unknown",)) is ARTICLE
    assert corrected(ARTICLE, [Correction("unknown", Wish.DROP)]) is ARTICLE


def test_a_dropped_block_is_in_neither_body_nor_text() -> None:
    now = corrected(ARTICLE, [drop(1)])
    assert now.html == "\n".join([MARKUP[0], *MARKUP[2:]])
    assert now.text == "\n\n".join([PARAGRAPHS[0], *PARAGRAPHS[2:]])


def test_a_block_comes_back_behind_what_it_stood_behind() -> None:
    assert shown([put_back(BOX, IDS[1])]) == [*MARKUP[:2], BOX, *MARKUP[2:]]
    assert shown([put_back(BOX, "")]) == [BOX, *MARKUP]


def test_blocks_come_back_in_their_own_order() -> None:
    other = "<p>Another box</p>"
    both = [put_back(BOX, IDS[0], 7), put_back(other, IDS[0], 6)]
    assert shown(both) == [MARKUP[0], other, BOX, *MARKUP[1:]]


def test_a_block_comes_back_although_what_stood_before_it_is_left_out() -> None:
    assert shown([drop(0), put_back(BOX, IDS[0])]) == [BOX, *MARKUP[1:]]


def test_a_block_whose_place_is_gone_comes_back_at_the_end() -> None:
    assert shown([put_back(BOX, "gone")]) == [*MARKUP, BOX]


def test_what_cleaning_keeps_by_itself_now_is_not_shown_twice() -> None:
    assert shown([put_back(MARKUP[2], IDS[1])]) == MARKUP


def test_a_correction_finds_its_block_though_a_newer_cleaner_cut_it_otherwise() -> None:
    longer = MARKUP[1].replace("</p>", " He sleeps there.</p>")
    article = Article(html="\n".join([MARKUP[0], longer, *MARKUP[2:]]))
    assert shown([drop(1)], article=article) == [MARKUP[0], *MARKUP[2:]]


def test_a_block_comes_back_though_another_one_is_much_like_it() -> None:
    alike = MARKUP[1].replace("</p>", " He sleeps there.</p>")
    assert shown([put_back(alike, IDS[1])]) == [*MARKUP[:2], alike, *MARKUP[2:]]


def test_a_correction_takes_no_other_block_for_its_own() -> None:
    article = Article(html="\n".join([MARKUP[0], *MARKUP[2:]]))
    assert shown([drop(1)], article=article) == article.html.split("\n")


def test_what_recurs_is_left_out_unless_the_reader_keeps_it() -> None:
    assert shown([], IDS[3]) == [*MARKUP[:3], MARKUP[4]]
    assert shown([Correction(IDS[3], Wish.KEEP)], IDS[3]) == MARKUP


def test_the_first_block_and_most_of_a_story_never_recur() -> None:
    assert shown([], IDS[0]) == MARKUP
    assert shown([], *IDS[1:4]) == MARKUP


def test_shown_blocks_have_the_ids_of_the_body_as_it_was_made() -> None:
    twice = "\n".join([MARKUP[0], MARKUP[1], MARKUP[0]])
    made = blocks_of(twice)
    [_, last] = corrected_blocks(made, [Correction(made[0].id, Wish.DROP)])
    assert last.id == f"{IDS[0]}-2"
