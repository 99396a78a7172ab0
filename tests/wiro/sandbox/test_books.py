from decimal import Decimal

import pytest

from wiro.sandbox.books import Books, RequestRecord, Stop, Submission


def submission(taskid: str, charged: str = "0") -> Submission:
    return Submission(
        taskid=taskid,
        model="sandbox/image",
        parameters={},
        fingerprint="f",
        identity="sandbox (key)",
        accepted_at=1.0,
        charged_usd=Decimal(charged),
    )


def test_charges_add_up_exactly() -> None:
    books = Books()
    books.submissions += [submission(str(number), "0.1") for number in range(3)]
    assert books.charges_usd == Decimal("0.3")
    assert books.to_dict()["charges_usd"] == "0.3"


def test_submission_by_id() -> None:
    books = Books()
    books.submissions += [submission("1"), submission("2")]
    assert books.submission("2").taskid == "2"
    with pytest.raises(KeyError):
        books.submission("3")


def test_money_is_text_and_times_are_numbers() -> None:
    books = Books()
    books.submissions.append(submission("1", "0.030000"))
    books.kills.append(Stop("1", 2.5))
    plain = books.to_dict()
    assert plain["submissions"][0]["charged_usd"] == "0.030000"
    assert plain["submissions"][0]["accepted_at"] == 1.0
    assert plain["kills"] == [{"taskid": "1", "at": 2.5}]


def test_requests_of_a_long_run_are_forgotten_but_counted() -> None:
    books = Books()
    for number in range(10_001):
        books.record_request(RequestRecord(float(number), "tasks_detail", 200, True))
    assert len(books.requests) == 5_001
    assert books.requests[-1].at == 10_000.0


def test_clear_keeps_the_open_sockets() -> None:
    books = Books(sockets_open=2, sockets_opened=7, frames_sent=9)
    books.counts["runs_create"] = 1
    books.submissions.append(submission("1"))
    books.clear()
    assert books == Books(sockets_open=2, sockets_opened=2)
