from wiro.sandbox.oauth.connections import FLOW_SECONDS, OauthConnections
from wiro.sandbox.oauth.providers import PROVIDERS, Provider, find_refreshable, provider_by_prefix


class Date:
    def __init__(self) -> None:
        self.seconds = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds


def begin(connections: OauthConnections, provider: Provider) -> str:
    return connections.begin(provider, "agent", "https://a.example", uses_own_app=False)


def test_flow_waits_fifteen_minutes_for_one_callback() -> None:
    date = Date()
    connections = OauthConnections(date)
    flow = connections.flow(begin(connections, PROVIDERS["X"]))
    assert flow is not None
    date.seconds += FLOW_SECONDS
    assert connections.is_open(flow)
    date.seconds += 1
    assert not connections.is_open(flow)
    used = connections.flow(begin(connections, PROVIDERS["X"]))
    assert used is not None
    used.is_used = True
    assert not connections.is_open(used)
    assert connections.flow("unknown") is None
    assert FLOW_SECONDS == 900


def test_abandoned_flows_do_not_pile_up() -> None:
    connections = OauthConnections()
    first = begin(connections, PROVIDERS["X"])
    for _ in range(10_000):
        last = begin(connections, PROVIDERS["X"])
    assert connections.flow(first) is None
    assert connections.flow(last) is not None


def test_tokens_expire_as_documented() -> None:
    date = Date()
    connections = OauthConnections(date)
    lives = {}
    for provider in PROVIDERS.values():
        flow = connections.flow(begin(connections, provider))
        assert flow is not None
        connection = connections.connect(flow, provider.account)
        access, refresh = connection.access_expires_at, connection.refresh_expires_at
        lives[provider.prefix] = (
            None if access is None else access - date(),
            None if refresh is None else refresh - date(),
        )
        assert bool(connection.refresh_token) is provider.has_refresh_token
        assert connection.access_token not in repr(connection)
    hour, day = 3600.0, 86_400.0
    assert lives["X"] == (2 * hour, 180 * day)
    assert lives["TikTok"] == (day, 365 * day)
    assert lives["LI"] == (60 * day, 365 * day)
    assert lives["HubSpot"] == (hour / 2, None)
    assert lives["GAds"] == (hour, None)
    assert lives["Mailchimp"] == (None, None)
    assert {lives[prefix] for prefix in ("IG", "FB", "MetaAds")} == {(60 * day, None)}


def test_refresh_moves_the_dates() -> None:
    date = Date()
    connections = OauthConnections(date)
    flow = connections.flow(begin(connections, PROVIDERS["X"]))
    assert flow is not None
    connection = connections.connect(flow, PROVIDERS["X"].account)
    tokens = (connection.access_token, connection.refresh_token)
    date.seconds += 60
    connection.refresh(date())
    assert connection.access_expires_at == date() + 7200
    assert not {connection.access_token, connection.refresh_token} & set(tokens)


def test_each_agent_has_its_own_account() -> None:
    connections = OauthConnections()
    flow = connections.flow(begin(connections, PROVIDERS["X"]))
    assert flow is not None
    connections.connect(flow, {"username": "a"})
    assert connections.find("agent", PROVIDERS["X"]) is not None
    assert connections.find("other", PROVIDERS["X"]) is None
    assert connections.find("agent", PROVIDERS["TikTok"]) is None
    connections.disconnect("agent", PROVIDERS["X"])
    assert connections.find("agent", PROVIDERS["X"]) is None
    connections.clear()
    assert connections.flow("agent") is None


def test_providers_by_name() -> None:
    assert provider_by_prefix("MetaAds") is PROVIDERS["MetaAds"]
    assert provider_by_prefix("metaads") is None
    assert find_refreshable("facebook") is find_refreshable("facebook-pages") is PROVIDERS["FB"]
    assert find_refreshable("mailchimp") is None
    assert len(PROVIDERS) == 12
