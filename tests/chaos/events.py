"""What happens to a row: small plays on a `Scene`, and what befalls Airflow itself."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from demo.stack import Stack
    from tests.chaos.scene import Scene


def nothing(scene: Scene) -> None:
    """Let it run."""


def kill_held(scene: Scene) -> None:
    """Kill the worker where the DAG's own hook holds it."""
    scene.kill("held")


def kill_while_checking(scene: Scene) -> None:
    scene.asked("check")
    scene.kill()


def kill_on_the_way(scene: Scene) -> None:
    scene.asked("submit")
    # The books count a request when it begins to arrive.
    time.sleep(0.5)
    scene.kill()


def kill_after_submit(scene: Scene) -> None:
    scene.submitted()
    scene.kill()


def kill_while_waiting(scene: Scene) -> None:
    scene.submitted()
    time.sleep(3)
    scene.kill()


def kill_while_saving(scene: Scene) -> None:
    scene.asked("download")
    scene.kill()


def kill_whole_worker(scene: Scene) -> None:
    """Kill the task and what watches over it: nobody tells Airflow."""
    scene.submitted()
    time.sleep(2)
    task = scene.process()
    supervisor = task.parent()
    assert supervisor is not None
    supervisor.kill()
    task.kill()


def kill_supervisor(scene: Scene) -> None:
    """Kill what watches over the task; the task itself goes on unseen."""
    scene.submitted()
    time.sleep(2)
    supervisor = scene.process().parent()
    assert supervisor is not None
    supervisor.kill()


def evict(scene: Scene) -> None:
    """Ask the worker to end, as a cluster does that moves it."""
    scene.submitted()
    time.sleep(2)
    scene.process().terminate()


def cut_off(scene: Scene) -> None:
    """Let Wiro be out of reach for ten seconds, while the job goes on."""
    _in_position(scene)
    scene.sandbox.faults.add(kind="status", status=503, times=None)
    scene.sandbox.cut_sockets()
    time.sleep(10)
    scene.sandbox.faults.clear()


def clear_running(scene: Scene) -> None:
    scene.submitted()
    time.sleep(2)
    scene.is_state("running")
    scene.clear()
    scene.process(try_number=2)


def clear_deferred(scene: Scene) -> None:
    scene.watched()
    scene.clear()
    scene.process(try_number=2)


def clear_ended(scene: Scene) -> None:
    """Clear the task once it has ended, as somebody does who wants it again."""
    scene.is_state("success", "failed")
    scene.clear()
    scene.until("the second try", lambda: scene.state not in ("success", "failed"))


def mark_failed(scene: Scene) -> None:
    _in_position(scene)
    scene.mark("failed")


def mark_success(scene: Scene) -> None:
    _in_position(scene)
    scene.mark("success")


def fail_dag_run(scene: Scene) -> None:
    _in_position(scene)
    scene.mark_dag_run("failed")


def add_candidate(scene: Scene) -> None:
    """Submit the same job a second time while the operator asks which jobs there are."""
    scene.asked("look_up")
    scene.add_decoy()


def _in_position(scene: Scene) -> None:
    if scene.row.mode == "deferred":
        scene.watched()
    else:
        scene.submitted()
        scene.is_state("running")
        time.sleep(2)


def waits(scene: Scene) -> None:
    """Be ready for what befalls Airflow."""
    _in_position(scene)


def kill_triggerer(stack: Stack) -> None:
    stack.kill("triggerer")
    stack.start_triggerer("triggerer")


def stall_triggerer(stack: Stack) -> None:
    """Stall the triggerer for 35 s while a second one runs, then let it go on."""
    stack.start_triggerer("triggerer-2")
    time.sleep(8)
    stalled = stack.processes["triggerer"]
    stalled.send_signal(signal.SIGSTOP)
    time.sleep(35)
    stalled.send_signal(signal.SIGCONT)


def stop_api_server(stack: Stack) -> None:
    """Take Airflow's own API from its workers for longer than they are patient with it."""
    stack.kill("execution-api")
    time.sleep(25)
    stack.start_component("execution-api")


def kill_scheduler_machine(stack: Stack) -> None:
    """Kill the scheduler with the workers of its executor, and start it again."""
    stack.kill("scheduler")
    stack.start_component("scheduler")


def kill_scheduler(stack: Stack) -> None:
    """Kill the scheduler only: its workers finish what they do, and nobody listens to them."""
    stack.kill("scheduler", descendants=False)
    stack.start_component("scheduler")
