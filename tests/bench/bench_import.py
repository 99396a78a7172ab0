"""How long `import wiro` takes, next to `import httpx`. Run it: `python tests/bench/bench_import.py`.

Fresh processes of both kinds alternate, so that a busy moment of the machine hits both; medians are compared.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from typing import Final

LIMIT: Final = 1.15
_STATEMENTS: Final = {
    "httpx": "import httpx",
    "wiro": "import wiro",
    "client": "from wiro import Wiro; Wiro('key')",
}
_SCRIPT: Final = "import time; start = time.perf_counter(); {statement}; print(time.perf_counter() - start)"


def seconds(statement: str) -> float:
    """Return how long a statement takes in a fresh process."""
    command = [sys.executable, "-c", _SCRIPT.format(statement=statement)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def measure(rounds: int) -> dict[str, float]:
    """Return the median of each statement in milliseconds; the first round only warms the file cache."""
    taken: dict[str, list[float]] = {name: [] for name in _STATEMENTS}
    for number in range(rounds + 1):
        for name, statement in _STATEMENTS.items():
            value = seconds(statement)
            if number:
                taken[name].append(value * 1000)
    return {name: round(statistics.median(values), 2) for name, values in taken.items()}


def main() -> int:
    """Print the medians as JSON; fail if `import wiro` is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=12)
    medians = measure(parser.parse_args().rounds)
    ratio = medians["wiro"] / medians["httpx"]
    print(json.dumps({"milliseconds": medians, "wiro_to_httpx": round(ratio, 3), "limit": LIMIT}))
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
