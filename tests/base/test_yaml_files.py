"""A YAML file is a mapping, or a sentence says where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from communique import CommuniqueError
from communique.base.places import lessons_folder
from communique.base.yaml_files import read_yaml


def test_the_line_of_a_yaml_slip_is_named(tmp_path: Path) -> None:
    """An author finds the line in the editor."""
    path = tmp_path / "key.yml"
    path.write_text("a: 1\nb: 'open\n", encoding="utf-8")
    with pytest.raises(CommuniqueError, match=r"key.yml, line \d+: this is not valid YAML"):
        read_yaml(path)


def test_a_change_is_seen_and_nothing_is_read_twice(tmp_path: Path) -> None:
    """The same file gives the same mapping; a file that was saved anew gives what it holds now."""
    path = tmp_path / "course.yml"
    path.write_text("a: 1", encoding="utf-8")
    assert read_yaml(path) is read_yaml(path)
    path.write_text("a: 22", encoding="utf-8")
    assert {"a": 22} == read_yaml(path)


def test_a_list_is_no_mapping(tmp_path: Path) -> None:
    """The message says what the file should look like."""
    path = tmp_path / "course.yml"
    path.write_text("- a", encoding="utf-8")
    with pytest.raises(CommuniqueError, match="there are no 'name: value' lines"):
        read_yaml(path)


@pytest.mark.parametrize("path", sorted(lessons_folder().rglob("*.yml")), ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_no_key_is_written_twice(path: Path) -> None:
    """YAML keeps the last of two entries with one name in silence; a test does not."""

    class Strict(yaml.SafeLoader):
        pass

    def mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict:
        names = [loader.construct_object(key) for key, _ in node.value]
        assert sorted(set(map(str, names))) == sorted(map(str, names))
        return yaml.SafeLoader.construct_mapping(loader, node, deep=True)

    Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, mapping)
    assert yaml.load(path.read_text(encoding="utf-8"), Loader=Strict)
