"""What every widget shares: its page side is put together from plain .js and .css files in static/."""

from __future__ import annotations

from importlib import resources
from typing import Any

import anywidget
import traitlets

from ..base.strings import section


def page_code(*names: str) -> str:
    """The JavaScript of a widget: the helpers, then the named files, in one module.

    Example:
        >>> "export default" in page_code("reader")
        True
    """
    return "\n".join(_static(f"{name}.js") for name in ("common", *names))


def page_style(*names: str) -> str:
    """The CSS of a widget: the theme, then the named files."""
    return "\n".join(_static(f"{name}.css") for name in ("theme", *names))


def _static(name: str) -> str:
    return resources.files(__package__).joinpath("static", name).read_text(encoding="utf-8")


class CommuniqueWidget(anywidget.AnyWidget):
    """A widget that carries its strings; subclasses name the sections of strings.yml they use."""

    sections: tuple[str, ...] = ()
    strings = traitlets.Dict().tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(strings=section(*self.sections), **traits)
