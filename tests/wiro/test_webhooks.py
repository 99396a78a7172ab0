from __future__ import annotations

from wiro import webhooks


def test_public_names_are_pinned() -> None:
    assert set(webhooks.__all__) == {
        "AgentCallback",
        "Callback",
        "CallbackEvent",
        "CallbackReceiver",
        "FolderStore",
        "MemoryStore",
        "SeenStore",
        "SignedCallback",
        "TaskCallback",
        "fetch_message",
        "fetch_result",
        "parse_callback",
        "signed_callback_url",
        "verify_callback_url",
    }
    assert all(hasattr(webhooks, name) for name in webhooks.__all__)
