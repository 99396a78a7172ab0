"""Conversations with a deployed agent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from ...arguments import keywords
from ...calls import AsyncSender, RequestOptions, Sender
from ...types import UNSET, File, Unset

if TYPE_CHECKING:
    from ...models.user_agent_message_cancel_response import UserAgentMessageCancelResponse
    from ...models.user_agent_message_delete_item import UserAgentMessageDeleteItem
    from ...models.user_agent_message_delete_response import UserAgentMessageDeleteResponse
    from ...models.user_agent_message_delete_session_response import UserAgentMessageDeleteSessionResponse
    from ...models.user_agent_message_detail_response import UserAgentMessageDetailResponse
    from ...models.user_agent_message_history_response import UserAgentMessageHistoryResponse
    from ...models.user_agent_message_send_response import UserAgentMessageSendResponse
    from ...models.user_agent_message_sessions_response import UserAgentMessageSessionsResponse
    from ...models.user_agent_message_system_insert_response import UserAgentMessageSystemInsertResponse

__all__ = ["AsyncUserAgentMessagesApi", "UserAgentMessagesApi"]


class UserAgentMessagesApi:
    """Conversations with a deployed agent."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @keywords
    def send(
        self,
        *,
        useragentguid: str,
        message: str,
        team_guid: str | Unset = UNSET,
        sessionkey: str | Unset = UNSET,
        callbackurl: str | Unset = UNSET,
        attachment: File | Unset = UNSET,
        attachments: Sequence[File] | Unset = UNSET,
        multipart: bool = False,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageSendResponse:
        """Send a message to a running agent.

        Queues the message and answers at once with the token to follow it by. The agent must run (status 4) and
        have credits left; it spends them while it works. Every send is a new message, so an unclear one is
        looked up in the history and not repeated. With files it is a multipart form, and the text may be empty
        then. A queued message may still fail (`agent_error`) although the send succeeded.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            useragentguid: Guid of the instance.
            message: Text for the agent.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            sessionkey: Conversation to continue or begin, such as one a user; the agent remembers within it.
                The service uses `default` when it is absent.
            callbackurl: URL that receives the result by POST when the agent is done. All lower case here,
                unlike `callbackUrl` of a run.
            attachment: One file for the agent.
            attachments: Several files for the agent; the form field is repeated.
            multipart: True sends a form even without files. A File among the arguments always does.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageSendResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Agent not found or access denied; Agent is not running.
                Current status: {n}; Agent has no remaining credits. Renew your subscription or buy a credit
                pack to continue; You are not a member of this team; code 0 (This agent belongs to a team.
                Switch to the team context to access it); code 0 (This agent is personal. Switch to your
                personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/Send, documented in 001_e96aa5bc1228153b.txt:4203-4233, 4320, 4560-4580,
        4131-4138, 5202-5207, 11436-11446.
        """
        from .send import build_call

        call = build_call(
            useragentguid=useragentguid,
            message=message,
            team_guid=team_guid,
            sessionkey=sessionkey,
            callbackurl=callbackurl,
            attachment=attachment,
            attachments=attachments,
            multipart=multipart,
        )
        return self._sender.send(call, request_options)

    @keywords
    def detail(
        self,
        *,
        team_guid: str | Unset = UNSET,
        messageguid: str | Unset = UNSET,
        agenttoken: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageDetailResponse:
        """Read a message and its answer.

        Takes the guid or the token of the message. Poll until the status is `agent_end`, `agent_error` or
        `agent_cancel`.

        Changes nothing: may be repeated.

        Args:
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            messageguid: Guid of the message. One of `messageguid` and `agenttoken` is required.
            agenttoken: Token of the message.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Message not found.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/Detail, documented in 001_e96aa5bc1228153b.txt:4234-4329, 4139.
        """
        from .detail import build_call

        call = build_call(
            team_guid=team_guid,
            messageguid=messageguid,
            agenttoken=agenttoken,
        )
        return self._sender.send(call, request_options)

    @keywords
    def history(
        self,
        *,
        useragentguid: str,
        team_guid: str | Unset = UNSET,
        sessionkey: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        before: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageHistoryResponse:
        """List the messages of a session.

        Newest first. For the next page send the guid of the last row as `before`, while `hasmore` is true.
        Messages that were deleted on both sides are left out.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            sessionkey: Conversation to read; the service uses `default` when it is absent.
            limit: Messages per page, at most 200; the service uses 50 when it is absent.
            before: Guid of a message; only older ones are listed.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageHistoryResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Agent not found or access denied; code 0 (This agent
                belongs to a team. Switch to the team context to access it); code 0 (This agent is personal.
                Switch to your personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/History, documented in 001_e96aa5bc1228153b.txt:4330-4435, 4131-4132,
        11436-11446.
        """
        from .history import build_call

        call = build_call(
            useragentguid=useragentguid,
            team_guid=team_guid,
            sessionkey=sessionkey,
            limit=limit,
            before=before,
        )
        return self._sender.send(call, request_options)

    @keywords
    def cancel(
        self,
        *,
        team_guid: str | Unset = UNSET,
        messageguid: str | Unset = UNSET,
        agenttoken: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageCancelResponse:
        """Cancel a message that is not finished.

        Possible in `agent_queue`, `agent_start` and `agent_output`. An active message reports `agent_cancel` on
        the socket and to the webhook; a queued one only changes its status, with empty texts, no event and no
        webhook. So poll the status.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            messageguid: Guid of the message. One of `messageguid` and `agenttoken` is required.
            agenttoken: Token of the message.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageCancelResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Message not found; Message cannot be cancelled (status:
                {status}).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/Cancel, documented in 001_e96aa5bc1228153b.txt:4518-4538, 4139-4142.
        """
        from .cancel import build_call

        call = build_call(
            team_guid=team_guid,
            messageguid=messageguid,
            agenttoken=agenttoken,
        )
        return self._sender.send(call, request_options)

    @keywords
    def system_insert(
        self,
        *,
        useragentguid: str,
        uuid: str,
        content: str,
        sessionkey: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageSystemInsertResponse:
        """Put a finished message into a conversation.

        For the agent's runtime, its schedules and chat bridges, which the pair of instance and owner
        identifies; API clients use `user_agent_messages_send`. The text is stored as it is, with status
        `agent_end` and metadata type `system`, and no model runs. Every call inserts another message.

        Not to be repeated blindly: every request that arrives makes something new. Called by the runtime of an
        agent, with its own authentication.

        Args:
            useragentguid: Guid of the instance.
            uuid: Account that owns the instance.
            content: Text to store as the answer.
            sessionkey: Conversation to add it to; the service uses `auto`, the latest one, when it is absent.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageSystemInsertResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/SystemInsert, documented in 001_e96aa5bc1228153b.txt:4539-4560.
        """
        from .system_insert import build_call

        call = build_call(
            useragentguid=useragentguid,
            uuid=uuid,
            content=content,
            sessionkey=sessionkey,
        )
        return self._sender.send(call, request_options)

    @keywords
    def sessions(
        self,
        *,
        useragentguid: str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageSessionsResponse:
        """List the sessions of an agent.

        One row a session key, with the number of its messages and the newest one. Not paged.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageSessionsResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 0 (This agent belongs to a team. Switch to the team
                context to access it); code 0 (This agent is personal. Switch to your personal context to access
                it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/Sessions, documented in 001_e96aa5bc1228153b.txt:4436-4476, 11436-11446.
        """
        from .sessions import build_call

        call = build_call(
            useragentguid=useragentguid,
            team_guid=team_guid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def delete_session(
        self,
        *,
        useragentguid: str,
        sessionkey: str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageDeleteSessionResponse:
        """Delete a session.

        Deletes for good the messages that the caller sent and received in the session. What other members of
        the team wrote under the same key stays.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            sessionkey: Conversation to delete.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageDeleteSessionResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/DeleteSession, documented in 001_e96aa5bc1228153b.txt:4477-4491.
        """
        from .delete_session import build_call

        call = build_call(
            useragentguid=useragentguid,
            sessionkey=sessionkey,
            team_guid=team_guid,
        )
        return self._sender.send(call, request_options)

    @keywords
    def delete(
        self,
        *,
        useragentguid: str,
        items: Sequence[UserAgentMessageDeleteItem | Mapping[str, Any]],
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageDeleteResponse:
        """Hide messages, their answers, or both.

        Marks each given side as deleted; nothing is erased. Unknown messages and sides are skipped without an
        error, and the answer says success even when nothing changed, so read the history again.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            items: What to hide.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageDeleteResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 0 (This agent belongs to a team. Switch to the team
                context to access it); code 0 (This agent is personal. Switch to your personal context to access
                it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/Delete, documented in 001_e96aa5bc1228153b.txt:4492-4517, 11436-11446.
        """
        from .delete import build_call

        call = build_call(
            useragentguid=useragentguid,
            items=items,
            team_guid=team_guid,
        )
        return self._sender.send(call, request_options)


class AsyncUserAgentMessagesApi:
    """Conversations with a deployed agent."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @keywords
    async def send(
        self,
        *,
        useragentguid: str,
        message: str,
        team_guid: str | Unset = UNSET,
        sessionkey: str | Unset = UNSET,
        callbackurl: str | Unset = UNSET,
        attachment: File | Unset = UNSET,
        attachments: Sequence[File] | Unset = UNSET,
        multipart: bool = False,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageSendResponse:
        """Send a message to a running agent.

        Queues the message and answers at once with the token to follow it by. The agent must run (status 4) and
        have credits left; it spends them while it works. Every send is a new message, so an unclear one is
        looked up in the history and not repeated. With files it is a multipart form, and the text may be empty
        then. A queued message may still fail (`agent_error`) although the send succeeded.

        Costs money each time it arrives: never send it twice for one purpose.

        Args:
            useragentguid: Guid of the instance.
            message: Text for the agent.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            sessionkey: Conversation to continue or begin, such as one a user; the agent remembers within it.
                The service uses `default` when it is absent.
            callbackurl: URL that receives the result by POST when the agent is done. All lower case here,
                unlike `callbackUrl` of a run.
            attachment: One file for the agent.
            attachments: Several files for the agent; the form field is repeated.
            multipart: True sends a form even without files. A File among the arguments always does.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageSendResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Agent not found or access denied; Agent is not running.
                Current status: {n}; Agent has no remaining credits. Renew your subscription or buy a credit
                pack to continue; You are not a member of this team; code 0 (This agent belongs to a team.
                Switch to the team context to access it); code 0 (This agent is personal. Switch to your
                personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/Send, documented in 001_e96aa5bc1228153b.txt:4203-4233, 4320, 4560-4580,
        4131-4138, 5202-5207, 11436-11446.
        """
        from .send import build_call

        call = build_call(
            useragentguid=useragentguid,
            message=message,
            team_guid=team_guid,
            sessionkey=sessionkey,
            callbackurl=callbackurl,
            attachment=attachment,
            attachments=attachments,
            multipart=multipart,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def detail(
        self,
        *,
        team_guid: str | Unset = UNSET,
        messageguid: str | Unset = UNSET,
        agenttoken: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageDetailResponse:
        """Read a message and its answer.

        Takes the guid or the token of the message. Poll until the status is `agent_end`, `agent_error` or
        `agent_cancel`.

        Changes nothing: may be repeated.

        Args:
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            messageguid: Guid of the message. One of `messageguid` and `agenttoken` is required.
            agenttoken: Token of the message.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageDetailResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Message not found.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/Detail, documented in 001_e96aa5bc1228153b.txt:4234-4329, 4139.
        """
        from .detail import build_call

        call = build_call(
            team_guid=team_guid,
            messageguid=messageguid,
            agenttoken=agenttoken,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def history(
        self,
        *,
        useragentguid: str,
        team_guid: str | Unset = UNSET,
        sessionkey: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        before: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageHistoryResponse:
        """List the messages of a session.

        Newest first. For the next page send the guid of the last row as `before`, while `hasmore` is true.
        Messages that were deleted on both sides are left out.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            sessionkey: Conversation to read; the service uses `default` when it is absent.
            limit: Messages per page, at most 200; the service uses 50 when it is absent.
            before: Guid of a message; only older ones are listed.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageHistoryResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Agent not found or access denied; code 0 (This agent
                belongs to a team. Switch to the team context to access it); code 0 (This agent is personal.
                Switch to your personal context to access it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/History, documented in 001_e96aa5bc1228153b.txt:4330-4435, 4131-4132,
        11436-11446.
        """
        from .history import build_call

        call = build_call(
            useragentguid=useragentguid,
            team_guid=team_guid,
            sessionkey=sessionkey,
            limit=limit,
            before=before,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def cancel(
        self,
        *,
        team_guid: str | Unset = UNSET,
        messageguid: str | Unset = UNSET,
        agenttoken: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageCancelResponse:
        """Cancel a message that is not finished.

        Possible in `agent_queue`, `agent_start` and `agent_output`. An active message reports `agent_cancel` on
        the socket and to the webhook; a queued one only changes its status, with empty texts, no event and no
        webhook. So poll the status.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            messageguid: Guid of the message. One of `messageguid` and `agenttoken` is required.
            agenttoken: Token of the message.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageCancelResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: Message not found; Message cannot be cancelled (status:
                {status}).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/Cancel, documented in 001_e96aa5bc1228153b.txt:4518-4538, 4139-4142.
        """
        from .cancel import build_call

        call = build_call(
            team_guid=team_guid,
            messageguid=messageguid,
            agenttoken=agenttoken,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def system_insert(
        self,
        *,
        useragentguid: str,
        uuid: str,
        content: str,
        sessionkey: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageSystemInsertResponse:
        """Put a finished message into a conversation.

        For the agent's runtime, its schedules and chat bridges, which the pair of instance and owner
        identifies; API clients use `user_agent_messages_send`. The text is stored as it is, with status
        `agent_end` and metadata type `system`, and no model runs. Every call inserts another message.

        Not to be repeated blindly: every request that arrives makes something new. Called by the runtime of an
        agent, with its own authentication.

        Args:
            useragentguid: Guid of the instance.
            uuid: Account that owns the instance.
            content: Text to store as the answer.
            sessionkey: Conversation to add it to; the service uses `auto`, the latest one, when it is absent.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageSystemInsertResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/SystemInsert, documented in 001_e96aa5bc1228153b.txt:4539-4560.
        """
        from .system_insert import build_call

        call = build_call(
            useragentguid=useragentguid,
            uuid=uuid,
            content=content,
            sessionkey=sessionkey,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def sessions(
        self,
        *,
        useragentguid: str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageSessionsResponse:
        """List the sessions of an agent.

        One row a session key, with the number of its messages and the newest one. Not paged.

        Changes nothing: may be repeated.

        Args:
            useragentguid: Guid of the instance.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageSessionsResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 0 (This agent belongs to a team. Switch to the team
                context to access it); code 0 (This agent is personal. Switch to your personal context to access
                it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/Sessions, documented in 001_e96aa5bc1228153b.txt:4436-4476, 11436-11446.
        """
        from .sessions import build_call

        call = build_call(
            useragentguid=useragentguid,
            team_guid=team_guid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def delete_session(
        self,
        *,
        useragentguid: str,
        sessionkey: str,
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageDeleteSessionResponse:
        """Delete a session.

        Deletes for good the messages that the caller sent and received in the session. What other members of
        the team wrote under the same key stays.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            sessionkey: Conversation to delete.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageDeleteSessionResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused.
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/DeleteSession, documented in 001_e96aa5bc1228153b.txt:4477-4491.
        """
        from .delete_session import build_call

        call = build_call(
            useragentguid=useragentguid,
            sessionkey=sessionkey,
            team_guid=team_guid,
        )
        return await self._sender.send(call, request_options)

    @keywords
    async def delete(
        self,
        *,
        useragentguid: str,
        items: Sequence[UserAgentMessageDeleteItem | Mapping[str, Any]],
        team_guid: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> UserAgentMessageDeleteResponse:
        """Hide messages, their answers, or both.

        Marks each given side as deleted; nothing is erased. Unknown messages and sides are skipped without an
        error, and the answer says success even when nothing changed, so read the history again.

        May be repeated: doing it twice is the same as doing it once.

        Args:
            useragentguid: Guid of the instance.
            items: What to hide.
            team_guid: Guid of the team whose workspace the request is about. Needed for agents that belong to a
                team; ignored for personal ones. Without it the workspace is the one of the API key's project.
            request_options: Timeout, headers and retries of this request.

        Returns:
            UserAgentMessageDeleteResponse: The answer.

        Raises:
            InvalidArgumentError: An argument is missing or has the wrong type; nothing was sent.
            ApiError: The service refused. Documented: code 0 (This agent belongs to a team. Switch to the team
                context to access it); code 0 (This agent is personal. Switch to your personal context to access
                it).
            InvalidResponseError: The answer is not a JSON object.

        POST /UserAgent/Message/Delete, documented in 001_e96aa5bc1228153b.txt:4492-4517, 11436-11446.
        """
        from .delete import build_call

        call = build_call(
            useragentguid=useragentguid,
            items=items,
            team_guid=team_guid,
        )
        return await self._sender.send(call, request_options)
