"""What Airflow reads about this provider, through the `apache_airflow_provider` entry point."""

from __future__ import annotations

from typing import Any

__all__ = ["get_provider_info"]

_INTEGRATION = "Wiro"


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
        "hooks": [{"integration-name": _INTEGRATION, "python-modules": ["airflow_provider_wiro.hooks.wiro"]}],
        "operators": [{"integration-name": _INTEGRATION, "python-modules": ["airflow_provider_wiro.operators.models"]}],
        "triggers": [
            {
                "integration-name": _INTEGRATION,
                "python-modules": ["airflow_provider_wiro.triggers.models", "airflow_provider_wiro.triggers.watchers"],
            },
        ],
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
        "extra-links": ["airflow_provider_wiro.links.WiroModelLink"],
    }
