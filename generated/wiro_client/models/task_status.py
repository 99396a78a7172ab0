from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["TaskStatus"]


class TaskStatus(OpenStrEnum):
    """Stages of a task in their usual order. Only task_postprocess_end and task_cancel are final. task_error and
    the two *_full stages are log events, task_stream_ready, task_stream_end and task_cost belong to realtime
    models.
    """

    QUEUE = "task_queue"
    ACCEPT = "task_accept"
    PREPROCESS_START = "task_preprocess_start"
    PREPROCESS_END = "task_preprocess_end"
    ASSIGN = "task_assign"
    START = "task_start"
    OUTPUT = "task_output"
    ERROR = "task_error"
    OUTPUT_FULL = "task_output_full"
    ERROR_FULL = "task_error_full"
    END = "task_end"
    POSTPROCESS_START = "task_postprocess_start"
    POSTPROCESS_END = "task_postprocess_end"
    CANCEL = "task_cancel"
    STREAM_READY = "task_stream_ready"
    STREAM_END = "task_stream_end"
    COST = "task_cost"
