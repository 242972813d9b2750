"""A formula reads on in its sentence."""

import pytest
from stories_made import paragraphs, story_page

from reader.articles.extract import extract
from reader.articles.safe_html import safe_html


def said(math: str) -> str:
    html = safe_html(f"<p>a <math alttext='TeX'>{math}</math> b</p>", frozenset())
    assert safe_html(html, frozenset()) == html
    return html.removeprefix("<p>a ").removesuffix(" b</p>")


@pytest.mark.parametrize(
    ("math", "line"),
    [
        ("<mrow><mi>x</mi><mo>=</mo><mn>2</mn></mrow>", "x = 2"),
        ("<msup><mi>x</mi><mn>2</mn></msup>", "x<sup>2</sup>"),
        ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x<sub>i</sub><sup>2</sup>"),
        ("<mfrac><mn>1</mn><mrow><mi>n</mi><mo>+</mo><mn>1</mn></mrow></mfrac>", "1/(n + 1)"),
        ("<msqrt><mi>x</mi></msqrt>", "√x"),
        ("<mo>&lt;</mo>", "&lt;"),
        ("<semantics><mi>y</mi><annotation>\\alpha</annotation></semantics>", "y"),
        ("<mi>x</mi><mo>\u2062</mo><mi>\u200by</mi>", "xy"),
        ("", "TeX"),
    ],
)
def test_a_formula_is_said_in_a_line(math: str, line: str) -> None:
    assert " ".join(said(math).split()) == line


def test_a_raised_part_within_a_raised_part_is_written_with_a_sign() -> None:
    inner = "<msup><mi>y</mi><mn>2</mn></msup>"
    assert said(f"<msup><mi>x</mi>{inner}</msup>") == "x^(y<sup>2</sup>)"


def test_ten_thousand_nested_parts_are_no_formula() -> None:
    assert said("<mrow>" * 10_000 + "</mrow>" * 10_000) == "TeX"


def test_what_a_script_has_set_as_a_formula_is_told() -> None:
    drawn = "<mjx-math aria-hidden=true><mjx-mi><mjx-c></mjx-c></mjx-mi></mjx-math>"
    math = "<math><mi>a</mi><mo>=</mo><mn>2</mn></math>"
    formula = (
        "<mjx-container class='MathJax CtxtMenu_Attached_0'>"
        f"{drawn}<mjx-assistive-mml>{math}</mjx-assistive-mml></mjx-container>"
    )
    told = f"{paragraphs()}<p>The wall stands where {formula}, said the council of the town.</p>"
    text = extract(story_page("<article>{story}</article>", told)).text
    assert text.endswith("The wall stands where a = 2, said the council of the town.")
