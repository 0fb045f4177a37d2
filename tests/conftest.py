"""What all tests share: the article, a folder of one's own, and a home in which nothing of the machine is written."""

from __future__ import annotations

import gc
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

_SCRATCH = Path(tempfile.gettempdir()) / f"communique-tests-{os.getuid() if hasattr(os, 'getuid') else 'me'}"
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(_SCRATCH / "hypothesis"))
sys.modules["rfc3987_syntax"] = None  # jsonschema's check of web addresses: 3 seconds to import, and no notebook asks

import hypothesis  # noqa: E402  (reads its folder when it is imported)
import pytest  # noqa: E402
from communique import Article, ClassReport, load_article, load_class  # noqa: E402
from communique.coding.article import CodedArticle  # noqa: E402
from communique.course.journal import Journal  # noqa: E402

from .samples import samples  # noqa: E402

if TYPE_CHECKING:
    from .notebook_runs import RunNotebook

TESTS = Path(__file__).resolve().parent
REPOSITORY = TESTS.parent
GOOD_ARTICLE = TESTS / "data" / "good-article"
BROKEN_ARTICLES = TESTS / "data" / "broken-articles"
DRAFT_ARTICLE = TESTS / "data" / "draft-article"
ORIGINAL = REPOSITORY.parent / "shared" / "article.txt"

#: Which tests need more than Python, by folder or file.
MARKED = {"browser": "browser", "hub": "hub", "teacher/test_nbgrader.py": "nbgrader"}
#: Files of which one test takes many seconds: begun late, one would still run when all others have ended.
LONG = ("widgets/test_review_keys.py", "cli/test_killed.py")
#: How many students hand in to the class report whose every figure is counted again, and the files that do so.
MANY = min(samples(150), 300)
CLASS_OF_MANY = ("tests/teacher/test_figures.py", "tests/teacher/test_forecasts.py")
#: Files that do for a minute what other tests do for a second: the lines that they reach are not counted. Nor are
#: those of browser tests: most of it runs in processes of its own, and what doesn't is Playwright.
UNCOUNTED = (*CLASS_OF_MANY, "tests/teacher/test_gains.py", "tests/widgets/test_review_keys.py")

hypothesis.settings.register_profile(
    "communique",
    deadline=None,  # a slow machine is no fault
    max_examples=samples(80),
    database=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[hypothesis.HealthCheck.too_slow, hypothesis.HealthCheck.function_scoped_fixture],
)
hypothesis.settings.load_profile("communique")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[object]:
    """What was imported and collected stays to the end: no search for garbage, and there are many, looks at it."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `make quick` leaves out, and let it begin."""
    for item in items:
        place = item.path.relative_to(TESTS).as_posix()
        for start, mark in MARKED.items():
            if place == start or place.startswith(f"{start}/"):
                item.add_marker(mark)
        uncounted = item.get_closest_marker("browser") or f"tests/{place}" in UNCOUNTED
        if uncounted or (isinstance(item, pytest.Function) and _is_random(item.function)):
            item.add_marker("no_cover")
    items.sort(key=_when)


def _when(item: pytest.Item) -> int:
    """What needs more than Python comes first, then the long files, so that no core ends up waiting for them."""
    if any(item.get_closest_marker(mark) for mark in MARKED.values()):
        return 0
    return 1 if item.path.relative_to(TESTS).as_posix() in LONG else 2


def _is_random(test: Callable[..., object]) -> bool:
    """Whether a test runs the same lines again with other inputs: to count them again takes longer than to run them."""
    return getattr(test, "is_hypothesis_test", False) or "samples" in test.__code__.co_names


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """With --durations, say where the time goes, folder by folder."""
    if not terminalreporter.config.getoption("durations"):
        return
    seconds: Counter[str] = Counter()
    for report in (report for reports in terminalreporter.stats.values() for report in reports):
        if isinstance(report, pytest.TestReport):
            seconds[report.nodeid.split("::")[0].rpartition("/")[0]] += report.duration
    terminalreporter.section("seconds by folder")
    for folder, spent in seconds.most_common():
        terminalreporter.line(f"{spent:7.0f}s {folder}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Do not count what the fixtures of an uncounted test do: pytest-cov leaves out the test alone."""
    controller = getattr(item.config.pluginmanager.getplugin("_cov"), "cov_controller", None)
    if controller is None or not item.get_closest_marker("no_cover"):
        return (yield)
    controller.pause()
    try:
        return (yield)
    finally:
        controller.resume()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Run the tests of a file in one process, and those of the class of many too: it takes a while to make."""
    from xdist.scheduler import LoadFileScheduling

    class Scheduling(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.split("::", 1)[0]
            return "the class of many" if file in CLASS_OF_MANY else file

    return Scheduling(config, log)


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Gives an empty folder, the same while nothing is left in it: few of the thousands of tests write there."""
    place = tmp_path_factory.mktemp("desks")
    folders = (place / str(number) for number in itertools.count())
    here = next(folders)

    def empty() -> Path:
        nonlocal here
        while here.exists() and any(here.iterdir()):
            here = next(folders)
        here.mkdir(exist_ok=True)
        return here

    return empty


@pytest.fixture(autouse=True)
def away_from_the_repository(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test stands in an empty folder, and answers are kept there."""
    if request.node.get_closest_marker("browser"):
        yield
        return
    folder = request.getfixturevalue("empty_folder")()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(os, "fsync", lambda file: None)  # no test cuts the power, and a disk takes its time
    monkeypatch.setenv("COMMUNIQUE_PROGRESS", str(folder / "my-progress.jsonl"))
    monkeypatch.setenv("IPYTHONDIR", str(_SCRATCH / "ipython"))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(_SCRATCH / "runtime"))
    yield


@pytest.fixture(scope="session")
def article() -> Article:
    """The article that comes with the course; nothing can change it, so one does for all."""
    return load_article()


@pytest.fixture(scope="session")
def coded(article: Article) -> CodedArticle:
    """The same article as plain rows."""
    return article.coded


@pytest.fixture
def good_article(tmp_path: Path) -> Path:
    """A copy of a small article without faults, for a test to break."""
    return Path(shutil.copytree(GOOD_ARTICLE, tmp_path / "good-article"))


@pytest.fixture
def article_files(tmp_path: Path) -> Path:
    """A folder with six articles, in two folders and three forms, and four files that hold none."""
    folder = tmp_path / "files"
    (folder / "2024").mkdir(parents=True)
    for name in ("plain-news", "live-blog", "amp", "table-layout"):
        (folder / f"{name}.html").write_bytes((TESTS / "data" / "pages" / f"{name}.html").read_bytes())
    (folder / "2024" / "amp.html").write_bytes((TESTS / "data" / "pages" / "amp.html").read_bytes())
    (folder / "story.TXT").write_text("Talks fail\n\nRussia said on Monday that help would come.\n", encoding="utf-8")
    (folder / "shell.html").write_bytes((TESTS / "data" / "pages" / "shell.html").read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.md").write_bytes(os.urandom(3000) + b"\0")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7")
    (folder / "plain-news_files").mkdir()
    (folder / "plain-news_files" / "frame.html").write_text("<p>An advertisement that a browser saved.</p>", "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """An empty journal of one student."""
    return Journal(tmp_path / "student" / "my-progress.jsonl")


@pytest.fixture(scope="session")
def class_of_many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The journals of many students, each in a folder; a test that changes one copies it first."""
    from .classes import make_class

    place = tmp_path_factory.mktemp("class-of-many")
    make_class(place, MANY)
    return place


@pytest.fixture(scope="session")
def report_of_many(class_of_many: Path) -> ClassReport:
    """Their report."""
    return load_class(class_of_many)


@pytest.fixture(scope="session")
def run_notebook() -> Iterator[RunNotebook]:
    """A kernel in which notebooks run, one after the other."""
    from .notebook_runs import one_kernel

    with one_kernel(IPYTHONDIR=str(_SCRATCH / "ipython")) as run:
        yield run


@pytest.fixture(scope="session")
def original() -> str:
    """The publisher's report, where this machine has it: it is not in the repository."""
    if not ORIGINAL.is_file():
        pytest.skip("the publisher's report is not on this machine (../shared/article.txt)")
    return ORIGINAL.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def own_files() -> list[Path]:
    """Every file that git tracks or would track."""
    command = ["git", "-C", str(REPOSITORY), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return sorted(path for name in listed.split("\0") if name and (path := REPOSITORY / name).is_file())
