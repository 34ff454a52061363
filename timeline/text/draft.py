"""What a reader knows of one text before it becomes a Document."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import Written


@dataclass(frozen=True, slots=True)
class Draft:
    """A text and what its file says about it; what is None is looked for in the text itself.

    `name` and `source` replace the file's own where one file holds many texts.
    """

    text: str
    name: str | None = None
    source: str | None = None
    title: str | None = None
    written: Written | None = None
    publisher: str | None = None
    language: str | None = None
    region: str = ""
