"""Whether a page has a story's words is told in one go, whatever is in it."""

import time

from pages_made import story_page

from reader.pages.wordy import holds_words


def test_a_story_has_words_and_what_is_not_shown_is_none_of_them() -> None:
    assert holds_words(story_page())
    assert not holds_words(f"<body><script>{'lit ' * 500}</script><p>Lit again.</p>")


def test_a_tag_that_never_ends_takes_no_time() -> None:
    began = time.process_time()
    assert not holds_words(f"<body><{'a' * 100_000}")
    assert time.process_time() - began < 2
