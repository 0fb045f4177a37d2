"""The foot of a lesson: what is open, the lessons of the course, the worksheet, and handing in."""

import ipywidgets

from .course_map import CourseMap
from .download import HandInButton, WorksheetButton
from .header import LessonHeader


class LessonFoot(ipywidgets.VBox):
    """Four widgets below each other: `header`, `map`, `worksheet` and `hand_in`."""

    def __init__(
        self, header: LessonHeader, course_map: CourseMap, worksheet: WorksheetButton, hand_in: HandInButton
    ) -> None:
        super().__init__([header, course_map, worksheet, hand_in])
        self.header, self.map, self.worksheet, self.hand_in = header, course_map, worksheet, hand_in
        self.add_class("cq-linked")
