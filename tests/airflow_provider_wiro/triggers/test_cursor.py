from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from airflow_provider_wiro.triggers._cursor import KNOWN_JOBS, OPEN_JOBS, Cursor, Look


class Remote:
    """A list of jobs, newest first, as Wiro shows it."""

    def __init__(self):
        self.jobs: dict[int, bool] = {}
        self.foreign: set[int] = set()
        self.rows_read = 0
        self.newest = 0

    def submit(self, position=None):
        position = self.newest + 1 if position is None else position
        self.newest = max(self.newest, position)
        self.jobs[position] = False
        return position

    def submit_foreign(self, count):
        """Let others submit jobs that are in the same list."""
        self.foreign.update(range(self.newest + 1, self.newest + 1 + count))
        self.newest += count

    def end(self, position):
        self.jobs[position] = True

    def look(self, cursor):
        """Look once as a watcher does; return the cursor after it and what was news."""
        look, news, self.rows_read = Look(cursor), [], 0
        look.start_list()
        for position in sorted([*self.jobs, *self.foreign], reverse=True):
            foreign = position in self.foreign
            if not look.reaches(position, foreign=foreign):
                break
            self.rows_read += 1
            if not foreign and look.take(str(position), position, ended=self.jobs[position]):
                news.append(position)
        single = [(job_id, int(job_id)) for job_id in look.unseen]
        news += [position for job_id, position in single if look.take(job_id, position, ended=self.jobs[position])]
        return look.cursor(), news


def stored(cursor):
    return Cursor.from_document(json.loads(json.dumps(cursor.to_document())))


def test_first_look_tells_nothing_and_waits_for_what_goes_on():
    remote = Remote()
    done, going = remote.submit(), remote.submit()
    remote.end(done)
    cursor, news = remote.look(None)
    assert news == []
    assert (dict(cursor.known), dict(cursor.open)) == ({str(done): done}, {str(going): going})
    remote.end(going)
    assert remote.look(cursor)[1] == [going]


def test_jobs_are_told_once_in_whatever_order_they_end():
    remote = Remote()
    cursor, _ = remote.look(None)
    first, second = remote.submit(), remote.submit()
    remote.end(second)
    cursor, news = remote.look(cursor)
    assert news == [second]
    remote.end(first)
    cursor, news = remote.look(cursor)
    assert news == [first]
    assert remote.look(cursor) == (cursor, [])


def test_what_has_ended_before_the_first_look_is_never_news_even_below_what_it_read():
    remote = Remote()
    for _ in range(3 * KNOWN_JOBS):
        remote.end(remote.submit())
    cursor, news = remote.look(None)
    assert (news, remote.rows_read) == ([], KNOWN_JOBS)
    # All of the known ones vanish: what was never read moves to the top.
    for position in sorted(remote.jobs, reverse=True)[:KNOWN_JOBS]:
        del remote.jobs[position]
    assert remote.look(cursor)[1] == []


def test_quiet_list_costs_one_short_page_and_changes_nothing():
    remote = Remote()
    for _ in range(200):
        remote.end(remote.submit())
    cursor, _ = remote.look(None)
    after, _ = remote.look(cursor)
    assert after is cursor
    assert remote.rows_read == KNOWN_JOBS


def test_busy_neighbours_are_read_past_once():
    remote = Remote()
    going, done = remote.submit(), remote.submit()
    remote.end(done)
    remote.submit_foreign(100)
    cursor, _ = remote.look(None)
    assert remote.rows_read == 102
    remote.end(going)
    cursor, news = remote.look(cursor)
    assert news == [going]
    for _ in range(3):
        remote.submit_foreign(100)
        cursor, _ = remote.look(cursor)
        after, _ = remote.look(cursor)
        assert (after, remote.rows_read) == (cursor, KNOWN_JOBS)


def test_first_look_gives_up_among_neighbours():
    remote = Remote()
    remote.end(remote.submit())
    remote.submit_foreign(10_000)
    cursor, _ = remote.look(None)
    assert remote.rows_read == 200
    # Whatever lies beyond is old.
    remote.foreign = set()
    assert remote.look(cursor)[1] == []


def test_row_that_shows_up_late_between_neighbours_is_news():
    remote = Remote()
    remote.submit_foreign(50)
    cursor, _ = remote.look(None)
    remote.foreign -= {40}
    remote.end(remote.submit(40))
    assert remote.look(cursor)[1] == [40]


def test_long_gap_is_read_to_its_end():
    remote = Remote()
    cursor, _ = remote.look(None)
    missed = [remote.submit() for _ in range(10 * KNOWN_JOBS)]
    for position in missed:
        remote.end(position)
    cursor, news = remote.look(cursor)
    assert sorted(news) == missed
    assert len(cursor.known) == KNOWN_JOBS
    assert remote.look(cursor)[1] == []


def test_row_that_shows_up_late_between_told_ones_is_news():
    remote = Remote()
    remote.look(None)
    cursor, _ = remote.look(Cursor())
    for position in (1, 2, 4, 5):
        remote.end(remote.submit(position))
    cursor, news = remote.look(cursor)
    assert news == [5, 4, 2, 1]
    remote.end(remote.submit(3))
    assert remote.look(cursor)[1] == [3]


def test_old_open_job_is_waited_for_however_many_come_after_it():
    remote = Remote()
    old = remote.submit()
    cursor, _ = remote.look(None)
    for _ in range(30):
        for _ in range(KNOWN_JOBS):
            remote.end(remote.submit())
        cursor, _ = remote.look(cursor)
    assert dict(cursor.open) == {str(old): old}
    remote.end(old)
    cursor, news = remote.look(cursor)
    assert news == [old]
    assert cursor.open == {}


def test_job_that_is_gone_is_not_waited_for():
    look = Look(Cursor(floor=10, open={"3": 3}))
    look.drop("3")
    assert look.unseen == []
    assert look.cursor().open == {}


def test_no_more_jobs_are_open_than_fit_into_the_store():
    remote = Remote()
    cursor, _ = remote.look(Cursor())
    for _ in range(OPEN_JOBS + 5):
        remote.submit()
    cursor, _ = remote.look(cursor)
    assert len(cursor.open) == OPEN_JOBS
    assert min(cursor.open.values()) == 6
    # The limit of Airflow's state store, with ids as long as guids.
    guids = {f"{position:036}": position for position in cursor.open.values()}
    assert len(json.dumps(Cursor(10**9, guids, guids).to_document())) < 2 * 65_535


def test_several_jobs_may_have_one_position():
    look = Look(Cursor())
    assert [look.take(name, 7, ended=True) for name in ("a", "b", "a")] == [True, True, False]
    again = Look(look.cursor())
    assert [again.take(name, 7, ended=True) for name in ("b", "c")] == [False, True]


def test_known_job_that_seems_to_go_on_again_is_not_told_twice():
    cursor = Cursor(known={"1": 1}, number=3)
    look = Look(cursor)
    assert look.take("1", 1, ended=False) is False
    assert look.cursor() is cursor


def test_number_grows_with_every_change():
    remote = Remote()
    first, _ = remote.look(None)
    remote.submit()
    second, _ = remote.look(first)
    assert (first.number, second.number) == (1, 2)


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        {},
        {"version": 2},
        {"version": 1, "floor": "1", "number": 1, "known": {}, "open": {}},
        {"version": 1, "floor": 1, "number": 1, "known": {"a": "b"}, "open": {}},
        {"version": 1, "floor": 1, "number": 1, "known": {}},
    ],
)
def test_cursor_that_is_not_understood_is_refused(document):
    with pytest.raises(ValueError, match="stored cursor"):
        Cursor.from_document(document)


@given(
    before=st.integers(0, 60),
    steps=st.lists(
        st.tuples(st.sampled_from(["submit", "end", "look", "restart", "delete", "foreign"]), st.integers(0, 200))
    ),
)
def test_nothing_is_lost_and_nothing_told_twice(before, steps):
    """Whatever happens between looks; a restart begins with the cursor that was stored after the last look."""
    remote = Remote()
    for number in range(before):
        position = remote.submit()
        if number % 3:
            remote.end(position)
        remote.submit_foreign(number % 7)
    open_at_first = [position for position, ended in remote.jobs.items() if not ended][-KNOWN_JOBS:]
    cursor, told = remote.look(None)
    watched = {position for position in open_at_first if str(position) in cursor.open}
    for step, number in steps:
        if step == "submit":
            watched.add(remote.submit())
        elif step == "foreign":
            remote.submit_foreign(number)
        elif step == "end" and remote.jobs:
            remote.end(sorted(remote.jobs)[-1 - number % len(remote.jobs)])
        elif step == "restart":
            cursor = stored(cursor)
        elif step == "delete" and (ended := [one for one in remote.jobs if remote.jobs[one] and one in told]):
            # The service forgets what has been told.
            del remote.jobs[ended[number % len(ended)]]
        elif step == "look":
            cursor, news = remote.look(cursor)
            told += news
    for position in list(remote.jobs):
        remote.end(position)
    told += remote.look(stored(cursor))[1]
    assert sorted(told) == sorted(watched)
