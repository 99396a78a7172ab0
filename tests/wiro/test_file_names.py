from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiro._file_names import numbered, safe_file_name


def test_numbers_come_before_the_ending() -> None:
    assert list(islice(numbered("a.b.png"), 3)) == ["a.b.png", "a.b-1.png", "a.b-2.png"]
    assert list(islice(numbered("lake"), 2)) == ["lake", "lake-1"]


class TestNames:
    @pytest.mark.parametrize(
        ("name", "safe"),
        [
            ("0.png", "0.png"),
            ("a/b/0.png", "0.png"),
            ("../../etc/passwd", "passwd"),
            ("/etc/passwd", "passwd"),
            ("..\\..\\boot.ini", "boot.ini"),
            ("C:\\windows\\x.dll", "x.dll"),
            (".bashrc", "bashrc"),
            ("...", "from-url.bin"),
            ("..", "from-url.bin"),
            ("", "from-url.bin"),
            ("  ", "from-url.bin"),
            ("a\x00b\n.png", "ab.png"),
            ("gnp.\u202e3pm", "gnp.3pm"),
            ('what?<>"|*.png', "what______.png"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("console.txt", "console.txt"),
            ("trailing. . ", "trailing"),
            ("caf\u0065\u0301.png", "caf\u00e9.png"),
        ],
    )
    def test_names(self, name: str, safe: str) -> None:
        assert safe_file_name(name, "https://cdn/x/from-url.bin?secret=1") == safe

    def test_url_is_decoded_before_it_is_cut(self) -> None:
        assert safe_file_name("", "https://cdn/a/..%2f..%2fetc%2Fpasswd") == "passwd"

    def test_no_name_at_all(self) -> None:
        assert safe_file_name("", "https://cdn/", "image/png; x=y", 3) == "output-3.png"
        assert safe_file_name("", "", "nonsense", 3) == "output-3"
        assert safe_file_name("", "http://[", "", 3) == "output-3"

    def test_long_names_keep_their_extension(self) -> None:
        name = safe_file_name("é" * 500 + ".png")
        assert name.endswith("é.png")
        assert len(name.encode()) <= 200
        assert len(safe_file_name("x." + "y" * 500)) == 200

    @given(st.text(), st.text())
    def test_any_name_stays_in_its_folder(self, name: str, path: str) -> None:
        safe = safe_file_name(name, "https://cdn/" + path)
        assert safe
        assert "/" not in safe
        assert "\\" not in safe
        assert "\x00" not in safe
        assert not safe.startswith(".")
        assert len(safe.encode()) <= 220
