"""Stories handed in one after the other, with what became of each in words."""

from collections.abc import Iterator
from functools import partial
from threading import Event

from tests.making import reading
from workbench.domain.article import Reading
from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.person import Person
from workbench.services import handing, importing
from workbench.services.wires import Desk
from workbench.ui.intake import KEPT, Intake


def intake_of(desk: Desk, mara: Person) -> Intake:
    return Intake(lambda story, by: importing.hand_in(desk, story, by=by))


def test_a_file_comes_in_with_its_claims(desk: Desk, mara: Person) -> None:
    intake = intake_of(desk, mara)
    text = b"The harbour counted 31 ships and 4 tugs on Monday."
    job = intake.submit("ships.txt", lambda: handing.read_upload(desk.limits, text, "ships.txt"), by=mara)
    intake.wait()
    assert (job.state, job.says) == ("done", "2 claims found")
    assert [title for _, title in job.articles] == ["ships"]


def test_the_same_story_again_says_so(desk: Desk, mara: Person) -> None:
    intake = intake_of(desk, mara)
    intake.submit("first", lambda: [reading()], by=mara)
    job = intake.submit("second", lambda: [reading()], by=mara)
    intake.wait()
    assert job.says == "2 claims found, it was here already"


def test_a_refusal_is_said_in_its_own_words(desk: Desk, mara: Person) -> None:
    intake = intake_of(desk, mara)
    job = intake.submit("empty.txt", lambda: handing.read_upload(desk.limits, b"", "empty.txt"), by=mara)
    intake.wait()
    assert job.state == "refused"
    assert "empty.txt" in job.says


def test_of_many_stories_the_good_ones_come_in_and_the_others_are_named(desk: Desk, mara: Person) -> None:
    def two_and_a_half() -> Iterator[Reading | WorkbenchError]:
        yield reading("7 boats came.", title="Boats")
        yield InputError("Line 2 is no object. Mend it and hand the file in again.")
        yield reading("9 crates went.", title="Crates")

    intake = intake_of(desk, mara)
    job = intake.submit("archive.jsonl", two_and_a_half, by=mara)
    intake.wait()
    assert job.state == "done"
    assert job.says == (
        "2 stories, 2 claims found, 1 not read: Line 2 is no object. Mend it and hand the file in again."
    )


def test_a_failure_of_the_desk_itself_is_told_and_the_next_story_still_comes_in(desk: Desk, mara: Person) -> None:
    def broken() -> list[Reading]:
        raise ZeroDivisionError

    intake = intake_of(desk, mara)
    failed = intake.submit("broken", broken, by=mara)
    fine = intake.submit("fine", lambda: [reading()], by=mara)
    intake.wait()
    assert failed.state == "refused"
    assert "Nothing of the failed story was kept" in failed.says
    assert fine.state == "done"


def test_the_stage_shows_while_it_runs_and_the_next_waits(desk: Desk, mara: Person) -> None:
    reached, go_on = Event(), Event()

    def slow() -> Iterator[Reading]:
        reached.set()
        go_on.wait(timeout=30)
        yield reading()

    intake = intake_of(desk, mara)
    intake.submit("slow.pdf", slow, by=mara)
    waiting = intake.submit("next.txt", lambda: [reading()], by=mara)
    assert reached.wait(timeout=30)
    assert [(job.name, job.state) for job in intake.jobs(mara)] == [("next.txt", "waiting"), ("slow.pdf", "running")]
    intake.clear(waiting.number, by=mara)
    assert len(intake.jobs(mara)) == 2
    go_on.set()
    intake.wait()
    intake.clear(waiting.number, by=mara)
    assert [job.name for job in intake.jobs(mara)] == ["slow.pdf"]


def test_only_so_many_are_remembered(desk: Desk, mara: Person) -> None:
    def nothing(done: Event) -> list[Reading]:
        done.set()
        return []

    intake = intake_of(desk, mara)
    for number in range(KEPT + 5):
        done = Event()
        intake.submit(str(number), partial(nothing, done), by=mara)
        assert done.wait(timeout=30)
    intake.wait()
    assert KEPT <= len(intake.jobs(mara)) <= KEPT + 2
