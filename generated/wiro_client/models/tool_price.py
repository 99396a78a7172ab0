from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, MISFIT, NUMBER, EnumOf, Field, Fields
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .price_method import PriceMethod

__all__ = ["ToolPrice"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class ToolPrice(Model):
    """One price of a model. It applies when every key of `inputs` equals the run's parameter; empty `inputs` are a
    flat rate, and a value like "QUANTITY:2" is compared with the number of files of that parameter. Failed and
    cancelled runs cost nothing.

    Attributes:
        inputs: Object of parameter values that the price is for.
        price: USD for one unit of `priceMethod`.
        price_method: What one unit of a price is (missing in older answers): cpr one run; cps one second of run
            time; cpo one output; cpt one token; cp-pixel one tier of 1,048,576 output pixels;
            cp-audiosecondslength one second of audio; cp-promptlength one character of the prompt;
            cp-outputVideoLength one second of video; cp-realtimeturn one turn of a realtime session, charged
            during it; cp-readoutput a cost that the model reports itself.
        price_extra: USD for each further tier of pixels.
        price_input: USD for each tier of pixels of an input picture.
    """

    inputs: Any | Unset = UNSET
    price: float | Unset = UNSET
    price_method: PriceMethod | Unset = UNSET
    price_extra: float | Unset = UNSET
    price_input: float | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "inputs": Field("inputs", ANYTHING),
        "price": Field("price", NUMBER),
        "price_method": Field("priceMethod", EnumOf("PriceMethod", str)),
        "price_extra": Field("priceExtra", NUMBER),
        "price_input": Field("priceInput", NUMBER),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("inputs", absent)
            if value is not MISFIT:
                self.inputs = value
            value = get("price", absent)
            if type(value) in (float, int) or value is UNSET:
                self.price = value
            value = get("priceMethod", absent)
            if value is UNSET:
                self.price_method = value
            value = get("priceExtra", absent)
            if type(value) in (float, int) or value is UNSET:
                self.price_extra = value
            value = get("priceInput", absent)
            if type(value) in (float, int) or value is UNSET:
                self.price_input = value
