"""The page as it is served: its headers, its host, its files, a port that is taken, and nothing of it from elsewhere."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.app.kept import keep
from tests.app.parts import walk
from tests.made import made_chronology
from timeline.app import create_app, ids
from timeline.app.listing import with_hits
from timeline.app.page import build, frame
from timeline.app.pane import Pane
from timeline.app.serve import serve
from timeline.app.workspace import Workspace
from timeline.errors import ServeError, StoreError
from timeline.export import EXPORTERS

WAR = made_chronology()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    app = create_app(keep(WAR, tmp_path_factory.mktemp("page") / "war.chronology"))
    with app.server.test_client() as client:
        yield client


@pytest.mark.parametrize(
    "path", ["/", "/_dash-layout", "/_dash-dependencies", "/assets/page.js", "/nothing-here", "/export?form=.csv"]
)
def test_every_answer_allows_nothing_from_elsewhere(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers={"Host": "127.0.0.1:8050"})
    answer.close()
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert not re.search(r"https?:", policy)
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_page_names_no_other_host(client: FlaskClient) -> None:
    page = client.get("/", headers={"Host": "localhost"}).text
    assert not re.findall(r"""(?:src|href)=["']?(?:https?:)?//""", page)


@pytest.mark.parametrize("host", ["127.0.0.1:8050", "localhost:8050", "localhost", "[::1]:8050"])
def test_this_machine_is_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8050", "127.0.0.1.evil.example", "localhost.evil.example"])
def test_another_name_for_this_machine_is_refused(client: FlaskClient, host: str) -> None:
    answer = client.get("/_dash-layout", headers={"Host": host})
    assert answer.status_code == 403
    assert "war" not in answer.text


def test_every_id_stands_in_the_page_once(client: FlaskClient) -> None:
    layout = client.get("/_dash-layout", headers={"Host": "localhost"}).text
    named = {value for name, value in vars(ids).items() if name.isupper()}
    found = re.findall(r'"id":\s*"([^"]+)"', layout)
    assert named - set(found) == set()
    assert len(found) == len(set(found))


@pytest.mark.parametrize("suffix", EXPORTERS)
def test_a_selection_is_downloaded(client: FlaskClient, suffix: str) -> None:
    answer = client.get(f"/export?form={suffix}&size=slide&address=kind%3DASSAULT", headers={"Host": "localhost"})
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f'attachment; filename="the-war-of-the-strait{suffix}"'
    if suffix not in (".png", ".webp", ".pdf", ".parquet"):
        assert "Cruiser Halcyon" in answer.text
        assert suffix == ".html" or "armistice" not in answer.text


def test_title_and_theme_are_the_readers(client: FlaskClient) -> None:
    dark = "#161615"
    for asked, said in (("theme=dark", True), ("here=dark", True), ("here=dark&theme=light", False), ("", False)):
        answer = client.get(f"/export?form=.svg&title=The%20sinking&{asked}", headers={"Host": "localhost"})
        assert (dark in answer.text) is said
        assert "The sinking" in answer.text
        assert "the-sinking.svg" in answer.headers["Content-Disposition"]


def test_an_unknown_suffix_is_told_the_choices(client: FlaskClient) -> None:
    answer = client.get("/export?form=.docx", headers={"Host": "localhost"})
    assert answer.status_code == 404
    assert "png" in answer.text


def test_an_impossible_size_is_told_the_choices(client: FlaskClient) -> None:
    answer = client.get("/export?form=.png&size=a0", headers={"Host": "localhost"})
    assert answer.status_code == 400
    assert "a4-portrait" in answer.text


def test_what_is_added_elsewhere_is_noticed(tmp_path: Path) -> None:
    store = keep(made_chronology(3), tmp_path / "growing.chronology")
    client = create_app(store).server.test_client()

    def revision() -> int:
        told = client.get("/news?tab=a", headers={"Host": "localhost"}).json
        assert told
        assert (told["added"], told["busy"]) == (0, False)
        found: int = told["revision"]
        return found

    before = revision()
    assert revision() == before
    keep(WAR, store)
    assert revision() != before


def test_a_port_in_use_is_one_line(tmp_path: Path) -> None:
    store = keep(made_chronology(3), tmp_path / "war.chronology")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ServeError, match=rf"^port {port} is in use; .*--port.*$"):
            serve(store, port=port)


def test_a_host_that_is_not_here_is_one_line(tmp_path: Path) -> None:
    store = keep(made_chronology(3), tmp_path / "war.chronology")
    with pytest.raises(ServeError, match=r"203\.0\.113\.1"):
        serve(store, host="203.0.113.1", port=0)


def test_no_chronology_no_page(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        create_app(tmp_path / "nothing.chronology")


SCREEN = {"width": 752, "lanes": True, "theme": "light"}


def shown(client: FlaskClient, search: str, moves: list[object] | None = None, **asked: object) -> dict[str, Any]:
    """What the page is told to show."""
    body = {"search": search, "moves": moves or [], "screen": SCREEN, "listed": None, "boxes": {}} | asked
    answer = client.post("/view", json=body, headers={"Host": "localhost"})
    assert answer.status_code == 200
    told: dict[str, Any] = json.loads(answer.text)
    return told


@pytest.mark.parametrize(
    ("moves", "address"),
    [
        ([], "?kind=ASSAULT"),
        ([["search.value", "cruiser"]], "?kind=ASSAULT&q=cruiser"),
        ([["search.value", "cruiser"], ["since.value", "May 1982"]], "?since=1982-05-01&kind=ASSAULT&q=cruiser"),
        ([["key", "q"], ["brush", None]], "?kind=ASSAULT"),
    ],
)
def test_moves_lead_from_an_address_to_an_address(client: FlaskClient, moves: list[object], address: str) -> None:
    assert shown(client, "?kind=ASSAULT", moves)["search"] == address


def test_a_link_that_cannot_be_honoured_stays_as_it_is() -> None:
    client = build(Workspace(lambda: WAR, lambda: 1)).server.test_client()
    told = shown(client, "?kind=NONE-SUCH")
    assert told["search"] == "?kind=NONE-SUCH"
    assert "NONE-SUCH" in json.dumps(told["parts"]["notices"])


def test_all_panes_are_told_what_they_show(client: FlaskClient) -> None:
    parts = shown(client, "")["parts"]
    panes = {pane.id for pane in walk(frame()) if isinstance(pane, Pane)}
    assert parts.keys() == panes


def test_without_room_for_lanes_they_stay_as_they_are(client: FlaskClient) -> None:
    parts = shown(client, "", screen=SCREEN | {"lanes": False})["parts"]
    assert ids.LANES not in parts
    assert ids.OVERVIEW in parts


def test_the_list_is_sent_once(client: FlaskClient) -> None:
    first = shown(client, "?kind=ASSAULT")["list"]
    assert first["rowData"]
    assert "columnDefs" not in first
    assert shown(client, "?list=texts")["list"]["columnDefs"]
    again = shown(client, "?kind=ASSAULT&from=1982-04-01&to=1982-05-01", listed=first["listed"])["list"]
    assert not {"rowData", "columnDefs"} & again.keys()
    other = shown(client, "?kind=AID", listed=first["listed"])["list"]
    assert {"rowData", "columnDefs"} & other.keys() == {"rowData"}


def test_words_asked_for_are_marked_in_the_titles(client: FlaskClient) -> None:
    rows = shown(client, "?q=cruiser")["list"]["rowData"]
    marked = [row["what"][start:end] for row in rows for start, end in row.get("hits", ())]
    assert marked
    assert {word.casefold() for word in marked} <= {"cruiser", "cruisers"}
    assert not any("hits" in row for row in shown(client, "?kind=ASSAULT")["list"]["rowData"])


def test_hits_are_counted_as_the_browser_counts() -> None:
    rows = [{"what": "𝔄 cruiser sinks"}, {"what": "Talks"}, {"what": "Two cruisers and a cruiser"}]
    found = with_hits(rows, "cruiser")
    assert [row.get("hits") for row in found] == [[(3, 10)], None, [(4, 12), (19, 26)]]


def test_boxes_are_filled_where_they_do_not_say_what_is_in_force(client: FlaskClient) -> None:
    assert shown(client, "?q=cruiser", boxes={"search": "cruiser "})["boxes"] == {}
    assert shown(client, "?q=cruiser", boxes={"search": "frigate"})["boxes"] == {"search": "cruiser"}


def test_a_date_is_read_while_it_is_typed(client: FlaskClient) -> None:
    def read(asked: object) -> Any:
        return json.loads(client.post("/reading", json=asked, headers={"Host": "localhost"}).text)["parts"][ids.DATES_READ]

    assert read({"since": "May 1982", "until": ""})["tree"] == ["From May 1982"]
    assert read({"since": "nonsense"})["className"] == "reading wrong"
    assert read(None)["tree"] == []


GOOD = {"search": "", "moves": [], "screen": SCREEN, "boxes": {}}


@pytest.mark.parametrize(
    "asked",
    [
        None,
        [],
        {},
        {"search": ""},
        GOOD | {"moves": [["no-such", 1]]},
        GOOD | {"moves": [[]]},
        GOOD | {"moves": [["drag", ["a", "b"]]]},
        GOOD | {"screen": {"width": "wide"}},
        GOOD | {"screen": SCREEN | {"theme": "pink"}},
        GOOD | {"boxes": None},
    ],
)
def test_what_is_no_move_is_refused_in_one_line(client: FlaskClient, asked: object) -> None:
    answer = client.post("/view", json=asked, headers={"Host": "localhost"})
    assert answer.status_code == 400
    assert answer.text.count("\n") == 1


def test_going_back_to_a_place_the_lanes_are_as_they_were() -> None:
    workspace = Workspace(lambda: WAR, lambda: 1)
    first = workspace.picture(workspace.place("?kind=ASSAULT"), 800)
    other = workspace.picture(workspace.place("?kind=ASSAULT&lanes=source"), 800)
    assert other is not first
    assert workspace.picture(workspace.place("?kind=ASSAULT&list=texts&edit=yes"), 800) is first
    assert workspace.picture(workspace.place("?kind=ASSAULT"), 640) is not first
    selected = next(mark.event for mark in first.marks)
    chosen = workspace.picture(workspace.place(f"?kind=ASSAULT&sel={selected}"), 800)
    assert any(mark.selected for mark in chosen.marks)
