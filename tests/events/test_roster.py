"""Actors of one's own: files, names in a text, and what somebody was on a day."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.errors import ActorsError
from timeline.events.helpers import helpers
from timeline.events.lines import actors_answer, events_answer
from timeline.events.roster import Roster, read_roster
from timeline.events.roster.names import Names, Spelling
from timeline.model import Actor, ActorKind
from timeline.spans import Span

OWN = """
[[actor]]
name = "Anton Velkanov"
kind = "person"
aliases = ["the Fox of Orlovets"]
part_of = "Ruritania"
roles = [{role = "mayor", since = "1994-03", until = "1998"}, {role = "exile", since = 1999-01-01}]

[[actor]]
name = "Ruritania"
kind = "state"
aliases = ["Ruritanian"]

[[actor]]
name = "UN"
kind = "organisation"
aliases = ["the blue helmets"]
"""
TABLE = """name,kind,aliases,part_of,role,since,until
Anton Velkanov,person,the Fox of Orlovets; Fox,Ruritania,mayor,1994-03,1998
Anton Velkanov,,,,exile,1999-01-01,
Ruritania,state,Ruritanian,,,,
"""
CAMEO = """
; actors of the east
RUSSIAN_FEDERATION_  [RUS] # the state
+RUSSIAN
+MOSCOW_

VLADIMIR_PUTIN_ ; CountryInfo.txt
+PUTIN_
+PRESIDENT_PUTIN_
\t[RUSELI 700101-990809]
\t[RUSGOV 991231-080507]
\t[RUSGOV 19990809-20000507]
\t[RUSGOV >080508]
\t[RUSELI]
KREMLIN_
+RUSSIAN_WHITE_HOUSE
\t[RUSGOV]
BLUE_SHIELD_ [RUSREBBLS]
OLD_GUARD_ [RUSMIL <911225]
NOBODY_AT_ALL_ [---]
"""


def given_file(tmp_path: Path, name: str, text: str) -> Path:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / name


def role_on(roster: Roster, name: str, *day: int) -> str:
    (actor,) = (id for id, one in roster.by_id.items() if one.name == name)
    return roster.role(actor, Span.of(*day))


@pytest.mark.parametrize(("file", "text"), [("own.toml", OWN), ("own.csv", TABLE)])
def test_toml_and_csv_say_the_same(tmp_path: Path, file: str, text: str) -> None:
    roster = read_roster(given_file(tmp_path, file, text))
    assert role_on(roster, "Anton Velkanov", 1994, 3, 1) == "mayor"
    assert role_on(roster, "Anton Velkanov", 1998, 12, 31) == "mayor"
    assert role_on(roster, "Anton Velkanov", 1994, 2, 28) == ""
    assert role_on(roster, "Anton Velkanov", 2020) == "exile"
    velkanov = roster.actors()[Actor.make_id("person:anton velkanov")]
    assert velkanov.part_of == Actor.make_id("state:ruritania")


def test_own_names_are_found_and_the_surname_follows(tmp_path: Path) -> None:
    mine = helpers(given_file(tmp_path, "own.toml", OWN))
    text = (
        "Mayor Velkanov, the Fox of Orlovets, met the blue helmets and Ruritanian rebels in Ruritania. Anton Velkanov smiled."
    )
    found = [(one["text"], one["name"], one["kind"]) for one in actors_answer({"id": 1, "text": text}, mine)["actors"]]
    assert found == [
        ("Mayor Velkanov", "Anton Velkanov", "person"),
        ("the Fox of Orlovets", "Anton Velkanov", "person"),
        ("the blue helmets", "UN", "organisation"),
        ("Ruritanian rebels", "Ruritanian rebels", "armed group"),
        ("Ruritania", "Ruritania", "state"),
        ("Anton Velkanov", "Anton Velkanov", "person"),
    ]


def test_an_own_name_known_to_the_gazetteer_is_that_actor(tmp_path: Path) -> None:
    roster = read_roster(given_file(tmp_path, "own.toml", OWN))
    assert roster.listed["body:united nations"].name == "UN"


def test_what_somebody_was_is_told_by_the_day_of_the_event(tmp_path: Path) -> None:
    mine = helpers(given_file(tmp_path, "own.toml", OWN))
    text = "On 3 May 1995 Anton Velkanov resigned. On 4 May 2001 Velkanov returned to the capital."
    first, second = events_answer({"id": 1, "text": text}, mine)["events"]
    assert [(one["name"], one["as"]) for one in first["actors"]] == [("Anton Velkanov", "mayor")]
    assert [(one["name"], one["as"]) for one in second["actors"]] == [("Anton Velkanov", "exile")]


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ((1969, 12, 31), "RUSELI"),
        ((1995, 6, 1), "RUSELI"),
        ((1999, 8, 9), "RUSELI"),
        ((1999, 8, 10), "RUSGOV"),
        ((2005,), "RUSGOV"),
        ((2008, 5, 7), "RUSGOV"),
        ((2008, 5, 8), "RUSGOV"),
        ((2022, 2, 24), "RUSGOV"),
    ],
)
def test_cameo_roles_hold_on_their_days_and_the_first_wins(tmp_path: Path, day: tuple[int, ...], code: str) -> None:
    assert role_on(read_roster(given_file(tmp_path, "east.actors.txt", CAMEO)), "Vladimir Putin", *day) == code


def test_a_cameo_dictionary_is_read_as_it_is(tmp_path: Path) -> None:
    roster = read_roster(given_file(tmp_path, "east.actors.txt", CAMEO))
    kinds = {one.name: one.kind for one in roster.listed.values()}
    assert kinds == {
        "Russia": ActorKind.STATE,
        "Vladimir Putin": ActorKind.PERSON,
        "Kremlin": ActorKind.ORGANISATION,
        "Blue Shield": ActorKind.ARMED_GROUP,
        "Old Guard": ActorKind.PERSON,
    }
    assert role_on(roster, "Old Guard", 1991, 12, 25) == "RUSMIL"
    assert role_on(roster, "Old Guard", 1991, 12, 26) == ""
    found = dict(named(roster, "Russians in Moscow said Putin left the Russian White House, KREMLINS"))
    assert found == {"Russians": "Russia", "Moscow": "Russia", "Putin": "Vladimir Putin", "Russian White House": "Kremlin"}


def named(roster: Roster, text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.name) for one in roster.namings(text)]


def test_a_capital_listed_for_its_state_is_still_a_place_where_it_is_one(tmp_path: Path) -> None:
    mine = helpers(given_file(tmp_path, "east.actors.txt", CAMEO))
    found = actors_answer({"id": 1, "text": "Putin spoke in Moscow. Moscow accused London."}, mine)["actors"]
    assert [(one["name"], one.get("as")) for one in found] == [
        ("Vladimir Putin", "RUSELI"),
        ("Moscow", None),
        ("Russia", "RUS"),
        ("United Kingdom", None),
    ]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.toml", "[[actor]]\nname = 'X'\nkind = 'militia'", "kind 'militia' is not one of person, organisation"),
        ("a.toml", "[[actor]]\nkind = 'person'", "needs a name"),
        ("a.toml", "[[actor]]\nname = 'X'\nkind = 'person'\nalias = ['Y']", "unknown field 'alias'"),
        ("a.toml", "[[actor]]\nname = 'X'\nkind = 'person'\naliases = 'Y'", "aliases are a list"),
        ("a.toml", "[[actor]]\nname = 'X'\nkind = 'person'\nroles = [{role = 'r', since = 'May'}]", "since 'May' is not"),
        ("a.toml", "[[actor]]\nname = 'X'\nkind = 'person'\npart_of = 'Atlantis'", "'Atlantis', which is neither"),
        ("a.toml", "actor = 3", "[[actor]]"),
        ("a.toml", "= 3", "not TOML"),
        ("a.toml", "", "no actors in it"),
        ("a.csv", "name,kind,colour\nX,person,red", "unknown column 'colour'"),
        ("a.csv", "name\nX", "no columns name and kind"),
        ("a.csv", "name,kind\nX,ship", "line 2"),
        ("a.txt", "PRESIDENT [~GOV]", "agents dictionary"),
        ("a.txt", "RUSSIA_ [RUS soon]", "[RUS soon] is no code"),
        ("a.txt", "RUSSIA_ [RUS >991350]", "19991350 is no day"),
        ("a.txt", "+RUSSIAN", "before any name"),
        ("a.txt", "!MINIST! = MINISTER", "is no name"),
    ],
)
def test_a_file_that_cannot_be_understood_says_where_and_why(tmp_path: Path, name: str, text: str, says: str) -> None:
    with pytest.raises(ActorsError) as error:
        read_roster(given_file(tmp_path, name, text))
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there_or_not_utf8(tmp_path: Path) -> None:
    with pytest.raises(ActorsError, match=r"No such file"):
        read_roster(tmp_path / "none.toml")
    (tmp_path / "latin.csv").write_bytes(b"name,kind\nP\xe9rez,person")
    with pytest.raises(ActorsError, match="not UTF-8 at byte"):
        read_roster(tmp_path / "latin.csv")


def test_a_chronology_is_built_with_them(tmp_path: Path) -> None:
    report = given_file(tmp_path, "report.txt", "On 4 May 1995 the Fox of Orlovets was arrested.\n")
    actors = given_file(tmp_path, "own.toml", OWN)
    assert len(timeline.build(report, actors=actors).select(actor="Anton Velkanov")) == 1


PIECES = st.lists(st.sampled_from(["Fox", "of", "Orlovets", "FOX", "oF", "fox", ".", ",", "-", "Foxes"]), max_size=12).map(
    " ".join
)


@given(PIECES)
@settings(max_examples=200, deadline=None)
def test_names_found_are_written_as_listed_and_do_not_overlap(text: str) -> None:
    names = Names([(Spelling("Fox"), 1), (Spelling("Fox of Orlovets"), 2)])
    last = 0
    for start, end, owner in names.find(text):
        assert last <= start < end
        assert text[start:end] == {1: "Fox", 2: "Fox of Orlovets"}[owner]
        last = end
