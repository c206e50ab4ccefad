"""Compares what several sources report about one event: where they agree, where they differ, and why.

    >>> import testimonia
    >>> morning = testimonia.Source("morning", "The dam at Tillia broke on Monday, killing 12 people.")
    >>> evening = testimonia.Source("evening", "The dam at Tillia broke on Monday, killing at least 14 people.")
    >>> for record in testimonia.reconcile([morning, evening]).discrepancies:
    ...     print(record)
    quantity conflict: 'at least 14 people' (evening) / '12 people' (morning)

Positions (``start``, ``end``) count characters of the ``str``; ``start_byte`` and ``end_byte`` count its UTF-8 bytes.
"""

from __future__ import annotations

from ._api import compare_names, reconcile, reconcile_stories, sentences, stories
from ._core import ConfigError, InputError, InternalError, TestimoniaError, __version__
from ._types import Mention, NameComparison, Reading, Reconciliation, Record, Sentence, Source, Stories, Story

__all__ = [
    "ConfigError",
    "InputError",
    "InternalError",
    "Mention",
    "NameComparison",
    "Reading",
    "Reconciliation",
    "Record",
    "Sentence",
    "Source",
    "Stories",
    "Story",
    "TestimoniaError",
    "__version__",
    "compare_names",
    "reconcile",
    "reconcile_stories",
    "sentences",
    "stories",
]
