"""What Airflow reads about this provider, through the `apache_airflow_provider` entry point."""

from __future__ import annotations

from typing import Any

__all__ = ["get_provider_info"]

_INTEGRATION = "Wiro"
_PACKAGE = "airflow_provider_wiro"


def get_provider_info() -> dict[str, Any]:
    """Describe the provider.

    Returns:
        A dict valid under the provider schemas of Airflow 2.11 and 3.3. Airflow 3.2 and later build the connection form
        from `conn-fields` and `ui-field-behaviour`; earlier versions ignore both and ask the hook class.
    """
    return {
        "package-name": "wiro",
        "name": "Wiro",
        "description": "Run AI models and agents on `Wiro <https://wiro.ai>`__.",
        "integrations": [
            {"integration-name": _INTEGRATION, "external-doc-url": "https://wiro.ai/docs", "tags": ["service"]},
        ],
        "hooks": _modules("hooks.wiro"),
        "operators": _modules(
            "operators.agents", "operators.deploy", "operators.files", "operators.messages", "operators.models"
        ),
        "sensors": _modules("sensors.agents", "sensors.messages", "sensors.tasks"),
        "triggers": _modules(
            "triggers.agents",
            "triggers.messages",
            "triggers.models",
            "triggers.slots",
            "triggers.watchers",
            "triggers.watches",
        ),
        "connection-types": [
            {
                "connection-type": "wiro",
                "hook-class-name": "airflow_provider_wiro.hooks.wiro.WiroHook",
                "hook-name": "Wiro",
                "ui-field-behaviour": {
                    "hidden-fields": ["schema", "login", "port"],
                    "relabeling": {"password": "API key", "host": "Base URL"},
                    "placeholders": {
                        "host": "https://api.wiro.ai/v1",
                        "auth": "key, signature or bearer",
                        "timeout": "60",
                        "max_retries": "2",
                    },
                },
                "conn-fields": {
                    "api_secret": {
                        "label": "API secret",
                        "description": "Signs every request. Needed for projects of the signature type.",
                        "schema": {"type": ["string", "null"], "format": "password"},
                    },
                    "auth": {
                        "label": "Authentication",
                        "description": "Empty: signature when there is an API secret, else key.",
                        "schema": {"type": ["string", "null"], "enum": ["key", "signature", "bearer", None]},
                    },
                    "socket_url": {
                        "label": "Socket URL",
                        "description": "Empty: the socket that belongs to the base URL.",
                        "schema": {"type": ["string", "null"]},
                    },
                    "team_guid": {
                        "label": "Team GUID",
                        "description": "Team workspace whose agents and balance are used. Empty: personal.",
                        "schema": {"type": ["string", "null"]},
                    },
                    "timeout": {
                        "label": "Timeout",
                        "description": "Seconds that each phase of a request may take. Empty: 60.",
                        "schema": {"type": ["number", "null"], "exclusiveMinimum": 0},
                    },
                    "max_retries": {
                        "label": "Retries",
                        "description": "How often a request that may be repeated is sent again. Empty: 2.",
                        "schema": {"type": ["integer", "null"], "minimum": 0},
                    },
                },
            },
        ],
        "config": {
            "wiro": {
                "description": "Settings of the Wiro provider.",
                "options": {
                    "minimum_deferral": {
                        "description": (
                            "Seconds that lie between the deferral of a task and its resumption at least. Below the "
                            "default, [workers] min_heartbeat_interval + 2, Airflow may fail a task that goes on soon "
                            "after it deferred. Above it, runs that end soon after the deferral are noticed late."
                        ),
                        "version_added": "0.1.0",
                        "type": "float",
                        "example": "3",
                        "default": None,
                    },
                },
            },
        },
        "notifications": [f"{_PACKAGE}.notifications.agents.WiroAgentNotifier"],
        "task-decorators": [{"class-name": f"{_PACKAGE}.decorators.models.wiro_task", "name": "wiro"}],
        "extra-links": [
            f"{_PACKAGE}.links.WiroAgentLink",
            f"{_PACKAGE}.links.WiroModelLink",
            f"{_PACKAGE}.links.WiroOutputLink",
        ],
    }


def _modules(*names: str) -> list[dict[str, Any]]:
    return [{"integration-name": _INTEGRATION, "python-modules": [f"{_PACKAGE}.{name}" for name in names]}]
