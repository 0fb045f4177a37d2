"""What every widget shares: its page side is put together from plain .js and .css files in static/."""

import contextlib
import math
import posixpath
import re
import time
import uuid
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, ClassVar

import anywidget
import traitlets
from ipywidgets import DOMWidget, Layout, VBox

from ..base.errors import CommuniqueError
from ..base.strings import section, text
from ..course.journal import Journal

_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const) (\w+))", re.MULTILINE)
#: The same message twice within so many seconds is one press too many, such as a double click.
MOMENT = 0.7
#: Comments, and indentation: neither is worth its bytes on the wire.
_NOT_SENT = re.compile(r"/\*\*(?:[^*]|\*(?!/))*\*/\s*|^\s*//.*\n|^\s+| // .*$", re.MULTILINE)


def page_code(name: str) -> str:
    """The JavaScript of a widget in one module: a file of static/, and before it each file that it imports.

    A front end gets one text for a widget, so imports are resolved here. Each imported file becomes a function
    that is called once and gives what the file exports; so names of one file do not meet those of another.
    """
    *imported, own = _files(name)
    return _NOT_SENT.sub("", "\n".join([*map(_scoped, imported), _linked(own)]))


def page_style(name: str) -> str:
    """The CSS of a widget: the theme, then the styles beside the JavaScript files that page_code puts together."""
    styles = [f"{file}.css" for file in _files(name)]
    return "\n".join(_static(style) for style in ("theme.css", *styles) if _folder().joinpath(style).is_file())


@cache
def _files(name: str) -> tuple[str, ...]:
    """A file and all that it imports, each behind those that it imports itself."""
    imported = [inner for _, path in _IMPORT.findall(_static(f"{name}.js")) for inner in _files(_beside(name, path))]
    return (*dict.fromkeys(imported), name)


def _scoped(name: str) -> str:
    """A file's code in a scope of its own, as a constant that holds what the file exports."""
    exported = ", ".join(_EXPORT.findall(_static(f"{name}.js")))
    return f"const {_variable(name)} = (() => {{\n{_linked(name)}return {{ {exported} }};\n}})();"


def _linked(name: str) -> str:
    """A file's code, with what it imports taken from the constants before it."""
    code = _EXPORT.sub("", _static(f"{name}.js"))
    return _IMPORT.sub(lambda line: f"const {{{line[1]}}} = {_variable(_beside(name, line[2]))};\n", code)


def _beside(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def _variable(name: str) -> str:
    return "$" + name.replace("/", "_")


@cache
def _static(name: str) -> str:
    return _folder().joinpath(name).read_text(encoding="utf-8")


def _folder() -> Any:
    return resources.files(__package__) / "static"


class CommuniqueWidget(anywidget.AnyWidget):
    """A widget that carries its strings; subclasses name the sections of strings.yml they use.

    A subclass with a page side of its own names it: `class Reader(CommuniqueWidget, page="reader")`.

    A page sends {"do": ..., "number": n, ...}; `act` does it and gives what the page is told, and the page
    gets {"number": n, ...}, with "trouble" where something went wrong.
    """

    sections: tuple[str, ...] = ()
    #: What is done once, however often it is pressed within a moment.
    once: tuple[str, ...] = ()
    strings = traitlets.Dict().tag(sync=True)
    #: By what name the page keeps what is not on the disk yet, and when that was written which is there ("at").
    card = traitlets.Dict().tag(sync=True)

    def __init_subclass__(cls, page: str = "", **more: Any) -> None:
        if page:
            cls._esm, cls._css = page_code(page), page_style(page)
        super().__init_subclass__(**more)

    def __init__(self, **traits: Any) -> None:
        self._last: tuple[dict[str, Any], dict[str, Any], float] = ({}, {}, -math.inf)
        name = uuid.uuid4().hex
        layout = Layout(model_id=f"{name}-layout")  # by its name the page finds the widget's own model
        words = section("unsent", *self.sections)
        super().__init__(strings=words, card=self._card(), model_id=name, layout=layout, **traits)
        self.on_msg(self._on_message)

    @property
    def place(self) -> tuple[Journal, str] | None:
        """The journal, and the name in it, under which what is done here is kept; None where nothing is."""
        return None

    def _card(self) -> dict[str, str]:
        if self.place is None:
            return {}
        journal, name = self.place
        state = journal.states().get(name)
        return {"name": f"{journal.path} {name}", "at": state.at if state else ""}

    def act(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Do what the page asks for, and give what it is told; a CommuniqueError where that cannot be done."""
        return {}

    def reply(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Do what a message asks for, and give the answer to it; the last answer again, where it was pressed twice."""
        asked = {name: value for name, value in message.items() if name != "number"}
        before, reply, at = self._last
        again = asked == before and asked.get("do") in self.once and time.monotonic() - at < MOMENT
        if not again or "trouble" in reply:
            reply = answer(message, self.act)
            with contextlib.suppress(CommuniqueError):
                self.card = self._card()
        self._last = asked, reply, time.monotonic()
        return reply | {"number": message.get("number")}

    #: Calls back when all that was done is kept, with nothing or with {"trouble": ...}. A file is kept already; the
    #: store of a browser has to be waited for, and student/site/browser.py puts its own here.
    when_kept: ClassVar[Any] = staticmethod(lambda tell: tell({}))

    def _on_message(self, _widget: Any, message: Any, _buffers: Any) -> None:
        if isinstance(message, dict):
            reply = self.reply(message)
            self.when_kept(lambda trouble: self.send(reply | trouble))


def stack(widgets: Iterable[DOMWidget] = ()) -> VBox:
    """Widgets below each other, in a box that lets the reader stay in view."""
    box = VBox(list(widgets))
    box.add_class("cq-linked")
    return box


def answer(message: Mapping[str, Any], *acts: Callable[[Mapping[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """What each act gives for a message, under the message's number, with "trouble" where one of them failed."""
    reply: dict[str, Any] = {"number": message.get("number")}
    for act in acts:
        try:
            reply |= act(message)
        except CommuniqueError as error:
            reply["trouble"] = str(error)
        except ImportError as error:  # in a browser that could not get a package
            reply["trouble"] = f"{text('browser', 'missing', package=error.name)} {text('browser', 'missing-next')}"
    return reply


def text_in(message: Any, name: str) -> str:
    """A text that a page sent or the journal holds; "" for anything that is no text."""
    value = message.get(name) if isinstance(message, Mapping) else ""
    return value if isinstance(value, str) else ""


def range_in(message: Any) -> tuple[int, int] | None:
    """From which number to which a page has marked; None for anything that is no pair of numbers."""
    if not isinstance(message, Mapping):
        return None
    first, last = message.get("first"), message.get("last")
    if type(first) is not int or type(last) is not int:
        return None
    return min(first, last), max(first, last)
