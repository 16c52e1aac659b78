"""Work around evidence in the background: once at a time, done without a trace, refused with its sentence."""

import threading

from workbench.domain.errors import InputError
from workbench.ui.keeper import FAILED, KEPT, Keeper


def test_work_of_one_name_runs_once_at_a_time_and_is_forgotten_when_done() -> None:
    keeper, go, done = Keeper(), threading.Event(), []

    def work() -> None:
        go.wait(30)
        done.append(1)

    for _ in range(3):
        keeper.do("page", work)
    job = keeper.of("page")
    assert job is not None and job.runs
    go.set()
    keeper.wait()
    assert done == [1] and keeper.of("page") is None


def test_refused_and_failed_work_says_so_until_it_is_done_again() -> None:
    keeper = Keeper(workers=1)

    def refuse() -> None:
        raise InputError("The page is gone.")

    keeper.do("refused", refuse)
    keeper.do("failed", lambda: 1 / 0)
    keeper.do("again", refuse)
    keeper.do("tail", lambda: None)
    while (tail := keeper.of("tail")) and tail.runs:
        threading.Event().wait(0.01)
    keeper.do("again", lambda: None)
    keeper.wait()
    refused, failed = keeper.of("refused"), keeper.of("failed")
    assert refused is not None and refused.says == "The page is gone."
    assert failed is not None and failed.says == FAILED
    assert keeper.of("again") is None


def test_only_so_many_refusals_are_remembered() -> None:
    keeper = Keeper(workers=1)

    def refuse() -> None:
        raise InputError("No.")

    for number in range(KEPT + 50):
        keeper.do(number, refuse)
    keeper.do("tail", lambda: None)
    while keeper.of("tail"):
        threading.Event().wait(0.01)
    keeper.do("last", refuse)
    assert keeper.of(0) is None and keeper.of(KEPT + 49) is not None
    keeper.wait()
