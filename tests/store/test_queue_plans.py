"""No question of the queue reads the whole table: looked at by the plans, since times say little on a busy machine."""

import dataclasses

from tests.asking import QUESTIONS, explained, is_scan
from tests.filling import NOW, fill
from workbench.services import queueing


def test_no_question_reads_the_whole_queue(desk, mara):
    fill(desk, 10_000)
    desk = dataclasses.replace(desk, clock=lambda: NOW)
    scans = {}
    for name, query in QUESTIONS.items():
        with explained(desk) as plans:
            page = queueing.page(desk, query, by=mara)
            if page.after:
                queueing.page(desk, query.with_(after=page.after), by=mara)
        assert plans
        scans |= {f"{name}: {statement}": plan for statement, plan in plans if is_scan(plan)}
    with explained(desk) as plans:
        queueing.counts(desk, by=mara)
        queueing.stories(desk)
    scans |= {statement: plan for statement, plan in plans if is_scan(plan)}
    assert scans == {}
