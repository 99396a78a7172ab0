"""Models of requests, answers, socket frames and webhooks. Each is imported when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .agent import Agent
    from .agent_action_costs import AgentActionCosts
    from .agent_cancel_frame import AgentCancelFrame
    from .agent_credential import AgentCredential
    from .agent_credential_editable import AgentCredentialEditable
    from .agent_credential_map import AgentCredentialMap
    from .agent_credential_schema import AgentCredentialSchema
    from .agent_custom_skill import AgentCustomSkill
    from .agent_detail_request import AgentDetailRequest
    from .agent_detail_request_type import AgentDetailRequestType
    from .agent_detail_response import AgentDetailResponse
    from .agent_end_frame import AgentEndFrame
    from .agent_error_frame import AgentErrorFrame
    from .agent_frame import AgentFrame
    from .agent_info_frame import AgentInfoFrame
    from .agent_list_request import AgentListRequest
    from .agent_list_request_order import AgentListRequestOrder
    from .agent_list_request_sort import AgentListRequestSort
    from .agent_list_response import AgentListResponse
    from .agent_output_frame import AgentOutputFrame
    from .agent_progress import AgentProgress
    from .agent_skill_meta import AgentSkillMeta
    from .agent_skill_meta_map import AgentSkillMetaMap
    from .agent_start_frame import AgentStartFrame
    from .agent_subscribed_frame import AgentSubscribedFrame
    from .agent_tier import AgentTier
    from .agent_tiers import AgentTiers
    from .agent_webhook import AgentWebhook
    from .connected_frame import ConnectedFrame
    from .coupon_user_list_response import CouponUserListResponse
    from .credential import Credential
    from .credential_field import CredentialField
    from .credential_field_option import CredentialFieldOption
    from .credential_mode_badges import CredentialModeBadges
    from .credentials_detail_request import CredentialsDetailRequest
    from .credentials_detail_response import CredentialsDetailResponse
    from .credentials_list_request import CredentialsListRequest
    from .credentials_list_request_credential_mode import CredentialsListRequestCredentialMode
    from .credentials_list_response import CredentialsListResponse
    from .empty_request import EmptyRequest
    from .envelope import Envelope
    from .error_frame import ErrorFrame
    from .error_item import ErrorItem
    from .error_response import ErrorResponse
    from .file_folder_create_request import FileFolderCreateRequest
    from .file_folder_create_response import FileFolderCreateResponse
    from .file_upload_request import FileUploadRequest
    from .file_upload_response import FileUploadResponse
    from .google_drive_folder import GoogleDriveFolder
    from .oauth_provider import OauthProvider
    from .organization import Organization
    from .organization_create_request import OrganizationCreateRequest
    from .organization_create_response import OrganizationCreateResponse
    from .organization_list_response import OrganizationListResponse
    from .organization_remove_request import OrganizationRemoveRequest
    from .organization_remove_response import OrganizationRemoveResponse
    from .organization_restore_request import OrganizationRestoreRequest
    from .organization_restore_response import OrganizationRestoreResponse
    from .organization_team import OrganizationTeam
    from .output_segment import OutputSegment
    from .price_method import PriceMethod
    from .project_list_response import ProjectListResponse
    from .project_usage_summary_response import ProjectUsageSummaryResponse
    from .run_multipart_request import RunMultipartRequest
    from .run_request import RunRequest
    from .run_response import RunResponse
    from .skill import Skill
    from .skill_capability import SkillCapability
    from .skill_pricing import SkillPricing
    from .skills_capabilities_response import SkillsCapabilitiesResponse
    from .skills_credential_schema_request import SkillsCredentialSchemaRequest
    from .skills_credential_schema_response import SkillsCredentialSchemaResponse
    from .skills_detail_request import SkillsDetailRequest
    from .skills_detail_response import SkillsDetailResponse
    from .skills_list_request import SkillsListRequest
    from .skills_list_request_category import SkillsListRequestCategory
    from .skills_list_response import SkillsListResponse
    from .socket_frame import SocketFrame
    from .sort_order import SortOrder
    from .stored_file import StoredFile
    from .task import Task
    from .task_accept_frame import TaskAcceptFrame
    from .task_assign_frame import TaskAssignFrame
    from .task_cancel_frame import TaskCancelFrame
    from .task_cancel_request import TaskCancelRequest
    from .task_cancel_response import TaskCancelResponse
    from .task_cost_frame import TaskCostFrame
    from .task_detail_request import TaskDetailRequest
    from .task_detail_response import TaskDetailResponse
    from .task_end_frame import TaskEndFrame
    from .task_error_frame import TaskErrorFrame
    from .task_error_full_frame import TaskErrorFullFrame
    from .task_frame import TaskFrame
    from .task_info_frame import TaskInfoFrame
    from .task_input_output_delete_request import TaskInputOutputDeleteRequest
    from .task_input_output_delete_response import TaskInputOutputDeleteResponse
    from .task_kill_request import TaskKillRequest
    from .task_kill_response import TaskKillResponse
    from .task_list_request import TaskListRequest
    from .task_list_response import TaskListResponse
    from .task_log import TaskLog
    from .task_output import TaskOutput
    from .task_output_content import TaskOutputContent
    from .task_output_frame import TaskOutputFrame
    from .task_output_full_frame import TaskOutputFullFrame
    from .task_postprocess_end_frame import TaskPostprocessEndFrame
    from .task_postprocess_start_frame import TaskPostprocessStartFrame
    from .task_preprocess_end_frame import TaskPreprocessEndFrame
    from .task_preprocess_start_frame import TaskPreprocessStartFrame
    from .task_progress import TaskProgress
    from .task_queue_frame import TaskQueueFrame
    from .task_session_end_frame import TaskSessionEndFrame
    from .task_session_interrupt_frame import TaskSessionInterruptFrame
    from .task_start_frame import TaskStartFrame
    from .task_stat_response import TaskStatResponse
    from .task_status import TaskStatus
    from .task_stream_end_frame import TaskStreamEndFrame
    from .task_stream_ready_frame import TaskStreamReadyFrame
    from .task_webhook import TaskWebhook
    from .team import Team
    from .team_create_request import TeamCreateRequest
    from .team_create_response import TeamCreateResponse
    from .team_member import TeamMember
    from .team_member_accept_request import TeamMemberAcceptRequest
    from .team_member_accept_response import TeamMemberAcceptResponse
    from .team_member_invite_request import TeamMemberInviteRequest
    from .team_member_invite_request_role import TeamMemberInviteRequestRole
    from .team_member_invite_response import TeamMemberInviteResponse
    from .team_member_list_request import TeamMemberListRequest
    from .team_member_list_response import TeamMemberListResponse
    from .team_member_remove_request import TeamMemberRemoveRequest
    from .team_member_remove_response import TeamMemberRemoveResponse
    from .team_member_spending import TeamMemberSpending
    from .team_member_update_role_request import TeamMemberUpdateRoleRequest
    from .team_member_update_role_request_role import TeamMemberUpdateRoleRequestRole
    from .team_member_update_role_response import TeamMemberUpdateRoleResponse
    from .team_member_user import TeamMemberUser
    from .team_remove_request import TeamRemoveRequest
    from .team_remove_response import TeamRemoveResponse
    from .team_spending_summary_request import TeamSpendingSummaryRequest
    from .team_spending_summary_response import TeamSpendingSummaryResponse
    from .team_transfer_agent_request import TeamTransferAgentRequest
    from .team_transfer_agent_response import TeamTransferAgentResponse
    from .team_transfer_credit_request import TeamTransferCreditRequest
    from .team_transfer_credit_response import TeamTransferCreditResponse
    from .team_transfer_project_request import TeamTransferProjectRequest
    from .team_transfer_project_response import TeamTransferProjectResponse
    from .team_update_request import TeamUpdateRequest
    from .team_update_request_modelaccess import TeamUpdateRequestModelaccess
    from .team_update_response import TeamUpdateResponse
    from .token_usage import TokenUsage
    from .tool import Tool
    from .tool_detail_request import ToolDetailRequest
    from .tool_detail_response import ToolDetailResponse
    from .tool_explore_group import ToolExploreGroup
    from .tool_explore_response import ToolExploreResponse
    from .tool_list_request import ToolListRequest
    from .tool_list_response import ToolListResponse
    from .tool_parameter import ToolParameter
    from .tool_parameter_group import ToolParameterGroup
    from .tool_parameter_option import ToolParameterOption
    from .tool_price import ToolPrice
    from .tool_sort import ToolSort
    from .tool_statistics import ToolStatistics
    from .transferred_credit import TransferredCredit
    from .user_agent import UserAgent
    from .user_agent_action_cost_overrides import UserAgentActionCostOverrides
    from .user_agent_actor import UserAgentActor
    from .user_agent_cancel_subscription_request import UserAgentCancelSubscriptionRequest
    from .user_agent_cancel_subscription_response import UserAgentCancelSubscriptionResponse
    from .user_agent_cover_request import UserAgentCoverRequest
    from .user_agent_cover_response import UserAgentCoverResponse
    from .user_agent_create_extra_credit_checkout_request import UserAgentCreateExtraCreditCheckoutRequest
    from .user_agent_create_extra_credit_checkout_request_pack import UserAgentCreateExtraCreditCheckoutRequestPack
    from .user_agent_create_extra_credit_checkout_response import UserAgentCreateExtraCreditCheckoutResponse
    from .user_agent_create_subscription_checkout_request import UserAgentCreateSubscriptionCheckoutRequest
    from .user_agent_create_subscription_checkout_response import UserAgentCreateSubscriptionCheckoutResponse
    from .user_agent_credential import UserAgentCredential
    from .user_agent_credential_field_change import UserAgentCredentialFieldChange
    from .user_agent_credential_field_history_request import UserAgentCredentialFieldHistoryRequest
    from .user_agent_credential_field_history_response import UserAgentCredentialFieldHistoryResponse
    from .user_agent_credential_field_write import UserAgentCredentialFieldWrite
    from .user_agent_credential_field_write_fieldstatus import UserAgentCredentialFieldWriteFieldstatus
    from .user_agent_credential_map import UserAgentCredentialMap
    from .user_agent_credential_upsert_request import UserAgentCredentialUpsertRequest
    from .user_agent_credential_upsert_response import UserAgentCredentialUpsertResponse
    from .user_agent_credit_balance import UserAgentCreditBalance
    from .user_agent_credit_pack import UserAgentCreditPack
    from .user_agent_credit_sync_request import UserAgentCreditSyncRequest
    from .user_agent_credit_sync_response import UserAgentCreditSyncResponse
    from .user_agent_custom_skill import UserAgentCustomSkill
    from .user_agent_custom_skill_delete_request import UserAgentCustomSkillDeleteRequest
    from .user_agent_custom_skill_delete_response import UserAgentCustomSkillDeleteResponse
    from .user_agent_custom_skill_history_request import UserAgentCustomSkillHistoryRequest
    from .user_agent_custom_skill_history_response import UserAgentCustomSkillHistoryResponse
    from .user_agent_custom_skill_preset import UserAgentCustomSkillPreset
    from .user_agent_custom_skill_rename_request import UserAgentCustomSkillRenameRequest
    from .user_agent_custom_skill_rename_response import UserAgentCustomSkillRenameResponse
    from .user_agent_custom_skill_revert_request import UserAgentCustomSkillRevertRequest
    from .user_agent_custom_skill_revert_request_source import UserAgentCustomSkillRevertRequestSource
    from .user_agent_custom_skill_revert_response import UserAgentCustomSkillRevertResponse
    from .user_agent_custom_skill_revert_response_action import UserAgentCustomSkillRevertResponseAction
    from .user_agent_custom_skill_source import UserAgentCustomSkillSource
    from .user_agent_custom_skill_upsert_request import UserAgentCustomSkillUpsertRequest
    from .user_agent_custom_skill_upsert_response import UserAgentCustomSkillUpsertResponse
    from .user_agent_custom_skill_version import UserAgentCustomSkillVersion
    from .user_agent_deploy_request import UserAgentDeployRequest
    from .user_agent_deploy_response import UserAgentDeployResponse
    from .user_agent_detail_request import UserAgentDetailRequest
    from .user_agent_detail_response import UserAgentDetailResponse
    from .user_agent_inline_credentials import UserAgentInlineCredentials
    from .user_agent_inline_custom_skill import UserAgentInlineCustomSkill
    from .user_agent_legacy_configuration import UserAgentLegacyConfiguration
    from .user_agent_log_details import UserAgentLogDetails
    from .user_agent_log_event import UserAgentLogEvent
    from .user_agent_log_file import UserAgentLogFile
    from .user_agent_logs_delete_request import UserAgentLogsDeleteRequest
    from .user_agent_logs_delete_response import UserAgentLogsDeleteResponse
    from .user_agent_logs_file_request import UserAgentLogsFileRequest
    from .user_agent_logs_file_response import UserAgentLogsFileResponse
    from .user_agent_logs_list_request import UserAgentLogsListRequest
    from .user_agent_logs_list_response import UserAgentLogsListResponse
    from .user_agent_logs_removed import UserAgentLogsRemoved
    from .user_agent_logs_request import UserAgentLogsRequest
    from .user_agent_logs_response import UserAgentLogsResponse
    from .user_agent_message import UserAgentMessage
    from .user_agent_message_attachment import UserAgentMessageAttachment
    from .user_agent_message_cancel_request import UserAgentMessageCancelRequest
    from .user_agent_message_cancel_response import UserAgentMessageCancelResponse
    from .user_agent_message_delete_item import UserAgentMessageDeleteItem
    from .user_agent_message_delete_item_side import UserAgentMessageDeleteItemSide
    from .user_agent_message_delete_request import UserAgentMessageDeleteRequest
    from .user_agent_message_delete_response import UserAgentMessageDeleteResponse
    from .user_agent_message_delete_session_request import UserAgentMessageDeleteSessionRequest
    from .user_agent_message_delete_session_response import UserAgentMessageDeleteSessionResponse
    from .user_agent_message_detail_request import UserAgentMessageDetailRequest
    from .user_agent_message_detail_response import UserAgentMessageDetailResponse
    from .user_agent_message_history_request import UserAgentMessageHistoryRequest
    from .user_agent_message_history_response import UserAgentMessageHistoryResponse
    from .user_agent_message_metadata import UserAgentMessageMetadata
    from .user_agent_message_page import UserAgentMessagePage
    from .user_agent_message_send_multipart_request import UserAgentMessageSendMultipartRequest
    from .user_agent_message_send_request import UserAgentMessageSendRequest
    from .user_agent_message_send_response import UserAgentMessageSendResponse
    from .user_agent_message_session import UserAgentMessageSession
    from .user_agent_message_session_list import UserAgentMessageSessionList
    from .user_agent_message_sessions_request import UserAgentMessageSessionsRequest
    from .user_agent_message_sessions_response import UserAgentMessageSessionsResponse
    from .user_agent_message_status import UserAgentMessageStatus
    from .user_agent_message_system_insert_request import UserAgentMessageSystemInsertRequest
    from .user_agent_message_system_insert_response import UserAgentMessageSystemInsertResponse
    from .user_agent_my_agents_request import UserAgentMyAgentsRequest
    from .user_agent_my_agents_request_sort import UserAgentMyAgentsRequestSort
    from .user_agent_my_agents_response import UserAgentMyAgentsResponse
    from .user_agent_oauth_connect_request import UserAgentOauthConnectRequest
    from .user_agent_oauth_connect_request_authmethod import UserAgentOauthConnectRequestAuthmethod
    from .user_agent_oauth_connect_response import UserAgentOauthConnectResponse
    from .user_agent_oauth_disconnect_request import UserAgentOauthDisconnectRequest
    from .user_agent_oauth_disconnect_response import UserAgentOauthDisconnectResponse
    from .user_agent_oauth_fb_page import UserAgentOauthFbPage
    from .user_agent_oauth_fb_redirect import UserAgentOauthFbRedirect
    from .user_agent_oauth_fb_set_page_request import UserAgentOauthFbSetPageRequest
    from .user_agent_oauth_fb_set_page_response import UserAgentOauthFbSetPageResponse
    from .user_agent_oauth_ga_4_property import UserAgentOauthGa4Property
    from .user_agent_oauth_ga_4_redirect import UserAgentOauthGa4Redirect
    from .user_agent_oauth_ga_4_set_property_request import UserAgentOauthGa4SetPropertyRequest
    from .user_agent_oauth_ga_4_set_property_response import UserAgentOauthGa4SetPropertyResponse
    from .user_agent_oauth_ga_4_status_response import UserAgentOauthGa4StatusResponse
    from .user_agent_oauth_gads_account import UserAgentOauthGadsAccount
    from .user_agent_oauth_gads_redirect import UserAgentOauthGadsRedirect
    from .user_agent_oauth_gads_set_customer_id_request import UserAgentOauthGadsSetCustomerIdRequest
    from .user_agent_oauth_gads_set_customer_id_response import UserAgentOauthGadsSetCustomerIdResponse
    from .user_agent_oauth_gads_status_response import UserAgentOauthGadsStatusResponse
    from .user_agent_oauth_google_drive_list_folders_request import UserAgentOauthGoogleDriveListFoldersRequest
    from .user_agent_oauth_google_drive_list_folders_response import UserAgentOauthGoogleDriveListFoldersResponse
    from .user_agent_oauth_hubspot_redirect import UserAgentOauthHubspotRedirect
    from .user_agent_oauth_ig_redirect import UserAgentOauthIgRedirect
    from .user_agent_oauth_li_redirect import UserAgentOauthLiRedirect
    from .user_agent_oauth_li_status_response import UserAgentOauthLiStatusResponse
    from .user_agent_oauth_mailchimp_redirect import UserAgentOauthMailchimpRedirect
    from .user_agent_oauth_mc_account import UserAgentOauthMcAccount
    from .user_agent_oauth_mc_redirect import UserAgentOauthMcRedirect
    from .user_agent_oauth_mc_set_merchant_id_request import UserAgentOauthMcSetMerchantIdRequest
    from .user_agent_oauth_mc_set_merchant_id_response import UserAgentOauthMcSetMerchantIdResponse
    from .user_agent_oauth_mc_status_response import UserAgentOauthMcStatusResponse
    from .user_agent_oauth_metaads_account import UserAgentOauthMetaadsAccount
    from .user_agent_oauth_metaads_redirect import UserAgentOauthMetaadsRedirect
    from .user_agent_oauth_metaads_set_ad_account_request import UserAgentOauthMetaadsSetAdAccountRequest
    from .user_agent_oauth_metaads_set_ad_account_response import UserAgentOauthMetaadsSetAdAccountResponse
    from .user_agent_oauth_metaads_status_response import UserAgentOauthMetaadsStatusResponse
    from .user_agent_oauth_status_request import UserAgentOauthStatusRequest
    from .user_agent_oauth_status_response import UserAgentOauthStatusResponse
    from .user_agent_oauth_tiktok_redirect import UserAgentOauthTiktokRedirect
    from .user_agent_oauth_token_refresh_request import UserAgentOauthTokenRefreshRequest
    from .user_agent_oauth_token_refresh_request_provider import UserAgentOauthTokenRefreshRequestProvider
    from .user_agent_oauth_token_refresh_response import UserAgentOauthTokenRefreshResponse
    from .user_agent_oauth_x_redirect import UserAgentOauthXRedirect
    from .user_agent_oauth_yt_channel import UserAgentOauthYtChannel
    from .user_agent_oauth_yt_redirect import UserAgentOauthYtRedirect
    from .user_agent_oauth_yt_set_channel_request import UserAgentOauthYtSetChannelRequest
    from .user_agent_oauth_yt_set_channel_response import UserAgentOauthYtSetChannelResponse
    from .user_agent_oauth_yt_status_response import UserAgentOauthYtStatusResponse
    from .user_agent_pin_request import UserAgentPinRequest
    from .user_agent_pin_response import UserAgentPinResponse
    from .user_agent_pinned_agents_response import UserAgentPinnedAgentsResponse
    from .user_agent_pinned_unread import UserAgentPinnedUnread
    from .user_agent_pinned_unread_response import UserAgentPinnedUnreadResponse
    from .user_agent_pricing_change import UserAgentPricingChange
    from .user_agent_pricing_preview_request import UserAgentPricingPreviewRequest
    from .user_agent_pricing_preview_response import UserAgentPricingPreviewResponse
    from .user_agent_renew_subscription_request import UserAgentRenewSubscriptionRequest
    from .user_agent_renew_subscription_response import UserAgentRenewSubscriptionResponse
    from .user_agent_renew_subscription_response_action import UserAgentRenewSubscriptionResponseAction
    from .user_agent_session_mode_option import UserAgentSessionModeOption
    from .user_agent_skill import UserAgentSkill
    from .user_agent_skill_meta import UserAgentSkillMeta
    from .user_agent_skill_meta_map import UserAgentSkillMetaMap
    from .user_agent_skill_price import UserAgentSkillPrice
    from .user_agent_skill_switches import UserAgentSkillSwitches
    from .user_agent_skills_apply_request import UserAgentSkillsApplyRequest
    from .user_agent_skills_apply_response import UserAgentSkillsApplyResponse
    from .user_agent_start_request import UserAgentStartRequest
    from .user_agent_start_response import UserAgentStartResponse
    from .user_agent_status import UserAgentStatus
    from .user_agent_stop_request import UserAgentStopRequest
    from .user_agent_stop_response import UserAgentStopResponse
    from .user_agent_subscription import UserAgentSubscription
    from .user_agent_subscription_status import UserAgentSubscriptionStatus
    from .user_agent_team_session_mode import UserAgentTeamSessionMode
    from .user_agent_template import UserAgentTemplate
    from .user_agent_tier import UserAgentTier
    from .user_agent_transaction import UserAgentTransaction
    from .user_agent_transaction_insert_request import UserAgentTransactionInsertRequest
    from .user_agent_transaction_insert_request_action import UserAgentTransactionInsertRequestAction
    from .user_agent_transaction_insert_request_type import UserAgentTransactionInsertRequestType
    from .user_agent_transaction_insert_response import UserAgentTransactionInsertResponse
    from .user_agent_transaction_list_request import UserAgentTransactionListRequest
    from .user_agent_transaction_list_response import UserAgentTransactionListResponse
    from .user_agent_transaction_metadata import UserAgentTransactionMetadata
    from .user_agent_transaction_type import UserAgentTransactionType
    from .user_agent_update_request import UserAgentUpdateRequest
    from .user_agent_update_response import UserAgentUpdateResponse
    from .user_agent_upgrade_plan_request import UserAgentUpgradePlanRequest
    from .user_agent_upgrade_plan_request_plan import UserAgentUpgradePlanRequestPlan
    from .user_agent_upgrade_plan_response import UserAgentUpgradePlanResponse
    from .user_agent_upgrade_tier_request import UserAgentUpgradeTierRequest
    from .user_agent_upgrade_tier_request_target_tier import UserAgentUpgradeTierRequestTargetTier
    from .user_agent_upgrade_tier_response import UserAgentUpgradeTierResponse
    from .user_avatar_request import UserAvatarRequest
    from .user_avatar_response import UserAvatarResponse
    from .user_detail_response import UserDetailResponse
    from .wallet_list_response import WalletListResponse
    from .wallet_transaction_list_response import WalletTransactionListResponse

__all__ = [
    "Agent",
    "AgentActionCosts",
    "AgentCancelFrame",
    "AgentCredential",
    "AgentCredentialEditable",
    "AgentCredentialMap",
    "AgentCredentialSchema",
    "AgentCustomSkill",
    "AgentDetailRequest",
    "AgentDetailRequestType",
    "AgentDetailResponse",
    "AgentEndFrame",
    "AgentErrorFrame",
    "AgentFrame",
    "AgentInfoFrame",
    "AgentListRequest",
    "AgentListRequestOrder",
    "AgentListRequestSort",
    "AgentListResponse",
    "AgentOutputFrame",
    "AgentProgress",
    "AgentSkillMeta",
    "AgentSkillMetaMap",
    "AgentStartFrame",
    "AgentSubscribedFrame",
    "AgentTier",
    "AgentTiers",
    "AgentWebhook",
    "ConnectedFrame",
    "CouponUserListResponse",
    "Credential",
    "CredentialField",
    "CredentialFieldOption",
    "CredentialModeBadges",
    "CredentialsDetailRequest",
    "CredentialsDetailResponse",
    "CredentialsListRequest",
    "CredentialsListRequestCredentialMode",
    "CredentialsListResponse",
    "EmptyRequest",
    "Envelope",
    "ErrorFrame",
    "ErrorItem",
    "ErrorResponse",
    "FileFolderCreateRequest",
    "FileFolderCreateResponse",
    "FileUploadRequest",
    "FileUploadResponse",
    "GoogleDriveFolder",
    "OauthProvider",
    "Organization",
    "OrganizationCreateRequest",
    "OrganizationCreateResponse",
    "OrganizationListResponse",
    "OrganizationRemoveRequest",
    "OrganizationRemoveResponse",
    "OrganizationRestoreRequest",
    "OrganizationRestoreResponse",
    "OrganizationTeam",
    "OutputSegment",
    "PriceMethod",
    "ProjectListResponse",
    "ProjectUsageSummaryResponse",
    "RunMultipartRequest",
    "RunRequest",
    "RunResponse",
    "Skill",
    "SkillCapability",
    "SkillPricing",
    "SkillsCapabilitiesResponse",
    "SkillsCredentialSchemaRequest",
    "SkillsCredentialSchemaResponse",
    "SkillsDetailRequest",
    "SkillsDetailResponse",
    "SkillsListRequest",
    "SkillsListRequestCategory",
    "SkillsListResponse",
    "SocketFrame",
    "SortOrder",
    "StoredFile",
    "Task",
    "TaskAcceptFrame",
    "TaskAssignFrame",
    "TaskCancelFrame",
    "TaskCancelRequest",
    "TaskCancelResponse",
    "TaskCostFrame",
    "TaskDetailRequest",
    "TaskDetailResponse",
    "TaskEndFrame",
    "TaskErrorFrame",
    "TaskErrorFullFrame",
    "TaskFrame",
    "TaskInfoFrame",
    "TaskInputOutputDeleteRequest",
    "TaskInputOutputDeleteResponse",
    "TaskKillRequest",
    "TaskKillResponse",
    "TaskListRequest",
    "TaskListResponse",
    "TaskLog",
    "TaskOutput",
    "TaskOutputContent",
    "TaskOutputFrame",
    "TaskOutputFullFrame",
    "TaskPostprocessEndFrame",
    "TaskPostprocessStartFrame",
    "TaskPreprocessEndFrame",
    "TaskPreprocessStartFrame",
    "TaskProgress",
    "TaskQueueFrame",
    "TaskSessionEndFrame",
    "TaskSessionInterruptFrame",
    "TaskStartFrame",
    "TaskStatResponse",
    "TaskStatus",
    "TaskStreamEndFrame",
    "TaskStreamReadyFrame",
    "TaskWebhook",
    "Team",
    "TeamCreateRequest",
    "TeamCreateResponse",
    "TeamMember",
    "TeamMemberAcceptRequest",
    "TeamMemberAcceptResponse",
    "TeamMemberInviteRequest",
    "TeamMemberInviteRequestRole",
    "TeamMemberInviteResponse",
    "TeamMemberListRequest",
    "TeamMemberListResponse",
    "TeamMemberRemoveRequest",
    "TeamMemberRemoveResponse",
    "TeamMemberSpending",
    "TeamMemberUpdateRoleRequest",
    "TeamMemberUpdateRoleRequestRole",
    "TeamMemberUpdateRoleResponse",
    "TeamMemberUser",
    "TeamRemoveRequest",
    "TeamRemoveResponse",
    "TeamSpendingSummaryRequest",
    "TeamSpendingSummaryResponse",
    "TeamTransferAgentRequest",
    "TeamTransferAgentResponse",
    "TeamTransferCreditRequest",
    "TeamTransferCreditResponse",
    "TeamTransferProjectRequest",
    "TeamTransferProjectResponse",
    "TeamUpdateRequest",
    "TeamUpdateRequestModelaccess",
    "TeamUpdateResponse",
    "TokenUsage",
    "Tool",
    "ToolDetailRequest",
    "ToolDetailResponse",
    "ToolExploreGroup",
    "ToolExploreResponse",
    "ToolListRequest",
    "ToolListResponse",
    "ToolParameter",
    "ToolParameterGroup",
    "ToolParameterOption",
    "ToolPrice",
    "ToolSort",
    "ToolStatistics",
    "TransferredCredit",
    "UserAgent",
    "UserAgentActionCostOverrides",
    "UserAgentActor",
    "UserAgentCancelSubscriptionRequest",
    "UserAgentCancelSubscriptionResponse",
    "UserAgentCoverRequest",
    "UserAgentCoverResponse",
    "UserAgentCreateExtraCreditCheckoutRequest",
    "UserAgentCreateExtraCreditCheckoutRequestPack",
    "UserAgentCreateExtraCreditCheckoutResponse",
    "UserAgentCreateSubscriptionCheckoutRequest",
    "UserAgentCreateSubscriptionCheckoutResponse",
    "UserAgentCredential",
    "UserAgentCredentialFieldChange",
    "UserAgentCredentialFieldHistoryRequest",
    "UserAgentCredentialFieldHistoryResponse",
    "UserAgentCredentialFieldWrite",
    "UserAgentCredentialFieldWriteFieldstatus",
    "UserAgentCredentialMap",
    "UserAgentCredentialUpsertRequest",
    "UserAgentCredentialUpsertResponse",
    "UserAgentCreditBalance",
    "UserAgentCreditPack",
    "UserAgentCreditSyncRequest",
    "UserAgentCreditSyncResponse",
    "UserAgentCustomSkill",
    "UserAgentCustomSkillDeleteRequest",
    "UserAgentCustomSkillDeleteResponse",
    "UserAgentCustomSkillHistoryRequest",
    "UserAgentCustomSkillHistoryResponse",
    "UserAgentCustomSkillPreset",
    "UserAgentCustomSkillRenameRequest",
    "UserAgentCustomSkillRenameResponse",
    "UserAgentCustomSkillRevertRequest",
    "UserAgentCustomSkillRevertRequestSource",
    "UserAgentCustomSkillRevertResponse",
    "UserAgentCustomSkillRevertResponseAction",
    "UserAgentCustomSkillSource",
    "UserAgentCustomSkillUpsertRequest",
    "UserAgentCustomSkillUpsertResponse",
    "UserAgentCustomSkillVersion",
    "UserAgentDeployRequest",
    "UserAgentDeployResponse",
    "UserAgentDetailRequest",
    "UserAgentDetailResponse",
    "UserAgentInlineCredentials",
    "UserAgentInlineCustomSkill",
    "UserAgentLegacyConfiguration",
    "UserAgentLogDetails",
    "UserAgentLogEvent",
    "UserAgentLogFile",
    "UserAgentLogsDeleteRequest",
    "UserAgentLogsDeleteResponse",
    "UserAgentLogsFileRequest",
    "UserAgentLogsFileResponse",
    "UserAgentLogsListRequest",
    "UserAgentLogsListResponse",
    "UserAgentLogsRemoved",
    "UserAgentLogsRequest",
    "UserAgentLogsResponse",
    "UserAgentMessage",
    "UserAgentMessageAttachment",
    "UserAgentMessageCancelRequest",
    "UserAgentMessageCancelResponse",
    "UserAgentMessageDeleteItem",
    "UserAgentMessageDeleteItemSide",
    "UserAgentMessageDeleteRequest",
    "UserAgentMessageDeleteResponse",
    "UserAgentMessageDeleteSessionRequest",
    "UserAgentMessageDeleteSessionResponse",
    "UserAgentMessageDetailRequest",
    "UserAgentMessageDetailResponse",
    "UserAgentMessageHistoryRequest",
    "UserAgentMessageHistoryResponse",
    "UserAgentMessageMetadata",
    "UserAgentMessagePage",
    "UserAgentMessageSendMultipartRequest",
    "UserAgentMessageSendRequest",
    "UserAgentMessageSendResponse",
    "UserAgentMessageSession",
    "UserAgentMessageSessionList",
    "UserAgentMessageSessionsRequest",
    "UserAgentMessageSessionsResponse",
    "UserAgentMessageStatus",
    "UserAgentMessageSystemInsertRequest",
    "UserAgentMessageSystemInsertResponse",
    "UserAgentMyAgentsRequest",
    "UserAgentMyAgentsRequestSort",
    "UserAgentMyAgentsResponse",
    "UserAgentOauthConnectRequest",
    "UserAgentOauthConnectRequestAuthmethod",
    "UserAgentOauthConnectResponse",
    "UserAgentOauthDisconnectRequest",
    "UserAgentOauthDisconnectResponse",
    "UserAgentOauthFbPage",
    "UserAgentOauthFbRedirect",
    "UserAgentOauthFbSetPageRequest",
    "UserAgentOauthFbSetPageResponse",
    "UserAgentOauthGa4Property",
    "UserAgentOauthGa4Redirect",
    "UserAgentOauthGa4SetPropertyRequest",
    "UserAgentOauthGa4SetPropertyResponse",
    "UserAgentOauthGa4StatusResponse",
    "UserAgentOauthGadsAccount",
    "UserAgentOauthGadsRedirect",
    "UserAgentOauthGadsSetCustomerIdRequest",
    "UserAgentOauthGadsSetCustomerIdResponse",
    "UserAgentOauthGadsStatusResponse",
    "UserAgentOauthGoogleDriveListFoldersRequest",
    "UserAgentOauthGoogleDriveListFoldersResponse",
    "UserAgentOauthHubspotRedirect",
    "UserAgentOauthIgRedirect",
    "UserAgentOauthLiRedirect",
    "UserAgentOauthLiStatusResponse",
    "UserAgentOauthMailchimpRedirect",
    "UserAgentOauthMcAccount",
    "UserAgentOauthMcRedirect",
    "UserAgentOauthMcSetMerchantIdRequest",
    "UserAgentOauthMcSetMerchantIdResponse",
    "UserAgentOauthMcStatusResponse",
    "UserAgentOauthMetaadsAccount",
    "UserAgentOauthMetaadsRedirect",
    "UserAgentOauthMetaadsSetAdAccountRequest",
    "UserAgentOauthMetaadsSetAdAccountResponse",
    "UserAgentOauthMetaadsStatusResponse",
    "UserAgentOauthStatusRequest",
    "UserAgentOauthStatusResponse",
    "UserAgentOauthTiktokRedirect",
    "UserAgentOauthTokenRefreshRequest",
    "UserAgentOauthTokenRefreshRequestProvider",
    "UserAgentOauthTokenRefreshResponse",
    "UserAgentOauthXRedirect",
    "UserAgentOauthYtChannel",
    "UserAgentOauthYtRedirect",
    "UserAgentOauthYtSetChannelRequest",
    "UserAgentOauthYtSetChannelResponse",
    "UserAgentOauthYtStatusResponse",
    "UserAgentPinRequest",
    "UserAgentPinResponse",
    "UserAgentPinnedAgentsResponse",
    "UserAgentPinnedUnread",
    "UserAgentPinnedUnreadResponse",
    "UserAgentPricingChange",
    "UserAgentPricingPreviewRequest",
    "UserAgentPricingPreviewResponse",
    "UserAgentRenewSubscriptionRequest",
    "UserAgentRenewSubscriptionResponse",
    "UserAgentRenewSubscriptionResponseAction",
    "UserAgentSessionModeOption",
    "UserAgentSkill",
    "UserAgentSkillMeta",
    "UserAgentSkillMetaMap",
    "UserAgentSkillPrice",
    "UserAgentSkillSwitches",
    "UserAgentSkillsApplyRequest",
    "UserAgentSkillsApplyResponse",
    "UserAgentStartRequest",
    "UserAgentStartResponse",
    "UserAgentStatus",
    "UserAgentStopRequest",
    "UserAgentStopResponse",
    "UserAgentSubscription",
    "UserAgentSubscriptionStatus",
    "UserAgentTeamSessionMode",
    "UserAgentTemplate",
    "UserAgentTier",
    "UserAgentTransaction",
    "UserAgentTransactionInsertRequest",
    "UserAgentTransactionInsertRequestAction",
    "UserAgentTransactionInsertRequestType",
    "UserAgentTransactionInsertResponse",
    "UserAgentTransactionListRequest",
    "UserAgentTransactionListResponse",
    "UserAgentTransactionMetadata",
    "UserAgentTransactionType",
    "UserAgentUpdateRequest",
    "UserAgentUpdateResponse",
    "UserAgentUpgradePlanRequest",
    "UserAgentUpgradePlanRequestPlan",
    "UserAgentUpgradePlanResponse",
    "UserAgentUpgradeTierRequest",
    "UserAgentUpgradeTierRequestTargetTier",
    "UserAgentUpgradeTierResponse",
    "UserAvatarRequest",
    "UserAvatarResponse",
    "UserDetailResponse",
    "WalletListResponse",
    "WalletTransactionListResponse",
]

_MODULES = {
    "Agent": "agent",
    "AgentActionCosts": "agent_action_costs",
    "AgentCancelFrame": "agent_cancel_frame",
    "AgentCredential": "agent_credential",
    "AgentCredentialEditable": "agent_credential_editable",
    "AgentCredentialMap": "agent_credential_map",
    "AgentCredentialSchema": "agent_credential_schema",
    "AgentCustomSkill": "agent_custom_skill",
    "AgentDetailRequest": "agent_detail_request",
    "AgentDetailRequestType": "agent_detail_request_type",
    "AgentDetailResponse": "agent_detail_response",
    "AgentEndFrame": "agent_end_frame",
    "AgentErrorFrame": "agent_error_frame",
    "AgentFrame": "agent_frame",
    "AgentInfoFrame": "agent_info_frame",
    "AgentListRequest": "agent_list_request",
    "AgentListRequestOrder": "agent_list_request_order",
    "AgentListRequestSort": "agent_list_request_sort",
    "AgentListResponse": "agent_list_response",
    "AgentOutputFrame": "agent_output_frame",
    "AgentProgress": "agent_progress",
    "AgentSkillMeta": "agent_skill_meta",
    "AgentSkillMetaMap": "agent_skill_meta_map",
    "AgentStartFrame": "agent_start_frame",
    "AgentSubscribedFrame": "agent_subscribed_frame",
    "AgentTier": "agent_tier",
    "AgentTiers": "agent_tiers",
    "AgentWebhook": "agent_webhook",
    "ConnectedFrame": "connected_frame",
    "CouponUserListResponse": "coupon_user_list_response",
    "Credential": "credential",
    "CredentialField": "credential_field",
    "CredentialFieldOption": "credential_field_option",
    "CredentialModeBadges": "credential_mode_badges",
    "CredentialsDetailRequest": "credentials_detail_request",
    "CredentialsDetailResponse": "credentials_detail_response",
    "CredentialsListRequest": "credentials_list_request",
    "CredentialsListRequestCredentialMode": "credentials_list_request_credential_mode",
    "CredentialsListResponse": "credentials_list_response",
    "EmptyRequest": "empty_request",
    "Envelope": "envelope",
    "ErrorFrame": "error_frame",
    "ErrorItem": "error_item",
    "ErrorResponse": "error_response",
    "FileFolderCreateRequest": "file_folder_create_request",
    "FileFolderCreateResponse": "file_folder_create_response",
    "FileUploadRequest": "file_upload_request",
    "FileUploadResponse": "file_upload_response",
    "GoogleDriveFolder": "google_drive_folder",
    "OauthProvider": "oauth_provider",
    "Organization": "organization",
    "OrganizationCreateRequest": "organization_create_request",
    "OrganizationCreateResponse": "organization_create_response",
    "OrganizationListResponse": "organization_list_response",
    "OrganizationRemoveRequest": "organization_remove_request",
    "OrganizationRemoveResponse": "organization_remove_response",
    "OrganizationRestoreRequest": "organization_restore_request",
    "OrganizationRestoreResponse": "organization_restore_response",
    "OrganizationTeam": "organization_team",
    "OutputSegment": "output_segment",
    "PriceMethod": "price_method",
    "ProjectListResponse": "project_list_response",
    "ProjectUsageSummaryResponse": "project_usage_summary_response",
    "RunMultipartRequest": "run_multipart_request",
    "RunRequest": "run_request",
    "RunResponse": "run_response",
    "Skill": "skill",
    "SkillCapability": "skill_capability",
    "SkillPricing": "skill_pricing",
    "SkillsCapabilitiesResponse": "skills_capabilities_response",
    "SkillsCredentialSchemaRequest": "skills_credential_schema_request",
    "SkillsCredentialSchemaResponse": "skills_credential_schema_response",
    "SkillsDetailRequest": "skills_detail_request",
    "SkillsDetailResponse": "skills_detail_response",
    "SkillsListRequest": "skills_list_request",
    "SkillsListRequestCategory": "skills_list_request_category",
    "SkillsListResponse": "skills_list_response",
    "SocketFrame": "socket_frame",
    "SortOrder": "sort_order",
    "StoredFile": "stored_file",
    "Task": "task",
    "TaskAcceptFrame": "task_accept_frame",
    "TaskAssignFrame": "task_assign_frame",
    "TaskCancelFrame": "task_cancel_frame",
    "TaskCancelRequest": "task_cancel_request",
    "TaskCancelResponse": "task_cancel_response",
    "TaskCostFrame": "task_cost_frame",
    "TaskDetailRequest": "task_detail_request",
    "TaskDetailResponse": "task_detail_response",
    "TaskEndFrame": "task_end_frame",
    "TaskErrorFrame": "task_error_frame",
    "TaskErrorFullFrame": "task_error_full_frame",
    "TaskFrame": "task_frame",
    "TaskInfoFrame": "task_info_frame",
    "TaskInputOutputDeleteRequest": "task_input_output_delete_request",
    "TaskInputOutputDeleteResponse": "task_input_output_delete_response",
    "TaskKillRequest": "task_kill_request",
    "TaskKillResponse": "task_kill_response",
    "TaskListRequest": "task_list_request",
    "TaskListResponse": "task_list_response",
    "TaskLog": "task_log",
    "TaskOutput": "task_output",
    "TaskOutputContent": "task_output_content",
    "TaskOutputFrame": "task_output_frame",
    "TaskOutputFullFrame": "task_output_full_frame",
    "TaskPostprocessEndFrame": "task_postprocess_end_frame",
    "TaskPostprocessStartFrame": "task_postprocess_start_frame",
    "TaskPreprocessEndFrame": "task_preprocess_end_frame",
    "TaskPreprocessStartFrame": "task_preprocess_start_frame",
    "TaskProgress": "task_progress",
    "TaskQueueFrame": "task_queue_frame",
    "TaskSessionEndFrame": "task_session_end_frame",
    "TaskSessionInterruptFrame": "task_session_interrupt_frame",
    "TaskStartFrame": "task_start_frame",
    "TaskStatResponse": "task_stat_response",
    "TaskStatus": "task_status",
    "TaskStreamEndFrame": "task_stream_end_frame",
    "TaskStreamReadyFrame": "task_stream_ready_frame",
    "TaskWebhook": "task_webhook",
    "Team": "team",
    "TeamCreateRequest": "team_create_request",
    "TeamCreateResponse": "team_create_response",
    "TeamMember": "team_member",
    "TeamMemberAcceptRequest": "team_member_accept_request",
    "TeamMemberAcceptResponse": "team_member_accept_response",
    "TeamMemberInviteRequest": "team_member_invite_request",
    "TeamMemberInviteRequestRole": "team_member_invite_request_role",
    "TeamMemberInviteResponse": "team_member_invite_response",
    "TeamMemberListRequest": "team_member_list_request",
    "TeamMemberListResponse": "team_member_list_response",
    "TeamMemberRemoveRequest": "team_member_remove_request",
    "TeamMemberRemoveResponse": "team_member_remove_response",
    "TeamMemberSpending": "team_member_spending",
    "TeamMemberUpdateRoleRequest": "team_member_update_role_request",
    "TeamMemberUpdateRoleRequestRole": "team_member_update_role_request_role",
    "TeamMemberUpdateRoleResponse": "team_member_update_role_response",
    "TeamMemberUser": "team_member_user",
    "TeamRemoveRequest": "team_remove_request",
    "TeamRemoveResponse": "team_remove_response",
    "TeamSpendingSummaryRequest": "team_spending_summary_request",
    "TeamSpendingSummaryResponse": "team_spending_summary_response",
    "TeamTransferAgentRequest": "team_transfer_agent_request",
    "TeamTransferAgentResponse": "team_transfer_agent_response",
    "TeamTransferCreditRequest": "team_transfer_credit_request",
    "TeamTransferCreditResponse": "team_transfer_credit_response",
    "TeamTransferProjectRequest": "team_transfer_project_request",
    "TeamTransferProjectResponse": "team_transfer_project_response",
    "TeamUpdateRequest": "team_update_request",
    "TeamUpdateRequestModelaccess": "team_update_request_modelaccess",
    "TeamUpdateResponse": "team_update_response",
    "TokenUsage": "token_usage",
    "Tool": "tool",
    "ToolDetailRequest": "tool_detail_request",
    "ToolDetailResponse": "tool_detail_response",
    "ToolExploreGroup": "tool_explore_group",
    "ToolExploreResponse": "tool_explore_response",
    "ToolListRequest": "tool_list_request",
    "ToolListResponse": "tool_list_response",
    "ToolParameter": "tool_parameter",
    "ToolParameterGroup": "tool_parameter_group",
    "ToolParameterOption": "tool_parameter_option",
    "ToolPrice": "tool_price",
    "ToolSort": "tool_sort",
    "ToolStatistics": "tool_statistics",
    "TransferredCredit": "transferred_credit",
    "UserAgent": "user_agent",
    "UserAgentActionCostOverrides": "user_agent_action_cost_overrides",
    "UserAgentActor": "user_agent_actor",
    "UserAgentCancelSubscriptionRequest": "user_agent_cancel_subscription_request",
    "UserAgentCancelSubscriptionResponse": "user_agent_cancel_subscription_response",
    "UserAgentCoverRequest": "user_agent_cover_request",
    "UserAgentCoverResponse": "user_agent_cover_response",
    "UserAgentCreateExtraCreditCheckoutRequest": "user_agent_create_extra_credit_checkout_request",
    "UserAgentCreateExtraCreditCheckoutRequestPack": "user_agent_create_extra_credit_checkout_request_pack",
    "UserAgentCreateExtraCreditCheckoutResponse": "user_agent_create_extra_credit_checkout_response",
    "UserAgentCreateSubscriptionCheckoutRequest": "user_agent_create_subscription_checkout_request",
    "UserAgentCreateSubscriptionCheckoutResponse": "user_agent_create_subscription_checkout_response",
    "UserAgentCredential": "user_agent_credential",
    "UserAgentCredentialFieldChange": "user_agent_credential_field_change",
    "UserAgentCredentialFieldHistoryRequest": "user_agent_credential_field_history_request",
    "UserAgentCredentialFieldHistoryResponse": "user_agent_credential_field_history_response",
    "UserAgentCredentialFieldWrite": "user_agent_credential_field_write",
    "UserAgentCredentialFieldWriteFieldstatus": "user_agent_credential_field_write_fieldstatus",
    "UserAgentCredentialMap": "user_agent_credential_map",
    "UserAgentCredentialUpsertRequest": "user_agent_credential_upsert_request",
    "UserAgentCredentialUpsertResponse": "user_agent_credential_upsert_response",
    "UserAgentCreditBalance": "user_agent_credit_balance",
    "UserAgentCreditPack": "user_agent_credit_pack",
    "UserAgentCreditSyncRequest": "user_agent_credit_sync_request",
    "UserAgentCreditSyncResponse": "user_agent_credit_sync_response",
    "UserAgentCustomSkill": "user_agent_custom_skill",
    "UserAgentCustomSkillDeleteRequest": "user_agent_custom_skill_delete_request",
    "UserAgentCustomSkillDeleteResponse": "user_agent_custom_skill_delete_response",
    "UserAgentCustomSkillHistoryRequest": "user_agent_custom_skill_history_request",
    "UserAgentCustomSkillHistoryResponse": "user_agent_custom_skill_history_response",
    "UserAgentCustomSkillPreset": "user_agent_custom_skill_preset",
    "UserAgentCustomSkillRenameRequest": "user_agent_custom_skill_rename_request",
    "UserAgentCustomSkillRenameResponse": "user_agent_custom_skill_rename_response",
    "UserAgentCustomSkillRevertRequest": "user_agent_custom_skill_revert_request",
    "UserAgentCustomSkillRevertRequestSource": "user_agent_custom_skill_revert_request_source",
    "UserAgentCustomSkillRevertResponse": "user_agent_custom_skill_revert_response",
    "UserAgentCustomSkillRevertResponseAction": "user_agent_custom_skill_revert_response_action",
    "UserAgentCustomSkillSource": "user_agent_custom_skill_source",
    "UserAgentCustomSkillUpsertRequest": "user_agent_custom_skill_upsert_request",
    "UserAgentCustomSkillUpsertResponse": "user_agent_custom_skill_upsert_response",
    "UserAgentCustomSkillVersion": "user_agent_custom_skill_version",
    "UserAgentDeployRequest": "user_agent_deploy_request",
    "UserAgentDeployResponse": "user_agent_deploy_response",
    "UserAgentDetailRequest": "user_agent_detail_request",
    "UserAgentDetailResponse": "user_agent_detail_response",
    "UserAgentInlineCredentials": "user_agent_inline_credentials",
    "UserAgentInlineCustomSkill": "user_agent_inline_custom_skill",
    "UserAgentLegacyConfiguration": "user_agent_legacy_configuration",
    "UserAgentLogDetails": "user_agent_log_details",
    "UserAgentLogEvent": "user_agent_log_event",
    "UserAgentLogFile": "user_agent_log_file",
    "UserAgentLogsDeleteRequest": "user_agent_logs_delete_request",
    "UserAgentLogsDeleteResponse": "user_agent_logs_delete_response",
    "UserAgentLogsFileRequest": "user_agent_logs_file_request",
    "UserAgentLogsFileResponse": "user_agent_logs_file_response",
    "UserAgentLogsListRequest": "user_agent_logs_list_request",
    "UserAgentLogsListResponse": "user_agent_logs_list_response",
    "UserAgentLogsRemoved": "user_agent_logs_removed",
    "UserAgentLogsRequest": "user_agent_logs_request",
    "UserAgentLogsResponse": "user_agent_logs_response",
    "UserAgentMessage": "user_agent_message",
    "UserAgentMessageAttachment": "user_agent_message_attachment",
    "UserAgentMessageCancelRequest": "user_agent_message_cancel_request",
    "UserAgentMessageCancelResponse": "user_agent_message_cancel_response",
    "UserAgentMessageDeleteItem": "user_agent_message_delete_item",
    "UserAgentMessageDeleteItemSide": "user_agent_message_delete_item_side",
    "UserAgentMessageDeleteRequest": "user_agent_message_delete_request",
    "UserAgentMessageDeleteResponse": "user_agent_message_delete_response",
    "UserAgentMessageDeleteSessionRequest": "user_agent_message_delete_session_request",
    "UserAgentMessageDeleteSessionResponse": "user_agent_message_delete_session_response",
    "UserAgentMessageDetailRequest": "user_agent_message_detail_request",
    "UserAgentMessageDetailResponse": "user_agent_message_detail_response",
    "UserAgentMessageHistoryRequest": "user_agent_message_history_request",
    "UserAgentMessageHistoryResponse": "user_agent_message_history_response",
    "UserAgentMessageMetadata": "user_agent_message_metadata",
    "UserAgentMessagePage": "user_agent_message_page",
    "UserAgentMessageSendMultipartRequest": "user_agent_message_send_multipart_request",
    "UserAgentMessageSendRequest": "user_agent_message_send_request",
    "UserAgentMessageSendResponse": "user_agent_message_send_response",
    "UserAgentMessageSession": "user_agent_message_session",
    "UserAgentMessageSessionList": "user_agent_message_session_list",
    "UserAgentMessageSessionsRequest": "user_agent_message_sessions_request",
    "UserAgentMessageSessionsResponse": "user_agent_message_sessions_response",
    "UserAgentMessageStatus": "user_agent_message_status",
    "UserAgentMessageSystemInsertRequest": "user_agent_message_system_insert_request",
    "UserAgentMessageSystemInsertResponse": "user_agent_message_system_insert_response",
    "UserAgentMyAgentsRequest": "user_agent_my_agents_request",
    "UserAgentMyAgentsRequestSort": "user_agent_my_agents_request_sort",
    "UserAgentMyAgentsResponse": "user_agent_my_agents_response",
    "UserAgentOauthConnectRequest": "user_agent_oauth_connect_request",
    "UserAgentOauthConnectRequestAuthmethod": "user_agent_oauth_connect_request_authmethod",
    "UserAgentOauthConnectResponse": "user_agent_oauth_connect_response",
    "UserAgentOauthDisconnectRequest": "user_agent_oauth_disconnect_request",
    "UserAgentOauthDisconnectResponse": "user_agent_oauth_disconnect_response",
    "UserAgentOauthFbPage": "user_agent_oauth_fb_page",
    "UserAgentOauthFbRedirect": "user_agent_oauth_fb_redirect",
    "UserAgentOauthFbSetPageRequest": "user_agent_oauth_fb_set_page_request",
    "UserAgentOauthFbSetPageResponse": "user_agent_oauth_fb_set_page_response",
    "UserAgentOauthGa4Property": "user_agent_oauth_ga_4_property",
    "UserAgentOauthGa4Redirect": "user_agent_oauth_ga_4_redirect",
    "UserAgentOauthGa4SetPropertyRequest": "user_agent_oauth_ga_4_set_property_request",
    "UserAgentOauthGa4SetPropertyResponse": "user_agent_oauth_ga_4_set_property_response",
    "UserAgentOauthGa4StatusResponse": "user_agent_oauth_ga_4_status_response",
    "UserAgentOauthGadsAccount": "user_agent_oauth_gads_account",
    "UserAgentOauthGadsRedirect": "user_agent_oauth_gads_redirect",
    "UserAgentOauthGadsSetCustomerIdRequest": "user_agent_oauth_gads_set_customer_id_request",
    "UserAgentOauthGadsSetCustomerIdResponse": "user_agent_oauth_gads_set_customer_id_response",
    "UserAgentOauthGadsStatusResponse": "user_agent_oauth_gads_status_response",
    "UserAgentOauthGoogleDriveListFoldersRequest": "user_agent_oauth_google_drive_list_folders_request",
    "UserAgentOauthGoogleDriveListFoldersResponse": "user_agent_oauth_google_drive_list_folders_response",
    "UserAgentOauthHubspotRedirect": "user_agent_oauth_hubspot_redirect",
    "UserAgentOauthIgRedirect": "user_agent_oauth_ig_redirect",
    "UserAgentOauthLiRedirect": "user_agent_oauth_li_redirect",
    "UserAgentOauthLiStatusResponse": "user_agent_oauth_li_status_response",
    "UserAgentOauthMailchimpRedirect": "user_agent_oauth_mailchimp_redirect",
    "UserAgentOauthMcAccount": "user_agent_oauth_mc_account",
    "UserAgentOauthMcRedirect": "user_agent_oauth_mc_redirect",
    "UserAgentOauthMcSetMerchantIdRequest": "user_agent_oauth_mc_set_merchant_id_request",
    "UserAgentOauthMcSetMerchantIdResponse": "user_agent_oauth_mc_set_merchant_id_response",
    "UserAgentOauthMcStatusResponse": "user_agent_oauth_mc_status_response",
    "UserAgentOauthMetaadsAccount": "user_agent_oauth_metaads_account",
    "UserAgentOauthMetaadsRedirect": "user_agent_oauth_metaads_redirect",
    "UserAgentOauthMetaadsSetAdAccountRequest": "user_agent_oauth_metaads_set_ad_account_request",
    "UserAgentOauthMetaadsSetAdAccountResponse": "user_agent_oauth_metaads_set_ad_account_response",
    "UserAgentOauthMetaadsStatusResponse": "user_agent_oauth_metaads_status_response",
    "UserAgentOauthStatusRequest": "user_agent_oauth_status_request",
    "UserAgentOauthStatusResponse": "user_agent_oauth_status_response",
    "UserAgentOauthTiktokRedirect": "user_agent_oauth_tiktok_redirect",
    "UserAgentOauthTokenRefreshRequest": "user_agent_oauth_token_refresh_request",
    "UserAgentOauthTokenRefreshRequestProvider": "user_agent_oauth_token_refresh_request_provider",
    "UserAgentOauthTokenRefreshResponse": "user_agent_oauth_token_refresh_response",
    "UserAgentOauthXRedirect": "user_agent_oauth_x_redirect",
    "UserAgentOauthYtChannel": "user_agent_oauth_yt_channel",
    "UserAgentOauthYtRedirect": "user_agent_oauth_yt_redirect",
    "UserAgentOauthYtSetChannelRequest": "user_agent_oauth_yt_set_channel_request",
    "UserAgentOauthYtSetChannelResponse": "user_agent_oauth_yt_set_channel_response",
    "UserAgentOauthYtStatusResponse": "user_agent_oauth_yt_status_response",
    "UserAgentPinRequest": "user_agent_pin_request",
    "UserAgentPinResponse": "user_agent_pin_response",
    "UserAgentPinnedAgentsResponse": "user_agent_pinned_agents_response",
    "UserAgentPinnedUnread": "user_agent_pinned_unread",
    "UserAgentPinnedUnreadResponse": "user_agent_pinned_unread_response",
    "UserAgentPricingChange": "user_agent_pricing_change",
    "UserAgentPricingPreviewRequest": "user_agent_pricing_preview_request",
    "UserAgentPricingPreviewResponse": "user_agent_pricing_preview_response",
    "UserAgentRenewSubscriptionRequest": "user_agent_renew_subscription_request",
    "UserAgentRenewSubscriptionResponse": "user_agent_renew_subscription_response",
    "UserAgentRenewSubscriptionResponseAction": "user_agent_renew_subscription_response_action",
    "UserAgentSessionModeOption": "user_agent_session_mode_option",
    "UserAgentSkill": "user_agent_skill",
    "UserAgentSkillMeta": "user_agent_skill_meta",
    "UserAgentSkillMetaMap": "user_agent_skill_meta_map",
    "UserAgentSkillPrice": "user_agent_skill_price",
    "UserAgentSkillSwitches": "user_agent_skill_switches",
    "UserAgentSkillsApplyRequest": "user_agent_skills_apply_request",
    "UserAgentSkillsApplyResponse": "user_agent_skills_apply_response",
    "UserAgentStartRequest": "user_agent_start_request",
    "UserAgentStartResponse": "user_agent_start_response",
    "UserAgentStatus": "user_agent_status",
    "UserAgentStopRequest": "user_agent_stop_request",
    "UserAgentStopResponse": "user_agent_stop_response",
    "UserAgentSubscription": "user_agent_subscription",
    "UserAgentSubscriptionStatus": "user_agent_subscription_status",
    "UserAgentTeamSessionMode": "user_agent_team_session_mode",
    "UserAgentTemplate": "user_agent_template",
    "UserAgentTier": "user_agent_tier",
    "UserAgentTransaction": "user_agent_transaction",
    "UserAgentTransactionInsertRequest": "user_agent_transaction_insert_request",
    "UserAgentTransactionInsertRequestAction": "user_agent_transaction_insert_request_action",
    "UserAgentTransactionInsertRequestType": "user_agent_transaction_insert_request_type",
    "UserAgentTransactionInsertResponse": "user_agent_transaction_insert_response",
    "UserAgentTransactionListRequest": "user_agent_transaction_list_request",
    "UserAgentTransactionListResponse": "user_agent_transaction_list_response",
    "UserAgentTransactionMetadata": "user_agent_transaction_metadata",
    "UserAgentTransactionType": "user_agent_transaction_type",
    "UserAgentUpdateRequest": "user_agent_update_request",
    "UserAgentUpdateResponse": "user_agent_update_response",
    "UserAgentUpgradePlanRequest": "user_agent_upgrade_plan_request",
    "UserAgentUpgradePlanRequestPlan": "user_agent_upgrade_plan_request_plan",
    "UserAgentUpgradePlanResponse": "user_agent_upgrade_plan_response",
    "UserAgentUpgradeTierRequest": "user_agent_upgrade_tier_request",
    "UserAgentUpgradeTierRequestTargetTier": "user_agent_upgrade_tier_request_target_tier",
    "UserAgentUpgradeTierResponse": "user_agent_upgrade_tier_response",
    "UserAvatarRequest": "user_avatar_request",
    "UserAvatarResponse": "user_avatar_response",
    "UserDetailResponse": "user_detail_response",
    "WalletListResponse": "wallet_list_response",
    "WalletTransactionListResponse": "wallet_transaction_list_response",
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{module}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
