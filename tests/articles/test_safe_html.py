"""Nothing that runs, loads or leaves survives."""

import pytest

from reader.articles.safe_html import safe_address, safe_html


def safe(markup: str, *pictures: str) -> str:
    return safe_html(markup, frozenset(pictures), "https://example.com/a/")


@pytest.mark.parametrize(
    "bad",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>word</a>",
        "<a href='java\nscript:alert(1)'>word</a>",
        "<a href='data:text/html,x'>word</a>",
        "<iframe src=https://evil.example/></iframe>",
        "<form action=/x><input name=a autofocus onfocus=alert(1)></form>",
        "<style>p { background: url(https://evil.example/) }</style>",
        "<p style='background: url(https://evil.example/)'>word</p>",
        "<svg onload=alert(1)><circle/></svg>",
        "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
        "<object data=x></object><embed src=x>",
        "<meta http-equiv=refresh content='0; url=https://evil.example/'>",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    ],
)
def test_what_runs_or_loads_is_gone(bad: str) -> None:
    html = safe(f"<p>Before.</p>{bad}<p>After.</p>")
    for sign in ("<script", "onerror", "onload", "onfocus", "javascript:", "<iframe", "<form",
                 "style", "evil.example", "<svg", "<object", "<embed", "data:"):  # fmt: skip
        assert sign not in html
    assert "<p>Before.</p>" in html
    assert "After.</p>" in html


def test_only_settled_pictures_are_shown() -> None:
    html = safe("<p>x</p><img src='https://e.com/a.jpg'><img src='b.jpg'>", "https://e.com/a.jpg")
    assert '<img src="https://e.com/a.jpg">' in html
    assert "b.jpg" not in html


def test_a_picture_out_of_the_markup_keeps_its_digest_as_its_address() -> None:
    assert 'src="sha256:00ff"' in safe("<img src='sha256:00ff'>", "sha256:00ff")


def test_loose_words_stand_in_paragraphs() -> None:
    assert safe("<div>One<div>two</div>three</div>") == "<p>One</p>\n<p>two</p>\n<p>three</p>"


def test_one_break_stays_and_two_end_the_paragraph() -> None:
    assert safe("<p>a<br>b<br><br>c<br></p>") == "<p>a<br>b</p>\n<p>c</p>"


@pytest.mark.parametrize(
    "empty",
    ["<p> </p>", "<p>&nbsp;</p>", "<ul><li></li></ul>", "<p>* * *</p>", "<hr>", "<h2><b></b></h2>",
     "<figure></figure>", "<blockquote><p>\u200b</p></blockquote>", "<p>|</p>"],
)  # fmt: skip
def test_what_says_nothing_leaves_no_trace(empty: str) -> None:
    assert safe(f"<p>a</p>{empty}<p>b</p>") == "<p>a</p>\n<p>b</p>"


def test_an_inline_mark_around_blocks_goes_on_within_each() -> None:
    html = safe("<ins><div>one</div><div>two</div></ins>")
    assert html == "<p><ins>one</ins></p>\n<p><ins>two</ins></p>"


def test_a_list_of_one_paragraph_each_stays_a_plain_list() -> None:
    assert safe("<ul><li><p>one</p></li><li>two</li></ul>") == "<ul><li>one</li>\n<li>two</li></ul>"


def test_preformatted_lines_keep_their_breaks() -> None:
    assert safe("<pre><code>a\n  b</code></pre>") == "<pre>a\n  b</pre>"


def test_words_astray_in_a_list_or_table_are_not_lost() -> None:
    for markup in ("<ul>stray<li>one</li></ul>", "<table>stray<tr><td>one</td></tr></table>"):
        html = safe(markup)
        assert "stray" in html
        assert "one" in html


def test_numbers_and_directions_are_kept_where_they_are_sound() -> None:
    html = safe("<ol start=3 reversed><li>x</li></ol><p dir=RTL>y</p><p dir=sideways>z</p>")
    assert '<ol start="3" reversed' in html
    assert '<p dir="rtl">y</p>' in html
    assert "<p>z</p>" in html


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("b", "https://example.com/a/b"),
        ("//other.example/x", "https://other.example/x"),
        ("mailto:a@example.com", "mailto:a@example.com"),
        ("JaVaScRiPt:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("http://[", ""),
    ],
)
def test_an_address_is_of_the_web_or_none(href: str, expected: str) -> None:
    assert safe_address(href, "https://example.com/a/") == expected


def test_cleaning_clean_html_changes_nothing() -> None:
    markup = (
        "<div>a<p>b <i>c<b>d</b></i></p><ul><li><p>x</p><p>y</p></li></ul><table><tr><td>1<td>2"
        "</table><figure><img src='https://e.com/a.jpg'><figcaption>cap</figcaption></figure></div>"
    )
    once = safe(markup, "https://e.com/a.jpg")
    assert safe(once, "https://e.com/a.jpg") == once


def test_a_table_keeps_its_caption() -> None:
    html = safe("<table><tr><td>1</td><td>2</td></tr><caption>Ships by day</caption></table>")
    assert html.startswith("<table><caption>Ships by day</caption>")


def test_an_item_of_a_list_has_one_bullet() -> None:
    html = safe_html(
        "<ul><li>• A lamp</li><li>●Oil • a wick</li><li>- 5 degrees</li></ul>", frozenset()
    )
    assert [part.partition("</li>")[0] for part in html.split("<li>")[1:]] == [
        "A lamp",
        "Oil • a wick",
        "- 5 degrees",
    ]


FOOTNOTES = (
    "<p id=top>A claim.<sup id=fnref1><a href='#fn1'>1</a></sup> Another."
    "<a name='ref2' href='https://example.com/a/#fn2'>2</a></p>"
    "<ol><li id=fn1>The first. <a href='#fnref1'>↩</a></li>"
    "<li><p><span id=fn2></span>The second. <a href='#ref2'>↩</a></p></li></ol>"
)


def test_footnotes_and_their_links_back_lead_to_each_other() -> None:
    html = safe(FOOTNOTES)
    assert '<p id="at-fnref1">A claim.<sup><a href="#at-fn1">1</a></sup>' in html
    assert '<a href="#at-fn2">2</a>' in html
    assert '<li id="at-fn1">The first. <a href="#at-fnref1">' in html
    assert '<li id="at-fn2">The second. <a href="#at-fnref1">' in html
    assert safe(html) == html


def test_a_link_to_a_place_that_is_not_in_the_body_leads_to_the_page() -> None:
    html = safe("<p>See <a href='#gone'>there</a>.</p>")
    assert html == '<p>See <a href="https://example.com/a/#gone">there</a>.</p>'
    assert safe_html("<p>See <a href='#gone'>there</a>.</p>", frozenset()) == "<p>See there.</p>"


def test_a_place_that_no_link_leads_to_has_no_name() -> None:
    assert safe("<h2 id=one>One</h2><p>Two.</p>") == "<h2>One</h2>\n<p>Two.</p>"


def test_the_name_of_a_place_cannot_break_out() -> None:
    html = safe("<p id='x\"><script>'>A</p><p><a href='#x\"><script>'>word</a></p>")
    assert html == '<p id="at-x___script_">A</p>\n<p><a href="#at-x___script_">word</a></p>'


def test_a_heading_does_not_lead_to_itself() -> None:
    html = safe("<h2 id=one><a href='#one'>One</a> <a href='#one'>¶</a></h2><p>Two.</p>")
    assert html == "<h2>One</h2>\n<p>Two.</p>"


def test_a_link_to_a_place_of_another_page_leaves() -> None:
    html = safe("<p id=fn>A <a href='https://example.com/b#fn'>word</a></p>")
    assert html == '<p>A <a href="https://example.com/b#fn">word</a></p>'


@pytest.mark.parametrize(
    "markup",
    ["<pre>a<br>  b</pre>", "<pre><div>a</div><div>  b</div></pre>",
     "<pre><code><span>a</span>\n  <b>b</b></code></pre>",
     "<pre><ol><li>a<li>  b</ol></pre>"],
)  # fmt: skip
def test_lines_of_code_are_kept_however_they_are_parted(markup: str) -> None:
    assert safe(markup) == "<pre>a\n  b</pre>"


def test_the_reading_of_a_sign_stands_in_brackets_behind_it_once() -> None:
    for marks in ("<rt>kan</rt>", "<rp>(</rp><rt>kan</rt><rp>)</rp>"):
        assert safe(f"<p><ruby>漢{marks}</ruby>字</p>") == "<p>漢(kan)字</p>"


def test_a_run_of_words_keeps_its_direction() -> None:
    html = safe("<p>He said <span dir=rtl>שלום</span> <bdo dir=ltr>abc</bdo>.</p>")
    assert html == '<p>He said <bdi dir="rtl">שלום</bdi> <bdo dir="ltr">abc</bdo>.</p>'


def test_words_are_whole_where_they_might_be_broken() -> None:
    assert safe_html("<p>co&shy;oper&#8203;ation</p>", frozenset()) == "<p>cooperation</p>"


def test_signs_alone_are_no_paragraph() -> None:
    assert safe_html("<p>###</p><p>⁂</p><p>Ada</p>", frozenset()) == "<p>Ada</p>"


def test_a_soft_hyphen_is_written_nowhere_not_even_in_a_formula() -> None:
    assert safe("<p>har\u00adbour</p><p><math><mi>x\u00ad</mi></math></p>") == (
        "<p>harbour</p>\n<p>x</p>"
    )


def test_where_an_empty_mark_stood_between_words_one_space_stays() -> None:
    assert safe_html("<p>The lamp<b> </b> is lit<i> </i><u> </u>again", frozenset()) == (
        "<p>The lamp is lit again</p>"
    )
