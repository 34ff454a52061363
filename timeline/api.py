"""The public sentence in Python: `timeline.build(sources).select(actors="Iran").export("iran.png")`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote_plus

from timeline.chronology import Chronology, Query, Store
from timeline.chronology import build as build_chronology
from timeline.errors import TimelineError
from timeline.events.helpers import helpers
from timeline.model import Known, Written
from timeline.spans import parse_iso

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go


class Timeline:
    """A chronology with what can be done to it; `chronology` is the plain value (documents, events, actors)."""

    def __init__(self, chronology: Chronology) -> None:
        self.chronology = chronology

    def __repr__(self) -> str:
        whole = self.chronology
        return f"<Timeline {whole.title!r}: {len(whole.events)} events from {len(whole.documents)} documents>"

    def __len__(self) -> int:
        return len(self.chronology.events)

    def select(self, query: Query | str = "", **fields: str | int | Sequence[str]) -> Timeline:
        """What a query keeps: a Query, its text form, or its fields by name, each one value or several.

        `select("actor=Iran,Iraq&since=2026-02")` and `select(actor=["Iran", "Iraq"], since="2026-02")` are the same.
        QueryError names what cannot be understood.
        """
        if not isinstance(query, Query):
            query = Query.parse("&".join(part for part in (query, *map(_field, fields.items())) if part))
        return Timeline(self.chronology.select(query))

    def to_frame(self) -> pd.DataFrame:
        """One row an event; the columns are those of `timeline.chronology.frame`."""
        return self.chronology.to_frame()

    def draw(self, theme: Literal["light", "dark"] = "light", **options: Any) -> go.Figure:
        """The chronology as a Plotly figure; `options` are those of `timeline.figure.lay_out`: lanes, view, width, ..."""
        import plotly.graph_objects as go

        from timeline.figure import THEMES, lay_out, to_plotly

        return go.Figure(to_plotly(lay_out(self.chronology, **options), THEMES[theme]))

    def export(self, path: Path | str, **options: Any) -> Path:
        """Write a picture (png svg pdf webp), a page (html md) or data (csv json jsonl parquet ics timelinejs.json).

        The suffix chooses. `options` are those of `timeline.export.export`: theme, width or size, lanes, view, title.
        """
        from timeline.export import export

        return export(self.chronology, Path(path), **options)


def _field(field: tuple[str, str | int | Sequence[str]]) -> str:
    name, value = field
    # A comma stands between values, so one inside a value of a list is quoted.
    return f"{name}={quote_plus(str(value), safe=',') if isinstance(value, str | int) else ','.join(map(quote_plus, value))}"


def build(
    sources: str | Path | Sequence[str | Path],
    *,
    store: Path | str | None = None,
    title: str | None = None,
    written: str | None = None,
    actors: Path | str | None = None,
    ner: str | None = None,
    on_failure: Callable[[str, TimelineError], None] | None = None,
) -> Timeline:
    """Read sources (files, folders) into a chronology, kept in the file `store` or in memory alone.

    `written` is the day the texts were written (ISO 8601) where they do not say. `actors` is a file of actors of one's own
    (.toml, .csv, a CAMEO dictionary), `ner` an installed spaCy pipeline ("spacy:NAME"). A source that cannot be read raises
    ReadError, or is handed to `on_failure` while the rest goes on.
    """
    listed = [sources] if isinstance(sources, str | Path) else list(sources)
    given = Written(parse_iso(written), Known.GIVEN) if written else None
    made = build_chronology(
        listed, title=title, store=store, written=given, helpers=helpers(actors, ner), on_failure=on_failure
    )
    return Timeline(made)


def load(store: Path | str) -> Timeline:
    """The chronology kept in a file; StoreError when there is none."""
    with Store.open(Path(store)) as kept:
        return Timeline(kept.load())
