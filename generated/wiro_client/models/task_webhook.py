from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, BOOLEAN, MISFIT, NULL, TEXT, EnumOf, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .error_item import ErrorItem
    from .task import Task
    from .task_output import TaskOutput
    from .task_status import TaskStatus

__all__ = ["TaskWebhook"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TaskWebhook(Model):
    """A task that has ended, bare or in the envelope of Task/Detail.

    Attributes:
        id: Identifier of the task.
        socketaccesstoken: Secret token of the task.
        parameters: What the run was given, as an object or as JSON text.
        status: Stages of a task in their usual order. Only task_postprocess_end and task_cancel are final.
            task_error and the two *_full stages are log events, task_stream_ready, task_stream_end and
            task_cost belong to realtime models.
        pexit: Exit code of the model. "0" means success; at the end anything else, or none, means failure.
        debugoutput: What the model wrote to its standard output; for language models the whole text, thinking
            included.
        debugerror: What the model wrote to its standard error, or why the task could not start.
        starttime: Start of the execution, in seconds (or milliseconds) since the epoch.
        endtime: End of the execution, in seconds (or milliseconds) since the epoch.
        elapsedseconds: Run time in seconds.
        totalcost: What was charged, in USD; "0" for a run that failed.
        modeldescription: What the model does.
        modelslugowner: Slug of the model's owner.
        modelslugproject: Slug of the model.
        outputs: The results; empty for a failed run and after their deletion.
        taskid: Identifier of the task under the name that Run uses.
        tasktoken: Token of the task under the name that the socket uses.
        result: Whether the envelope reports success; says nothing about the task.
        errors: Errors of the envelope.
        total: Number of tasks in `tasklist`.
        tasklist: The task, where it comes in an envelope.
    """

    id: str | Unset = UNSET
    socketaccesstoken: str | Unset = UNSET
    parameters: Any | Unset = UNSET
    status: TaskStatus | Unset = UNSET
    pexit: str | None | Unset = UNSET
    debugoutput: str | Unset = UNSET
    debugerror: str | Unset = UNSET
    starttime: str | Unset = UNSET
    endtime: str | Unset = UNSET
    elapsedseconds: str | Unset = UNSET
    totalcost: str | Unset = UNSET
    modeldescription: str | Unset = UNSET
    modelslugowner: str | Unset = UNSET
    modelslugproject: str | Unset = UNSET
    outputs: list[TaskOutput] | Unset = UNSET
    taskid: str | Unset = UNSET
    tasktoken: str | Unset = UNSET
    result: bool | Unset = UNSET
    errors: list[ErrorItem | str] | Unset = UNSET
    total: str | Unset = UNSET
    tasklist: list[Task] | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "id": Field("id", TEXT),
        "socketaccesstoken": Field("socketaccesstoken", TEXT),
        "parameters": Field("parameters", ANYTHING),
        "status": Field("status", EnumOf("TaskStatus", str)),
        "pexit": Field("pexit", OneOf(TEXT, NULL)),
        "debugoutput": Field("debugoutput", TEXT),
        "debugerror": Field("debugerror", TEXT),
        "starttime": Field("starttime", TEXT),
        "endtime": Field("endtime", TEXT),
        "elapsedseconds": Field("elapsedseconds", TEXT),
        "totalcost": Field("totalcost", TEXT),
        "modeldescription": Field("modeldescription", TEXT),
        "modelslugowner": Field("modelslugowner", TEXT),
        "modelslugproject": Field("modelslugproject", TEXT),
        "outputs": Field("outputs", ListOf(Nested("TaskOutput")), aliases=("output",)),
        "taskid": Field("taskid", TEXT),
        "tasktoken": Field("tasktoken", TEXT),
        "result": Field("result", BOOLEAN),
        "errors": Field("errors", ListOf(OneOf(Nested("ErrorItem"), TEXT))),
        "total": Field("total", TEXT),
        "tasklist": Field("tasklist", ListOf(Nested("Task"))),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("id", absent)
            if type(value) is str or value is UNSET:
                self.id = value
            value = get("socketaccesstoken", absent)
            if type(value) is str or value is UNSET:
                self.socketaccesstoken = value
            value = get("parameters", absent)
            if value is not MISFIT:
                self.parameters = value
            value = get("status", absent)
            if value is UNSET:
                self.status = value
            value = get("pexit", absent)
            if value is None or type(value) is str or value is UNSET:
                self.pexit = value
            value = get("debugoutput", absent)
            if type(value) is str or value is UNSET:
                self.debugoutput = value
            value = get("debugerror", absent)
            if type(value) is str or value is UNSET:
                self.debugerror = value
            value = get("starttime", absent)
            if type(value) is str or value is UNSET:
                self.starttime = value
            value = get("endtime", absent)
            if type(value) is str or value is UNSET:
                self.endtime = value
            value = get("elapsedseconds", absent)
            if type(value) is str or value is UNSET:
                self.elapsedseconds = value
            value = get("totalcost", absent)
            if type(value) is str or value is UNSET:
                self.totalcost = value
            value = get("modeldescription", absent)
            if type(value) is str or value is UNSET:
                self.modeldescription = value
            value = get("modelslugowner", absent)
            if type(value) is str or value is UNSET:
                self.modelslugowner = value
            value = get("modelslugproject", absent)
            if type(value) is str or value is UNSET:
                self.modelslugproject = value
            value = get("outputs", absent)
            if value is UNSET:
                self.outputs = value
            value = get("taskid", absent)
            if type(value) is str or value is UNSET:
                self.taskid = value
            value = get("tasktoken", absent)
            if type(value) is str or value is UNSET:
                self.tasktoken = value
            value = get("result", absent)
            if type(value) is bool or value is UNSET:
                self.result = value
            value = get("errors", absent)
            if value is UNSET:
                self.errors = value
            value = get("total", absent)
            if type(value) is str or value is UNSET:
                self.total = value
            value = get("tasklist", absent)
            if value is UNSET:
                self.tasklist = value
