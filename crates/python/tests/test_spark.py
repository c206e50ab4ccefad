"""Spark gives the same result for a feed as one process, byte for byte."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import testimonia
from testimonia import Source

pytest.importorskip("pyspark")
pytest.importorskip("pyarrow")

from pyspark.sql import SparkSession  # noqa: E402

from testimonia import spark as scaled  # noqa: E402

from feeds import feed  # noqa: E402

SCHEMA = "id string, text string, publisher string, published string"


def one_process(sources: list[Source], config: dict[str, Any] | None = None) -> tuple[list[str], list[str], list[str]]:
    stories = testimonia.stories(sources, config=config)
    groups = [f"{source.id}\t{story.id}" for story in stories for source in story.sources]
    reconciled = list(testimonia.reconcile_stories(stories, config=config))
    lines = [f"{story.id}\t{made.to_json()}" for story, made in reconciled]
    records = [
        f"{story.id}\t{json.dumps(record, ensure_ascii=False, separators=(',', ':'))}"
        for story, made in reconciled
        for record in made.to_dict()["records"]
    ]
    return sorted(groups), sorted(lines), sorted(records)


def frame(session: SparkSession, sources: list[Source]) -> Any:
    rows = [(s.id, s.text, s.publisher, s.published) for s in sources]
    return session.createDataFrame(rows, SCHEMA).repartition(3)


def on_spark(session: SparkSession, sources: list[Source], config: dict[str, Any] | None = None) -> tuple[list[str], ...]:
    grouped = scaled.group(frame(session, sources), published="published", publisher="publisher", config=config)
    groups = [f"{row.id}\t{row.story}" for row in grouped.select("id", "story").collect()]
    reconciled = scaled.reconcile(grouped, published="published", publisher="publisher", config=config)
    lines = [f"{row.story}\t{row.reconciliation}" for row in reconciled.collect()]
    records = {f"{row.story}\t{row.record}" for row in scaled.records(reconciled).select("story", "record").collect()}
    return sorted(groups), sorted(lines), sorted(records)


def sha(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    builder = SparkSession.builder.master("local[2,4]").appName("testimonia")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "3",
        # There is little data; compiling the plans would take most of the time.
        "spark.sql.codegen.wholeStage": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse")),
    }.items():
        builder = builder.config(name, value)
    made = builder.getOrCreate()
    made.sparkContext.setLogLevel("ERROR")
    made.sparkContext.setCheckpointDir(str(tmp_path_factory.mktemp("work")))
    yield made
    made.stop()


def test_the_same_bytes_as_one_process(session: SparkSession) -> None:
    sources = feed()
    groups, lines, records = one_process(sources)
    assert len(set(line.split("\t")[1] for line in groups)) > 10 and len(lines) > 10 and len(records) > 50
    assert on_spark(session, sources) == (groups, lines, records)


def test_the_same_bytes_under_tight_bounds(session: SparkSession) -> None:
    sources = feed(events=12, seed=8)
    config = {"story": {"frequent": 6, "similarity": 0.1, "cohesion": 0.5, "days": 1, "largest": 3}}
    made = one_process(sources, config)
    assert on_spark(session, sources, config) == made
    grouped = scaled.group(frame(session, sources), published="published", config=config)
    assert grouped.where("skipped > 0").count() == testimonia.stories(sources, config=config).skipped > 0


def test_a_large_story_is_bounded_and_reported(session: SparkSession) -> None:
    rows = [(f"{n:05}", f"The ferry Amana sank off Arlit with {n % 50} people aboard.", "s0") for n in range(10_000)]
    stories = session.createDataFrame(rows, "id string, text string, story string")
    [row] = scaled.reconcile(stories).collect()
    assert (row.articles, row.left_out, row.error) == (10_000, 9_000, None)
    first = [Source(id, text) for id, text, _ in rows[:1_000]]
    assert row.reconciliation == testimonia.reconcile(first).to_json()


def test_a_story_that_fails_ends_no_other(session: SparkSession) -> None:
    rows = [("a", "It rained.", "s0", None), ("b", "It rained.", "s0", "soon"), ("c", "It snowed.", "s1", None), ("d", "It snowed.", "s1", None)]
    stories = session.createDataFrame(rows, "id string, text string, story string, published string")
    made = {row.story: row for row in scaled.reconcile(stories, published="published").collect()}
    assert made["s0"].reconciliation is None and made["s0"].error.startswith("InputError")
    assert made["s1"].error is None and made["s1"].reconciliation


@pytest.mark.parametrize("ids", [["a", "a"], ["a", ""], ["a", None]])
def test_ids_are_checked(session: SparkSession, ids: list[str | None]) -> None:
    articles = session.createDataFrame([(id, "It rained.") for id in ids], "id string, text string")
    with pytest.raises(testimonia.InputError):
        scaled.group(articles)


def test_dates_are_accepted_in_any_form(session: SparkSession) -> None:
    days = "date'2024-05-06'", "timestamp'2024-05-06 23:30:00'", "'2024-05-06'"
    for day in days:
        articles = session.sql(f"select '1' id, 'A ferry sank off Arlit.' text, {day} at union all select '2', 'A ferry sank off Arlit.', {day}")
        stories = scaled.group(articles, published="at").select("story").distinct().collect()
        assert len(stories) == 1
        [row] = scaled.reconcile(scaled.group(articles, published="at"), published="at").collect()
        assert json.loads(row.reconciliation)["sources"][0]["published"].startswith("2024-05-06")


def test_an_article_without_a_text(session: SparkSession) -> None:
    grouped = scaled.group(session.createDataFrame([("a", None), ("b", "It rained.")], "id string, text string"))
    assert {row.id for row in grouped.where("story_size = 1").collect()} == {"a", "b"}


def test_an_empty_feed(session: SparkSession) -> None:
    grouped = scaled.group(session.createDataFrame([], "id string, text string"))
    assert grouped.count() == 0 and scaled.reconcile(grouped).count() == 0


def test_a_missing_work_folder_is_reported(session: SparkSession, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(type(session.sparkContext), "getCheckpointDir", lambda _: None)
    with pytest.raises(testimonia.InputError, match="work="):
        scaled.group(frame(session, feed(2)))
    assert scaled.group(frame(session, feed(2)), work=str(tmp_path)).count() > 0
