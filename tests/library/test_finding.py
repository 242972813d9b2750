"""Clippings are found by any word, in any script, and no search ever raises."""

import shutil
from pathlib import Path

import pytest
from clippings_made import add_story, titles
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_made import keep
from pages_made import STORY, story_page, write

from reader.clipping import Order, Search, Shelf
from reader.library.library import Library

STORIES = {
    "The lamp is lit again": STORY,
    "L’Éléphant du zoo": (
        "Un éléphant s’est promené mercredi dans les rues de la ville, sous les yeux étonnés des "
        "habitants, avant de rentrer de lui-même dans son enclos peu après midi.",
        "Le directeur du zoo a déclaré que la porte était restée ouverte, et que personne, ni "
        "l’éléphant ni les passants, n’avait été blessé pendant cette promenade.",
    ),
    "Маяк снова зажёгся": (
        "Маяк на мысе снова зажёгся во вторник вечером, через одиннадцать зим после того, как "
        "море унесло его лампу, и полдеревни вышло посмотреть на свет.",
        "Смотрительница Ада Брандт всё это время чистила медь, потому что лампа, которая не "
        "готова, по её словам, всего лишь мебель с видом на воду.",
    ),
    "灯塔再次点亮": (
        "周二晚上，马罗角的灯塔再次点亮，距离海水带走灯具已经过去了十一个冬天，半个村子的人都走出来观看这一时刻。",
        "看守人一直在擦拭黄铜，因为她说，没有准备好的灯只是一件可以看海的家具。2026年港务局支付了新透镜的费用。",
    ),
    "বাতিঘর আবার জ্বলছে": (
        "মঙ্গলবার সন্ধ্যায় বাতিঘর আবার জ্বলে উঠল, এগারো শীতকাল পরে, এবং অর্ধেক গ্রামের মানুষ দেখতে বেরিয়ে এল।",
        "রক্ষক এতদিন ধরে পিতল পালিশ করে রেখেছিলেন, কারণ তিনি বলেছিলেন, প্রস্তুত না থাকা বাতি কেবল আসবাবপত্র।",
    ),
    "ประภาคารสว่างอีกครั้ง": (
        "ประภาคารที่แหลมสว่างขึ้นอีกครั้งในเย็นวันอังคาร หลังจากทะเลพัดโคมไฟไปเมื่อสิบเอ็ดฤดูหนาวก่อน",
        "ผู้ดูแลขัดทองเหลืองไว้ตลอดเวลา เพราะโคมไฟที่ไม่พร้อมเป็นเพียงเฟอร์นิเจอร์ที่มองเห็นทะเล",
    ),
    "المنارة تضيء من جديد": (
        "أضاءت المنارة مساء الثلاثاء من جديد بعد أحد عشر "
        "شتاءً من اليوم الذي حمل فيه البحر مصباحها بعيداً.",
        "وقالت الحارسة إنّ المصباح الذي ليس جاهزاً ليس إلّا "
        "قطعة أثاث تطل على الماء، وكانت تلمّع النحاس دائماً.",
    ),
    "등대가 다시 켜졌다": (
        "화요일 저녁 등대가 다시 켜졌다. 바다가 등불을 가져간 지 열한 번의 겨울이 지났고 마을 "
        "사람 절반이 구경하러 나왔다.",
        "등대지기는 그동안 놋쇠를 닦아 왔다. 준비되지 않은 등불은 바다가 보이는 가구일 뿐이라고 "
        "그녀는 말했다.",
    ),
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a library that holds the stories, to be copied and opened."""
    folder = tmp_path_factory.mktemp("kept")
    library = Library(folder / "library")
    for title, paragraphs in STORIES.items():
        add_story(library, folder / "pages", title, *paragraphs)
    lamp = next(one.id for one in library.cards(library.find(Search()).ids) if "lamp" in one.title)
    library.note(lamp, "Ask the harbourmaster about the invoice.")
    library.mark(lamp, "the new lens", "Ground in Jena?")
    library.tag([lamp], ["sea/north", "Ärger"])
    assert library.update_index()
    library.close()
    return folder / "library"


@pytest.fixture
def stories(kept: Path, library: Library) -> Library:
    library.close()
    shutil.rmtree(library.folder)
    shutil.copytree(kept, library.folder)
    copied = Library(library.folder)
    # An index that comes with a folder from elsewhere is not opened.
    assert copied.needs_index
    assert copied.update_index()
    return copied


def found(library: Library, words: str, **search: object) -> list[str]:
    return titles(library, Search(words, **search))  # type: ignore[arg-type]


LAMP = "The lamp is lit again"
FINDS = [
    ("lighthouse", [LAMP]),
    ("LIGHTHOUSE brass ", [LAMP]),
    ("lightho", [LAMP]),
    ("lightho ", []),
    ("lightho* brass ", [LAMP]),
    ('"harbour board paid"', [LAMP]),
    ('"board harbour paid"', []),
    ("lighthouse -brass", []),
    ("lighthouse OR éléphant ", [LAMP, "L’Éléphant du zoo"]),
    ("elephant", ["L’Éléphant du zoo"]),
    ("ÉLÉPHANT ", ["L’Éléphant du zoo"]),
    ("elephant zoo lamp", []),
    ("title:elephant ", ["L’Éléphant du zoo"]),
    ("title:habitants ", []),
    ("harbourmaster", [LAMP]),
    ("note:jena", [LAMP]),
    ("jena", [LAMP]),
    ("tag:north", [LAMP]),
    ("tag:arger", [LAMP]),
    ("маяк", ["Маяк снова зажёгся"]),
    ("зажегся лампу", ["Маяк снова зажёгся"]),
    ("灯塔", ["灯塔再次点亮"]),
    ("再次点亮", ["灯塔再次点亮"]),
    ("亮灯", []),
    ("海", ["灯塔再次点亮"]),
    ("亮 ", ["灯塔再次点亮"]),
    ("2026年", ["灯塔再次点亮"]),
    ("灯塔 黄铜 ", ["灯塔再次点亮"]),
    ("বাতিঘর", ["বাতিঘর আবার জ্বলছে"]),
    ("পিতল পালিশ", ["বাতিঘর আবার জ্বলছে"]),
    ("ประภาคาร", ["ประภาคารสว่างอีกครั้ง"]),
    ("ทองเหลือง", ["ประภาคารสว่างอีกครั้ง"]),
    ("المنارة", ["المنارة تضيء من جديد"]),
    ("المصباح النحاس", ["المنارة تضيء من جديد"]),
    ("الا قطعة", ["المنارة تضيء من جديد"]),
    ("등대", ["등대가 다시 켜졌다"]),
    ("놋쇠", ["등대가 다시 켜졌다"]),
]


@pytest.mark.parametrize(("typed", "expected"), FINDS)
def test_these_words_find_these_stories(stories: Library, typed: str, expected: list[str]) -> None:
    assert sorted(found(stories, typed)) == sorted(expected)
    stories.close()


def test_words_to_be_left_out_find_all_the_others(stories: Library) -> None:
    others = found(stories, "-lighthouse -éléphant")
    assert len(others) == len(STORIES) - 2
    assert LAMP not in others
    stories.close()


def test_relevance_puts_a_title_before_a_mention(library: Library, tmp_path: Path) -> None:
    add_story(library, tmp_path / "pages", "Zebra at large", *STORY)
    add_story(library, tmp_path / "pages", "Sea news", *STORY, f"A zebra was seen. {STORY[1]}")
    library.update_index()
    assert found(library, "zebra ", order=Order.RELEVANCE) == ["Zebra at large", "Sea news"]


def test_newest_and_oldest_go_by_the_moment_whatever_the_time_zone(
    library: Library, tmp_path: Path
) -> None:
    dates = {
        "Third": "2026-03-01T23:30:00+09:00",  # 14:30 UTC
        "First": "2026-03-01T08:00:00+01:00",  # 07:00 UTC
        "Fourth": "2026-03-01T10:00:00-05:00",  # 15:00 UTC
        "Second": "2026-03-01T09:00:00Z",
        "Ancient": "1899-12-31",
    }
    for name, date in dates.items():
        head = f'<meta property="article:published_time" content="{date}">'
        write(tmp_path / "pages" / f"{name}.html", story_page(name, head=head))
    list(library.add([tmp_path / "pages"]))
    library.update_index()
    in_order = ["Ancient", "First", "Second", "Third", "Fourth"]
    for words in ("", "lighthouse "):
        assert found(library, words, order=Order.OLDEST) == in_order
        assert found(library, words, order=Order.NEWEST) == in_order[::-1]


def test_the_last_added_comes_first_where_that_is_asked_for(
    library: Library, tmp_path: Path
) -> None:
    for title in ("One lamp", "Two lamps", "Three lamps"):
        add_story(library, tmp_path / "pages", title)
    library.update_index()
    latest = ["Three lamps", "Two lamps", "One lamp"]
    assert found(library, "", order=Order.ADDED) == latest
    assert found(library, "", order=Order.RELEVANCE) == latest
    assert found(library, "lighthouse", order=Order.ADDED) == latest


def test_shelf_tag_source_and_words_narrow_together(library: Library, tmp_path: Path) -> None:
    for number, site in enumerate(["Sea News", "Sea News", "Land News", "Land News"]):
        head = f'<meta property="og:site_name" content="{site}">'
        write(tmp_path / "pages" / f"{number}.html", story_page(f"Lamp {number}", head=head))
    ids = {one.title[-1]: one.id for one in library.add([tmp_path / "pages"])}
    library.star([ids["0"], ids["2"], ids["3"]])
    library.tag([ids["0"], ids["1"], ids["2"]], ["lamps"])
    library.trash([ids["3"]])
    library.update_index()
    assert found(library, "lighthouse", source="Sea News", tag="lamps") == ["Lamp 1", "Lamp 0"]
    assert found(library, "lighthouse", shelf=Shelf.STARRED, tag="lamps") == ["Lamp 2", "Lamp 0"]
    assert found(library, "title:0 ", shelf=Shelf.STARRED, source="Land News") == []
    assert found(library, "lighthouse", shelf=Shelf.TRASH) == ["Lamp 3"]
    assert found(library, "", source="sea news") == []
    assert library.counts().sources == (("Sea News", 2), ("Land News", 1))


def test_cards_show_the_words_that_were_found(stories: Library) -> None:
    ids = stories.find(Search("polished")).ids
    [card] = stories.cards(ids, "polished")
    start, end = card.excerpt.matches[0]
    assert card.excerpt.text[start:end] == "polished"
    [plain] = stories.cards([ids[0], "no-such-id"])
    assert plain.excerpt.text.startswith("The lighthouse at Marrow Point")
    stories.close()


def test_the_words_that_a_search_looks_for_can_be_asked_for(library: Library) -> None:
    assert library.words_of('lamp "the sea" -brass tag:north li') == (
        "lamp",
        "the sea",
        "li*",
    )


ANYTHING = st.text(st.characters(), max_size=40)
SIGNS = st.text(alphabet='"“-:*OR() title:[]{}~^?\\/+&|!\0\ud800é灯', max_size=30)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=120
)
@given(words=ANYTHING | SIGNS, tag=ANYTHING, source=ANYTHING, order=st.sampled_from(Order))
def test_no_search_raises(
    stories: Library, words: str, tag: str, source: str, order: Order
) -> None:
    for search in (Search(words, order=order), Search(words, Shelf.ALL, tag, source, order)):
        ids = stories.find(search).ids
        stories.cards(ids, words)
    assert not stories.needs_index


@pytest.mark.parametrize("piece", ["a ", '"a ', "灯塔", "-a ", "title:a ", "a*", "lamp OR ", "a-"])
def test_a_whole_book_as_a_search_is_answered_and_breaks_nothing(
    stories: Library, piece: str
) -> None:
    stories.find(Search(piece * 20_000))
    assert not stories.needs_index
    stories.close()


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(words=ANYTHING | SIGNS, order=st.sampled_from(Order))
def test_no_search_raises_while_there_is_no_index(
    stories: Library, words: str, order: Order
) -> None:
    stories._index.close()
    shutil.rmtree(stories.folder / "index", ignore_errors=True)
    search = Search(words, order=order)
    stories.cards(stories.find(search).ids, words)
    stories.facets(search)
    stories.words_of(words)


def test_all_of_a_query_is_answered_while_there_is_no_index(stories: Library) -> None:
    stories._index.close()
    shutil.rmtree(stories.folder / "index")
    assert found(stories, "lighthouse -zebra has:note ") == [LAMP]
    assert found(stories, "(zebra OR title:lamp) -title:sea ") == [LAMP]
    assert found(stories, "title:brass ") == []
    assert found(stories, "mark:lens tag:north ") == [LAMP]
    assert stories.index_has_failed
    stories.close()


@pytest.mark.parametrize("fact", ["is", "has", "published", "words", "minutes", "tag", "address"])
@pytest.mark.parametrize(
    "value", ["", "unread", "pictures", "versions", "<2w", "9..3", "\ud800", "é*"]
)
def test_no_fact_raises(stories: Library, fact: str, value: str) -> None:
    for typed in (f"{fact}:{value}", f"-{fact}:{value} lamp ", f"{fact}:{value} OR lamp "):
        stories.find(Search(typed))
    stories.close()


@pytest.mark.parametrize("words", [1, 114, 115, 230, 344, 345, 346, 574, 575, 576, 805])
def test_minutes_are_sought_as_the_card_tells_them(library: Library, words: int) -> None:
    id_ = keep(library, "Lamp", " ".join(["lit"] * words))
    [card] = library.cards([id_], "")
    assert library.find(Search(f"minutes:{card.minutes}")).ids == (id_,)
    assert not library.find(Search(f"minutes:>{card.minutes}")).ids
