"""Where the shipped files live: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).resolve().parent
_ROOT: Final = _HERE if (_HERE / "data").is_dir() else _HERE.parent

ASSETS: Final = _ROOT / "assets"
DATA: Final = _ROOT / "data"
