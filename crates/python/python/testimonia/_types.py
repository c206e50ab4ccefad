"""The types of input and output: frozen, picklable values, compared and hashed by content."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeAlias

from . import _core

_Row: TypeAlias = tuple[str, str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Source:
    """One text. ``published`` is a date, a datetime, or either as an ISO 8601 string."""

    id: str
    text: str
    publisher: str | None = None
    published: date | datetime | str | None = None

    def _row(self) -> _Row:
        published = self.published
        if isinstance(published, datetime):
            # Keeps the publisher's local time.
            published = published.replace(tzinfo=None, microsecond=0).isoformat()
        elif isinstance(published, date):
            published = published.isoformat()
        return (self.id, self.text, self.publisher, published)

    def __repr__(self) -> str:
        begin = self.text if len(self.text) <= 40 else self.text[:39] + "…"
        return f"Source({self.id!r}, {begin!r})"


class _Positions:
    """Converts byte offsets to positions in the str; each text is measured once."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._texts = {source.id: source.text for source in sources}
        self._encoded: dict[str, bytes | None] = {}

    def position(self, source: str, byte: int) -> int:
        if source not in self._encoded:
            text = self._texts[source]
            self._encoded[source] = None if text.isascii() else text.encode()
        encoded = self._encoded[source]
        return byte if encoded is None else len(encoded[:byte].decode())


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage of a source: ``source_text[start:end] == text``."""

    source: str
    start: int
    end: int
    text: str
    start_byte: int = field(repr=False, compare=False)
    end_byte: int = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading: one version of a point of comparison, with the mentions that support it."""

    mentions: tuple[Mention, ...]
    sources: int
    independent: float
    _value: str = field(repr=False)

    @property
    def value(self) -> Any:
        """The typed value, as in the JSON."""
        return json.loads(self._value)

    @property
    def text(self) -> str:
        """Its words, as in its first source."""
        return self.mentions[0].text

    @property
    def source_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mention.source for mention in self.mentions))

    def __str__(self) -> str:
        return f"{self.text!r} ({', '.join(self.source_ids)})"


@dataclass(frozen=True, slots=True)
class Record:
    """One point of comparison: what the sources say about it, and how their versions relate."""

    id: str
    facet: str
    relation: str
    verdict: str
    confidence: float
    readings: tuple[Reading, ...]
    explanation: str
    claim: str | None
    entity: str | None
    label: str | None = None
    """What a reader has decided on it, if anything: ``accepted`` or ``dismissed``."""

    @property
    def is_discrepancy(self) -> bool:
        return self.verdict == "discrepancy"

    def __str__(self) -> str:
        return f"{self.facet} {self.relation}: {' / '.join(map(str, self.readings))}"

    def __repr__(self) -> str:
        label = f", {self.label}" if self.label is not None else ""
        return f"<Record {self.id} {self} {self.confidence:.2f}{label}>"


def _record(row: dict[str, Any], positions: _Positions) -> Record:
    def mention(m: dict[str, Any]) -> Mention:
        source, start, end = m["source"], m["start"], m["end"]
        return Mention(
            source,
            positions.position(source, start),
            positions.position(source, end),
            m["text"],
            start,
            end,
        )

    def reading(r: dict[str, Any]) -> Reading:
        return Reading(
            tuple(mention(m) for m in r["mentions"]),
            r["support"]["sources"],
            r["support"]["independent"],
            json.dumps(r["value"], ensure_ascii=False, sort_keys=True),
        )

    return Record(
        row["id"],
        row["facet"],
        row["relation"],
        row["verdict"],
        row["confidence"],
        tuple(reading(r) for r in row["readings"]),
        row["explanation"],
        row["claim"],
        row["entity"],
        row.get("label"),
    )


class Reconciliation:
    """Where sources agree and where they differ. Iterates over its records."""

    __slots__ = ("_json", "_sources", "__dict__")
    _json: str
    _sources: tuple[Source, ...]

    def __init__(self, json_text: str, sources: Sequence[Source]) -> None:
        object.__setattr__(self, "_json", json_text)
        object.__setattr__(self, "_sources", tuple(sorted(sources, key=lambda source: source.id)))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Reconciliation is immutable: {name}")

    def __reduce__(self) -> tuple[type[Reconciliation], tuple[str, tuple[Source, ...]]]:
        return (Reconciliation, (self._json, self._sources))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Reconciliation):
            return NotImplemented
        return (self._json, self._sources) == (other._json, other._sources)

    def __hash__(self) -> int:
        return hash(self._json)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, ordered by id."""
        return self._sources

    @cached_property
    def event(self) -> str | None:
        """The event it is about, if it was made of sources that name one."""
        named: str | None = self.to_dict().get("event")
        return named

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """All records, in the order of the JSON, but for those that a reader dismissed."""
        return self._records("records")

    @cached_property
    def dismissed(self) -> tuple[Record, ...]:
        """Records that a reader dismissed. They are neither iterated over nor counted, and stand in no table."""
        return self._records("dismissed")

    def _records(self, name: str) -> tuple[Record, ...]:
        positions = _Positions(self._sources)
        return tuple(_record(row, positions) for row in self.to_dict().get(name, ()))

    @property
    def discrepancies(self) -> tuple[Record, ...]:
        return tuple(record for record in self.records if record.is_discrepancy)

    @property
    def agreements(self) -> tuple[Record, ...]:
        return tuple(record for record in self.records if not record.is_discrepancy)

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)

    def __len__(self) -> int:
        return len(self.records)

    def to_json(self) -> str:
        """The JSON format testimonia/1, byte for byte as the library writes it; positions in it count bytes."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        """The same as a dict."""
        made: dict[str, Any] = json.loads(self._json)
        return made

    def to_html(self) -> str:
        """A self-contained web page, without scripts."""
        return _core.html(self._json, [source._row() for source in self._sources])

    def _repr_html_(self) -> str:
        page = self.to_html().replace("&", "&amp;").replace('"', "&quot;")
        return f'<iframe srcdoc="{page}" sandbox style="width:100%;height:32em;border:0"></iframe>'

    def records_table(self) -> list[dict[str, Any]]:
        """One row per mention of each reading, for ``pandas.DataFrame`` or ``polars.DataFrame``."""
        return [
            {
                "record": record.id,
                "facet": record.facet,
                "relation": record.relation,
                "verdict": record.verdict,
                "confidence": record.confidence,
                "reading": number,
                "source": mention.source,
                "start": mention.start,
                "end": mention.end,
                "text": mention.text,
                "explanation": record.explanation,
            }
            for record in self.records
            for number, reading in enumerate(record.readings)
            for mention in reading.mentions
        ]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The same as an Arrow stream, for ``pyarrow.table(..)`` or ``polars.from_arrow(..)``; needs pyarrow."""
        import pyarrow

        names = ("record", "facet", "relation", "verdict", "source", "text", "explanation")
        numbers = (("confidence", pyarrow.float64()), ("reading", pyarrow.int64()), ("start", pyarrow.int64()), ("end", pyarrow.int64()))
        types = {**{name: pyarrow.string() for name in names}, **dict(numbers)}
        rows = self.records_table()
        columns = [pyarrow.array([row[name] for row in rows], of) for name, of in types.items()]
        return pyarrow.table(columns, names=list(types)).__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        different = len(self.discrepancies)
        agreed = len(self) - different
        discrepancies = "1 discrepancy" if different == 1 else f"{different} discrepancies"
        agreements = "1 agreement" if agreed == 1 else f"{agreed} agreements"
        about = f" of {self.event!r}" if self.event is not None else ""
        dismissed = f", {len(self.dismissed)} dismissed" if self.dismissed else ""
        return f"<Reconciliation{about} of {len(self._sources)} sources: {discrepancies}, {agreements}{dismissed}>"


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event. Its id is derived from theirs."""

    id: str
    sources: tuple[Source, ...]

    def __len__(self) -> int:
        return len(self.sources)

    def __repr__(self) -> str:
        return f"<Story {self.id} of {len(self.sources)} sources>"


@dataclass(frozen=True, slots=True)
class Stories:
    """A feed grouped into stories. ``skipped`` counts articles with rare terms that were too frequent to look up."""

    stories: tuple[Story, ...]
    skipped: int

    def __iter__(self) -> Iterator[Story]:
        return iter(self.stories)

    def __len__(self) -> int:
        return len(self.stories)

    def __getitem__(self, at: int) -> Story:
        return self.stories[at]

    def __repr__(self) -> str:
        return f"<{len(self.stories)} stories of {sum(map(len, self.stories))} sources>"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text: ``text_given[start:end] == text``; its kind is body, heading or boilerplate."""

    start: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class NameComparison:
    """Whether two names are forms of the same name: the probability, the relation if they are, and the reason."""

    probability: float
    relation: str | None
    reason: str
