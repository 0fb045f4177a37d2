"""A text on one line: what is left of it can be kept in any of the files."""

from __future__ import annotations

import json

import yaml
from communique.text.cleaning import one_line


def test_what_no_file_can_hold_is_left_out() -> None:
    """YAML has no control characters, and no letters that Unicode keeps free; one typed by mistake is nobody's word."""
    for code in (*range(0x3000), *range(0xFE00, 0x10000), 0x1F600):
        typed = f"a{chr(code)}b"
        assert one_line(typed) == yaml.safe_load(json.dumps(one_line(typed), ensure_ascii=False))
        assert one_line(typed)[0] + one_line(typed)[-1] == "ab"
