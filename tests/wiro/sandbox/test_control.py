import json

import pytest

from tests.support.sandbox_client import SandboxClient, connect, wait_until


def test_information_tells_how_to_connect(client: SandboxClient) -> None:
    information = client.control("GET", "")
    assert information["base_url"] == client.sandbox.base_url
    assert information["socket_url"] == client.sandbox.socket_url
    assert information["api_key"] == "sandbox-key"
    assert information["slots"] is None
    assert "sandbox-secret" not in json.dumps(information)


def test_books_are_the_documented_json(client: SandboxClient) -> None:
    task_id = client.wait(client.run("sandbox/image", prompt="a", seconds=0)["taskid"])["id"]
    books = client.control("GET", "/books")
    (submission,) = books["submissions"]
    assert submission["taskid"] == task_id
    assert submission["model"] == "sandbox/image"
    assert submission["status"] == "task_postprocess_end"
    assert submission["finished_at"] >= submission["accepted_at"]
    assert (submission["charged_usd"], books["charges_usd"], books["wallet_usd"]) == ("0.03", "0.03", "299.97")
    assert books["counts"]["runs_create"] == 1
    assert (books["cancels"], books["kills"], books["violations"], books["webhooks"]) == ([], [], [], [])
    assert set(books["sockets"]) == {"open", "opened", "frames_sent", "frames_lost"}


def test_reset_forgets_everything(client: SandboxClient) -> None:
    client.sandbox.faults.add(kind="delay", times=5, operation="tools_list")
    task_id = client.run("sandbox/image", prompt="a", seconds=3600)["taskid"]
    client.sandbox.set_balance("1")
    client.control("POST", "/reset")
    assert client.sandbox.books.submissions == []
    assert client.sandbox.faults.rules == ()
    assert client.error("/Task/Detail", {"taskid": task_id})[1] == 1
    assert client.control("GET", "")["balance"] == "300"
    later = client.run("sandbox/queued")["taskid"]
    assert int(later) > int(task_id)


def test_faults_are_added_listed_and_removed(client: SandboxClient) -> None:
    rule = {"operation": "runs_create", "kind": "status", "status": 503, "times": 2}
    (listed,) = client.control("POST", "/faults", rule)["faults"]
    assert {key: listed[key] for key in rule} == rule
    assert client.http.post("/Run/sandbox/queued", json={}).status_code == 503
    assert client.control("GET", "/faults")["faults"][0]["used"] == 1
    several = client.control("POST", "/faults", {"faults": [{"kind": "delay"}, {"kind": "garbage"}]})
    assert len(several["faults"]) == 3
    assert client.control("DELETE", "/faults")["faults"] == []
    assert client.run("sandbox/queued")["result"] is True


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/faults", {"kind": "earthquake"}),
        ("/faults", {"kind": "delay", "operation": "run_create"}),
        ("/faults", {"faults": ["delay"]}),
        ("/faults", []),
        ("/wallet", {}),
        ("/wallet", {"balance": "much"}),
        ("/wallet", {"balance": "NaN"}),
        ("/wallet", {"add_usd": "Infinity"}),
        ("/wallet", {"add_usd": "1e999999"}),
        ("/wallet", {"add_usd": None}),
        ("/clock", {"time_scale": 0}),
        ("/clock", {"time_scale": "fast"}),
        ("/clock", {}),
        ("/project", {"suspended": "yes"}),
        ("/project", {"allowed_ips": "127.0.0.1"}),
        ("/project", {"hidden_models": None}),
        ("/project", {"colour": "red"}),
    ],
)
def test_wrong_input_is_explained(client: SandboxClient, path: str, body: object) -> None:
    response = client.http.post(client.control_url + path, json=body)
    assert response.status_code == 400
    assert response.json()["error"]


def test_faults_are_added_together_or_not_at_all(client: SandboxClient) -> None:
    body = {"faults": [{"kind": "delay"}, {"kind": "status", "status": 503.5}]}
    response = client.http.post(f"{client.control_url}/faults", json=body)
    assert response.status_code == 400
    assert "status is 503.5; accepted: a whole number from 200 to 599" in response.json()["error"]
    assert client.control("GET", "/faults") == {"faults": []}


def test_seconds_of_a_fault_that_are_not_finite_are_refused(client: SandboxClient) -> None:
    response = client.http.post(f"{client.control_url}/faults", content='{"kind": "delay", "seconds": 1e400}')
    assert response.status_code == 400
    assert "seconds is inf" in response.json()["error"]
    assert client.control("GET", "/faults") == {"faults": []}


@pytest.mark.parametrize("scale", ["NaN", "Infinity", "1e400", "1" + "0" * 400, "true"])
def test_time_scale_that_is_not_finite_is_refused_and_not_kept(client: SandboxClient, scale: str) -> None:
    before = client.control("GET", "")
    response = client.http.post(f"{client.control_url}/clock", content=f'{{"time_scale": {scale}}}')
    assert response.status_code == 400
    assert "time_scale" in response.json()["error"]
    assert client.control("GET", "") == before


def test_balance_that_is_not_finite_is_refused_and_not_kept(client: SandboxClient) -> None:
    with pytest.raises(ValueError, match="balance is 'nan'"):
        client.sandbox.set_balance("nan")
    assert client.control("GET", "")["balance"] == "300"


def test_wallet_and_clock_can_be_set(client: SandboxClient) -> None:
    assert client.control("POST", "/wallet", {"balance": "50.00"}) == {"balance": "50.00", "slots": 5}
    assert client.control("POST", "/wallet", {"add_usd": "12.5"}) == {"balance": "62.50", "slots": 6}
    assert client.control("POST", "/clock", {"time_scale": 100})["time_scale"] == 100
    client.control("POST", "/clock", {"time_scale": 50})


async def test_sockets_are_cut_without_a_goodbye(client: SandboxClient) -> None:
    async with connect(client.sandbox) as socket:
        await socket.recv()
        assert client.control("POST", "/sockets/cut") == {"cut": 1}
        await socket.wait_closed()
        assert socket.close_code == 1006
    wait_until(lambda: client.sandbox.books.sockets_open == 0)
