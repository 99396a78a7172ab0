"""What the realtime models do: converse, speak, transcribe."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from wiro.sandbox.catalogue import Outcome, Plan, RunInput
from wiro.sandbox.sounds import SAMPLE_RATE, is_silent, tones

if TYPE_CHECKING:
    from wiro.sandbox.realtime import RealtimeSession

__all__ = ["plan_realtime_speech", "plan_realtime_transcript", "plan_realtime_voice"]

_WORDS_PER_SECOND = 3
_BYTES_PER_SECOND = SAMPLE_RATE * 2


def plan_realtime_voice(run: RunInput) -> Plan:
    """Answer each turn of the client with a transcript of both and with sound."""

    async def converse(session: RealtimeSession) -> Outcome:
        number = 0
        if await session.open():
            while (said := await session.turn()) is not None:
                number += 1
                heard = _describe(said)
                reply = f"Turn {number} of task {run.task_id}: I heard {heard}."
                session.transcribe("USER", heard)
                session.transcribe("AI", reply)
                await session.speak(_say(reply, run))
                if not session.bill_turn(_usage(len(said), len(reply.split()))):
                    break
        return Outcome(stdout="\n".join(session.log))

    return Plan(converse=converse)


def plan_realtime_speech(run: RunInput) -> Plan:
    """Speak the text of the run, then end."""
    text = str(run.parameters.get("text") or "")

    async def speak(session: RealtimeSession) -> Outcome:
        if await session.open():
            sent = await session.speak(_say(text, run))
            session.bill_turn({"input_tokens": len(text.split()), "output_tokens": sent // _BYTES_PER_SECOND})
        return Outcome()

    return Plan(converse=speak)


def plan_realtime_transcript(run: RunInput) -> Plan:
    """Write down each chunk of the client's sound as a word, until the client ends."""
    language = str(run.parameters.get("language") or "en")

    async def transcribe(session: RealtimeSession) -> Outcome:
        size = 0
        if await session.open():
            while (chunk := await session.chunk()) is not None:
                if not is_silent(chunk):
                    size += len(chunk)
                    session.transcribe("USER", f"{language}-{hashlib.sha256(chunk).hexdigest()[:8]}")
            session.emit("task_stream_end", None, None)
            session.bill_turn(_usage(size, len(session.log)))
        return Outcome(stdout="\n".join(session.log))

    return Plan(converse=transcribe)


def _describe(pcm: bytes) -> str:
    return f"{len(pcm) / _BYTES_PER_SECOND:.1f} seconds of sound, sha256 {hashlib.sha256(pcm).hexdigest()[:16]}"


def _say(text: str, run: RunInput) -> bytes:
    return tones(f"{text} {run.parameters.get('voice') or ''}", max(1, len(text.split()) / _WORDS_PER_SECOND))


def _usage(heard_bytes: int, words: int) -> dict[str, Any]:
    return {"input_tokens": heard_bytes * 10 // _BYTES_PER_SECOND, "output_tokens": words}
