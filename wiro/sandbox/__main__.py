"""`python -m wiro.sandbox`: a local Wiro in the foreground."""

import argparse
import ipaddress
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

try:
    from wiro.sandbox.server import Sandbox
except ModuleNotFoundError as error:
    raise SystemExit(f'The sandbox needs more packages: pip install "wiro[sandbox]" ({error}).') from None

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until SIGINT or SIGTERM.

    Args:
        arguments: Command line without the program name; None for the process's own.

    Returns:
        The exit code: 0 after a normal stop, 1 if the port is taken.
    """
    options = _parser().parse_args(arguments)
    try:
        sandbox = Sandbox(
            host=options.host,
            port=options.port,
            public_url=options.public_url,
            require_signature=options.require_signature,
            time_scale=options.time_scale,
            dialect=options.dialect,
            balance=options.balance,
            validate=not options.no_validation,
            faults_file=options.faults,
        )
    except (OSError, OverflowError, ValueError) as error:
        print(f"The sandbox cannot start on {options.host}:{options.port}: {error}", file=sys.stderr)
        return 1
    # A signal may come before the server listens to signals, and the server raises it again after its clean stop, when
    # the program would die of it otherwise.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: sandbox.request_stop())
    if not _is_loopback(options.host):
        print(
            f"Warning: {options.host} can be reached from other machines; the sandbox's key is no secret.",
            file=sys.stderr,
        )
    print(
        f"Wiro sandbox: {sandbox.base_url} socket {sandbox.socket_url} "
        f"key {sandbox.api_key} secret {sandbox.api_secret} page {sandbox.page_url}",
        flush=True,
    )
    sandbox.run()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m wiro.sandbox", description="A faithful local Wiro: no account, no money, no internet."
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=0, help="TCP port, 0 for any free one")
    parser.add_argument("--public-url", metavar="URL", help="what clients call it, such as http://sandbox:8080")
    parser.add_argument("--require-signature", action="store_true", help="refuse requests that are not signed")
    parser.add_argument("--time-scale", type=float, default=1.0, help="a model's seconds in one real second")
    parser.add_argument("--dialect", choices=("documented", "newer"), default="documented", help="shape of the frames")
    parser.add_argument("--balance", default="300", help="wallet in USD; up to 250 limits the slots")
    parser.add_argument("--faults", type=Path, metavar="FILE", help="YAML or JSON list of faults to start with")
    parser.add_argument("--no-validation", action="store_true", help="do not check against the generated bundle")
    return parser


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


if __name__ == "__main__":
    sys.exit(main())
