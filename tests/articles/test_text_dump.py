import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.article import Article, Completeness
from reader.articles.plain_text import plain_text
from reader.articles.text_dump import extract_text_dump
from reader.pages.saved_page import Kind, SavedPage

MENU = """Skip to main content
  • Latest
  • Harbour+Port
    • Ferries
    • Cranes
    • Pilots
  • Weather
  • Letters
  • More
    • Chess
    • Gardens
The Quay Gazette

Sign In
Subscribe
"""
PARAGRAPHS = [
    "The old lighthouse on the north mole was lit again on Saturday night, eleven years after its"
    " lamp had been taken away, and some two thousand people stood in the rain to see it.",
    'Harbour master Olga Brandt threw the switch herself. "It is only a lamp," she said, "but we'
    ' have missed it every single night."',
    "The lamp was built by three retired electricians in a shed behind the fish market, from parts"
    " that they had bought from other ports along the coast for less than the price of a car.",
    "Pilots say that they will still steer by their instruments, but that it helps the small boats"
    " which come home late and have none of their own to go by.",
    "The town has promised to pay for the current, about four hundred a year, and the electricians"
    " for the oil in the gears that turn the mirror round.",
]
BROWSER = (
    "Lighthouse lit again after eleven years, and the town comes to look | The Quay Gazette\n"
    + MENU
    + MENU
    + """SUNDAY, MARCH 09, 2025
Lighthouse lit again after eleven years, and the town comes to look

Harbour+Port

Related News

  • Ferry fares to rise for the third time
  • Crane driver wins chess cup

Lighthouse lit again after eleven years, and the town comes to look

Three retired electricians built the lamp in a shed; the town pays for the current from now on

By Mia Okafor, Reuters
8 March, 2025, 09:00 pm
Last modified: 8 March, 2025, 11:30 pm
The lamp seen from the mole. Photo: Harald Lund
The lamp seen from the mole. Photo: Harald Lund

"""
    + "\n\n".join(PARAGRAPHS[:2])
    + """

The Quay Gazette Google News Keep updated, follow The Quay Gazette's Google news channel

READ MORE: Ferry fares to rise for the third time

"""
    + "\n\n".join(PARAGRAPHS[2:])
    + """

(Only the headline of this report has been reworked by the desk; the rest is auto-generated.)

Topics :North MoleLighthousesMcAllister Trust

First Published: Mar 08 2025 | 9:00 PM

Comments

Readers' comments are their own, and every single one of them is read before it is shown here.

Anna
I went there too, and the rain was worse than they write, but the lamp was worth all of it.

Top Stories

  • Storm takes the roof off the ferry hall
    Nobody was hurt when the roof of the hall came down into the basin on Friday evening.

Copyright © 2025
The Quay Gazette All rights reserved
"""
)
LYNX = """   [1]logo The Quay Gazette
     * [2]Port
     * [3]Weather

   We and our partners store cookies on your device.
   (BUTTON) Accept all

   Port

                   Lighthouse lit again after eleven years

   The town comes to look, and pays for the current from now on, it says in
   the paper

   By [4]Mia Okafor 8 March 2025

   The old lighthouse on the north mole was lit again on Saturday night,
   eleven years after its lamp had been taken away, and some two thousand
   people stood in the [5]rain to see it.

What it cost

   The lamp was built by three retired electricians in a shed behind the
   fish market, from parts that they had bought from other ports:
     * a mirror from the south;
     * a clockwork from the east.

     “It is only a lamp, but we have missed it every single night since the
     old one went.”

   Pilots say that they will still steer by their instruments, but that
   it helps the small boats which come home late.^[6]1

   Read more: [7]Ferry fares to rise

  Related stories

     * [8]Ferry fares to rise

   © 2025 The Quay Gazette. All rights reserved.

References

   1. https://quay.example/
   2. https://quay.example/port
   3. https://quay.example/weather
   4. https://quay.example/people/mia-okafor
   5. https://quay.example/weather/rain
   6. https://quay.example/2025/lighthouse-lit-again#note1
   7. https://quay.example/2025/fares
   8. https://quay.example/2025/fares
"""


def dump(text: str, address: str = "") -> Article:
    return extract_text_dump(SavedPage("page.txt", Kind.TEXT, text, address))


def test_the_story_is_whole_and_nothing_else_is_there() -> None:
    assert dump(BROWSER).text.split("\n\n") == PARAGRAPHS


def test_the_lines_around_the_story_are_read() -> None:
    article = dump(BROWSER)
    assert article.title == "Lighthouse lit again after eleven years, and the town comes to look"
    assert article.standfirst.startswith("Three retired electricians built the lamp")
    assert (article.people, article.agency) == (("Mia Okafor",), "Reuters")
    assert article.source == "The Quay Gazette"
    assert article.section == "Harbour+Port"
    assert article.language == "en"
    assert article.completeness is Completeness.WHOLE


def test_the_first_publication_and_the_last_change_are_told_apart() -> None:
    article = dump(BROWSER)
    assert article.published.startswith("2025-03-08T21:00")
    assert article.updated.startswith("2025-03-08T23:30")


def test_a_caption_is_kept_once_beside_the_text() -> None:
    article = dump(BROWSER)
    assert [picture.caption for picture in article.pictures] == [
        "The lamp seen from the mole. Photo: Harald Lund"
    ]
    assert article.pictures[0].credit == "Harald Lund"
    assert article.html.count("<figcaption>") == 1
    assert "Harald" not in article.text


def test_topics_that_run_together_are_parted() -> None:
    assert dump(BROWSER).topics == ("North Mole", "Lighthouses", "Mc", "Allister Trust")


def test_a_name_with_a_capital_inside_stays_one_topic_when_the_story_has_it() -> None:
    said = BROWSER.replace("for less than", "with the McAllister Trust for less than")
    assert dump(said).topics == ("North Mole", "Lighthouses", "McAllister Trust")


def test_topics_may_stand_between_strokes_without_a_label() -> None:
    text = BROWSER.replace(
        "Topics :North MoleLighthousesMcAllister Trust",
        "Coast\n\nnorth mole / Lighthouses / Olga Brandt",
    )
    assert dump(text).topics == ("Coast", "north mole", "Lighthouses", "Olga Brandt")


def test_html_and_text_say_the_same() -> None:
    for article in (dump(BROWSER), dump(LYNX)):
        assert plain_text(article.html) == article.text


def test_wrapped_lines_are_joined_and_link_marks_removed() -> None:
    article = dump(LYNX)
    assert article.text.startswith(
        "The old lighthouse on the north mole was lit again on Saturday night, eleven years after"
    )
    assert "people stood in the rain to see it." in article.text
    assert "[" not in article.text
    assert "References" not in article.text


def test_a_dash_at_the_start_of_a_wrapped_line_is_no_bullet() -> None:
    text = LYNX.replace(
        "   people stood in the [5]rain to see it.",
        "   people stood in the [5]rain to see it, and it was more than the port had\n"
        "   - as one of them said - ever seen.",
    )
    assert "than the port had - as one of them said - ever seen." in dump(text).text


def test_a_line_broken_too_early_goes_on_with_a_small_letter() -> None:
    text = LYNX.replace(
        "   it helps the small boats which come home late",
        "   it helps the small boats of the town which come home, so\n   late",
    )
    assert "which come home, so late." in dump(text).text


def test_headings_lists_and_quotes_stay_what_they_are() -> None:
    html = dump(LYNX).html
    assert "<h2>What it cost</h2>" in html
    assert "<ul>\n<li>a mirror from the south;</li>\n<li>a clockwork from the east.</li>" in html
    assert "<blockquote>\n<p>“It is only a lamp, but we have missed it" in html


def test_the_address_is_told_by_a_link_within_the_page() -> None:
    assert dump(LYNX).address == "https://quay.example/2025/lighthouse-lit-again"


def test_the_address_may_be_said_on_a_line_of_its_own() -> None:
    text = BROWSER + "\nSource: https://quay.example/2025/lamp\n"
    assert dump(text).address == "https://quay.example/2025/lamp"
    assert dump(text, "https://given.example/").address == "https://given.example/"


def test_markdown_marks_become_structure() -> None:
    text = (
        "# Lighthouse lit again\n\nBy Mia Okafor\n\n8 March 2025\n\n"
        + f"{PARAGRAPHS[0]} See [the **plan**](https://quay.example/plan).\n\n"
        + "## What it cost\n\n"
        + f"> {PARAGRAPHS[2]}\n\n{PARAGRAPHS[3]}\n\n© 2025 Quay Gazette. All rights reserved.\n"
    )
    article = dump(text)
    assert article.title == "Lighthouse lit again"
    assert article.people == ("Mia Okafor",)
    assert "See the plan." in article.text
    assert "<h2>What it cost</h2>" in article.html
    assert "<blockquote>" in article.html
    assert "rights" not in article.text


def test_markup_in_the_text_is_only_text() -> None:
    article = dump(BROWSER.replace("the fish market", "the fish & <b onclick=x>chips</b> > market"))
    assert "<b" not in article.html
    assert "fish &amp; chips &gt; market" in article.html


def test_a_box_between_paragraphs_does_not_end_the_story() -> None:
    box = "Related articles\nFerry fares to rise for the third time\nCrane driver wins chess cup\n"
    text = BROWSER.replace(PARAGRAPHS[3], f"{box}\n{PARAGRAPHS[3]}")
    assert dump(text).text.split("\n\n") == PARAGRAPHS


def test_a_story_that_a_paywall_cut_says_so() -> None:
    text = f"Lamp lit\n\nBy Mia Okafor\n8 March 2025\n\n{PARAGRAPHS[0]} And then…\n\n"
    text += (
        "Already subscribed? Log in\n\nSubscribe to read the full story\n\n© 2025 Quay Gazette\n"
    )
    article = dump(text)
    assert article.completeness is Completeness.PARTIAL
    assert article.evidence in ("Already subscribed? Log in", "Subscribe to read the full story")


def test_a_dumped_error_page_says_so() -> None:
    text = (
        f"{MENU}{MENU}Page not found\n\nSorry, the page you asked for does not exist, or it has"
        " been moved to another place of this paper.\n\n© 2025 Quay Gazette. All rights reserved.\n"
    )
    article = dump(text)
    assert article.completeness is Completeness.ERROR
    assert article.evidence


@pytest.mark.parametrize(
    ("language", "headline", "byline", "story"),
    [
        (
            "zh",
            "老灯塔时隔十一年再次点亮",
            "张一鸣 2025-03-08",
            "北堤的老灯塔周六晚上再次点亮，约两千人冒雨前来观看，灯塔的灯十一年前被拆走。\n\n"
            "港务主任说，这只是一盏灯，可是大家每天晚上都在想念它，现在它终于回来了。",
        ),
        (
            "bn",
            "এগারো বছর পর আবার জ্বলল বাতিঘর",
            "রহিম আলী ৮ মার্চ ২০২৫",
            "উত্তর ঘাটের পুরোনো বাতিঘর শনিবার রাতে আবার জ্বলে উঠেছে, আর তা দেখতে বৃষ্টির মধ্যে"
            " প্রায় দুই হাজার মানুষ দাঁড়িয়ে ছিলেন।\n\nবন্দরের প্রধান বলেন, এটি কেবল একটি বাতি,"
            " কিন্তু প্রতি রাতে আমরা এর অভাব বোধ করেছি।",
        ),
        (
            "ar",
            "المنارة القديمة تضيء من جديد",
            "ليلى منصور 2025-03-08",
            "أضيئت المنارة القديمة على الرصيف الشمالي مساء السبت بعد أحد عشر عاما من إزالة مصباحها،"
            " ووقف نحو ألفي شخص تحت المطر لمشاهدتها.\n\nوقال مدير الميناء إنها مجرد مصباح لكننا"
            " افتقدناه كل ليلة طوال هذه السنوات الطويلة من الانتظار.",
        ),
    ],
)
def test_other_scripts_are_read_as_well(
    language: str, headline: str, byline: str, story: str
) -> None:
    text = f"Home\nNews\nSport\n\n{headline}\n\n{byline}\n\n{story}\n\n"
    text += "Related stories\nComments (2)\n"
    article = dump(text + "\nanna\n\nWhat a lovely lamp this is, I saw it too.\n\n© 2025 Quay\n")
    assert article.title == headline
    assert article.text == story
    assert article.language == language
    assert article.published == "2025-03-08"
    assert article.people


def test_chinese_lines_are_joined_without_a_space() -> None:
    line = "北堤的老灯塔周六晚上再次点亮，约两千人冒雨前来观看，灯塔"
    text = f"{line}\n{line}\n的灯十一年前被拆走。\n"
    assert dump(text).text == f"{line}{line}的灯十一年前被拆走。"


def test_words_that_a_tool_misread_are_set_right() -> None:
    story = "北堤的老灯塔周六晚上再次点亮，约两千人冒雨前来观看，灯塔的灯十一年前被拆走。"
    assert dump(story.encode("gb18030").decode("latin-1")).text == story
    assert dump("It’s a café – open".encode().decode("cp1252")).text == "It’s a café – open"
    assert dump("ÀÉÈÊ à la une, le café d’été").text == "ÀÉÈÊ à la une, le café d’été"


def test_a_story_pasted_with_its_byline_alone_is_read() -> None:
    text = "Lamp lit again on the mole\n\nBy Mia Okafor\nPublished 8 March 2025, 7:15 am GMT\n\n"
    text += "BERGEN"
    article = dump(f"{text}, March 8 (Reuters) - {PARAGRAPHS[0]}\n\n{PARAGRAPHS[2]}\n")
    assert article.title == "Lamp lit again on the mole"
    assert article.people == ("Mia Okafor",)
    assert (article.agency, article.dateline) == ("Reuters", "Bergen")
    assert article.published == "2025-03-08T07:15:00+00:00"
    assert article.text.endswith(PARAGRAPHS[2])


def test_a_pointer_to_another_story_stands_apart_from_unwrapped_lines() -> None:
    text = f"Lampe brennt wieder\nVon Mia Okafor\n08.03.2025, 07:15 Uhr\n\n{PARAGRAPHS[0]}\n"
    text += f"Lesen Sie auch: Neuer Anleger fertig\n{PARAGRAPHS[2]}\n\n"
    text += "Mehr zum Thema\nNeuer Anleger\n"
    assert dump(text).text.split("\n\n") == [PARAGRAPHS[0], PARAGRAPHS[2]]


def test_signs_of_a_plain_text_are_no_markup() -> None:
    text = "Call <name> at <anna@quay.example>, and x^2 stays. It is 3 < 4 and 5 > 4."
    assert dump(text).text == text


def test_offers_of_a_paywall_end_the_story() -> None:
    offer = "Subscribe to continue reading\n\nYou can read it all for a small sum each month.\n"
    text = BROWSER.replace(PARAGRAPHS[4], offer)
    assert dump(text).text.split("\n\n") == PARAGRAPHS[:4]


def test_a_teaser_that_says_its_title_twice_is_no_part_of_the_story() -> None:
    teaser = "Storm takes the roof off the ferry hall"
    text = BROWSER.replace(PARAGRAPHS[3], f"{teaser} {teaser}\n\n{PARAGRAPHS[3]}")
    assert dump(text).text.split("\n\n") == PARAGRAPHS


def test_lines_close_behind_a_colon_are_a_list() -> None:
    points = "The mayor also promised:\n\na new bench on the mole\na bin for the anglers\na flag\n"
    text = BROWSER.replace(PARAGRAPHS[3], f"{points}\n{PARAGRAPHS[3]}")
    assert "<ul>\n<li>a new bench on the mole</li>\n<li>a bin for" in dump(text).html


def test_a_date_behind_the_headline_is_not_part_of_it() -> None:
    text = f"News\nLamp lit again on the mole 2025-03-08 21:00\n\n{PARAGRAPHS[0]}\n\n"
    text += (
        f"{PARAGRAPHS[2]}\n\nComments (2)\n\nLeave a reply\n\n© 2025 Quay. All rights reserved.\n"
    )
    article = dump(text + "Related stories\nShare\nTweet\nPrint\nRead more: ferry fares\n")
    assert article.title == "Lamp lit again on the mole"
    assert article.published == "2025-03-08T21:00:00"


@pytest.mark.parametrize(
    "text",
    [
        "Shopping\n\nmilk\neggs\nbread\n2 lemons\n",
        "# lamp-tool\n\nTurns lamps on.\n\n## Install\n\n    pip install lamp-tool\n\nLicence\n",
        "CHAPTER ONE\n\nIt was late when they came to the inn, and nobody spoke.\n\n“Close the"
        " door,” he said.\n\nShe did.\n",
    ],
)
def test_a_text_that_is_no_page_comes_out_unharmed(text: str) -> None:
    article = dump(text)
    assert article.title == text.splitlines()[0].lstrip("# ")
    said = article.text.split()
    assert said == [word for word in text.split() if word.strip("#")]


def test_a_page_without_a_story_keeps_what_it_says() -> None:
    text = (
        MENU + MENU + "Tide table\nMon 04:10\nTue 05:02\n\n© 2025 The Quay Gazette\nComments (2)\n"
    )
    assert "Tue 05:02" in dump(text).text


def test_an_empty_text_is_an_empty_article() -> None:
    assert dump(" \n\n \t").completeness is Completeness.EMPTY


@given(
    st.lists(
        st.one_of(
            st.text(max_size=120),
            st.sampled_from([*BROWSER.splitlines(), *LYNX.splitlines()]),
        ),
        max_size=40,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_read(lines: list[str]) -> None:
    article = dump("\n".join(lines))
    assert "<script" not in article.html


@pytest.mark.parametrize(
    "piece", ["word ", "word\n", "[", "> ", "* ", "©", "a_", "1. x\n\n", "<a "]
)
def test_reading_takes_time_in_step_with_length(piece: str) -> None:
    def seconds(count: int) -> float:
        began = time.process_time()
        dump(piece * count)
        return time.process_time() - began

    seconds(100)
    # Sixteen times the text in at most some forty times the time: far from the square.
    assert seconds(64_000) < 40 * max(seconds(4_000), 0.02)


def test_a_row_of_a_dump_holds_no_sign_that_nobody_sees() -> None:
    rows = "Ship\tYear\tPlace\n\0Ada\t19\u00ad11\tReef\n"
    article = extract_text_dump(SavedPage("p.txt", Kind.TEXT, rows))
    assert "\0" not in article.html
    assert "1911" in article.html


def test_what_someone_says_after_a_dash_is_no_list() -> None:
    said = "– Najtrudniejsze było pierwsze pięć metrów – mówi kierownik budowy."
    text = f"{PARAGRAPHS[0]}\n\n{said}\n\n{PARAGRAPHS[2]}\n"
    found = extract_text_dump(SavedPage("page.txt", Kind.TEXT, text))
    assert f"<p>{said}</p>" in found.html
    listed = extract_text_dump(SavedPage("page.txt", Kind.TEXT, f"{text}\n– one\n– two\n"))
    assert "<li>one</li>\n<li>two</li>" in listed.html


def test_paragraphs_may_be_told_by_their_first_lines_alone() -> None:
    """As books have them: no empty line between, and the first line set in."""
    text = "The lamp\n\n" + "".join(
        textwrap.fill(one, 64, initial_indent="    ") + "\n" for one in PARAGRAPHS
    )
    found = extract_text_dump(SavedPage("page.txt", Kind.TEXT, text))
    assert found.text.split("\n\n")[1:] == PARAGRAPHS
