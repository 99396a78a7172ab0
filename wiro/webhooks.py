"""Callbacks: what Wiro posts when a run or a message to an agent has ended.

    receiver = CallbackReceiver(handle, client=AsyncWiro(), secrets=SECRET)    # an ASGI application: mount it
    run = wiro.run(model, params, callback_url=signed_callback_url("https://me.example/wiro", SECRET))

Wiro signs nothing, so nothing in a callback is true because it was posted. Two things make it trustworthy: an address
that carries a signature, and asking Wiro for the run or message again.
"""

from wiro._callback_receiver import CallbackEvent, CallbackReceiver
from wiro._callback_stores import FolderStore, MemoryStore, SeenStore
from wiro._callback_urls import SignedCallback, signed_callback_url, verify_callback_url
from wiro._callbacks import AgentCallback, Callback, TaskCallback, fetch_message, fetch_result, parse_callback

__all__ = [
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
]
