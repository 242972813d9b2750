"""What is installed elsewhere brings its resources along."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

ASK = """
from reader import paths
folder = paths.resources_folder()
print(folder)
for kind in ("fonts/*.ttf", "themes/*.toml", "styles/*.qss", "icons/*.svg", "samples/*.html"):
    print(kind, len(list(folder.glob(kind))))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The contents of a freshly built wheel, as an installer would lay them out."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    wheel = next(folder.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_an_installed_copy_finds_its_own_resources(installed: Path, tmp_path: Path) -> None:
    asked = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(installed)!r}); {ASK}"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    folder, *kinds = asked.stdout.splitlines()
    assert Path(folder) == installed / "reader" / "resources"
    assert [kind for kind in kinds if kind.endswith(" 0")] == []


def test_the_licences_of_the_faces_are_installed_with_them(installed: Path) -> None:
    fonts = installed / "reader" / "resources" / "fonts"
    assert {file.name for file in fonts.glob("LICENSE*")} == {
        "LICENSE-Inter.txt",
        "LICENSE-Literata.txt",
    }
