"""Where the page comes from: its site, its address, its section, its picture."""

import pytest
from metadata_made import ADDRESS, HEADLINE, STORY, json_ld, read


def test_the_site_gives_its_own_name() -> None:
    head = "<meta property='og:site_name' content='Harbour Times'>"
    assert read(head, STORY).source == "Harbour Times"


def test_the_publisher_names_the_site() -> None:
    head = json_ld(publisher={"@type": "Organization", "name": "Harbour Times"})
    assert read(head, STORY).source == "Harbour Times"


def test_the_end_of_the_window_title_names_the_site_when_the_domain_bears_it_out() -> None:
    assert read("<title>Crane lifted | The Harbour Times</title>", STORY).source == (
        "The Harbour Times"
    )
    assert read("<title>Crane lifted | Port</title>", STORY).source == "harbourtimes.example"


def test_the_canonical_address_is_the_pages() -> None:
    head = "<link rel='canonical' href='/crane-lifted'>"
    assert read(head, STORY, f"{ADDRESS}?utm_source=x").address == (
        "https://www.harbourtimes.example/crane-lifted"
    )


@pytest.mark.parametrize(
    "canonical",
    [
        "/",
        "https://www.harbourtimes.example/",
        "https://other.example/crane",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://[",
        "",
    ],
)
def test_an_address_that_cannot_be_the_pages_is_not_believed(canonical: str) -> None:
    assert read(f"<link rel='canonical' href='{canonical}'>", STORY).address == ADDRESS


def test_a_whole_address_counts_before_the_name_that_a_mirror_gave_its_file() -> None:
    head = f"<link rel='canonical' href='crane.html'><meta property='og:url' content='{ADDRESS}'>"
    assert read(head, STORY, f"{ADDRESS}.html").address == ADDRESS


def test_without_a_known_origin_the_canonical_address_counts() -> None:
    head = f"<link rel='canonical' href='{ADDRESS}'>"
    assert read(head, STORY, "").address == ADDRESS
    assert read("<link rel='canonical' href='/crane'>", STORY, "").address == ""


def test_the_lead_picture_has_a_web_address() -> None:
    head = "<meta property='og:image' content='//cdn.harbourtimes.example/crane.jpg'>"
    assert read(head, STORY).picture == "https://cdn.harbourtimes.example/crane.jpg"


def test_a_logo_is_no_lead_picture() -> None:
    head = "<meta property='og:image' content='https://harbourtimes.example/img/logo.png'>"
    assert read(head, STORY).picture == ""


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<meta property='article:section' content='Port'>", ""),
        (json_ld(articleSection=["Port", "News"]), ""),
        ("", "<nav class='breadcrumbs'><a href='/'>Home</a> <a href='/port'>Port</a></nav>"),
        (
            json_ld(
                **{
                    "@type": "BreadcrumbList",
                    "itemListElement": [
                        {"@type": "ListItem", "name": "Home"},
                        {"@type": "ListItem", "name": "Port"},
                        {"@type": "ListItem", "name": "Crane lifted after four days"},
                    ],
                }
            ),
            "",
        ),
    ],
)
def test_the_section_is_found(head: str, body: str) -> None:
    assert read(head, body + HEADLINE + STORY).section == "Port"


def test_a_kicker_beside_the_headline_names_the_section() -> None:
    assert read("", f"<p class='kicker'>Port</p>{HEADLINE}{STORY}").section == "Port"
    assert read("", f"<p>Port</p>{HEADLINE}{STORY}").section == ""


@pytest.mark.parametrize("home", ["Home", "Início", "होम", "Trang chủ", "Strona główna"])
def test_home_is_no_section(home: str) -> None:
    body = f"<nav class='breadcrumb'><a href='/'>{home}</a></nav>{HEADLINE}{STORY}"
    assert read("", body).section == ""
