"""Actors of one's own as TOML (`[[actor]]` tables) or CSV (a row an actor, or a row a role)."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from typing import Any, Final

from timeline.errors import ActorsError
from timeline.events.roster.names import Spelling
from timeline.events.roster.roster import Held, Listed
from timeline.model import ActorKind
from timeline.spans import parse_iso

_FIELDS: Final = ("name", "kind", "aliases", "part_of", "roles")
_ROLE_FIELDS: Final = ("role", "since", "until")
_COLUMNS: Final = ("name", "kind", "aliases", "part_of", "role", "since", "until")


def read_toml(text: str, source: str) -> list[Listed]:
    """`[[actor]]` tables with name, kind, aliases (a list), part_of, and roles (a list of {role, since, until})."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ActorsError(f"{source}: not TOML: {error}") from error
    rows = tables.get("actor", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ActorsError(f"{source}: actors stand under [[actor]], one table each")
    found = []
    for number, row in enumerate(rows, 1):
        where = f"{source}: actor {number} ({row.get('name', 'without a name')!r})"
        _known_fields(row, _FIELDS, where)
        aliases, roles = row.get("aliases", []), row.get("roles", [])
        if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
            raise ActorsError(f'{where}: aliases are a list of words: aliases = ["...", "..."]')
        if not isinstance(roles, list) or not all(isinstance(role, dict) for role in roles):
            raise ActorsError(f'{where}: roles are a list of tables: roles = [{{role = "...", since = "1998"}}]')
        for role in roles:
            _known_fields(role, _ROLE_FIELDS, where)
        held = tuple(_held(role, where) for role in roles)
        found.append(_listed(row.get("name"), row.get("kind"), aliases, row.get("part_of", ""), held, where))
    return found


def read_csv(text: str, source: str) -> list[Listed]:
    """Columns name, kind, and where wanted aliases (with ";" between), part_of, role, since, until; further rows add roles."""
    rows = csv.DictReader(text.splitlines())
    columns = rows.fieldnames or []
    unknown = [column for column in columns if column not in _COLUMNS]
    if unknown or not {"name", "kind"} <= set(columns):
        said = f"unknown column {unknown[0]!r}" if unknown else "no columns name and kind"
        raise ActorsError(f"{source}: {said}; the columns are {', '.join(_COLUMNS)}")
    found: dict[str, Listed] = {}
    for row in rows:
        where = f"{source}: line {rows.line_num} ({row['name']!r})"
        held = (_held(row, where),) if row.get("role") else ()
        aliases = [alias.strip() for alias in (row.get("aliases") or "").split(";") if alias.strip()]
        known = found.get(row["name"] or "")
        kind = row["kind"] or (known.kind.value if known else None)
        one = _listed(row["name"], kind, aliases, row.get("part_of") or "", held, where)
        found[one.name] = one if known is None else _joined(known, one)
    return list(found.values())


def _joined(known: Listed, row: Listed) -> Listed:
    spellings = tuple(dict.fromkeys(known.spellings + row.spellings))
    return Listed(known.name, known.kind, spellings, known.held + row.held, known.part_of or row.part_of)


def _known_fields(row: Mapping[str, Any], fields: tuple[str, ...], where: str) -> None:
    unknown = next((field for field in row if field not in fields), None)
    if unknown is not None:
        raise ActorsError(f"{where}: unknown field {unknown!r}; the fields are {', '.join(fields)}")


def _listed(name: object, kind: object, aliases: list[str], part_of: object, held: tuple[Held, ...], where: str) -> Listed:
    if not isinstance(name, str) or not name.strip():
        raise ActorsError(f"{where}: an actor needs a name")
    kinds = [one.value for one in ActorKind]
    if kind not in kinds:
        raise ActorsError(f"{where}: kind {kind!r} is not one of {', '.join(kinds)}")
    spellings = tuple(Spelling(spelt) for spelt in dict.fromkeys([name.strip(), *aliases]))
    return Listed(name.strip(), ActorKind(kind), spellings, held, str(part_of or "").strip())


def _held(row: Mapping[str, Any], where: str) -> Held:
    role = row.get("role")
    if not isinstance(role, str) or not role.strip():
        raise ActorsError(f"{where}: a role needs its name: role = ...")
    return Held(role.strip(), _moment(row, "since", where), _moment(row, "until", where))


def _moment(row: Mapping[str, Any], field: str, where: str) -> int | None:
    """The beginning of `since`, the end of `until`: both days are included."""
    given = row.get(field)
    if given in (None, ""):
        return None
    try:
        span = parse_iso(str(given))
    except ValueError as error:
        raise ActorsError(
            f"{where}: {field} {str(given)!r} is not an ISO 8601 date; write 1998, 1998-03 or 1998-03-12"
        ) from error
    return span.start if field == "since" else span.end
