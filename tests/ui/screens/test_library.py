"""The library of sources, and a kept page that is not there."""

import pytest

from tests.ui.screens.conftest import Open, press, words
from workbench.domain.person import Role
from workbench.services import cataloguing, snapshotting, sourcing, viewing
from workbench.ui.wires import Process, Wires, tie

MARKDOWN = "![x](https://evil.example/y.png) **bold** :red[boom]"


@pytest.fixture
def source(wires: Wires, ships: int) -> int:
    claim = viewing.story(wires.desk, ships).claims[0].claim.pk
    cited = {"source": MARKDOWN, "stance": "supports", "words": "31 ships"}
    kept = sourcing.add_evidence(wires.desk, claim, by=wires.person, **cited)
    cataloguing.edit(wires.desk, kept.source_id, by=wires.person, contact="Ruth Amsel", notes=MARKDOWN)
    return kept.source_id


def test_a_source_is_put_right_on_its_page(opened: Open, wires: Wires, source: int) -> None:
    at = opened("sources", source=source)
    assert at.text_input(key="source words") is not None and "Evidence taken from it" in words(at)
    assert MARKDOWN not in words(at)
    fields = {field.label: field for field in [*at.text_input, *at.text_area]}
    assert fields["Name"].value == MARKDOWN and fields["Contact, confidential"].value == "Ruth Amsel"
    fields["Name"].set_value("Port log")
    press(at, "Keep these fields")
    assert cataloguing.find(wires.desk, source, by=wires.person).source.name == "Port log"


def test_a_checker_sees_no_contact_and_a_reader_changes_nothing(opened: Open, wires: Wires, source: int) -> None:
    for role, may in ((Role.CHECKER, True), (Role.READER, False)):
        person = wires.person.with_(roles=[role])
        tie(Process(desk=wires.desk, intake=wires.intake, who=lambda person=person: person))
        at = opened("sources", source=source)
        assert "Contact, confidential" not in [field.label for field in at.text_area]
        assert "Amsel" not in str(at)
        assert ("Keep these fields" in [button.label for button in at.button]) is may
        assert (MARKDOWN in [text.value for text in at.text]) is not may


def test_what_is_not_there_says_so(opened: Open, wires: Wires, ships: int) -> None:
    assert "There is no source 9 in the library" in words(opened("sources", source=9))
    assert "There is no kept page 9" in words(opened("kept", page=9))
    assert "No kept page" in words(opened("kept", page="<script>"))
    kept = snapshotting.keep_file(wires.desk, b"31 ships", "log.txt", by=wires.person)
    assert "No kept page" not in words(opened("kept", page=kept.pk))
