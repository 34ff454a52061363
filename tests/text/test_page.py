"""Html pages: the text out of its furniture, and a day only from where a page states it, never from its prose."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from timeline.errors import ReadError
from timeline.model import Document, Known
from timeline.text import read, sentences

PROSE = "".join(
    f"<p>Ship number {number} sailed on Monday, and the band played on the quay all morning.</p>" for number in range(4)
)


def page(tmp_path: Path, head: str = "", body: str = "", encoding: str = "utf-8") -> Document:
    path = tmp_path / "page.html"
    frame = (
        f"<!DOCTYPE html><html><head>{head}<link rel='icon' href='/i'/></head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>Ship lost</h1>{body}{PROSE}</article><aside>Read more: other stories</aside></body></html>"
    )
    path.write_bytes(frame.encode(encoding))
    [document] = read(path)
    return document


@pytest.mark.parametrize(
    ("head", "body", "earliest"),
    [
        ('<meta property="article:published_time" content="1982-04-27T06:00:00+01:00">', "", "1982-04-27T06:00"),
        ('<meta name="date" content="12 May 2014">', "", "2014-05-12"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2014-05-12T14:05:00Z"}</script>',
            "",
            "2014-05-12T14:05",
        ),
        ("", '<time datetime="2014-05-12T14:05:00Z">12 May</time>', "2014-05-12T14:05"),
        ("", '<div class="post-date">12 May 2014</div>', "2014-05-12"),
        (
            '<meta property="article:modified_time" content="2014-05-20T10:00:00Z">'
            '<meta property="article:published_time" content="2014-05-12T10:00:00Z">',
            "",
            "2014-05-12T10:00",
        ),
    ],
)
def test_the_day_comes_from_metadata(tmp_path: Path, head: str, body: str, earliest: str) -> None:
    written = page(tmp_path, head, body).written
    assert written is not None
    assert (written.known, written.span.earliest()) == (Known.METADATA, earliest)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Battle of Waterloo, 18 June 1815</title>", ""),
        ('<meta property="og:image" content="https://example.org/2014/05/12/a.jpg">', ""),
        ("", "<p>On 1 September 1939 Germany attacked Poland, and the law of 2014-05-12 said so.</p>"),
        ("", "<h2>12 May 2014, a day to remember</h2>"),
    ],
)
def test_a_date_told_in_the_page_is_not_its_day(tmp_path: Path, head: str, body: str) -> None:
    written = page(tmp_path, head, body).written
    assert written is not None
    assert written.known is Known.ASSUMED


def test_a_dateline_in_the_text_is_read_where_the_metadata_has_none(tmp_path: Path) -> None:
    document = page(tmp_path, body="<p>Published 12 May 2014 14:05 GMT</p>")
    assert document.written is not None
    assert document.written.known is Known.DATELINE
    assert document.written.passage is not None
    assert document.quote(document.written.passage) == "12 May 2014 14:05 GMT"


def test_title_and_outlet_come_from_the_metadata(tmp_path: Path) -> None:
    head = '<meta property="og:title" content="Ship &amp; crew lost"><meta property="og:site_name" content="The Channel Post">'
    document = page(tmp_path, head)
    assert (document.title, document.publisher) == ("Ship & crew lost", "The Channel Post")


def test_the_country_comes_from_the_language_tag(tmp_path: Path) -> None:
    for tag, region in (("en-GB", "GB"), ("en_US", "US"), ("en", ""), ("zh-Hant-TW", "TW"), ("", "")):
        page = tmp_path / "page.html"
        page.write_text(
            f'<html lang="{tag}"><body><p>{"It was filed and read by the clerk of the house. " * 5}</p></body></html>'
        )
        assert read(page)[0].region == region


def test_blocks_stand_apart_and_furniture_is_gone(tmp_path: Path) -> None:
    body = "<ul><li>one ship lost at sea</li><li>two saved by the crew</li></ul><p>Line <b>one</b><br>&lt;script&gt;</p>"
    text = page(tmp_path, body=body).text
    blocks = text.split("\n\n")
    assert blocks[:4] == ["Ship lost", "one ship lost at sea", "two saved by the crew", "Line one\n<script>"]
    assert "Home" not in text
    assert "Read more" not in text
    assert len(sentences(text)) == 9


def test_the_declared_encoding_is_used(tmp_path: Path) -> None:
    document = page(tmp_path, '<meta charset="windows-1251">', "<p>Флот вышел в море.</p>", "windows-1251")
    assert "Флот вышел в море." in document.text


def test_a_page_of_one_sentence_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "tiny.html"
    path.write_text("<p>On 4 May the ship sank.</p>", "utf-8")
    assert [document.text for document in read(path)] == ["On 4 May the ship sank."]


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    path = tmp_path / "address.html"
    path.write_text("http://example.invalid/page", "utf-8")
    assert [document.text for document in read(path)] == ["http://example.invalid/page"]
    page(tmp_path, '<link rel="canonical" href="http://example.invalid/a"><script src="http://example.invalid/x.js"></script>')


def test_a_page_too_large_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    path.write_bytes(b"<p>" + b"The fleet sailed. " * 600_000)
    with pytest.raises(ReadError, match="10 MB of html, more than 10"):
        read(path)
