"""Names from a spaCy pipeline, beside ours: with a small one made here, when spaCy is installed."""

from pathlib import Path
from typing import Any

import pytest

from timeline.errors import ActorsError
from timeline.events import actors_in
from timeline.events.helpers import helpers
from timeline.model import Document


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A blank pipeline with an entity ruler, saved."""
    spacy: Any = pytest.importorskip("spacy", reason="spaCy is an extra: pip install 'timeline[spacy]'")
    made = spacy.blank("en")
    ruler = made.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "ORG", "pattern": "the committee of nine"},
            {"label": "PERSON", "pattern": "Quelk"},
            {"label": "GPE", "pattern": "Russian"},
            {"label": "DATE", "pattern": "Tuesday"},
        ]
    )
    folder = tmp_path_factory.mktemp("pipeline")
    made.to_disk(folder)
    return folder


def test_its_names_are_added_and_what_we_are_sure_of_stays(pipeline: Path) -> None:
    text = "On Tuesday the committee of nine went to Quelk.\n\nRussian forces shelled Quelk and the committee of nine."
    document = Document("d", "d", "", text)
    named = {(document.quote(one.passage), one.actor.kind.value) for one in actors_in(document)}
    assert named == {("Quelk", "place"), ("Russian", "state")}
    added = [
        (document.quote(one.passage), one.actor.kind.value) for one in actors_in(document, helpers(ner=f"spacy:{pipeline}"))
    ]
    assert added == [
        ("committee of nine", "organisation"),
        ("Quelk", "person"),
        ("Russian", "state"),
        ("Quelk", "person"),
        ("committee of nine", "organisation"),
    ]


def test_a_pipeline_that_is_not_there_is_named() -> None:
    pytest.importorskip("spacy", reason="spaCy is an extra: pip install 'timeline[spacy]'")
    with pytest.raises(ActorsError, match="no such pipeline"):
        helpers(ner="spacy:xx_none_at_all")


@pytest.mark.parametrize("given", ["spacy", "spacy:", "flair:en", ""])
def test_a_name_of_another_form_is_explained(given: str) -> None:
    with pytest.raises(ActorsError, match="write spacy:NAME"):
        helpers(ner=given)
