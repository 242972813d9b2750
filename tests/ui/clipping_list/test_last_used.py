from reader.ui.clipping_list.last_used import LastUsed


def test_what_was_unused_for_longest_is_let_go() -> None:
    kept: LastUsed[str, int] = LastUsed(2)
    kept.put("a", 1)
    kept.put("b", 2)
    assert kept.get("a") == 1
    kept.put("c", 3)
    assert "b" not in kept
    assert kept.get("b") is None
    assert len(kept) == 2


def test_the_last_one_put_in_comes_out_first() -> None:
    kept: LastUsed[str, None] = LastUsed(3)
    kept.put("a", None)
    kept.put("b", None)
    kept.put("a", None)
    assert [kept.pop(), kept.pop(), kept.pop()] == ["a", "b", None]


def test_cleared_it_holds_nothing() -> None:
    kept: LastUsed[str, int] = LastUsed(3)
    kept.put("a", 1)
    kept.clear()
    assert len(kept) == 0
