from pathlib import Path

from foreign_made import by_title, faults, items, library, write

PAGE = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
    <DL><p>
        <DT><H3 ADD_DATE="1600000000">Sea &amp; ships</H3>
        <DL><p>
            <DT><A HREF="https://a.example/pier?a=1&amp;b=2" ADD_DATE="1600000000"
              TAGS="old,a b" ICON="data:image/png;base64,AAAA">The &quot;pier&quot;</A>
            <DD>What I thought
of it
            <DT><H3>Deeper/down</H3>
            <DL><p>
                <DT><A HREF="https://a.example/deep" ADD_DATE="1600000000000000" TOREAD="1">Deep</A>
            </DL><p>
        </DL><p>
        <DT><A HREF="javascript:void(0)" ADD_DATE="1">A tool</A>
        <DT><A HREF="place:type=6" ADD_DATE="1">Recent</A>
    </DL><p>
    <DT><A HREF="https://a.example/out">https://a.example/out</A>
</DL>
"""


def test_folders_are_nested_tags_and_a_browser_s_own_places_are_none(tmp_path: Path) -> None:
    path = write(tmp_path / "bookmarks.html", PAGE)
    assert library(path, "Bookmarks")
    found = by_title(path)
    pier = found['The "pier"'].record
    assert pier.address == "https://a.example/pier?a=1&b=2"
    assert pier.brought.tags == ("old", "a b", "Sea & ships")
    assert found["Deep"].record.brought.tags == ("Sea & ships/Deeper down",)
    assert found[""].record.brought.tags == ()


def test_descriptions_dates_and_what_is_to_be_read_come_along(tmp_path: Path) -> None:
    found = by_title(write(tmp_path / "bookmarks.html", PAGE))
    pier, deep = found['The "pier"'].record, found["Deep"].record
    assert pier.brought.note == "What I thought\nof it"
    assert pier.saved_at == deep.saved_at == "2020-09-13T12:26:40+00:00"
    assert (pier.brought.is_read, deep.brought.is_read) == (True, False)
    assert "icon" not in pier.raw


def test_scripts_and_places_are_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path / "bookmarks.html", PAGE)
    assert [fault.name for fault in faults(path)] == ["A tool", "Recent"]
    assert len(items(path)) == 3


def test_the_same_bookmark_twice_is_one(tmp_path: Path) -> None:
    twice = PAGE.replace("</DL>\n", '<DT><A HREF="https://a.example/out">https://a.example/out</A>')
    assert len(items(write(tmp_path / "bookmarks.html", twice))) == 3


def test_lists_without_end_and_comments_without_end_take_no_time(tmp_path: Path) -> None:
    opening = PAGE.partition("<H1>")[0]
    endless = opening + "<DL>" * 200_000 + '<DT><A HREF="https://a.example/1">x' + "<!--" * 200_000
    assert len(items(write(tmp_path / "a.html", endless))) == 1


SAFARI = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<HTML><Title>Bookmarks</Title><H1>Bookmarks</H1>
<DT><H3 FOLDED>Sea</H3><DL><p><DT><A HREF="https://a.example/1">One</A></DL><p>
<DT><H3 FOLDED id="com.apple.ReadingList">Leseliste</H3>
<DL><p><DT><A HREF="https://a.example/2">Two</A></DL><p>
<DT><A HREF="https://a.example/3">Three</A></HTML>"""


def test_a_reading_list_is_to_be_read_and_no_folder(tmp_path: Path) -> None:
    found = by_title(write(tmp_path / "bookmarks.html", SAFARI))
    told = {title: item.record.brought for title, item in found.items()}
    assert {title: one.is_read for title, one in told.items()} == {
        "One": True,
        "Two": False,
        "Three": True,
    }
    assert [told[title].tags for title in ("One", "Two", "Three")] == [("Sea",), (), ()]


def test_stars_and_the_times_of_chromium_come_along(tmp_path: Path) -> None:
    page = PAGE.replace('TAGS="old', 'DATA-IMPORTANT="true" TAGS="old').replace(
        'ADD_DATE="1600000000"\n', 'ADD_DATE="13244473600000000"\n'
    )
    pier = by_title(write(tmp_path / "bookmarks.html", page))['The "pier"'].record
    assert (pier.brought.is_starred, pier.saved_at) == (True, "2020-09-13T12:26:40+00:00")


def test_a_page_seen_in_another_view_has_its_own_address(tmp_path: Path) -> None:
    page = (
        "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>"
        '<DT><A HREF="about:reader?url=https%3A%2F%2Fa.example%2F1%3Fx%3D2">One</A>'
        '<DT><A HREF="view-source:https://a.example/2">Two</A>'
        '<DT><A HREF="about:reader?url=javascript%3Avoid(0)">Three</A></DL>'
    )
    path = write(tmp_path / "a.html", page)
    assert [one.record.address for one in items(path)] == [
        "https://a.example/1?x=2",
        "https://a.example/2",
    ]
    assert [fault.name for fault in faults(path)] == ["Three"]


def test_a_description_may_be_an_attribute(tmp_path: Path) -> None:
    page = (
        "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>"
        '<DT><A HREF="https://a.example/1" DESCRIPTION="mine &amp; yours">One</A>'
        '<DT><A HREF="https://a.example/2" DESCRIPTION="less">Two</A><DD>more</DL>'
    )
    found = items(write(tmp_path / "a.html", page))
    assert [one.record.brought.note for one in found] == ["mine & yours", "more"]
