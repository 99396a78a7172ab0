from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, INTEGER, NULL, NUMBER, TEXT, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .tool_parameter_group import ToolParameterGroup
    from .tool_price import ToolPrice
    from .tool_statistics import ToolStatistics

__all__ = ["Tool"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class Tool(Model):
    """One AI model. Which fields are present depends on the operation and on `summary`; numbers may arrive as
    strings.

    Attributes:
        id: Identifier of the model.
        title: Name for people.
        slugowner: Owner as entered, which may contain capitals and spaces.
        slugproject: Model as entered, which may contain capitals and spaces.
        cleanslugowner: Owner as it appears in the path of a run.
        cleanslugproject: Model as it appears in the path of a run.
        description: What the model does.
        image: URL of the cover picture.
        computingtime: Usual run time as text, such as "10 seconds".
        readme: Longer text in HTML.
        categories: Categories of the model.
        tags: Tags of the model.
        parameters: The parameters of a run in groups, null when they are left out; some answers carry them as
            JSON text.
        inspire: Sample inputs, one object of parameter values each.
        samples: URLs of sample outputs.
        marketplace: 1 for a model of the marketplace.
        onlymembers: "1" for a model that needs a registered account.
        averagepoint: Mean rating, 0 to 5.
        commentcount: Number of comments.
        ratedusercount: Number of ratings.
        discount: Current discount, where one is shown.
        dynamicprice: Prices of a run in USD; usually JSON text that holds the list, in newer answers the list
            itself.
        cps: Price in USD for each second of run time, for models without `dynamicprice`.
        approximatelycost: Estimated USD of a run, average run time times `cps`.
        taskstat: Counters of a model's past runs. Some answers carry them as JSON text.
        seotitle: Title of the model's page.
        seodescription: Summary of the model's page.
    """

    id: str | Unset = UNSET
    title: str | Unset = UNSET
    slugowner: str | Unset = UNSET
    slugproject: str | Unset = UNSET
    cleanslugowner: str | Unset = UNSET
    cleanslugproject: str | Unset = UNSET
    description: str | Unset = UNSET
    image: str | Unset = UNSET
    computingtime: str | Unset = UNSET
    readme: str | Unset = UNSET
    categories: list[str] | Unset = UNSET
    tags: list[str] | Unset = UNSET
    parameters: list[ToolParameterGroup] | None | Unset = UNSET
    inspire: list[Any] | Unset = UNSET
    samples: list[str] | Unset = UNSET
    marketplace: int | Unset = UNSET
    onlymembers: str | Unset = UNSET
    averagepoint: str | Unset = UNSET
    commentcount: str | Unset = UNSET
    ratedusercount: str | Unset = UNSET
    discount: float | None | Unset = UNSET
    dynamicprice: list[ToolPrice] | str | None | Unset = UNSET
    cps: float | Unset = UNSET
    approximatelycost: float | Unset = UNSET
    taskstat: ToolStatistics | Unset = UNSET
    seotitle: str | Unset = UNSET
    seodescription: str | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "id": Field("id", TEXT),
        "title": Field("title", TEXT),
        "slugowner": Field("slugowner", TEXT),
        "slugproject": Field("slugproject", TEXT),
        "cleanslugowner": Field("cleanslugowner", TEXT),
        "cleanslugproject": Field("cleanslugproject", TEXT),
        "description": Field("description", TEXT),
        "image": Field("image", TEXT),
        "computingtime": Field("computingtime", TEXT),
        "readme": Field("readme", TEXT),
        "categories": Field("categories", ListOf(TEXT)),
        "tags": Field("tags", ListOf(TEXT)),
        "parameters": Field("parameters", OneOf(ListOf(Nested("ToolParameterGroup")), NULL)),
        "inspire": Field("inspire", ListOf(ANYTHING)),
        "samples": Field("samples", ListOf(TEXT)),
        "marketplace": Field("marketplace", INTEGER),
        "onlymembers": Field("onlymembers", TEXT),
        "averagepoint": Field("averagepoint", TEXT),
        "commentcount": Field("commentcount", TEXT),
        "ratedusercount": Field("ratedusercount", TEXT),
        "discount": Field("discount", OneOf(NUMBER, NULL)),
        "dynamicprice": Field("dynamicprice", OneOf(ListOf(Nested("ToolPrice")), TEXT, NULL)),
        "cps": Field("cps", NUMBER),
        "approximatelycost": Field("approximatelycost", NUMBER),
        "taskstat": Field("taskstat", Nested("ToolStatistics")),
        "seotitle": Field("seotitle", TEXT),
        "seodescription": Field("seodescription", OneOf(TEXT, NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("id", absent)
            if type(value) is str or value is UNSET:
                self.id = value
            value = get("title", absent)
            if type(value) is str or value is UNSET:
                self.title = value
            value = get("slugowner", absent)
            if type(value) is str or value is UNSET:
                self.slugowner = value
            value = get("slugproject", absent)
            if type(value) is str or value is UNSET:
                self.slugproject = value
            value = get("cleanslugowner", absent)
            if type(value) is str or value is UNSET:
                self.cleanslugowner = value
            value = get("cleanslugproject", absent)
            if type(value) is str or value is UNSET:
                self.cleanslugproject = value
            value = get("description", absent)
            if type(value) is str or value is UNSET:
                self.description = value
            value = get("image", absent)
            if type(value) is str or value is UNSET:
                self.image = value
            value = get("computingtime", absent)
            if type(value) is str or value is UNSET:
                self.computingtime = value
            value = get("readme", absent)
            if type(value) is str or value is UNSET:
                self.readme = value
            value = get("categories", absent)
            if value is UNSET:
                self.categories = value
            value = get("tags", absent)
            if value is UNSET:
                self.tags = value
            value = get("parameters", absent)
            if value is None or value is UNSET:
                self.parameters = value
            value = get("inspire", absent)
            if value is UNSET:
                self.inspire = value
            value = get("samples", absent)
            if value is UNSET:
                self.samples = value
            value = get("marketplace", absent)
            if type(value) is int or value is UNSET:
                self.marketplace = value
            value = get("onlymembers", absent)
            if type(value) is str or value is UNSET:
                self.onlymembers = value
            value = get("averagepoint", absent)
            if type(value) is str or value is UNSET:
                self.averagepoint = value
            value = get("commentcount", absent)
            if type(value) is str or value is UNSET:
                self.commentcount = value
            value = get("ratedusercount", absent)
            if type(value) is str or value is UNSET:
                self.ratedusercount = value
            value = get("discount", absent)
            if value is None or type(value) in (float, int) or value is UNSET:
                self.discount = value
            value = get("dynamicprice", absent)
            if value is None or type(value) is str or value is UNSET:
                self.dynamicprice = value
            value = get("cps", absent)
            if type(value) in (float, int) or value is UNSET:
                self.cps = value
            value = get("approximatelycost", absent)
            if type(value) in (float, int) or value is UNSET:
                self.approximatelycost = value
            value = get("taskstat", absent)
            if value is UNSET:
                self.taskstat = value
            value = get("seotitle", absent)
            if type(value) is str or value is UNSET:
                self.seotitle = value
            value = get("seodescription", absent)
            if value is None or type(value) is str or value is UNSET:
                self.seodescription = value
