"""Bring files into a student's folder without ever overwriting what a student changed."""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..base.files import MEMORY, place_copy, read_memory, write_whole


@dataclass
class Copied:
    """What happened to the files of a folder, by file name.

    `beside` names the new file beside one left alone; `as_made` are all that hold just what the course has now;
    `former` are notebooks of lessons that the course has no more.
    """

    new: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)
    beside: dict[str, str] = field(default_factory=dict)
    as_made: list[str] = field(default_factory=list)
    former: list[str] = field(default_factory=list)


class Copier:
    """Copies files into a student's folder, one by one, and remembers what it copied.

    With `update` it replaces files that nobody changed, and puts a newer one beside a file that was changed.
    """

    def __init__(self, folder: Path, *, update: bool) -> None:
        self.copied = Copied()
        self._folder, self._update = folder, update
        self._remembered = read_memory(folder)

    def bring(self, original: Path, name: str, content_of: Callable[[Path], Any]) -> None:
        """Copy one file to this name, unless the student's folder has it already.

        `content_of` says what counts as a file's content; None for a file that cannot be read as its kind.
        """
        target, newest = self._folder / name, content_of(original)
        current = content_of(target) if target.exists() else None
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            self.copied.new.append(name)
        elif current == newest:
            self.copied.left_alone.append(name)
            self.copied.as_made.append(name)
            self._remembered.setdefault(name, newest)  # copied by a start that was cut off
            return
        elif not self._update:
            self.copied.left_alone.append(name)
            return
        elif current is not None and current == self._remembered.get(name):
            self.copied.replaced.append(name)
        else:
            self.copied.left_alone.append(name)
            new = target.with_stem(f"{target.stem} (new)")
            self.copied.beside[name] = place_copy(original, new, content_of).name
            self.copied.as_made.append(self.copied.beside[name])
            return
        write_whole(target, original.read_bytes())
        self.copied.as_made.append(name)
        self._remembered[name] = newest

    def leave_former(self, names: Collection[str]) -> None:
        """Say which notebooks that were brought before are none of these any more; they stay as they are."""
        brought = [name for name in self._remembered if name.endswith(".ipynb") and name not in names]
        self.copied.former = sorted(name for name in brought if (self._folder / name).exists())

    def write_manifest(self) -> None:
        write_whole(self._folder / MEMORY, json.dumps(self._remembered, indent=1))
