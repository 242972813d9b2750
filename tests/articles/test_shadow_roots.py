"""What a page keeps in shadow roots is read where a browser shows it."""

import time

import pytest
from pages_made import STORY

from reader.articles.article import Article
from reader.articles.extract import extract
from reader.pages.saved_page import Kind, SavedPage

PARAGRAPHS = [f"<p>{one}</p>" for one in STORY]


def article(body: str) -> Article:
    markup = f"<!DOCTYPE html><html><head><title>The lamp</title></head><body>{body}</body></html>"
    return extract(SavedPage("lamp.html", Kind.HTML, markup))


def shadow(content: str, mark: str = "shadowrootmode=open") -> str:
    return f"<template {mark}>{content}</template>"


@pytest.mark.parametrize(
    "mark",
    [
        "shadowrootmode=open",
        'shadowmode="open" shadowdelegatesfocus',
        'shadowroot="closed"',
        'data-savepage-shadowroot=""',
    ],
)
def test_a_story_in_a_shadow_root_is_the_story(mark: str) -> None:
    said = article(
        "<lamp-story>" + shadow(f"<h1>The lamp</h1>{''.join(PARAGRAPHS)}", mark) + "</lamp-story>"
    )
    assert said.text.split("\n\n") == list(STORY)


def test_what_a_host_holds_itself_stands_in_its_slots() -> None:
    first, second, third = PARAGRAPHS
    inner = f'<article><slot name="first">Wait</slot>{second}<slot>Nothing yet</slot></article>'
    host = f"<lamp-story>{shadow(inner)}{third}<div slot=first>{first}</div></lamp-story>"
    assert article(host).text.split("\n\n") == list(STORY)


def test_bare_words_of_a_host_stand_in_its_slot() -> None:
    first, second, third = STORY
    host = f"<lamp-line>{shadow('<p><slot></slot></p>')}{third}</lamp-line>"
    said = article(f"<article><p>{first}</p><p>{second}</p>{host}</article>")
    assert said.text.split("\n\n") == list(STORY)


def test_shadow_roots_within_shadow_roots_are_opened() -> None:
    inner = "<lamp-text>" + shadow("<slot></slot>") + "".join(PARAGRAPHS) + "</lamp-text>"
    assert article(f"<lamp-story>{shadow(inner)}</lamp-story>").text.split("\n\n") == list(STORY)


def test_a_shadow_root_that_was_kept_in_an_attribute_is_opened() -> None:
    def kept(content: str) -> str:
        told = content.replace("&", "&amp;").replace('"', "&quot;")
        return f'<lamp-story id="a" data-scrapbook-shadowdom="{told}" title="a > b">'

    first, second, third = PARAGRAPHS
    inner = f"{first}{kept(f'<slot></slot>{third}')}{second}</lamp-story>"
    assert article(f"{kept(inner)}</lamp-story>").text.split("\n\n") == list(STORY)


def test_attributes_made_to_be_slow_are_not() -> None:
    odd = ' data-scrapbook-shadowdom=""' * 20_000
    assert article(f"<p{odd}{' x' * 20_000}{''.join(PARAGRAPHS)}") is not None


def test_any_other_template_is_not_shown() -> None:
    said = article(
        f"<article>{''.join(PARAGRAPHS)}<template><p>A {STORY[0]}</p></template></article>"
    )
    assert said.text.split("\n\n") == list(STORY)
    assert not article(f"{shadow('<p>Short.</p>')}<template>{PARAGRAPHS}</template>").pictures


def test_many_shadow_roots_take_little_time() -> None:
    deep = "".join("<b>" + shadow("<slot></slot>") for _ in range(3_000))
    assert STORY[2] in article(f"{deep}{''.join(PARAGRAPHS)}").text


def test_a_host_has_one_shadow_root_alone() -> None:
    said = article(f"<div>{shadow(''.join(PARAGRAPHS))}{shadow(PARAGRAPHS[0] * 2)}</div>")
    assert said.text.split("\n\n") == list(STORY)
    many = (shadow("<slot></slot>") + "<i slot=a>x</i>") * 10_000
    began = time.process_time()
    assert STORY[2] in article(f"<div>{many}</div>{''.join(PARAGRAPHS)}").text
    assert time.process_time() - began < 5
