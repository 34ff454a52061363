"""Names found by a spaCy pipeline the user has installed: `--ner spacy:en_core_web_sm`. An extra; nothing here needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from timeline.errors import ActorsError
from timeline.model import ActorKind

_KINDS: Final = {
    "PERSON": ActorKind.PERSON,
    "PER": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
}
_BLOCK: Final = re.compile(r"(?:[^\n]+\n?)+")
_LEAD: Final = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


class Tagger:
    """A loaded pipeline. `tagged` gives (start, end, name, kind) of its entities of a kind that acts."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline

    @classmethod
    def named(cls, name: str) -> Tagger:
        """ "spacy:NAME", NAME an installed pipeline or a folder of one; ActorsError says what is missing."""
        library, _, pipeline = name.partition(":")
        if library != "spacy" or not pipeline:
            raise ActorsError(f"--ner {name!r}: write spacy:NAME, the name or folder of an installed spaCy pipeline")
        try:
            import spacy
        except ImportError as error:
            raise ActorsError(f"--ner {name!r}: spaCy is not installed; pip install 'timeline[spacy]'") from error
        try:
            return cls(spacy.load(pipeline))
        except OSError as error:
            raise ActorsError(f"--ner {name!r}: no such pipeline; see `python -m spacy info` for those installed") from error

    def tagged(self, text: str) -> Iterator[tuple[int, int, str, ActorKind]]:
        blocks = [(found[0], found.start()) for found in _BLOCK.finditer(text)]
        for read, offset in self._pipeline.pipe(blocks, as_tuples=True):
            for entity in read.ents:
                kind = _KINDS.get(entity.label_)
                lead = _LEAD.match(entity.text)
                start = offset + entity.start_char + (lead.end() if lead else 0)
                end = offset + entity.end_char
                if kind and start < end:
                    yield start, end, text[start:end], kind
