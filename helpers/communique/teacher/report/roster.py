"""A class list: the CSV file that a teacher exports from a gradebook, as the platform or a spreadsheet saved it."""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ...base.errors import CommuniqueError
from ...base.text_files import encoding_of

LARGEST = 20_000_000
FIRST, LAST, NUMBER, EMAIL = "First name", "Last name", "ID number", "Email address"
FULL, CANVAS_NAME, CANVAS_ID = "Full name", "Student", "ID"

#: What the platforms call these columns. Moodle translates them with the page; older versions say Surname.
_HEADINGS = {
    FIRST: "first name|vorname|prénom|nombre|nome|voornaam|이름",
    LAST: "last name|surname|nachname|nom de famille|nom|apellido|apellido(s)|cognome|sobrenome|apelido|achternaam|성",
    NUMBER: "id number|id-nummer|numéro d'identification|número de id|codice identificativo|número de identificação",
    EMAIL: "email address|email|e-mail|e-mail-adresse|adresse de courriel|dirección de correo|dirección email|"
    "indirizzo email|endereço de email|e-mailadres|이메일 주소",
    FULL: "full name|vollständiger name|nom complet|nombre completo|nome completo|volledige naam",
}
_KNOWN = {called: column for column, names in _HEADINGS.items() for called in names.split("|")}
_NEEDED = "It needs the columns First name and Last name, or Full name (Moodle), or Student (Canvas)."

Cells = Mapping[str, str]


@dataclass(frozen=True)
class Roster:
    """The cells of each student, and who is meant by the letters of a name or, in Canvas, by "#" and the id."""

    students: tuple[Cells, ...]
    called: Mapping[str, tuple[Cells, ...]]

    def meant(self, student: str, number: str = "") -> tuple[Cells, ...]:
        """Those whom a name may mean; several share it, unless a platform's number tells who it is."""
        return (number and self.called.get(f"#{number}")) or self.called.get(letters(student), ())

    def name_of(self, cells: Cells) -> str:
        """A student's name; where several share it, with what tells them apart."""
        name = cells.get(CANVAS_NAME) or f"{cells.get(FIRST, '')} {cells.get(LAST, '')}".strip()
        apart = next((cells[column] for column in (EMAIL, NUMBER, CANVAS_ID) if cells.get(column)), "")
        shared = apart and any(len(self.called[key]) > 1 for key in _names(cells))
        return f"{name} ({apart})" if shared else name


def read_roster(path: Path) -> Roster:
    """The students of an exported gradebook, by the letters of their names and, in Canvas, by their ids.

    Commas, semicolons or tabs between the cells, UTF-8, UTF-16 or Windows-1252, spaces around headings and cells, and
    Moodle's headings in several languages are all read.
    """
    lines = _lines(path)
    first = lines[0] if lines else []
    headings = [_KNOWN.get(unicodedata.normalize("NFC", c).casefold().replace("’", "'"), c) for c in first]
    if not {FIRST, LAST, FULL, CANVAS_NAME} & set(headings):
        headings = _by_place(headings, lines[1:])
    rows = [dict(zip(headings, line, strict=False)) for line in lines[1:]]
    called: dict[str, tuple[Cells, ...]] = {}
    students = list({tuple(cells.items()): cells for cells in map(_with_both_names, rows) if _names(cells)}.values())
    for cells in students:
        for name in _names(cells):
            called[name] = (*called.get(name, ()), cells)
    if not students:
        columns = ", ".join(cell for cell in lines[0] if cell) if lines else ""
        what = f"Its columns are: {columns}." if columns else "It is empty."
        raise CommuniqueError(f"{path} has no names of students. {what}", _NEEDED)
    return Roster(tuple(students), called)


def letters(name: str) -> str:
    """A name as it is compared: letters and digits alone, in small letters."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name)).casefold()


def _lines(path: Path) -> list[list[str]]:
    """The cells of each line that has any; the line `sep=;`, which Excel writes, is none."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise CommuniqueError(f"{path} is larger than {LARGEST / 1e6:.0f} MB.", "Export the gradebook alone.")
        content = _decoded(raw)
        first = next((line for line in content.splitlines() if line.strip() and not _is_separator(line)), "")
        delimiter = max(",;\t", key=first.count)
        lines = [[cell.strip() for cell in line] for line in csv.reader(io.StringIO(content, ""), delimiter=delimiter)]
    except (OSError, ValueError, csv.Error) as error:
        raise CommuniqueError(f"{path} cannot be read as a CSV file.", "Export the gradebook as CSV again.") from error
    return [line for line in lines if any(line) and not _is_separator(delimiter.join(line))]


def _decoded(raw: bytes) -> str:
    encoding = encoding_of(raw)
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8" or b"\0" in raw:
            raise
        return raw.decode("windows-1252", "replace")  # what Excel saves as CSV on Western systems


def _is_separator(line: str) -> bool:
    return re.fullmatch(r"sep=.?", line.strip().lower()) is not None


def _by_place(headings: list[str], lines: list[list[str]]) -> list[str]:
    """Headings in a language that is not known: an export begins with first and last name, and an address has an @."""
    with_at = [n for n in range(2, len(headings)) if lines and all("@" in line[n] for line in lines if len(line) > n)]
    if not with_at:
        return headings
    return [{0: FIRST, 1: LAST, with_at[0]: EMAIL}.get(number, heading) for number, heading in enumerate(headings)]


def _with_both_names(cells: Mapping[str, str]) -> Mapping[str, str]:
    if FULL not in cells or cells.get(FIRST) or cells.get(LAST):
        return cells
    first, _, last = cells[FULL].rpartition(" ")
    return {**cells, FIRST: first or last, LAST: last if first else ""}


def _names(cells: Mapping[str, str]) -> set[str]:
    """What a student may be called in a file's name: "Min Kim", "Kim, Min" and "kimmin" are one."""
    parts = [cells.get(FIRST, ""), cells.get(LAST, "")]
    if not any(parts):
        parts = cells.get(CANVAS_NAME, "").split(",")
    names = {letters("".join(parts)), letters("".join(reversed(parts)))} - {"", letters("Points Possible")}
    number = cells.get(CANVAS_ID, "")
    return names | {f"#{number}"} if names and number else names
