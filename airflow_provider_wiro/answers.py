"""What an agent's answer looks like in XCom and in a trigger's event: small, JSON, free of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from airflow_provider_wiro.results import bounded, save_texts, well_formed
from airflow_provider_wiro.storage import storage_path

if TYPE_CHECKING:
    from wiro.messages import MessageResult

__all__ = ["answer_summary", "save_answer"]


def answer_summary(
    result: MessageResult,
    *,
    agent_guid: str,
    session: str | None,
    credits: float | None,
    finished_at: float,
    resumed_at: float | None = None,
) -> dict[str, Any]:
    """Describe an answer.

    Args:
        result: The answer.
        agent_guid: Guid of the agent.
        session: Key of the conversation, if known.
        credits: What the message cost, if known.
        finished_at: When the agent was seen to finish, seconds since the epoch.
        resumed_at: When the deferred task went on, seconds since the epoch; None if it never deferred.

    Returns:
        `message_guid`, `agent_guid`, `session`, `status`, `text` (bounded; `text_truncated` tells), `thinking` and
        `thinking_truncated` (likewise, only if there is any), `credits`, `metadata` (figures such as `wordCount` and
        `speed`), `finished_at`, `resumed_at`.
    """
    text, text_truncated = bounded(result.text)
    thinking, thinking_truncated = bounded(result.thinking)
    # Without the texts, which the metadata repeats.
    figures = {
        name: value
        for name, value in result.metadata.items()
        if name not in ("raw", "type") and isinstance(value, str | int | float)
    }
    summary: dict[str, Any] = {
        "message_guid": result.message_guid,
        "agent_guid": agent_guid,
        "session": session,
        "status": result.status,
        "text": text,
        "text_truncated": text_truncated,
        "credits": credits,
        "metadata": figures,
        "finished_at": finished_at,
        "resumed_at": resumed_at,
    }
    if thinking:
        summary.update(thinking=thinking, thinking_truncated=thinking_truncated)
    described: dict[str, Any] = well_formed(summary)
    return described


def save_answer(result: MessageResult, output_path: str, summary: dict[str, Any]) -> dict[str, Any]:
    """Save an answer, and its thinking, that the summary had to cut: `<output_path>/<message guid>/answer.txt`.

    Args:
        result: The answer.
        output_path: Address of a folder, see `airflow_provider_wiro.storage`.
        summary: What `answer_summary` returned.

    Returns:
        The summary, with what `airflow_provider_wiro.results.save_texts` returns.
    """
    if not (summary["text_truncated"] or summary.get("thinking_truncated")):
        return summary
    return {**summary, **save_texts(result, storage_path(output_path) / result.message_guid, summary)}
