from __future__ import annotations

from ..enums import OpenStrEnum

__all__ = ["PriceMethod"]


class PriceMethod(OpenStrEnum):
    """What one unit of a price is (missing in older answers): cpr one run; cps one second of run time; cpo one
    output; cpt one token; cp-pixel one tier of 1,048,576 output pixels; cp-audiosecondslength one second of
    audio; cp-promptlength one character of the prompt; cp-outputVideoLength one second of video;
    cp-realtimeturn one turn of a realtime session, charged during it; cp-readoutput a cost that the model
    reports itself.
    """

    PER_RUN = "cpr"
    PER_SECOND = "cps"
    PER_OUTPUT = "cpo"
    PER_TOKEN = "cpt"
    PER_PIXEL_TIER = "cp-pixel"
    PER_AUDIO_SECOND = "cp-audiosecondslength"
    PER_PROMPT_CHARACTER = "cp-promptlength"
    PER_VIDEO_SECOND = "cp-outputVideoLength"
    PER_REALTIME_TURN = "cp-realtimeturn"
    REPORTED_BY_MODEL = "cp-readoutput"
