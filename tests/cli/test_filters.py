"""The JSON-lines filters, run as another program would run them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.cli.main import main

TALKS = {
    "id": "1",
    "text": "On 12 March 1998 the talks failed. Three years later the war began.",
    "written": "2024-01-01",
}


def run(verb: str, lines: list[str] | bytes, *options: str) -> subprocess.CompletedProcess[str]:
    data = lines if isinstance(lines, bytes) else "".join(line + "\n" for line in lines).encode()
    done = subprocess.run([sys.executable, "-m", "timeline", verb, *options], input=data, capture_output=True, check=False)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_three_years_later_counts_from_the_date_told() -> None:
    done = run("dates", [json.dumps(TALKS)])
    answer = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert answer["id"] == "1"
    values = {date["text"]: date["value"] for date in answer["dates"]}
    assert values["12 March 1998"] == "1998-03-12"
    assert values["Three years later"].startswith("2001")


def test_offsets_are_code_points() -> None:
    text = "😀 Überfall am See: on 4 May 1982 the ship was hit."
    (date,) = json.loads(run("dates", [json.dumps({"id": "u", "text": text})]).stdout)["dates"]
    assert text[date["start"] : date["end"]] == date["text"] == "4 May 1982"


@pytest.mark.parametrize("verb", ["dates", "actors", "events"])
def test_every_filter_answers_each_line_in_order_and_passes_unknown_fields_over(verb: str) -> None:
    lines = [json.dumps({"id": str(n), "text": "Iran attacked Iraq on 4 May 1982.", "colour": "red"}) for n in range(3)]
    done = run(verb, lines)
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["0", "1", "2"]
    assert all(answer[verb] for answer in answers)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{oops", "not JSON"),
        (b'"a string"', "not a JSON object"),
        (b'{"id": "x"}', 'no "text"'),
        (b'{"id": "x", "text": 3}', 'no "text"'),
        (b'{"id": "x", "text": "\xff"}', "not UTF-8"),
        (b'{"id": "x", "text": "yesterday", "written": "soon"}', "soon"),
        (b'{"id": "x", "text": "yesterday", "language": "tlh"}', "tlh"),
        (b"[" * 100_000, "nested too deep"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(line: bytes, says: str) -> None:
    good = json.dumps(TALKS).encode()
    done = run("dates", good + b"\n" + line + b"\n\n" + good + b"\n")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr.startswith("timeline dates: line 2: ")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("verb", ["dates", "actors", "events"])
def test_the_filters_do_not_load_the_page(verb: str) -> None:
    """They must start at once: pandas, Plotly and Dash take a second."""
    code = (
        "import sys, timeline.cli\n"
        f"timeline.cli.main(['{verb}'])\n"
        "print([m for m in ('pandas', 'plotly', 'dash', 'matplotlib', 'dateparser', 'trafilatura') if m in sys.modules])"
    )
    line = json.dumps({"id": "1", "text": "Iran attacked Iraq on 4 May 1982.", "written": "1982-05-05"}) + "\n"
    done = subprocess.run([sys.executable, "-c", code], input=line, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_actors_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[[actor]]\nname = "Blue Shield"\nkind = "armed group"\naliases = ["the shields"]\n')
    line = json.dumps({"id": "1", "text": "On 3 May 1995 the shields attacked Geneva."})
    for verb in ("actors", "events"):
        done = run(verb, [line], "--actors", str(tmp_path / "own.toml"))
        assert done.returncode == 0, done.stderr
        assert '"name": "Blue Shield"' in done.stdout
    (tmp_path / "bad.toml").write_text('[[actor]]\nname = "X"\nkind = "gang"\n')
    done = run("events", [line], "--actors", str(tmp_path / "bad.toml"))
    assert done.returncode == 1
    assert "kind 'gang' is not one of" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_line_that_is_too_long_is_named_and_the_rest_goes_on() -> None:
    done = run("dates", [json.dumps({"id": "long", "text": "word " * 4_000_001}), json.dumps(TALKS)])
    assert done.returncode == 1
    assert done.stderr.startswith("timeline dates: line 1: the line is one text of 20.0 MB; 20 MB is the most: split it")
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["1"]


@pytest.mark.parametrize(("verb", "holds"), [("dates", "1982-05-04"), ("actors", "Argentina"), ("events", "1982-05-04")])
def test_texts_are_read_by_name(verb: str, holds: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "a.txt").write_text("LONDON, 5 May 1982 - Argentina attacked the ship on 4 May.")
    (tmp_path / "b.md").write_text("# Nothing\n\nNobody came.")
    (tmp_path / "c.html").write_text("")
    assert main([verb, str(tmp_path)]) == 1
    out, err = capsysbinary.readouterr()
    first, second = map(json.loads, out.splitlines())
    assert first["id"].endswith("a.txt")
    assert holds in json.dumps(first[verb])
    assert (second["id"], second[verb]) == (str(tmp_path / "b.md"), [])
    assert b"c.html is empty" in err
