"""The Parquet file: the csv's rows, with types."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest
from pyarrow import parquet

from tests.export.nasty import LINES, NASTY, nasty
from tests.made import made_chronology
from timeline.chronology.frame import COLUMNS
from timeline.chronology.query import Query
from timeline.errors import ExportError
from timeline.export import render


def test_rows_and_types() -> None:
    whole = made_chronology()
    table = parquet.read_table(BytesIO(render(whole, "parquet")))
    assert table.column_names == [*(column.name for column in COLUMNS), "id"]
    assert table.column("id").to_pylist() == list(whole.events)
    row = next(row for row in table.to_pylist() if row["title"] == "Cruiser Halcyon sunk")
    assert row["actors"] == ["Arvenia", "Costal Navy"]
    assert row["claims"] == ["1982-05-02", "1982-05-03"]
    assert row["disputed"] is True
    assert row["independent"] == 2
    assert len(row["quote"]) == 2


def test_every_column_has_the_type_of_its_values() -> None:
    whole = made_chronology(200)
    rows = parquet.read_table(BytesIO(render(whole, "parquet"))).to_pylist()
    for column in COLUMNS:
        assert [row[column.name] for row in rows] == [column.read(whole, event) for event in whole.events.values()]


def test_types_do_not_depend_on_the_rows() -> None:
    some, none = made_chronology(), made_chronology().select(Query(words="nobody wrote this"))
    schemas = [parquet.read_schema(BytesIO(render(chosen, "parquet"))) for chosen in (some, none)]
    assert schemas[0].equals(schemas[1])


def test_title_and_query_travel_along() -> None:
    chosen = made_chronology().select(Query.parse("kind=ASSAULT"))
    metadata = parquet.read_schema(BytesIO(render(chosen, "parquet", title="Assaults"))).metadata
    assert metadata[b"title"] == b"Assaults"
    assert Query.parse(metadata[b"query"].decode()) == chosen.query


def test_text_is_exact() -> None:
    rows = parquet.read_table(BytesIO(render(nasty(), "parquet"))).to_pylist()
    assert (rows[0]["title"], rows[0]["quote"]) == (NASTY, [LINES])


def test_without_the_library_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pip install 'timeline\[parquet\]'"):
        render(made_chronology(), "parquet")
