"""The functions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeAlias

from . import _core
from ._types import NameComparison, Reconciliation, Sentence, Source, Stories, Story, _Positions

Pairs: TypeAlias = Iterable[tuple[str, str]]


def _options(
    config: Mapping[str, Any] | None,
    min_confidence: float | None,
    aliases: Pairs,
    never_merge: Pairs,
) -> tuple[str | None, list[tuple[str, str]], list[tuple[str, str]]]:
    chosen: dict[str, Any] = dict(config or {})
    if min_confidence is not None:
        resolve = dict(chosen.get("resolve", {}))
        resolve.update(dict.fromkeys(("discrepancy", "agreement", "unproven", "modality"), min_confidence))
        chosen["resolve"] = resolve
    return (json.dumps(chosen) if chosen else None, list(aliases), list(never_merge))


def reconcile(
    sources: Iterable[Source],
    *,
    config: Mapping[str, Any] | None = None,
    min_confidence: float | None = None,
    aliases: Pairs = (),
    never_merge: Pairs = (),
) -> Reconciliation:
    """Compares sources on one event to find where they agree and where they differ. Their order does not matter.

    ``config`` holds thresholds as ``testimonia --print-config`` prints them; ``aliases`` are pairs of names that are the
    same, ``never_merge`` pairs that must never be merged.
    """
    given = list(sources)
    options = _options(config, min_confidence, aliases, never_merge)
    return Reconciliation(_core.reconcile([source._row() for source in given], options), given)


def stories(sources: Iterable[Source], *, config: Mapping[str, Any] | None = None) -> Stories:
    """Groups the articles of a feed into stories, each on one event. Every article is in exactly one story."""
    listed = list(sources)
    given = {source.id: source for source in listed}
    rows = [source._row() for source in listed]
    grouped = json.loads(_core.stories(rows, _options(config, None, (), ())))
    made = tuple(Story(row["id"], tuple(given[id] for id in row["sources"])) for row in grouped["stories"])
    return Stories(made, grouped["skipped"]["articles"])


def reconcile_stories(
    sources: Iterable[Source] | Stories,
    *,
    threads: int = 1,
    config: Mapping[str, Any] | None = None,
    min_confidence: float | None = None,
    aliases: Pairs = (),
    never_merge: Pairs = (),
) -> Iterator[tuple[Story, Reconciliation]]:
    """Reconciles each story of at least two articles, one after the other or ``threads`` at a time.

    If a story has more than 1000 articles (``config={"story": {"largest": ..}}``), the first ones by id are used;
    ``Reconciliation.sources`` lists them.
    """
    options = _options(config, min_confidence, aliases, never_merge)
    largest = int(dict((config or {}).get("story", {})).get("largest", 1000))
    found = sources if isinstance(sources, Stories) else stories(sources, config=config)
    many = (story for story in found if len(story) > 1)
    while batch := list(islice(many, max(threads, 1) * 8)):
        taken = [story.sources[:largest] for story in batch]
        rows = [[source._row() for source in bundle] for bundle in taken]
        for story, bundle, made in zip(batch, taken, _core.reconcile_many(rows, options, threads), strict=True):
            yield story, Reconciliation(made, bundle)


def sentences(text: str) -> list[Sentence]:
    """Splits a text into sentences."""
    positions = _Positions([Source("text", text)])
    found = []
    for start_byte, end_byte, kind in _core.sentences(text):
        start, end = positions.position("text", start_byte), positions.position("text", end_byte)
        found.append(Sentence(start, end, text[start:end], kind))
    return found


def compare_names(a: str, b: str, *, kind: str = "person") -> NameComparison:
    """Judges by their letters whether two names are forms of the same name. The kind is person, place, organisation or other."""
    return NameComparison(*_core.compare_names(a, b, kind))
