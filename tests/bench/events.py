"""Precision and recall of the events found in the passages of tests/cases/events, file by file and all together.

    python tests/bench/events.py [--errors]

An event is right when its passage holds the words of an expected one and its first and last day are the expected days. Of
those that are right: how often the kind is, and precision and recall of the roles.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline.events import Telling, told_in
from timeline.model import Document, Known, Mention, Role, Written
from timeline.spans import parse_iso
from timeline.text import document

CASES = Path(__file__).resolve().parents[1] / "cases" / "events"
FILES = ("told.toml", "passages.toml", "blind.toml", "unseen.toml")


@dataclass
class Score:
    expected: int = 0
    found: int = 0
    right: int = 0
    kinds: int = 0
    roles_expected: int = 0
    roles_found: int = 0
    roles_right: int = 0
    errors: list[str] = field(default_factory=list)


def cases(*files: str) -> list[dict[str, Any]]:
    """The rows of some files, of all when none is named."""
    return [row for file in files or FILES for row in tomllib.loads((CASES / file).read_text(encoding="utf-8"))["case"]]


def read(case: dict[str, Any]) -> tuple[Document, Telling]:
    written = Written(parse_iso(case["written"]), Known.GIVEN) if "written" in case else None
    read = document(case["text"], name=case["name"], written=written, language="en")
    return read, told_in(read)


def days(mention: Mention) -> list[str]:
    if mention.span is None:
        return ["", ""]
    return [(mention.span.earliest() or "..").split("T")[0], (mention.span.latest() or "..").split("T")[0]]


def names(telling: Telling, mention: Mention, role: Role) -> list[str]:
    return sorted(telling.actors[part.actor].name for part in mention.actors if part.role is role)


def is_told(expected: dict[str, Any], mention: Mention, quoted: str) -> bool:
    return expected["holds"] in quoted and days(mention) == expected["days"]


def score(*files: str) -> Score:
    total = Score()
    for case in cases(*files):
        read_as, telling = read(case)
        left = list(telling.mentions)
        total.found += len(left)
        for expected in case["events"]:
            total.expected += 1
            mention = next((one for one in left if is_told(expected, one, read_as.quote(one.passage))), None)
            if mention is None:
                total.errors.append(f"{case['name']}: missed {expected['holds']!r} {expected['days']}")
                continue
            left.remove(mention)
            _count(total, case["name"], expected, mention, telling)
        total.errors += [f"{case['name']}: extra {one.title!r} {days(one)}" for one in left]
    return total


def _count(total: Score, name: str, expected: dict[str, Any], mention: Mention, telling: Telling) -> None:
    total.right += 1
    total.kinds += mention.kind.value == expected["kind"]
    if mention.kind.value != expected["kind"]:
        total.errors.append(f"{name}: {mention.kind.value} for {expected['kind']} in {mention.title!r}")
    if expected.get("title", "") not in mention.title:
        total.errors.append(f"{name}: title {mention.title!r}")
    for role, wanted in ((Role.INITIATOR, expected["initiators"]), (Role.TARGET, expected["targets"])):
        got = names(telling, mention, role)
        total.roles_expected += len(wanted)
        total.roles_found += len(got)
        total.roles_right += len(set(got) & set(wanted))
        if sorted(wanted) != got:
            total.errors.append(f"{name}: {role.value} {got} for {sorted(wanted)} in {mention.title!r}")


def main() -> None:
    for files in (*((file,) for file in FILES), FILES):
        _print(" and ".join(files), score(*files), errors="--errors" in sys.argv and len(files) == 1)


def _print(name: str, total: Score, *, errors: bool) -> None:
    if errors:
        print(*total.errors, sep="\n")
    print(
        f"{name}: {total.expected} events expected, {total.found} found, {total.right} right: "
        f"precision {100 * total.right / total.found:.1f} recall {100 * total.right / total.expected:.1f} | "
        f"kind {100 * total.kinds / total.right:.1f} | "
        f"roles precision {100 * total.roles_right / total.roles_found:.1f} "
        f"recall {100 * total.roles_right / total.roles_expected:.1f}"
    )


if __name__ == "__main__":
    main()
