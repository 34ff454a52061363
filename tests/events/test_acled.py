"""The ACLED types of our kinds."""

import itertools
import tomllib

import pytest

from timeline.events import told_in
from timeline.events.acled import acled
from timeline.model import Document
from timeline.resources import DATA

# As ACLED's codebook lists them.
TYPES = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}
RULES = tomllib.loads((DATA / "events" / "acled.toml").read_text(encoding="utf-8"))["rule"]


def test_every_type_named_is_one_of_acleds() -> None:
    assert all(rule["sub_type"] in TYPES[rule["type"]] for rule in RULES)


def test_only_the_last_rule_of_a_kind_has_no_words() -> None:
    for rule, following in itertools.pairwise(RULES):
        assert "words" in rule or rule["kind"] != following["kind"]


@pytest.mark.parametrize(
    ("text", "sub_type"),
    [
        ("Sudanese warplanes bombed Kauda", "Air/drone strike"),
        ("Eritrean artillery shelled Kassala", "Shelling/artillery/missile attack"),
        ("Turkish soldiers clashed with Kurdish fighters near Cizre", "Armed clash"),
        ("Gunmen killed eleven civilians in Beni", "Attack"),
        ("Students demonstrated in Dhaka against Pakistan", "Peaceful protest"),
        ("Egyptian police arrested Mohamed Soltan", "Arrests"),
        ("Rwanda and Uganda signed a peace agreement", "Agreement"),
        ("Ethiopia withdrew its troops from Badme", "Non-violent transfer of territory"),
        ("Boko Haram fighters abducted forty girls in Chibok", "Abduction/forced disappearance"),
        ("Iran accused Israel of murder", None),
    ],
)
def test_types(text: str, sub_type: str | None) -> None:
    (mention,) = told_in(Document("d", "d", "", f"On 3 May 2001 {text}.")).mentions
    found = acled(mention)
    assert (found.sub_type if found else None) == sub_type
