"""The selection as a Parquet file: the rows and columns of the csv, lists kept as lists, for pandas, DuckDB, R or Spark.

Text stays exactly as it is: no program runs a cell of a Parquet file as a formula. Dates are ISO 8601 strings, because no
timestamp of the format says "somewhere in May". The library that writes them is 55 MB, so it is an extra.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from timeline.chronology.chronology import Chronology
from timeline.chronology.frame import COLUMNS
from timeline.errors import ExportError
from timeline.export.options import Options

_LISTS: Final = frozenset({"actors", "roles", "places", "sources", "quote", "claims", "tags", "corrected", "ids"})
_FLAGS: Final = frozenset({"disputed"})
_NUMBERS: Final = frozenset({"independent", "lag_days"})


def parquet(chronology: Chronology, options: Options) -> bytes:
    """Title and query travel in the file's metadata. ExportError where the library is not installed."""
    try:
        import pyarrow as arrow
        from pyarrow.parquet import write_table
    except ImportError as error:
        raise ExportError("Parquet needs pyarrow: pip install 'timeline[parquet]', or take .csv or .jsonl.") from error
    kinds = {column.name: arrow.string() for column in COLUMNS}
    kinds |= {name: arrow.list_(arrow.string()) for name in _LISTS} | {name: arrow.bool_() for name in _FLAGS}
    kinds |= {name: arrow.int64() for name in _NUMBERS}
    events = list(chronology.events.values())
    columns = {column.name: [_storable(column.read(chronology, event)) for event in events] for column in COLUMNS}
    columns["id"] = [event.id for event in events]
    about = {"title": chronology.title if options.title is None else options.title, "query": chronology.query.text()}
    schema = arrow.schema([*kinds.items(), ("id", arrow.string())], {key: _storable(value) for key, value in about.items()})
    kept = BytesIO()
    write_table(arrow.Table.from_pydict(columns, schema), kept)
    return kept.getvalue()


def _storable(value: Any) -> Any:
    """Strings without the halves of surrogate pairs, which have no UTF-8."""
    if isinstance(value, list):
        return [_storable(one) for one in value]
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
