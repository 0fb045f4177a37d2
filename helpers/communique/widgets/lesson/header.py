"""The head and the foot of a lesson: what is done, what is open, where it is kept."""

import traitlets

from ..base import CommuniqueWidget


class LessonHeader(CommuniqueWidget, page="lesson/header"):
    """Title, a few lines, and how far this lesson is.

    `state` holds title, lines, open (id and text of each open question) and progress (title, done, count; empty in a
    foot).
    """

    sections = ("header",)

    state = traitlets.Dict().tag(sync=True)
    foot = traitlets.Bool(False).tag(sync=True)
