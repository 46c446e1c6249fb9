"""What the shipped pack finds in real prose, by the table of hits that were judged by hand."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SPEC = importlib.util.spec_from_file_location("precision", ROOT / "tools" / "claims_precision.py")
precision = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(precision)
ARTICLES = [
    *sorted((ROOT / "resources" / "samples").glob("*/article.json")),
    *sorted((ROOT / "tests" / "bundles").glob("*/*/article.json")),
]


def test_nine_of_ten_judged_hits_are_right():
    verdicts = list(precision.judged().values())
    assert len(verdicts) >= 20
    assert sum(verdicts) >= 0.9 * len(verdicts)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_every_hit_in_the_repository_is_judged(path):
    found = {(rule, mark) for rule, mark, _ in precision.hits(precision.article_of(path))}
    assert found <= set(precision.judged())
