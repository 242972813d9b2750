"""Which picture the list shows of a clipping."""

import pytest

from reader.articles.article import Picture
from reader.store.articles import columns_of_body

PHOTO = Picture("photo.jpg", media_type="image/jpeg", width=640, height=420)
BANNER = Picture("banner.jpg", media_type="image/jpeg", width=900, height=120)
PORTRAIT = Picture("ada.jpg", media_type="image/jpeg", width=96, height=96)
SIGN = Picture("sign.png", media_type="image/png", width=48, height=48)
CHART = Picture("chart.svg", media_type="image/svg+xml", width=640, height=420)
AVIF = Picture("photo.avif", media_type="image/avif", width=640, height=420)


@pytest.mark.parametrize(
    ("pictures", "shown"),
    [
        ((PHOTO, CHART), "photo.jpg"),
        ((BANNER, PORTRAIT, PHOTO), "photo.jpg"),
        ((CHART, AVIF, PHOTO), "photo.jpg"),
        ((SIGN, PORTRAIT), "ada.jpg"),
        ((SIGN, CHART), ""),
        ((), ""),
    ],
)
def test_the_list_shows_the_first_telling_photo(pictures: tuple[Picture, ...], shown: str) -> None:
    digests = {one.address: one.address for one in pictures}
    assert columns_of_body("", pictures, digests)["picture"] == shown


def test_the_list_shows_no_picture_that_is_missing() -> None:
    assert columns_of_body("", (PHOTO, PORTRAIT), {"ada.jpg": "ada.jpg"})["picture"] == "ada.jpg"
