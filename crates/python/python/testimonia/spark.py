"""Groups and reconciles on Spark: from DataFrame to DataFrame, with the same result as in a single process.

    from testimonia import spark

    grouped = spark.group(articles, published="published", work="hdfs:///tmp/testimonia")
    reconciled = spark.reconcile(grouped)
    records = spark.records(reconciled)

It runs on PySpark 3.5 and 4, using only ``mapInArrow`` and joins. The package must be installed on the executors; see
docs/scale.md for sizes, partitions and memory.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql import types as T

from . import _core
from ._api import Pairs, _options
from ._core import InputError, InternalError

__all__ = ["group", "reconcile", "records"]

_Options: TypeAlias = tuple[str | None, list[tuple[str, str]], list[tuple[str, str]]]
_Batches: TypeAlias = Iterable[pa.RecordBatch]

# Rows processed at a time, whatever the size of an Arrow batch.
_ROWS = 256
# Sums of similarities saturate here, as in a single process.
_HIGHEST = (1 << 32) - 1

_SKETCH = "id string, day int, roundup boolean, sketch binary, keys array<struct<term:bigint,weight:int>>"
_MET = "article bigint, met binary, skipped int"
_CANDIDATES = "article bigint, others array<bigint>, skipped bigint"
_LIKENESS = "a bigint, b bigint, value bigint"
_NAMED = "leader bigint, story string, story_size bigint"
_RECONCILED = "story string, articles bigint, left_out bigint, reconciliation string, error string"
_RECORDS = (
    "story string, record_id string, facet string, relation string, verdict string, confidence double, reading int, "
    "source string, start_byte bigint, end_byte bigint, text string, explanation string, record string"
)


def _slices(batches: _Batches) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        for start in range(0, batch.num_rows, _ROWS):
            yield batch.slice(start, _ROWS)


def _columns(batch: pa.RecordBatch, *names: str) -> list[list[Any]]:
    return [batch.column(name).to_pylist() for name in names]


def _sketch(options: _Options, batches: _Batches) -> Iterator[pa.RecordBatch]:
    key = pa.list_(pa.struct([("term", pa.int64()), ("weight", pa.int32())]))
    for batch in _slices(batches):
        ids, texts, publishers, dates = _columns(batch, "id", "text", "publisher", "published")
        made = _core.sketches(list(zip(ids, texts, publishers, dates, strict=True)), options)
        keys = [
            [{"term": term, "weight": weight} for term, weight in zip(terms, weights, strict=True)]
            for _, _, _, terms, weights in made
        ]
        yield pa.record_batch(
            [
                pa.array(ids, pa.string()),
                pa.array([row[0] for row in made], pa.int32()),
                pa.array([row[1] for row in made], pa.bool_()),
                pa.array([row[2] for row in made], pa.binary()),
                pa.array(keys, key),
            ],
            ["id", "day", "roundup", "sketch", "keys"],
        )


def _meet(options: _Options, batches: _Batches) -> Iterator[pa.RecordBatch]:
    # The articles of one term are consecutive, even across batches.
    lookup = _core.Lookup(options)
    for batch in _slices(batches):
        terms, articles, days, weights = _columns(batch, "term", "article", "day", "weight")
        met = lookup.next(terms, articles, days, weights)
        # An article that meets no other through a term produces no row.
        rows = [(article, m, int(m is None)) for article, m in zip(articles, met, strict=True) if m != b""]
        yield pa.record_batch(
            [
                pa.array([row[0] for row in rows], pa.int64()),
                pa.array([row[1] for row in rows], pa.binary()),
                pa.array([row[2] for row in rows], pa.int32()),
            ],
            ["article", "met", "skipped"],
        )


def _candidates(batches: _Batches) -> Iterator[pa.RecordBatch]:
    for batch in _slices(batches):
        articles, met, skipped = _columns(batch, "article", "met", "skipped")
        yield pa.record_batch(
            [
                pa.array(articles, pa.int64()),
                pa.array(_core.candidates(met), pa.list_(pa.int64())),
                pa.array(skipped, pa.int64()),
            ],
            ["article", "others", "skipped"],
        )


def _likeness(batches: _Batches) -> Iterator[pa.RecordBatch]:
    for batch in _slices(batches):
        of_a, of_b = _columns(batch, "of_a", "of_b")
        value = pa.array(_core.likeness(of_a, of_b), pa.int64())
        yield pa.record_batch([batch.column("a"), batch.column("b"), value], ["a", "b", "value"])


def _runs(batches: _Batches, key: str, *names: str) -> Iterator[tuple[Any, Iterator[tuple[Any, ...]]]]:
    """The rows of each key, in order; rows with the same key are consecutive. Only one slice is held in memory."""
    rows = (row for batch in _slices(batches) for row in zip(*_columns(batch, key, *names), strict=True))
    waiting = next(rows, None)

    def run(of: Any) -> Iterator[tuple[Any, ...]]:
        nonlocal waiting
        while waiting is not None and waiting[0] == of:
            yield waiting[1:]
            waiting = next(rows, None)

    while waiting is not None:
        of = waiting[0]
        one = run(of)
        yield of, one
        for _ in one:
            pass


def _name(batches: _Batches) -> Iterator[pa.RecordBatch]:
    for leader, rows in _runs(batches, "leader", "id"):
        ids = [id for (id,) in rows]
        yield pa.record_batch(
            [
                pa.array([leader], pa.int64()),
                pa.array([_core.story_id(ids)], pa.string()),
                pa.array([len(ids)], pa.int64()),
            ],
            ["leader", "story", "story_size"],
        )


def _reconcile(options: _Options, largest: int, batches: _Batches) -> Iterator[pa.RecordBatch]:
    for story, rows in _runs(batches, "story", "id", "text", "publisher", "published"):
        taken: list[tuple[Any, ...]] = []
        left_out = 0
        for row in rows:
            if len(taken) < largest:
                taken.append(row)
            else:
                left_out += 1
        if len(taken) < 2:
            continue
        made, error = None, None
        try:
            made = _core.reconcile(taken, options)
        except (InputError, InternalError) as e:
            # A failure on one story must not stop the others.
            error = f"{type(e).__name__}: {e}"
        yield pa.record_batch(
            [
                pa.array([story], pa.string()),
                pa.array([len(taken) + left_out], pa.int64()),
                pa.array([left_out], pa.int64()),
                pa.array([made], pa.string()),
                pa.array([error], pa.string()),
            ],
            ["story", "articles", "left_out", "reconciliation", "error"],
        )


def _records(batches: _Batches) -> Iterator[pa.RecordBatch]:
    schema = _arrow(_RECORDS)
    for batch in _slices(batches):
        rows = []
        for story, made in zip(*_columns(batch, "story", "reconciliation"), strict=True):
            for record in json.loads(made)["records"] if made is not None else ():
                line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
                for number, reading in enumerate(record["readings"]):
                    for mention in reading["mentions"]:
                        rows.append(
                            {
                                "story": story,
                                "record_id": record["id"],
                                **{name: record[name] for name in ("facet", "relation", "verdict", "confidence")},
                                "reading": number,
                                "source": mention["source"],
                                "start_byte": mention["start"],
                                "end_byte": mention["end"],
                                "text": mention["text"],
                                "explanation": record["explanation"],
                                "record": line,
                            }
                        )
        yield pa.RecordBatch.from_pylist(rows, schema=schema)


def _arrow(schema: str) -> pa.Schema:
    types = {"string": pa.string(), "double": pa.float64(), "int": pa.int32(), "bigint": pa.int64()}
    return pa.schema([(name, types[of]) for name, of in (column.split(" ") for column in schema.split(", "))])


class _Tables:
    """Tables stored in files between steps, which makes lost executors recoverable and keeps plans short."""

    def __init__(self, spark: SparkSession, work: str | None) -> None:
        if work is None:
            work = spark.sparkContext.getCheckpointDir()
        if work is None:
            raise InputError("grouping needs a folder that all executors share: set work= or SparkContext.setCheckpointDir")
        self._spark = spark
        self._folder = f"{work.rstrip('/')}/testimonia-{uuid.uuid4().hex}"
        self._count = 0

    def keep(self, table: DataFrame, name: str) -> DataFrame:
        self._count += 1
        path = f"{self._folder}/{self._count:03}-{name}"
        table.write.parquet(path)
        return self._spark.read.schema(table.schema).parquet(path)


def _published(df: DataFrame, column: str | None) -> Any:
    """A date in ISO 8601; a timestamp is converted to the session's time zone."""
    if column is None:
        return F.lit(None).cast("string")
    kind = df.schema[column].dataType
    if isinstance(kind, T.StringType):
        return F.col(column)
    if isinstance(kind, T.DateType):
        return F.date_format(column, "yyyy-MM-dd")
    return F.date_format(column, "yyyy-MM-dd'T'HH:mm:ss")


def _columns_of(df: DataFrame, id: str, text: str, published: str | None, publisher: str | None) -> list[Any]:
    return [
        F.col(id).cast("string").alias("id"),
        # Rows without a text are not rare and must not fail the job.
        F.coalesce(F.col(text), F.lit("")).alias("text"),
        (F.col(publisher) if publisher else F.lit(None).cast("string")).alias("publisher"),
        _published(df, published).alias("published"),
    ]


def group(
    df: DataFrame,
    *,
    id: str = "id",
    text: str = "text",
    published: str | None = None,
    publisher: str | None = None,
    config: Mapping[str, Any] | None = None,
    work: str | None = None,
) -> DataFrame:
    """Groups articles into stories: the same rows with columns ``story``, ``story_size`` and ``skipped``.

    ``skipped`` counts an article's rare terms that were not looked up because too many others have them. ``work`` is a folder
    that all executors share, for intermediate tables, which are not removed. When this returns, everything has been computed
    except the join with ``df``.
    """
    taken = {"story", "story_size", "skipped"} & set(df.columns)
    if taken:
        raise InputError(f"the DataFrame already has a column {sorted(taken)[0]!r}")
    options = _options(config, None, (), ())
    tables = _Tables(df.sparkSession, work)
    articles = df.select(*_columns_of(df, id, text, published, publisher))
    sketched = tables.keep(articles.mapInArrow(partial(_sketch, options), _SKETCH), "sketches")
    _check(sketched)
    numbered = _numbered(sketched, tables)
    pairs, skipped = _pairs(numbered, options, tables)
    joined = _join(numbered, pairs, options, tables)
    leaders = _attach(numbered, joined, pairs, options, tables)
    named = _by(leaders, "leader", "id").mapInArrow(_name, _NAMED)
    stories = leaders.join(named, "leader").join(skipped, "article", "left")
    stories = stories.select(
        F.col("id").alias("_id"), "story", "story_size", F.coalesce("skipped", F.lit(0)).alias("skipped")
    )
    stories = tables.keep(stories, "stories")
    return df.join(stories, F.col(id).cast("string") == F.col("_id")).drop("_id")


def _by(df: DataFrame, key: str, *order: str) -> DataFrame:
    """Puts the rows of each key together, in order, which lets a worker read them as a stream."""
    return df.repartition(key).sortWithinPartitions(key, *order)


def _check(sketched: DataFrame) -> None:
    if sketched.where(F.col("id").isNull() | (F.col("id") == "")).limit(1).count():
        raise InputError("an article has no id")
    twice = sketched.groupBy("id").count().where("count > 1").agg(F.min("id")).collect()[0][0]
    if twice is not None:
        raise InputError(f"two articles have the id {twice!r}")


def _numbered(sketched: DataFrame, tables: _Tables) -> DataFrame:
    """Numbers articles by day, undated ones first, then by id. Numbers break ties between equally near groups."""
    row = F.monotonically_increasing_id()
    ordered = sketched.select("id", "day").orderBy(F.col("day").asc_nulls_first(), "id")
    ordered = ordered.select("id", F.shiftright(row, 33).alias("part"), row.bitwiseAND(F.lit((1 << 33) - 1)).alias("row"))
    ordered = tables.keep(ordered, "order")
    sizes = sorted((part, count) for part, count in ordered.groupBy("part").count().collect())
    starts, next_start = [], 0
    for part, count in sizes:
        starts.append((part, next_start))
        next_start += count
    start = sketched.sparkSession.createDataFrame(starts, "part bigint, start bigint")
    number = ordered.join(F.broadcast(start), "part").select("id", (F.col("start") + F.col("row")).alias("article"))
    return tables.keep(sketched.join(number, "id"), "articles")


def _pairs(numbered: DataFrame, options: _Options, tables: _Tables) -> tuple[DataFrame, DataFrame]:
    """The pairs worth comparing with their similarity, and how many terms of each article were too frequent."""
    postings = numbered.select("article", "day", F.explode("keys").alias("key"))
    postings = postings.select("article", "day", F.col("key.term").alias("term"), F.col("key.weight").alias("weight"))
    met = _by(postings, "term", "article").mapInArrow(partial(_meet, options), _MET)
    # An article meets at most `frequent` others through each of its forty terms, which bounds the size of its row.
    met = met.groupBy("article").agg(F.collect_list("met").alias("met"), F.sum("skipped").alias("skipped"))
    found = tables.keep(met.mapInArrow(_candidates, _CANDIDATES), "candidates")
    of_a = numbered.select(F.col("article").alias("a"), F.col("sketch").alias("of_a"))
    of_b = numbered.select(F.col("article").alias("b"), F.col("sketch").alias("of_b"))
    pairs = found.select(F.col("article").alias("b"), F.explode("others").alias("a"))
    pairs = pairs.join(of_b, "b").join(of_a, "a").select("a", "b", "of_a", "of_b")
    return tables.keep(pairs.mapInArrow(_likeness, _LIKENESS), "pairs"), found.select("article", "skipped")


def _join(numbered: DataFrame, pairs: DataFrame, options: _Options, tables: _Tables) -> DataFrame:
    """Joins groups that are each other's nearest, in rounds, and returns which group went into which."""
    similarity, cohesion, expected, prior, digits, *_ = _core.bounds(options)
    roundups = numbered.where("roundup").select("article")
    firm = pairs.join(roundups, pairs.a == roundups.article, "left_anti")
    firm = firm.join(roundups, firm.b == roundups.article, "left_anti")
    both = firm.select(F.col("a").alias("g"), F.col("b").alias("o"), F.col("value").alias("sum"))
    edges = tables.keep(both.unionByName(both.select(F.col("o").alias("g"), F.col("g").alias("o"), "sum")), "edges")
    nodes = numbered.select(F.col("article").alias("g"), F.lit(1).cast("bigint").alias("size"), F.lit(0).cast("bigint").alias("within"))
    went: list[DataFrame] = []
    while True:
        # All numbers fit into 64 bits: a similarity has 12 bits, a mean 12 more.
        cohesive = f"shiftleft(within + {expected}, {digits}) div (size * (size - 1) div 2 + {prior})"
        weighed = nodes.select("g", "size", F.expr(cohesive).alias("cohesive"))
        of_g = weighed.select("g", F.col("size").alias("size_g"), F.col("cohesive").alias("in_g"))
        of_o = weighed.select(F.col("g").alias("o"), F.col("size").alias("size_o"), F.col("cohesive").alias("in_o"))
        near = edges.join(of_g, "g").join(of_o, "o").withColumn("mean", F.expr(f"shiftleft(sum, {digits}) div (size_g * size_o)"))
        fits = f"mean >= {similarity} AND mean * mean * 10000 >= {cohesion * cohesion} * in_g * in_o"
        near = near.where(fits).groupBy("g").agg(F.max(F.struct("mean", (-F.col("o")).alias("o"))).alias("best"))
        near = near.select("g", (-F.col("best.o")).alias("o"))
        back = near.select(F.col("o").alias("g"), F.col("g").alias("o"))
        joined = near.join(back, ["g", "o"]).where("g < o").select(F.col("g").alias("into"), F.col("o").alias("gone"))
        joined = tables.keep(joined, "joined")
        if joined.limit(1).count() == 0:
            break
        went.append(joined)
        at_g = joined.select(F.col("gone").alias("g"), F.col("into").alias("into_g"))
        at_o = joined.select(F.col("gone").alias("o"), F.col("into").alias("into_o"))
        moved = edges.join(at_g, "g", "left").join(at_o, "o", "left")
        g, o = F.coalesce("into_g", "g"), F.coalesce("into_o", "o")
        moved = moved.select(g.alias("g"), o.alias("o"), "sum", (F.col("g") < F.col("o")).alias("first"))
        inside = moved.where("g = o AND first").select("g", F.lit(0).cast("bigint").alias("size"), F.col("sum").alias("within"))
        summed = F.least(F.sum("sum"), F.lit(_HIGHEST).cast("bigint")).alias("sum")
        after = nodes.join(at_g, "g", "left").select(g.alias("g"), "size", "within").unionByName(inside)
        nodes = tables.keep(after.groupBy("g").agg(F.sum("size").alias("size"), F.sum("within").alias("within")), "nodes")
        edges = tables.keep(moved.where("g <> o").groupBy("g", "o").agg(summed), "edges")
    return _ends(numbered.sparkSession, went, tables)


def _ends(spark: SparkSession, went: list[DataFrame], tables: _Tables) -> DataFrame:
    """The final group of each group that was joined to another, found by pointer doubling."""
    ends = spark.createDataFrame([], "into bigint, gone bigint")
    for joined in went:
        ends = ends.unionByName(joined)
    steps = 1
    while steps < len(went):
        ends = tables.keep(ends, "ends")
        further = ends.select(F.col("gone").alias("into"), F.col("into").alias("end"))
        ends = ends.join(further, "into", "left").select(F.coalesce("end", "into").alias("into"), "gone")
        steps *= 2
    return tables.keep(ends, "ends")


def _attach(numbered: DataFrame, ends: DataFrame, pairs: DataFrame, options: _Options, tables: _Tables) -> DataFrame:
    """The group of each article, named by its first, after attaching roundups and small groups to the nearest one."""
    *_, attach, witnesses, small, _ = _core.bounds(options)
    group = numbered.select("article", "id", "roundup").join(ends.withColumnRenamed("gone", "article"), "article", "left")
    group = group.select("article", "id", "roundup", F.coalesce("into", "article").alias("leader"))
    group = group.join(group.groupBy("leader").agg(F.count(F.lit(1)).alias("size")), "leader")
    group = tables.keep(group, "groups")

    def end(name: str) -> DataFrame:
        return group.select(
            F.col("article").alias(name), *(F.col(c).alias(f"{c}_{name}") for c in ("leader", "size", "roundup"))
        )

    both = pairs.join(end("a"), "a").join(end("b"), "b")
    ways = []
    for one, other in (("a", "b"), ("b", "a")):
        may = f"size_{one} <= {small} AND (size_{other} > {small} OR (roundup_{one} AND NOT roundup_{other}))"
        way = both.where(may).where(f"leader_{one} <> leader_{other}")
        ways.append(
            way.select(
                F.col(one).alias("article"),
                F.col(f"leader_{other}").alias("to"),
                F.least(F.col(f"size_{other}"), F.lit(witnesses)).alias("witnesses"),
                "value",
            )
        )
    place = Window.partitionBy("article", "to").orderBy(F.desc("value"))
    near = ways[0].unionByName(ways[1]).withColumn("place", F.row_number().over(place)).where("place <= witnesses")
    near = near.groupBy("article", "to").agg(F.expr("sum(value) div max(witnesses)").alias("mean"))
    best = near.groupBy("article").agg(F.max(F.struct("mean", (-F.col("to")).alias("to"))).alias("best"))
    best = best.where(F.col("best.mean") >= attach).select("article", (-F.col("best.to")).alias("to"))
    leaders = group.join(best, "article", "left")
    return tables.keep(leaders.select("article", "id", F.coalesce("to", "leader").alias("leader")), "leaders")


def reconcile(
    df: DataFrame,
    *,
    story: str = "story",
    id: str = "id",
    text: str = "text",
    published: str | None = None,
    publisher: str | None = None,
    config: Mapping[str, Any] | None = None,
    min_confidence: float | None = None,
    aliases: Pairs = (),
    never_merge: Pairs = (),
) -> DataFrame:
    """Reconciles each story of at least two articles, given its articles: one row per story, with the JSON ``testimonia/1``.

    If a story has more than 1000 articles (``config={"story": {"largest": ..}}``), the first ones by id are reconciled, and
    ``left_out`` counts the others. A story on which testimonia fails has ``error`` instead of ``reconciliation``.
    """
    options = _options(config, min_confidence, aliases, never_merge)
    *_, largest = _core.bounds(options)
    # Most stories of a feed are single articles, whose texts need not be shuffled.
    many = df.where("story_size > 1") if "story_size" in df.columns else df
    articles = many.select(F.col(story).alias("story"), *_columns_of(many, id, text, published, publisher))
    return _by(articles, "story", "id").mapInArrow(partial(_reconcile, options, largest), _RECONCILED)


def records(reconciled: DataFrame) -> DataFrame:
    """The records in the output of ``reconcile``: one row per mention of each reading, with the record as a line of JSON.

    Positions count UTF-8 bytes, as in the JSON.
    """
    return reconciled.select("story", "reconciliation").mapInArrow(_records, _RECORDS)
