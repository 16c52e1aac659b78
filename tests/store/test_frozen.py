from workbench.store import frozen


def test_what_was_not_asked_for_the_longest_goes_first_and_huge_lists_sooner(store, monkeypatch):
    monkeypatch.setattr(frozen, "MOST", 3)
    monkeypatch.setattr(frozen, "HEAVIEST", 10)
    asked = []

    def ask(key, value):
        with store.reading() as session:
            return frozen.frozen(session, key, lambda: asked.append(key) or value)

    for key in "abc":
        ask(key, key)
    assert ask("a", "x") == "a" and ask("d", "d") == "d"
    assert [ask(key, key) for key in "acd"] == ["a", "c", "d"] and asked == ["a", "b", "c", "d"]
    ask("heavy", [0] * 9)
    ask("heavier", [0] * 9)
    assert ask("heavier", []) == [0] * 9
    assert ask("heavy", []) == []
    assert len(ask("more than all", [0] * 99)) == 99 and ask("more than all", []) == [0] * 99
