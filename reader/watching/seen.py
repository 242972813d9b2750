"""Remember which files of the watched folders were seen, from one start to the next."""

import json
from collections.abc import Collection
from pathlib import Path
from uuid import uuid4

_Marks = dict[str, tuple[int, int]]


class Seen:
    """By path, size and moment of change. It may be lost: then all comes in again, and is known."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._marks: dict[str, _Marks] | None = None

    def has(self, folder: Path, page: Path, size: int, changed_at: int) -> bool:
        return self._of(folder).get(_name(folder, page)) == (size, changed_at)

    def note(self, folder: Path, page: Path, size: int, changed_at: int) -> None:
        self._of(folder)[_name(folder, page)] = (size, changed_at)

    def forget_others(self, folder: Path, pages: Collection[Path]) -> None:
        """Forget what does not lie there any more."""
        names = {_name(folder, page) for page in pages}
        marks = self._of(folder)
        for name in [one for one in marks if one not in names]:
            del marks[name]

    def save(self) -> None:
        """Write it beside the old one, then put it in its place."""
        draft = self._file.with_name(f".{self._file.name}.{uuid4().hex}")
        draft.write_text(json.dumps(self._marks or {}, indent=0), encoding="utf-8")
        draft.replace(self._file)

    def _of(self, folder: Path) -> _Marks:
        if self._marks is None:
            self._marks = _read(self._file)
        return self._marks.setdefault(str(folder), {})


def _read(file: Path) -> dict[str, _Marks]:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return {
            str(folder): {str(name): (int(size), int(at)) for name, (size, at) in marks.items()}
            for folder, marks in kept.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _name(folder: Path, page: Path) -> str:
    return page.relative_to(folder).as_posix().encode("utf-8", "backslashreplace").decode()
