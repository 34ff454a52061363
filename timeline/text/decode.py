"""Bytes into text, or a refusal that names the byte. No encoding is guessed: a wrong guess would be quoted for ever."""

from __future__ import annotations

import codecs
import re
from typing import Final

from timeline.errors import ReadError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_KNOWN_FILES: Final = (
    (b"%PDF", "a PDF", "save its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a zip or an office file", "save it as plain text or html first"),
    (b"\xd0\xcf\x11\xe0", "an old office file", "save it as plain text or html first"),
    (b"\x1f\x8b", "gzipped", "unpack it first with gunzip"),
)


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text in `data`: by its byte order mark, else by the encoding it declares, else UTF-8. Line ends are kept.

    Raises ReadError for binary files and for bytes that the encoding does not have.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    for magic, what, way_out in _KNOWN_FILES:
        if data.startswith(magic):
            raise ReadError(f"{name} is {what}, not a text: {way_out}")
    if b"\0" in data:
        raise ReadError(f"{name} is a binary file (zero byte at {data.index(0)}), not a text")
    return _strict(data, declared or "utf-8", name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise ReadError(f"{name} declares the unknown encoding {encoding!r}: convert it to UTF-8 first") from None
    except UnicodeDecodeError as error:
        sample = data[:8192]
        if len(_CONTROLS.findall(sample)) > len(sample) // 50:
            raise ReadError(f"{name} is a binary file, not a text") from None
        source = "WINDOWS-1252" if encoding.startswith("utf") else encoding.upper()
        raise ReadError(
            f"{name} is not {encoding.upper().replace('-SIG', '')} (byte 0x{data[error.start]:02x} at position {error.start}): "
            f"if it is an older encoding, convert it, for example: iconv -f {source} -t UTF-8 {name} > converted.txt"
        ) from None
