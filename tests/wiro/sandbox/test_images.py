import hashlib
import io

from PIL import Image

from wiro.sandbox.images import draw_png


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def test_picture_has_the_size_and_carries_its_inputs() -> None:
    image = opened(draw_png("a red fox, 狐", "42", 96, 64))
    assert image.format == "PNG"
    assert image.size == (96, 64)
    assert image.info["Prompt"] == "a red fox, 狐"
    assert image.info["Prompt-SHA256"] == hashlib.sha256("a red fox, 狐".encode()).hexdigest()
    assert image.info["Task"] == "42"


def test_pictures_differ_by_prompt_and_by_task() -> None:
    pictures = {opened(draw_png(prompt, task, 64, 64)).tobytes() for prompt in ("a", "b") for task in ("1", "2")}
    assert len(pictures) == 4


def test_same_inputs_give_the_same_picture() -> None:
    assert draw_png("a", "1", 64, 64) == draw_png("a", "1", 64, 64)


def test_long_and_empty_prompts_are_drawn() -> None:
    assert opened(draw_png("word " * 2000, "1", 64, 64)).info["Prompt"] == "word " * 2000
    assert opened(draw_png("", "1", 64, 64)).size == (64, 64)
