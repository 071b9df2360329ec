"""The rules that are kept to be broken can still be broken; whether tests notice, `python -m tests.mutations` says."""

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest

from ita_data.config import ROOT
from tests.mutations import Mutation, Verdict, main, mutations, tried

MUTATIONS = mutations()
RULE = Mutation("a half counts as less", "rule.py", "share >= 0.5", "share > 0.5", ("test_rule.py",))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one rule with one test."""
    (tmp_path / "rule.py").write_text("def is_much(share):\n    return share >= 0.5\n", encoding="utf-8")
    test = "from rule import is_much\n\n\ndef test_half():\n    assert is_much(0.5)\n"
    (tmp_path / "test_rule.py").write_text(test, encoding="utf-8")
    (tmp_path / "test_other.py").write_text("def test_other():\n    pass\n", encoding="utf-8")
    return tmp_path


def test_no_two_have_one_name() -> None:
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS) >= 12


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_each_still_applies(mutation: Mutation) -> None:
    source = (ROOT / mutation.file).read_text(encoding="utf-8")
    assert mutation.broken(source) != source


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_the_tests_that_each_names_are_there(mutation: Mutation) -> None:
    assert mutation.tests
    for test in mutation.tests:
        path, _, name = test.partition("::")
        assert (ROOT / path).exists()
        assert not name or re.sub(r"\[.*", "", name) in functions_of(ROOT / path)


def functions_of(path: Path) -> set[str]:
    return {
        node.name for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)
    }


@pytest.mark.parametrize(
    ("changed", "verdict"),
    [
        ({}, Verdict.CAUGHT),
        ({"tests": ("test_other.py",)}, Verdict.SURVIVED),
        ({"text": "share <= 0.5"}, Verdict.NO_LONGER_APPLIES),
        ({"text": "share"}, Verdict.NO_LONGER_APPLIES),
        ({"instead": "share >"}, Verdict.ERROR),
        ({"file": "gone.py"}, Verdict.ERROR),
        ({"tests": ("test_rule.py::test_gone",)}, Verdict.ERROR),
        ({"text": "def is_much", "instead": "def is_other"}, Verdict.ERROR),
    ],
    ids=lambda given: None if isinstance(given, dict) else str(given),
)
def test_a_broken_rule_is_caught_only_by_a_test_that_fails(
    project: Path, changed: dict[str, object], verdict: Verdict
) -> None:
    before = (project / "rule.py").read_bytes()
    found, _seen = tried(project, replace(RULE, **changed))  # type: ignore[arg-type]
    assert found is verdict
    assert (project / "rule.py").read_bytes() == before


def test_a_name_that_no_rule_has_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due date", "no such rule"]) == 1
    assert "no such rule" in capsys.readouterr().out
