from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.command import invoke

if TYPE_CHECKING:
    from wiro.sandbox import Sandbox


def test_search(wiro_sandbox: Sandbox) -> None:
    found = invoke(wiro_sandbox, "models", "search", "video", "--limit", "1", "--json").document
    assert found == {
        "models": [
            {
                "model": "sandbox/video",
                "title": "Video",
                "description": found["models"][0]["description"],
                "categories": ["video", "text-to-video"],
            }
        ]
    }
    assert invoke(wiro_sandbox, "models", "search", "--owner", "sandbox").out.count("\n") > 10
    nothing = invoke(wiro_sandbox, "models", "search", "no such thing anywhere")
    assert (nothing.status, nothing.out, nothing.err) == (0, "", "no models found\n")


def test_show(wiro_sandbox: Sandbox) -> None:
    document = invoke(wiro_sandbox, "models", "show", "sandbox/video", "--json").document
    assert set(document) == {"model", "title", "description", "categories", "parameters", "price"}
    assert document["price"]["usd"] == "0.13"
    resolution = next(parameter for parameter in document["parameters"] if parameter["id"] == "resolution")
    assert resolution == {
        "id": "resolution",
        "type": "select",
        "label": "Resolution",
        "required": False,
        "default": "720p",
        "options": ["720p", "480p", "1080p"],
        "minimum": None,
        "maximum": None,
        "step": None,
        "note": "",
    }
    assert (
        "resolution\tselect\t720p | 480p | 1080p (720p)" in invoke(wiro_sandbox, "models", "show", "sandbox/video").out
    )


def test_a_model_that_does_not_exist(wiro_sandbox: Sandbox) -> None:
    assert invoke(wiro_sandbox, "models", "show", "sandbox/nothing").status == 4
