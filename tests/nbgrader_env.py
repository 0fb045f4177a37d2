"""nbgrader in an environment of its own, which sees this one's packages: `python -m tests.nbgrader_env` makes it.

Installed beside JupyterLab, its extensions would change the page that the browser tests look at.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

HOME = Path(sys.prefix) / "nbgrader"
BIN = HOME / ("Scripts" if sys.platform == "win32" else "bin")
#: Written last, so that half an environment is made again.
READY = HOME / "ready.txt"


def make() -> None:
    """Make the environment, if it is not there in the version that pyproject.toml asks for."""
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = "\n".join(project["optional-dependencies"]["nbgrader"])
    if READY.is_file() and wanted == READY.read_text(encoding="utf-8"):
        return
    venv.EnvBuilder(with_pip=True, clear=True).create(HOME)
    python = str(BIN / "python")
    asked = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip())
    ours = f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n"
    (packages / "course.pth").write_text(ours, encoding="utf-8")
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted.split("\n")]
    subprocess.run(install, check=True)
    # nbgrader calls alembic by name, and it has to be this environment's: the hub's, in ours, knows no nbgrader
    subprocess.run([*install[:6], "--ignore-installed", "--no-deps", "alembic"], check=True)
    READY.write_text(wanted, encoding="utf-8")


if __name__ == "__main__":
    make()
