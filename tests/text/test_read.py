"""Files, folders and standard input into documents; what cannot be read is named in one line, and the rest goes on."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from timeline.errors import ReadError
from timeline.model import Document, Known, Written
from timeline.spans import parse_iso
from timeline.text import READERS, read, read_all

STORY = "Fleet sails\n\nLONDON, 5 April 1982 — The fleet left this morning."


def gather(*sources: Path | str) -> tuple[list[Document], list[tuple[str, str]]]:
    failures: list[tuple[str, str]] = []
    documents = list(read_all(sources, on_failure=lambda source, error: failures.append((source, str(error)))))
    return documents, failures


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_file_is_one_document_of_that_name(tmp_path: Path) -> None:
    path = put(tmp_path, "fleet.txt", STORY)
    [document] = read(path)
    assert (document.text, document.title, document.source) == (STORY, "Fleet sails", str(path))
    assert document.id == Document.make_id(STORY, "fleet.txt")


def test_a_file_without_a_day_is_given_its_own_marked_as_assumed(tmp_path: Path) -> None:
    path = put(tmp_path, "notes.txt", "The fleet left yesterday.")
    os.utime(path, (0, 1_000_000_000))
    [document] = read(path)
    assert document.written == Written(parse_iso("2001-09-09"), Known.ASSUMED)


def test_a_day_given_is_that_of_texts_that_do_not_say(tmp_path: Path) -> None:
    told, silent = put(tmp_path, "a.txt", STORY), put(tmp_path, "b.txt", "The fleet left.")
    given = Written(parse_iso("1999"), Known.GIVEN)
    days = [document.written for source in (told, silent) for document in read(source, written=given)]
    assert [day and day.span.earliest() for day in days] == ["1982-04-05", "1999-01-01"]
    assert [day and day.known for day in days] == [Known.DATELINE, Known.GIVEN]


def test_a_year_is_taken_from_the_day_given(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "STANLEY, June 14 (Agency) - The garrison surrendered.")
    [document] = read(path, written=Written(parse_iso("1982"), Known.GIVEN), language="fr")
    assert document.written is not None
    assert (document.written.span, document.written.known) == (parse_iso("1982-06-14"), Known.GIVEN)
    assert document.language == "fr"


def test_a_folder_is_read_in_order_with_all_below_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/er/c.txt", ".hidden.txt", ".git/d.txt", "e.pdf"):
        put(tmp_path, name, f"{name} holds this text")
    assert [Path(document.source).name for document in read(tmp_path)] == ["a.md", "b.txt", "c.txt"]


def test_one_bad_file_among_ten_is_named_and_nine_are_in(tmp_path: Path) -> None:
    for number in range(9):
        put(tmp_path, f"{number}.txt", f"Report {number}\n\nThe fleet sailed.")
    bad = put(tmp_path, "bad.txt", b"caf\xe9")
    documents, failures = gather(tmp_path)
    assert len(documents) == 9
    assert [source for source, _ in failures] == [str(bad)]


def test_standard_input_has_no_day_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Flotte läuft aus.".encode())))
    [document] = read("-")
    assert (document.text, document.source, document.written) == ("Flotte läuft aus.", "standard input", None)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "is empty"),
        ("binary.txt", b"text\x00more", "binary file"),
        ("noise.txt", bytes(range(1, 9)) * 50 + b"\xff", "binary file"),
        ("latin.txt", b"caf\xe9 au lait", "byte 0xe9 at position 3"),
        ("paper.txt", b"%PDF-1.4 x", "is a PDF"),
        ("office.txt", b"PK\x03\x04xx", "office file"),
        ("picture.png", b"x", r"suffix .png.*\.txt, \.md, \.html"),
        ("bare", b"x", r"suffix \(none\)"),
        ("furniture.html", b"<html><body><script>1</script></body></html>", "no text"),
        ("odd.html", b"<meta charset='klingon-8'><p>Some text is here.</p>", "klingon-8"),
        ("matter.md", b"---\ntitle: x\n---\n\n", "no text"),
        ("day.md", b"---\ndate: soon\n---\nThe fleet sailed.", "'soon' names no date"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = put(tmp_path, name, content)
    with pytest.raises(ReadError, match=says) as caught:
        read(path)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_without_texts_are_named(tmp_path: Path) -> None:
    put(tmp_path, "only/one.pdf", b"x")
    put(tmp_path, "only/.hidden.txt", b"x")
    (tmp_path / "nothing").mkdir()
    _, failures = gather(tmp_path / "gone.txt", tmp_path / "only", tmp_path / "nothing")
    assert "does not exist" in failures[0][1]
    assert "1 passed over (one.pdf)" in failures[1][1]
    assert "holds no texts: put .txt, .md" in failures[2][1]


def test_a_file_whose_permissions_forbid_reading_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path, "secret.txt", b"x")

    def forbid(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbid)
    with pytest.raises(ReadError, match="permissions forbid it"):
        read(path)


def test_encodings_with_a_mark_are_read_and_line_ends_kept(tmp_path: Path) -> None:
    text = "Flotte läuft aus\r\n\r\nSie lief am Montag aus.\r\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        [document] = read(put(tmp_path, "flotte.txt", text.encode(encoding)))
        assert document.text == text


def test_json_lines_are_one_document_a_line(tmp_path: Path) -> None:
    rows = [
        {
            "id": "a1",
            "text": "The ship was lost.",
            "title": "Lost",
            "written": "1982-05-06T10:00Z",
            "source": "The Channel Post",
        },
        {"id": 2, "text": "Another was saved.", "source": "https://example.org/2", "written": None, "extra": [1]},
        {"text": "A third sailed on."},
    ]
    first, second, third = read(put(tmp_path, "all.jsonl", "\n".join(map(json.dumps, rows))))
    assert (first.id, first.title, first.publisher) == (
        Document.make_id("The ship was lost.", "a1"),
        "Lost",
        "The Channel Post",
    )
    assert first.written is not None
    assert (first.written.known, first.written.span) == (Known.METADATA, parse_iso("1982-05-06T10:00"))
    assert (second.source, second.publisher, second.written) == ("https://example.org/2", None, None)
    assert third.title == "A third sailed on."
    assert third.written is None


def test_bad_json_lines_are_named_by_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [
        '{"id":"1","text":"One."}',
        "{bad",
        "",
        '{"id":"4"}',
        "[5]",
        '{"text":"Six.","written":"soon"}',
        '{"text":"Half a smile: \\ud83d"}',
        '{"id":"7","text":"Seven."}',
    ]
    path = put(tmp_path, "all.jsonl", "\n".join(lines))
    documents, failures = gather(path)
    assert [document.text for document in documents] == ["One.", "Seven."]
    assert [message.split("all.jsonl, ")[1].split()[1].rstrip(":") for _, message in failures] == ["2", "4", "5", "6", "7"]
    with pytest.raises(ReadError, match="line 2 is not JSON"):
        read(path)


def test_front_matter_is_taken_off_and_heeded(tmp_path: Path) -> None:
    matter = '---\ntitle: "Fleet: sails"\ndate: 2014-05-12 10:00:00 +0200\nsource: Harbour Gazette\ntags:\n  - sea\n---\n\n'
    [document] = read(put(tmp_path, "fleet.md", matter + "# Another heading\n\nIt sailed.\n"))
    assert (document.title, document.publisher, document.text) == (
        "Fleet: sails",
        "Harbour Gazette",
        "# Another heading\n\nIt sailed.\n",
    )
    assert document.written is not None
    assert (document.written.span, document.written.offset) == (parse_iso("2014-05-12T10:00"), 120)


def test_a_rule_at_the_top_is_not_front_matter(tmp_path: Path) -> None:
    text = "---\nNo keys here\n---\nThe fleet sailed.\n"
    [document] = read(put(tmp_path, "fleet.md", text))
    assert document.text == text


def test_every_suffix_of_the_table_is_read(tmp_path: Path) -> None:
    for suffix in READERS:
        content = json.dumps({"text": "The fleet sailed."}) if suffix == ".jsonl" else "The fleet sailed."
        [document] = read(put(tmp_path, f"x{suffix.upper()}", content))
        assert document.text.strip() == "The fleet sailed."


def test_a_language_tag_and_a_title_of_many_lines_are_made_plain(tmp_path: Path) -> None:
    [document] = read(
        put(tmp_path, "all.jsonl", json.dumps({"text": "One.", "language": "en-GB", "title": " The fleet\nsails "}))
    )
    assert (document.language, document.title) == ("en", "The fleet sails")


def test_a_text_that_is_too_long_is_named_with_the_limit_and_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.size.LONGEST", 2_000_000)
    long = "On 4 May 1982 it began. " * 200_000
    records = "\n".join(json.dumps({"id": id, "text": text}) for id, text in (("1", STORY), ("2", long), ("3", STORY)))
    sources = [put(tmp_path, "a.txt", long), put(tmp_path, "b.jsonl", records), put(tmp_path, "c.txt", STORY)]
    documents, failures = gather(*sources)
    assert len(documents) == 3
    way_out = "2 MB is the most: split it into several files, or write one text a line into a .jsonl file"
    assert [said for _, said in failures] == [
        f"{tmp_path / 'a.txt'} is one text of 4.8 MB; {way_out}",
        f"{tmp_path / 'b.jsonl'}, line 2 is one text of 4.8 MB; {way_out}",
    ]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(long.encode())))
    assert [said for _, said in gather("-")[1]] == [f"standard input is one text of more than 2 MB; {way_out}"]
