import pytest

from tests.making import reading
from workbench.domain.errors import InputError
from workbench.services import correcting, importing, seeding, viewing


def test_an_empty_workbench_is_filled_once(desk, mara):
    added = seeding.seed(desk, by=mara)
    assert added >= 4
    assert seeding.seed(desk, by=mara) == 0
    lines = viewing.inbox(desk, examples=True)
    assert len(lines) == added and all(line.article.is_example for line in lines)
    assert viewing.inbox(desk) == []
    assert seeding.is_fresh(desk)


def test_an_example_that_was_withdrawn_stays_away(desk, mara):
    added = seeding.seed(desk, by=mara)
    correcting.withdraw(desk, viewing.inbox(desk, examples=True)[0].article.pk, by=mara, reason="seen enough")
    assert seeding.seed(desk, by=mara) == 0
    assert len(viewing.inbox(desk, examples=True)) == added - 1


def test_a_workbench_in_use_gets_no_examples(desk, mara):
    importing.hand_in(desk, reading(), by=mara)
    assert seeding.seed(desk, by=mara) == 0
    assert not seeding.is_fresh(desk)


def test_a_seed_that_cannot_be_read_is_named(desk, mara, tmp_path):
    from dataclasses import replace

    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "bad.toml").write_text("title = 'No text'")
    with pytest.raises(InputError, match=r"bad.toml is no example story"):
        seeding.seed(replace(desk, seeds=tmp_path), by=mara)
