"""A server and a browser for all stories; a folder of its own for each student."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from communique.student.folder import copy_course
from playwright.sync_api import Browser, expect, sync_playwright

from .lab import Lab, Student, find_chromium, launch, student_at

REQUIRED = os.environ.get("COMMUNIQUE_REQUIRE_BROWSER") == "1"
expect.set_options(timeout=30_000)  # a busy machine is slow, and waits end when what is waited for is there
PICTURES = Path(__file__).parent / "pictures"


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    if not find_chromium():
        message = "no Chromium on this machine: install one (Debian: apt-get install chromium) to run the browser tests"
        if REQUIRED:
            pytest.fail(message)
        pytest.skip(message)
    server = Lab(tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("home"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser(lab: Lab) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = launch(playwright)
        yield found
        found.close()


@pytest.fixture
def folder(lab: Lab, request: pytest.FixtureRequest) -> Path:
    """A student's own folder with a fresh copy of the course."""
    path = lab.folder / re.sub(r"\W+", "-", request.node.name)
    copy_course(path)
    return path


@pytest.fixture
def student(lab: Lab, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Student]:
    """A student with a wide screen and the light theme. Their kernels end with the story."""
    failed = request.session.testsfailed
    with student_at(lab, browser) as someone:
        yield someone
        someone.leaves_page &= request.session.testsfailed == failed
