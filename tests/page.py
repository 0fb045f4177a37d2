"""What a page sends to a widget, by the way that a real one takes."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any
from unittest.mock import patch

from communique.student.lesson import Lesson
from communique.widgets.lesson.header import LessonHeader
from ipywidgets import Widget


def send_from_page(widget: Widget, message: Any, buffers: Iterable[bytes] = ()) -> None:
    """Hand a widget a message of its page; an error that ipywidgets would only log fails the test."""
    heard: list[logging.LogRecord] = []
    listener = logging.Handler()
    listener.emit = heard.append
    widget.log.addHandler(listener)
    try:
        data = {"method": "custom", "content": message}
        widget.comm.handle_msg({"content": {"data": data}, "buffers": list(buffers)})
    finally:
        widget.log.removeHandler(listener)
    if errors := [record.exc_info[1] for record in heard if record.exc_info and record.exc_info[1]]:
        raise errors[0]


def head_of(lesson: Lesson) -> LessonHeader:
    """What a lesson shows of itself where a notebook displays it."""
    with patch("IPython.display.display") as display:
        lesson._ipython_display_()  # IPython's own name for it
    (header,) = display.call_args.args
    return header
