"""How long `import wiro_client.models` takes, next to `import httpx`, in fresh processes that alternate."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from typing import Final

LIMIT: Final = 1.25
_ROUNDS: Final = 12
_STATEMENTS: Final = {
    "httpx": "import httpx",
    "models": "import wiro_client.models",
    "one_model": "from wiro_client.models import UserAgentDetailResponse",
    "one_operation": "from wiro_client.api.user_agents.detail import build_call",
}
_SCRIPT: Final = "import time; start = time.perf_counter(); {statement}; print(time.perf_counter() - start)"


def main() -> int:
    """Print the medians as JSON; fail over the limit."""
    taken: dict[str, list[float]] = {name: [] for name in _STATEMENTS}
    for number in range(_ROUNDS + 1):
        for name, statement in _STATEMENTS.items():
            command = [sys.executable, "-c", _SCRIPT.format(statement=statement)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            if number:
                taken[name].append(float(done.stdout) * 1000)
    milliseconds = {name: round(statistics.median(values), 2) for name, values in taken.items()}
    ratio = milliseconds["models"] / milliseconds["httpx"]
    print(json.dumps({"milliseconds": milliseconds, "models_to_httpx": round(ratio, 3), "limit": LIMIT}))
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
