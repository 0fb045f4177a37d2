"""A student at a JupyterHub without a browser: the same requests and messages that the page sends."""

from __future__ import annotations

import asyncio
import json
import random
import struct
import time
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import nbformat
from communique.questions.question import Question
from communique.teacher.answers.judge import Judge

from tests.classes import some_answer

from .hub import Hub

PATIENCE = 300  # seconds until a student gives up on anything
TRIES = 7  # how often JupyterLab's page connects anew before it asks the student
VIEW = "application/vnd.jupyter.widget-view+json"


@dataclass
class Visit:
    """What one student saw: seconds since the click that started the server, and the answers they gave."""

    name: str
    server: float = 0.0
    first_words: float = 0.0
    all_run: float = 0.0
    received: int = 0
    reconnected: int = 0
    answered: list[tuple[str, Any]] = field(default_factory=list)


def answers_of(questions: Iterable[Question], judge: Judge, chance: random.Random, count: int) -> list[tuple[str, Any]]:
    """As many answers as asked for, with the question's id: a guess where one may try again, then the key's."""
    found: list[tuple[str, Any]] = []
    for question in questions:
        found.append((question.id, some_answer(question, judge, chance)))
        kind = judge.kind(question)
        right = (question.id, kind.solution()) if kind.marked else found[-1]
        if right != found[-1]:  # the same answer twice in a moment counts once
            found.append(right)
    assert len(found) >= count, f"the lesson's questions take {len(found)} answers only"
    return found[:count]


class Student:
    """A student of a hub, who opens a notebook, runs all its cells, and answers."""

    def __init__(self, hub: Hub, session: aiohttp.ClientSession, name: str) -> None:
        self.hub, self.session, self.visit = hub, session, Visit(name)
        self._models: dict[str, Mapping[str, Any]] = {}
        self._number = 0

    @property
    def base(self) -> str:
        """The address of the student's own server."""
        return f"{self.hub.address}/user/{self.visit.name}"

    async def call(self, method: str, url: str, body: Any = None) -> Any:
        """A request that must succeed; its JSON, or nothing."""
        headers = {"Authorization": f"token {self.hub.token}"}
        async with self.session.request(method, url, headers=headers, json=body) as answer:
            text = await answer.text()
            assert answer.status < 400, (method, url, answer.status, text[:500])
            return json.loads(text) if answer.content_type == "application/json" and text else None

    async def start_server(self) -> None:
        """Press the button that starts the server, and follow its progress as the page does."""
        self._clicked = time.monotonic()
        users = f"{self.hub.address}/hub/api/users/{self.visit.name}"
        await self.call("POST", users)
        await self.call("POST", f"{users}/server", {})
        headers = {"Authorization": f"token {self.hub.token}"}
        async with self.session.get(f"{users}/server/progress", headers=headers) as progress:
            async for line in progress.content:
                told = json.loads(line.removeprefix(b"data:")) if line.startswith(b"data:") else {}
                assert not told.get("failed"), (self.visit.name, told)
                if told.get("ready"):
                    self.visit.server = time.monotonic() - self._clicked
                    return
        raise TimeoutError(f"{self.visit.name}: the server did not start")

    async def open(self, path: str, cells: list[str] | None = None) -> None:
        """Open a notebook and run all its cells, as the page does.

        Parameters:
            path: the notebook, in the student's home.
            cells: what the notebook is to hold; None where it is there already.
        """
        await self.call("GET", f"{self.base}/lab")
        if cells is not None:
            notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
            await self.call("PUT", f"{self.base}/api/contents/{path}", {"type": "notebook", "content": notebook})
        held = (await self.call("GET", f"{self.base}/api/contents/{path}"))["content"]["cells"]
        wanted = {"path": path, "name": path, "type": "notebook", "kernel": {"name": "python3"}}
        kernel = (await self.call("POST", f"{self.base}/api/sessions", wanted))["kernel"]["id"]
        self._channels = f"{self.base}/api/kernels/{kernel}/channels?session_id={uuid.uuid4().hex}"
        await self._connect()
        code = ["".join(cell["source"]) for cell in held if cell["cell_type"] == "code"]
        requests = [await self._execute(one) for one in code]
        async for message in self._messages():
            if VIEW in message["content"].get("data", {}) and not self.visit.first_words:
                self.visit.first_words = time.monotonic() - self._clicked
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                requests = [one for one in requests if one != message["parent_header"].get("msg_id")]
                if not requests:
                    break
        self.visit.all_run = time.monotonic() - self._clicked

    async def answer(self, question: str, answer: Any) -> None:
        """Press *Check* at a question, and wait until the page is told that the answer is saved."""
        (model,) = [name for name, state in self._models.items() if (state.get("question") or {}).get("id") == question]
        self._number += 1
        content = {"number": self._number, "do": "check", "answer": answer}
        data = {"method": "custom", "content": content}
        await self._send("comm_msg", {"comm_id": model, "data": data})
        async for message in self._messages():
            if message["msg_type"] == "comm_msg" and message["content"]["comm_id"] == model:
                reply = message["content"]["data"]
                if reply.get("method") == "custom" and reply["content"].get("number") == self._number:
                    assert "trouble" not in reply["content"], reply["content"]
                    break
        self.visit.answered.append((question, answer))

    async def close(self) -> None:
        """Close the page; the server stays."""
        await self._socket.close()

    async def _connect(self) -> None:
        headers = {"Authorization": f"token {self.hub.token}"}
        self._socket = await self.session.ws_connect(self._channels, headers=headers, max_msg_size=0)

    async def _execute(self, code: str) -> str:
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
        return await self._send("execute_request", content)

    async def _send(self, kind: str, content: dict[str, Any]) -> str:
        name = uuid.uuid4().hex
        header = {"msg_id": name, "msg_type": kind, "username": "", "session": name, "version": "5.3", "date": ""}
        await self._socket.send_json(
            {
                "header": header,
                "parent_header": {},
                "metadata": {},
                "content": content,
                "channel": "shell",
                "buffers": [],
            }
        )
        return name

    async def _messages(self) -> Any:
        while True:
            frame = await asyncio.wait_for(self._socket.receive(), PATIENCE)
            if frame.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED) and self.visit.reconnected < TRIES:
                self.visit.reconnected += 1
                await self._connect()  # as the page does; the server has kept what was said meanwhile
                continue
            assert frame.type in (aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY), (self.visit.name, frame)
            self.visit.received += len(frame.data)
            message = json.loads(frame.data if frame.type == aiohttp.WSMsgType.TEXT else _without_buffers(frame.data))
            content = message["content"]
            assert message["msg_type"] != "error", (self.visit.name, content)
            if message["msg_type"] == "comm_open":
                self._models[content["comm_id"]] = content["data"].get("state", {})
            yield message


def _without_buffers(frame: bytes) -> bytes:
    """The JSON of a message with buffers: their number, where each part begins, then the parts."""
    (parts,) = struct.unpack_from("!I", frame)
    offsets = [*struct.unpack_from(f"!{parts}I", frame, 4), len(frame)]
    return frame[offsets[0] : offsets[1]]


async def hub_is_up(hub: Hub, session: aiohttp.ClientSession) -> None:
    """Wait until the hub answers."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        assert hub.process.poll() is None, hub.log_text()
        try:
            async with session.get(f"{hub.address}/hub/api/") as answer:
                if answer.status == 200:
                    return
        except aiohttp.ClientError:
            pass
        await asyncio.sleep(0.1)
    raise TimeoutError(hub.log_text())


def new_session() -> aiohttp.ClientSession:
    """Connections for any number of students at once."""
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE), connector=aiohttp.TCPConnector(limit=0))
