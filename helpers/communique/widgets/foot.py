"""The foot of a lesson: what is open, the map of the course, and the worksheet."""

from __future__ import annotations

import ipywidgets

from .course_map import CourseMap
from .header import LessonHeader
from .worksheet import WorksheetButton


class LessonFoot(ipywidgets.VBox):
    """Three widgets below each other: `header`, `map` and `worksheet`."""

    def __init__(self, header: LessonHeader, course_map: CourseMap, worksheet: WorksheetButton) -> None:
        super().__init__([header, course_map, worksheet])
        self.header, self.map, self.worksheet = header, course_map, worksheet
        self.add_class("cq-linked")
