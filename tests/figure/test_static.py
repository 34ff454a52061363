"""The picture as a file's bytes."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from io import BytesIO

import pytest
from PIL import Image

from tests.figure.drawn import chronology, days, event
from tests.made import made_chronology
from timeline.chronology.chronology import Chronology
from timeline.figure import DARK, LIGHT, THEMES, Theme, lay_out
from timeline.figure.static import Format, to_bytes


def drawn(chosen: Chronology, format: Format, theme: Theme = LIGHT, width: int = 700) -> bytes:
    return to_bytes(lay_out(chosen, medium="file", width=width), theme, format)


def ink_share(image: Image.Image, theme: Theme) -> float:
    """The share of pixels that are far from the paper."""
    grey = image.convert("L")
    paper = Image.new("RGB", (1, 1), theme.paper).convert("L").getpixel((0, 0))
    assert isinstance(paper, int)
    histogram = grey.histogram()
    return sum(count for shade, count in enumerate(histogram) if abs(shade - paper) > 90) / sum(histogram)


def svg_texts(content: bytes) -> list[str]:
    root = ET.fromstring(content)
    return ["".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("format", ["png", "webp"])
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_a_picture_is_neither_blank_nor_black(format: Format, theme: Theme) -> None:
    picture = lay_out(made_chronology(), medium="file", width=700)
    image = Image.open(BytesIO(to_bytes(picture, theme, format)))
    assert image.size == (round(picture.width * 2), int(picture.height * 2))
    assert 0.005 < ink_share(image, theme) < 0.3


def test_text_in_svg_is_text_in_fonts_that_exist_anywhere() -> None:
    content = drawn(made_chronology(), "svg")
    texts = svg_texts(content)
    for expected in (
        "The war of the strait",
        "Cruiser Halcyon sunk",
        "Arvenia",
        "19 events · 2 undated · 1 disputed · 14 in view",
        "Not in this view: 3 earlier events, 1970–1981.",
        "Sources differ",
    ):
        assert expected in texts
    families = [
        part.split(":")[1].strip()
        for element in ET.fromstring(content).iter("{http://www.w3.org/2000/svg}text")
        for part in element.attrib["style"].split(";")
        if part.strip().startswith("font-family")
    ]
    assert families
    assert {family.split(",")[-1].strip() for family in families} == {"sans-serif", "serif"}


def test_markup_and_formulas_in_titles_are_drawn_as_they_stand() -> None:
    titles = ["<b>bold</b> & <script>alert(1)</script>", "$x^2$ and 5$ and $\\frac$", "50% of {all}", "a\\n_b^c"]
    whole = chronology([event(title, days(n * 100, n * 100 + 1)) for n, title in enumerate(titles)], title="$E=mc^2$ <i>&")
    texts = " ".join(svg_texts(drawn(whole, "svg", width=1400)))
    for expected in ("<b>bold</b>", "$x^2$ and 5$", "$\\frac$", "50% of {all}", "a\\n_b^c", "$E=mc^2$ <i>&"):
        assert expected in texts
    assert drawn(whole, "png").startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "title",
    ["Владимир Путин", "Θεμιστοκλῆς ἐν Σαλαμῖνι", "הסכם שביתת נשק", "اتفاق وقف إطلاق النار", "停戦協定", "🕊 \x00\ud800"],
)
def test_any_script_can_be_drawn(title: str) -> None:
    whole = chronology([event(title, days(0, 1), actors=(title,))], title=title, names=[title])
    assert drawn(whole, "svg").startswith(b"<?xml")
    assert ink_share(Image.open(BytesIO(drawn(whole, "png"))), LIGHT) > 0.001
    assert drawn(whole, "pdf").startswith(b"%PDF")


@pytest.mark.parametrize("format", ["png", "svg", "pdf", "webp"])
def test_the_same_picture_gives_the_same_bytes(format: Format) -> None:
    assert drawn(made_chronology(), format) == drawn(made_chronology(), format)


def test_tall_pictures_fit_the_formats() -> None:
    picture = lay_out(made_chronology(200), medium="file", width=500)
    assert picture.height > 3000
    image = Image.open(BytesIO(to_bytes(picture, DARK, "webp")))
    assert max(image.size) <= 16383
    assert image.size[0] >= 500


def test_an_empty_selection_says_so() -> None:
    assert "No dated event in this view." in svg_texts(drawn(chronology([]), "svg"))
