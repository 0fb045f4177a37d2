"""A JupyterHub for the course: load it from your own jupyterhub_config.py, and say there how people log in.

    load_subconfig("helpers/jupyterhub/jupyterhub_config.py")
    c.JupyterHub.authenticator_class = "..."

`COMMUNIQUE_HUB` names the folder that install.sh filled, if it is not /opt/communique.
"""

import asyncio
import os
import time

c = get_config()  # noqa: F821  (JupyterHub puts it there)

FOLDER = os.environ.get("COMMUNIQUE_HUB", "/opt/communique")

c.Spawner.cmd = [f"{FOLDER}/bin/student-server"]
c.Spawner.default_url = "/doc/tree/my-course/01-read.ipynb"
c.Spawner.environment = {"JUPYTER_PREFER_ENV_PATH": "1"}  # the course's kernel, also where a student has another

# A whole class logs in within a minute. On a small machine the last of them waits longer than the usual 60 s.
c.Spawner.start_timeout = 600
c.Spawner.http_timeout = 300

# One after another is sooner for nearly everybody: two servers start at a time for each core (one computes while
# the other waits for the hub). The others wait in the order in which they came, and their page says that the
# server is starting.
turns = asyncio.Semaphore(2 * (os.cpu_count() or 2))
LONGEST_TURN = 60  # seconds; then the next may start all the same


async def wait_for_a_turn(spawner):
    await turns.acquire()
    spawner.communique_turn = asyncio.ensure_future(hold_turn(spawner))  # kept, or it might be swept away


async def hold_turn(spawner):
    """Hold a turn until the server answers, has failed, or is late."""
    late = time.monotonic() + LONGEST_TURN
    try:
        while spawner.pending and time.monotonic() < late:
            await asyncio.sleep(0.1)
    finally:
        turns.release()


c.Spawner.pre_spawn_hook = wait_for_a_turn
