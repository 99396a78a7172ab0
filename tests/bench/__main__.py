"""Run the benchmarks: `python -m tests.bench [name ...]`. Each prints one line of JSON and fails over its limit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_FOLDER = Path(__file__).parent


def main(names: list[str]) -> int:
    """Run all benchmarks, or those named, each in a process of its own; return how many failed."""
    found = {path.stem.removeprefix("bench_"): path for path in sorted(_FOLDER.glob("bench_*.py"))}
    if unknown := set(names) - set(found):
        print(f"There is no benchmark {', '.join(sorted(unknown))}; there are: {', '.join(found)}.", file=sys.stderr)
        return 2
    failed = []
    for name in names or found:
        print(f"{name}:", end=" ", flush=True)
        if subprocess.run(
            [sys.executable, "-m", f"tests.bench.{found[name].stem}"], cwd=_FOLDER.parents[1], check=False
        ).returncode:
            failed.append(name)
    if failed:
        print(f"Over the limit or broken: {', '.join(failed)}.", file=sys.stderr)
    return len(failed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
