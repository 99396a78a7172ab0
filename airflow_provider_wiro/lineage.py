"""OpenLineage: what a task read, what it made and what that cost, if the OpenLineage provider is installed.

Airflow's OpenLineage provider asks each operator by the names of the methods of `LineageMixin`; nothing here is
imported before it does. Addresses are told without what follows a `?`, where signatures stand, and without user names;
prompts and answers are not told at all.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from attrs import frozen

if TYPE_CHECKING:
    from airflow.providers.common.compat.sdk import BaseOperator as _Base
    from airflow.providers.common.compat.sdk import Context
else:
    _Base = object

__all__ = ["LineageDataset", "LineageMixin", "agent_dataset", "file_dataset", "file_datasets", "model_dataset"]

#: Where models and agents are, which have no address of a file.
NAMESPACE: Final = "wiro"
_RUN_FACET: Final = "wiro"
#: What the run facet tells of a result.
_FACTS: Final = (
    "task_id",
    "message_guid",
    "agent_guid",
    "model",
    "status",
    "cost_usd",
    "quoted_usd",
    "credits",
    "elapsed_seconds",
)


@frozen
class LineageDataset:
    """Something that a task read or made, named as OpenLineage does.

    Attributes:
        namespace: Where it is, such as `s3://bucket`, `file` or `wiro`.
        name: What it is called there, such as a path, or `owner/model`.
        size: In bytes, if known.
    """

    namespace: str
    name: str
    size: int | None = None


class LineageMixin(_Base):
    """What Airflow's OpenLineage provider asks an operator; it says in `_lineage_inputs` what it reads."""

    _lineage_result: Any = None

    def _lineage_inputs(self) -> Iterable[LineageDataset]:
        """Return what the operator reads, by its rendered arguments."""
        return ()

    def _lineage_outputs(self, result: Any) -> Iterable[LineageDataset]:
        """Return what the operator made: each file on Wiro, and where it was saved."""
        outputs = result.get("outputs") if isinstance(result, Mapping) else None
        for output in outputs if isinstance(outputs, list) else ():
            for address in (output.get("url"), output.get("path")):
                if isinstance(address, str) and address:
                    yield file_dataset(address, output.get("size"))
        for name in ("text", "thinking"):
            path = result.get(f"{name}_path") if isinstance(result, Mapping) else None
            if isinstance(path, str):
                yield file_dataset(path, result.get(f"{name}_size"))

    def post_execute(self, context: Context, result: Any = None) -> None:
        """Keep the result for the lineage, which is asked for later in this process."""
        super().post_execute(context, result)
        self._lineage_result = result

    def get_openlineage_facets_on_start(self) -> Any:
        """Return what is read, as an `OperatorLineage`; None without the OpenLineage provider."""
        return _operator_lineage(self._lineage_inputs(), (), {})

    def get_openlineage_facets_on_complete(self, task_instance: Any) -> Any:  # noqa: ARG002
        """Return what was read and made, and the cost; None without the OpenLineage provider."""
        result = self._lineage_result
        facts = {name: result[name] for name in _FACTS if name in result} if isinstance(result, Mapping) else {}
        return _operator_lineage(self._lineage_inputs(), self._lineage_outputs(result), facts)

    def get_openlineage_facets_on_failure(self, task_instance: Any) -> Any:  # noqa: ARG002
        """Return what was read; a task that failed made nothing. None without the OpenLineage provider."""
        return self.get_openlineage_facets_on_start()


def model_dataset(model: str) -> LineageDataset:
    """Return a model, `owner/model` given."""
    return LineageDataset(NAMESPACE, f"models/{model}")


def agent_dataset(agent: str) -> LineageDataset:
    """Return a deployed agent, its guid or title given."""
    return LineageDataset(NAMESPACE, f"agents/{agent}")


def file_dataset(address: str, size: Any = None) -> LineageDataset:
    """Return a file.

    Args:
        address: Local path, or any address.
        size: In bytes, if known.
    """
    known = size if isinstance(size, int) and not isinstance(size, bool) else None
    parts = urlsplit(address)
    if "://" not in address or parts.scheme == "file":
        path = parts.path if parts.scheme == "file" else os.path.expanduser(address)
        return LineageDataset("file", os.path.abspath(path), known)
    # What precedes the @ is a connection id of Airflow, or a password.
    place = parts.netloc.rpartition("@")[2]
    return LineageDataset(f"{parts.scheme}://{place}", parts.path.lstrip("/") or "/", known)


def file_datasets(parameters: Any) -> Iterator[LineageDataset]:
    """Yield the files among the parameters of a run: addresses, local paths and `WiroFile`s, at any depth."""
    if isinstance(parameters, str):
        try:
            parameters = json.loads(parameters)
        except ValueError:
            return
    yield from _files_in(parameters)


def _files_in(value: Any) -> Iterator[LineageDataset]:
    if isinstance(value, Mapping):
        for entry in value.values():
            yield from _files_in(entry)
    elif isinstance(value, (list, tuple)):
        for entry in value:
            yield from _files_in(entry)
    elif isinstance(value, str):
        # A prompt may hold addresses too, and a field of addresses several: only what is nothing else counts.
        entries = [entry.strip() for entry in value.split(",")]
        if all("://" in entry and not any(map(str.isspace, entry)) for entry in entries):
            yield from map(file_dataset, entries)
    elif isinstance(value, os.PathLike) or hasattr(value, "open"):
        yield file_dataset(str(value))
    elif isinstance(path := getattr(value, "path", None), str):
        yield file_dataset(path)


def _operator_lineage(
    inputs: Iterable[LineageDataset], outputs: Iterable[LineageDataset], facts: Mapping[str, Any]
) -> Any:
    try:
        from airflow.providers.common.compat.openlineage.facet import (
            InputDataset,
            OutputDataset,
            OutputStatisticsOutputDatasetFacet,
            RunFacet,
        )
        from airflow.providers.openlineage.extractors import (  # type: ignore[import-not-found,unused-ignore]
            OperatorLineage,
        )
    except ImportError:
        return None
    made = []
    for dataset in dict.fromkeys(outputs):
        facets = {}
        if dataset.size is not None:
            facets["outputStatistics"] = OutputStatisticsOutputDatasetFacet(size=dataset.size, fileCount=1)
        made.append(OutputDataset(namespace=dataset.namespace, name=dataset.name, outputFacets=facets))
    return OperatorLineage(
        inputs=[InputDataset(namespace=one.namespace, name=one.name) for one in dict.fromkeys(inputs)],
        outputs=made,
        run_facets={_RUN_FACET: RunFacet().with_additional_properties(**facts)} if facts else {},
    )
