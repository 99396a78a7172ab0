from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, MISFIT, NULL, TEXT, EnumOf, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .task_output import TaskOutput
    from .task_status import TaskStatus

__all__ = ["Task"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class Task(Model):
    """One run of a model. Numbers and times usually arrive as strings; any field may be missing.

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
