"""The session shown in README runs as written."""

import doctest
from pathlib import Path

import testimonia

README = Path(__file__).parent.parent / "README.md"


def test_the_session_of_the_readme() -> None:
    text = README.read_text().replace("```", "")
    test = doctest.DocTestParser().get_doctest(text, {}, "README.md", str(README), 0)
    runner = doctest.DocTestRunner()
    runner.run(test)
    assert runner.tries > 10
    assert runner.failures == 0


def test_the_docstring_of_the_package() -> None:
    found = doctest.testmod(testimonia)
    assert found.attempted > 2
    assert found.failed == 0
