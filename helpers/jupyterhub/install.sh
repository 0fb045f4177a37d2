#!/usr/bin/env bash
# Installs the course for a JupyterHub: bash helpers/jupyterhub/install.sh [FOLDER]   (FOLDER: /opt/communique)
#
# Two environments that all students share and nobody but the administrator writes to:
#   FOLDER/server   JupyterLab and what a student's page needs (one server a student)
#   FOLDER/kernel   the course and what runs a lesson (one kernel a student), without JupyterLab
# pip compiles both to bytecode here, so that no student's start has to. Call it again for a new version.
# Who makes the two environments by other means sets SKIP_PACKAGES=1: then only the settings are put in place.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
course=$(cd "$here/../.." && pwd)
folder=${1:-/opt/communique}
python=${PYTHON:-python3}
mkdir -p "$folder/bin"
folder=$(cd "$folder" && pwd)

pip() { "$folder/$1/bin/python" -m pip "${@:2}" --quiet --disable-pip-version-check; }

install_packages() {
    for name in server kernel; do
        [ -x "$folder/$name/bin/python" ] || "$python" -m venv "$folder/$name"
    done
    # The course's own list of packages; a kernel needs all but JupyterLab.
    "$folder/kernel/bin/python" - "$course/pyproject.toml" >"$folder/kernel/course.txt" <<'PYTHON'
import sys, tomllib
wanted = tomllib.load(open(sys.argv[1], "rb"))["project"]["dependencies"]
print("\n".join(line for line in wanted if not line.startswith("jupyterlab>")))
PYTHON
    pip kernel install ipykernel --requirement "$folder/kernel/course.txt"
    pip kernel install --no-deps --force-reinstall "$course"

    # Beside JupyterLab: the page's part of ipywidgets, anywidget and plotly, at the versions that the kernels have.
    "$folder/kernel/bin/python" -m pip freeze --disable-pip-version-check |
        grep -iE '^(anywidget|ipywidgets|jupyterlab.widgets|plotly)==' >"$folder/server/page.txt"
    pip server install 'jupyterhub>=5' 'jupyterlab>=4.2' 'nbgitpuller>=1.2' --requirement "$folder/server/page.txt"

    # Neither is used here, and each costs every start dearly: a parser of web addresses that builds its grammar
    # again in each server (over a second of a core), and a debugger and a completer in each kernel (half a second, 25 MiB).
    pip server uninstall --yes rfc3987-syntax
    pip kernel uninstall --yes debugpy jedi

    # The lessons are parsed once, here: students share what comes of it, and cannot write it themselves.
    "$folder/kernel/bin/python" - <<'PYTHON'
from communique.coding.loading import load_coded
from communique.course.course import load_course
from communique.questions.keys import load_keys
from communique.questions.reading import load_questions
from communique.base.strings import strings
strings(), load_coded(load_course().article)
for info in load_course().lessons:
    load_questions(info.name), load_keys(info.name)
PYTHON
}

[ -n "${SKIP_PACKAGES:-}" ] || install_packages

install -D -m 644 "$here/jupyter_server_config.py" "$folder/server/etc/jupyter/jupyter_server_config.py"
mkdir -p "$folder/server/etc/communique"
cp -R "$course/helpers/communique/jupyter/." "$folder/server/etc/communique/"
install -D -m 644 "$here/ipython_kernel_config.py" "$folder/kernel/etc/ipython/ipython_kernel_config.py"
install -D -m 755 "$here/student-server" "$folder/bin/student-server"
mkdir -p "$folder/server/share/jupyter/kernels/python3"
cat >"$folder/server/share/jupyter/kernels/python3/kernel.json" <<JSON
{
  "argv": ["$folder/kernel/bin/python", "-m", "ipykernel_launcher", "-f", "{connection_file}"],
  "display_name": "Python 3",
  "language": "python",
  "env": {"PYTHONNOUSERSITE": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"},
  "metadata": {"debugger": false}
}
JSON
echo "Installed in $folder. In jupyterhub_config.py: load_subconfig(\"$here/jupyterhub_config.py\")"
