"""Apache Airflow provider for Wiro: run AI models from DAGs, pay once, wait on one socket.

Importing this package or its operators at DAG parse loads neither the HTTP client nor the socket library; they come
with the first connection.
"""

from __future__ import annotations

__all__: list[str] = []
