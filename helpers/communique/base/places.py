"""Where the course's files are: beside the installed package, or at the checkout's root."""

import os
from pathlib import Path

from .errors import CommuniqueError

PACKAGE = Path(__file__).resolve().parent.parent
INSTALLED = PACKAGE / "_course"
CHECKOUT = PACKAGE.parent.parent


def course_root() -> Path:
    """The folder that holds `lessons/` and `notebooks/`: the installed copy if there is one, otherwise the checkout."""
    for root in (INSTALLED, CHECKOUT):
        if os.path.isfile(f"{root}/lessons/course.yml"):  # asked at every turn; a Path takes twice as long
            return root
    raise CommuniqueError(
        f"The course's files are missing: there is no lessons/course.yml in {INSTALLED} or in {CHECKOUT}.",
        "Install the package again with: pip install --force-reinstall .",
    )


def lessons_folder() -> Path:
    """The folder with one folder a lesson, `course.yml`, and `articles/`."""
    return course_root() / "lessons"


def notebooks_folder() -> Path:
    """The folder with the built notebooks."""
    return course_root() / "notebooks"


def built_notebook(name: str) -> Path:
    """A built notebook, by its path in `notebooks/`."""
    path = notebooks_folder() / name
    if not path.is_file():
        raise CommuniqueError(f"The notebook {path} is missing.", "Build it with: make notebooks")
    return path


def articles_folder() -> Path:
    """The folder with one folder for each article that comes with the course."""
    return lessons_folder() / "articles"


def texts_folder() -> Path:
    """The folder with one folder for each short text that a question is about."""
    return lessons_folder() / "texts"
