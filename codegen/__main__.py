"""Command line of the generator."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from codegen.build import ROOT, build, differences, validated
from codegen.comparison import compare_with
from codegen.fragments import SpecificationError

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 fine, 1 not, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description="Generates wiro_client from spec/.")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to work on")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("build", help="regenerate generated/wiro_client; changes nothing unless everything succeeds")
    commands.add_parser("check", help="fail if generated/wiro_client is not what spec/ gives")
    commands.add_parser("lint", help="check spec/ against its rules, OpenAPI 3.1 and AsyncAPI 3.0")
    diff = commands.add_parser("diff", help="list what changed for users of the client since a git revision")
    diff.add_argument("old", metavar="OLD_REF", help="git revision to compare with, such as v1.0.0 or HEAD~1")
    chosen = parser.parse_args(arguments)
    started = time.monotonic()
    try:
        code, text = _run(chosen)
    except SpecificationError as error:
        code, text = 1, str(error)
    print(f"{text}\n({time.monotonic() - started:.1f} s)", file=sys.stderr if code else sys.stdout)
    return code


def _run(chosen: argparse.Namespace) -> tuple[int, str]:
    match chosen.command:
        case "build":
            changed = build(chosen.root)
            return 0, _listed(changed, "changed") if changed else "generated/wiro_client is up to date"
        case "check":
            changed = differences(chosen.root)
            if changed:
                return 1, _listed(changed, "differ from what spec/ gives; run: python -m codegen build")
            return 0, "generated/wiro_client is what spec/ gives"
        case "lint":
            specification = validated(chosen.root / "spec")
            return 0, f"{len(specification.files)} fragments keep the rules"
        case _:
            return compare_with(chosen.root, chosen.old)


def _listed(names: list[str], what: str) -> str:
    return "\n".join([*(f"  {name}" for name in names), f"{len(names)} files {what}"])


if __name__ == "__main__":
    sys.exit(main())
