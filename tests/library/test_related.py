"""What tells of the same is found by its telling words, and the words are told."""

from kept_made import keep, keep_all

from reader.library.library import Library

FILLING = "The council met on Monday and the mayor said that the matter would be looked into."


def filled(library: Library) -> None:
    for number in range(30):
        keep(library, f"Filling {number}", f"{FILLING} Number{number} was read out, item by item.")


def test_what_shares_rare_words_is_related_and_the_words_are_told(library: Library) -> None:
    filled(library)
    ids = keep_all(
        library,
        {
            "Lens": f"{FILLING} The lighthouse at Marrow got a new lens from Jena.",
            "Lamp": f"{FILLING} A Jena workshop ground it for the lighthouse: four hundred prisms.",
            "Soup": f"{FILLING} Onions are fried in butter.",
        },
    )
    [one] = library.related(ids["Lens"])
    assert one.card.title == "Lamp"
    assert set(one.words) == {"Jena", "lighthouse"}


def test_the_source_alone_relates_nothing(library: Library) -> None:
    filled(library)
    about = {"source": "Zephyr Gazette", "byline": "Quillon Xerxes", "people": ("Quillon Xerxes",)}
    one = keep(library, "Rope", f"{FILLING} Zephyr Gazette. Quillon Xerxes. Hemp.", **about)
    keep(library, "Bread", f"{FILLING} Zephyr Gazette. Quillon Xerxes. Rye.", **about)
    library.update_index()
    assert all(it.card.title != "Bread" for it in library.related(one))


def test_what_says_the_same_and_what_is_thrown_away_is_left_out(library: Library) -> None:
    filled(library)
    lens = "The lighthouse at Marrow Point got a new lens from Jena, ground by hand over two years"
    story = f"{lens} while the keeper polished brass and waited for the harbour board to pay."
    ids = keep_all(
        library,
        {
            "Lens": story,
            "Lens again": f"{story} Really.",
            "Thrown": "A Jena lens for the lighthouse.",
            "Kept": "Of a lighthouse lens made in Jena.",
        },
    )
    library.trash([ids["Thrown"]])
    assert [one.card.title for one in library.related(ids["Lens"])] == ["Kept"]


def test_a_clipping_without_telling_words_is_related_to_nothing(library: Library) -> None:
    ids = keep_all(library, {"": "", "Soup": "Onions."})
    assert library.related(ids[""]) == ()


def test_small_words_are_no_reason_in_a_library_of_a_few(library: Library) -> None:
    ids = keep_all(
        library,
        {
            "Lens": "They found out that the lighthouse lens from Jena had cracked again.",
            "Lamp": "It came out that a Jena workshop ground the lighthouse lamp from sand.",
            "Soup": "Chop the onions that you have left, and take the soup from the stove.",
            "Bread": "Out of the oven comes rye bread that keeps from Monday to Friday.",
            "Tram": "Passengers from the suburbs said that a tram ran out of power.",
        },
        language="en",
    )
    [one, *others] = library.related(ids["Lens"])
    assert one.card.title == "Lamp"
    assert set(one.words) == {"Jena", "lighthouse"}
    assert not others


def test_small_words_of_a_rare_language_come_last(library: Library) -> None:
    filled(library)
    ids = keep_all(
        library,
        {
            "Latarnia": "Latarnia morska stoi, ale tam nie ma już nic oprócz soczewki.",
            "Soczewki": "Latarnia bez soczewki, ale tam nie ma już światła.",
        },
        language="pl",
    )
    [one] = library.related(ids["Latarnia"])
    assert {word.lower() for word in one.words[:2]} == {"latarnia", "soczewki"}
