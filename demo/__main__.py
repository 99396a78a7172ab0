"""`make demo`: one real run through Airflow and a local Wiro, told while it happens, cleaned up whatever happens."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import airflow_provider_wiro
from demo.processes import ProcessFailedError
from demo.stack import Stack

if TYPE_CHECKING:
    from collections.abc import Callable

_DAG_ID = "example_wiro_run_model"
_RUN_TIMEOUT_SECONDS = 100.0
_ENDED = {"success", "failed"}


def main() -> int:
    """Run the demo and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m demo", description=__doc__)
    parser.add_argument("--prompt", default=os.environ.get("PROMPT") or "a lighthouse at dawn", help="what to paint")
    parser.add_argument(
        "--output", type=Path, default=Path("demo-output"), help="folder for the image (default: %(default)s)"
    )
    parser.add_argument("--keep", action="store_true", help="leave everything up until Ctrl-C")
    arguments = parser.parse_args()
    if not arguments.prompt.strip():
        parser.error("--prompt: an empty prompt paints nothing; give a few words")
    # `kill` and a closing terminal must clean up as Ctrl-C does, also where a shell started us with Ctrl-C ignored.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    started = time.monotonic()

    def say(line: str) -> None:
        print(f"[{time.monotonic() - started:5.1f} s] {line}", flush=True)

    dag_file = Path(airflow_provider_wiro.__file__).parent / "example_dags" / f"{_DAG_ID}.py"
    try:
        with Stack([dag_file], say=say) as stack:
            _run(stack, arguments.prompt, arguments.output.resolve(), say)
            if arguments.keep:
                _keep(stack)
    except KeyboardInterrupt:
        say("interrupted")
        return 130
    except (ProcessFailedError, RuntimeError) as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1
    return 0


def _run(stack: Stack, prompt: str, output: Path, say: Callable[[str], object]) -> None:
    """Trigger the example DAG, follow it, print what came out.

    Raises:
        ProcessFailedError: The run failed or took too long, or a component ended.
    """
    run_id = stack.api.trigger(_DAG_ID, {"prompt": prompt, "output_folder": str(output)})
    say(f"triggered {_DAG_ID} with prompt {prompt!r} (run {run_id})")
    states: dict[str, str] = {}
    remote: dict[str, str] = {}
    deadline = time.monotonic() + _RUN_TIMEOUT_SECONDS
    while True:
        stack.check()
        for row in stack.books()["submissions"]:
            if remote.get(row["taskid"]) != row["status"]:
                remote[row["taskid"]] = row["status"]
                say(f"  Wiro    task {row['taskid']} ({row['model']}): {row['status']}")
        for name, row in stack.api.task_instances(_DAG_ID, run_id).items():
            if row["state"] and states.get(name) != row["state"]:
                states[name] = row["state"]
                say(f"  Airflow task {name}: {row['state']}")
        run = stack.api.dag_run(_DAG_ID, run_id)
        if run["state"] in _ENDED:
            break
        if time.monotonic() > deadline:
            message = f"the DAG run did not end within {_RUN_TIMEOUT_SECONDS:.0f} s; the logs are in {stack.logs}"
            raise ProcessFailedError(message)
        time.sleep(0.5)
    if run["state"] == "failed":
        for name, state in states.items():
            if state == "failed":
                print(f"--- log of task {name} ---\n{stack.api.task_log(_DAG_ID, run_id, name)}", file=sys.stderr)
        message = f"the DAG run failed; all logs are in {stack.folder}"
        raise ProcessFailedError(message)
    _print_result(stack, run_id)


def _print_result(stack: Stack, run_id: str) -> None:
    submissions = {row["taskid"]: row for row in stack.books()["submissions"]}
    print(f"\nDAG run {run_id}: success")
    for task_id in ("paint", "describe"):
        result = stack.api.xcom(_DAG_ID, run_id, task_id)
        print(f"\n{task_id}: Wiro task {result['task_id']} on {result['model']}")
        print(f"  status   {result['status']}")
        print(f"  cost     ${result['cost_usd']}")
        print(f"  seconds  {result['elapsed_seconds']}")
        for output in result["outputs"]:
            if output.get("path"):
                print(f"  saved    {output['path']} ({output['size']} bytes, {output['content_type']})")
        if result.get("text"):
            print(f"  answer   {result['text']}")
        if result.get("resumed_at"):
            # By the local Wiro's own clock: when its last frame went out.
            delay = result["resumed_at"] - submissions[result["task_id"]]["finished_at"]
            print(f"  resumed  {delay:.2f} s after the model finished")
    print(f"\nsubmissions Wiro counted: {len(submissions)}", flush=True)


def _keep(stack: Stack) -> None:
    print(f"\nAirflow  {stack.airflow_url}  user {stack.username}  password {stack.password}")
    print(f"sandbox  {stack.sandbox_url}/v1  key sandbox-key")
    print(f"logs     {stack.folder}")
    print("Everything stays up until Ctrl-C.", flush=True)
    while True:
        stack.check()
        time.sleep(1)


if __name__ == "__main__":
    sys.exit(main())
