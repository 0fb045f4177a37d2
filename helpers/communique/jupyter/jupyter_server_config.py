"""For the Jupyter servers that the course starts: a lesson looks like a page, and is saved without its outputs.

`communique start` puts this folder on JUPYTER_CONFIG_PATH; Binder and a JupyterHub copy it. No other server reads it.
"""

from pathlib import Path
from typing import Any

c = get_config()  # type: ignore[name-defined]  # noqa: F821  (Jupyter puts it there)

c.LabApp.custom_css = True
c.ServerApp.tornado_settings = {"static_custom_path": [str(Path(__file__).with_name("custom"))]}


def leave_outputs_out(model: dict[str, Any], **_: Any) -> None:
    """Save a lesson as it was built: its outputs need the kernel that made them, and mean nothing the next day."""
    content = model.get("content") or {}
    if model["type"] != "notebook" or "communique" not in content.get("metadata", {}):
        return
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None


c.ContentsManager.pre_save_hook = leave_outputs_out
