"""Result values: frozen, picklable, equal and hashable by content, with positions in the str."""

import json
import multiprocessing
import os
import pickle
import threading
import time
from datetime import date, datetime, timezone

import pytest

import testimonia
from testimonia import Reconciliation, Source

MORNING = Source("morning", "„Ärger“ in Köln: The dam at Tillia broke on Monday, killing 12 people.")
EVENING = Source("evening", "The dam at Tillia – “a marvel” – broke on Monday, killing at least 14 people.")


@pytest.fixture
def event() -> Reconciliation:
    return testimonia.reconcile([MORNING, EVENING])


def test_positions_refer_to_the_str(event: Reconciliation) -> None:
    texts = {source.id: source.text for source in (MORNING, EVENING)}
    mentions = [m for record in event for reading in record.readings for m in reading.mentions]
    assert mentions
    assert any(m.start != m.start_byte for m in mentions)
    for m in mentions:
        assert texts[m.source][m.start : m.end] == m.text
        assert texts[m.source].encode()[m.start_byte : m.end_byte].decode() == m.text


def test_order_does_not_matter(event: Reconciliation) -> None:
    other = testimonia.reconcile([EVENING, MORNING])
    assert other == event
    assert hash(other) == hash(event)
    assert other.to_json() == event.to_json()


def test_values_survive_pickling(event: Reconciliation) -> None:
    record = event.records[0]
    for value in (event, record, record.readings[0], record.readings[0].mentions[0], MORNING, testimonia.stories([MORNING])):
        again = pickle.loads(pickle.dumps(value))
        assert again == value
        assert hash(again) == hash(value)


def test_values_do_not_change(event: Reconciliation) -> None:
    for value, name in ((event, "sources"), (event.records[0], "facet"), (MORNING, "text")):
        with pytest.raises(AttributeError):
            setattr(value, name, "other")


def test_forms(event: Reconciliation) -> None:
    assert event.to_dict() == json.loads(event.to_json())
    assert event.to_dict()["schema"] == "testimonia/1"
    assert repr(event).startswith("<Reconciliation of 2 sources: 1 discrepancy")
    assert "<iframe" in event._repr_html_() and "at least 14 people" in event.to_html()
    row = next(row for row in event.records_table() if row["verdict"] == "discrepancy")
    assert row["facet"] == "quantity" and row["source"] == "evening"
    assert isinstance(event.records[0].readings[0].value, dict)


def test_an_arrow_table(event: Reconciliation) -> None:
    pyarrow = pytest.importorskip("pyarrow", minversion="15")
    table = pyarrow.table(event)
    assert table.num_rows == len(event.records_table()) > 0
    assert sorted(table.to_pylist()[0].items()) == sorted(event.records_table()[0].items())


def labelled(event: Reconciliation) -> Reconciliation:
    """The reconciliation as the program writes it for a feed with events, with a discrepancy dismissed and an agreement accepted."""
    made = event.to_dict()
    made["event"] = "Tillia"
    made["dismissed"] = [{**row, "label": "dismissed"} for row in made["records"] if row["verdict"] == "discrepancy"]
    made["records"] = [row for row in made["records"] if row["verdict"] != "discrepancy"]
    made["records"][0]["label"] = "accepted"
    return Reconciliation(json.dumps(made), event.sources)


def test_the_event_and_what_a_reader_decided(event: Reconciliation) -> None:
    assert event.event is None and event.dismissed == ()
    assert {record.label for record in event} == {None}

    read = labelled(event)
    assert read.event == "Tillia"
    [dismissed] = read.dismissed
    assert dismissed.label == "dismissed" and dismissed.is_discrepancy
    assert [record.label for record in read][:2] == ["accepted", None]
    # A dismissed record is shown nowhere.
    assert read.discrepancies == () and len(read) == len(event) - 1
    assert dismissed.id not in {row["record"] for row in read.records_table()}

    was = event.discrepancies[0]
    assert dismissed != was and dismissed.id == was.id and hash(dismissed) != hash(was)
    assert repr(dismissed) == f"{repr(was)[:-1]}, dismissed>"
    assert repr(read).startswith("<Reconciliation of 'Tillia' of 2 sources: 0 discrepancies, ")
    assert repr(read).endswith("s, 1 dismissed>")
    assert "dismissed" not in repr(event)
    for value in (read, dismissed, read.records[0]):
        again = pickle.loads(pickle.dumps(value))
        assert again == value and hash(again) == hash(value)
    assert read != event and read == labelled(event)
    with pytest.raises(AttributeError):
        setattr(read, "event", "other")


def test_options(event: Reconciliation) -> None:
    assert len(testimonia.reconcile([MORNING, EVENING], min_confidence=1.0).discrepancies) == 0
    with pytest.raises(testimonia.ConfigError):
        testimonia.reconcile([MORNING, EVENING], min_confidence=1.5)


@pytest.mark.parametrize(
    "sources",
    [[], [MORNING], [MORNING, MORNING], [MORNING, Source("", "x")], [MORNING, Source("b", "x", published="soon")]],
)
def test_errors_are_typed(sources: list[Source]) -> None:
    with pytest.raises(testimonia.InputError):
        testimonia.reconcile(sources)
    assert issubclass(testimonia.InputError, testimonia.TestimoniaError)


def test_dates_are_accepted_in_any_form() -> None:
    for published in ("2024-05-06", date(2024, 5, 6), datetime(2024, 5, 6, 9, 30, tzinfo=timezone.utc)):
        source = Source("a", "It rained on Tuesday.", published=published)
        outline = testimonia.reconcile([source, MORNING]).to_dict()["sources"][0]
        assert outline["published"].startswith("2024-05-06")


def feed() -> list[Source]:
    towns = ["Arlit", "Bilma", "Dosso", "Gaya"]
    return [
        Source(f"{town}{n}", f"A ferry sank off {town} on Friday and {n + 11} people drowned, the harbour master of {town} said.")
        for town in towns
        for n in range(3)
    ]


def test_stories_do_not_depend_on_order_or_threads() -> None:
    stories = testimonia.stories(feed())
    assert testimonia.stories(reversed(feed())) == stories
    one = list(testimonia.reconcile_stories(feed()))
    many = list(testimonia.reconcile_stories(feed(), threads=3))
    assert one == many and one
    for story, reconciliation in one:
        assert reconciliation == testimonia.reconcile(story.sources)


def test_a_large_story_is_bounded_and_reported() -> None:
    config = {"story": {"largest": 2}}
    for story, reconciliation in testimonia.reconcile_stories(feed(), config=config):
        assert len(reconciliation.sources) == 2 <= len(story)


def _in_child(source: Source) -> str:
    return testimonia.reconcile([source, EVENING]).to_json()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_fork_is_safe(event: Reconciliation) -> None:
    list(testimonia.reconcile_stories(feed(), threads=2))
    with multiprocessing.get_context("fork").Pool(2) as pool:
        made = pool.map_async(_in_child, [MORNING] * 4).get(timeout=60)
    assert made == [event.to_json()] * 4


def test_the_interpreter_is_released() -> None:
    lines = [f"On May {n % 28 + 1} the mayor of town {n} told {n * 7} people that bridge {n} was closed." for n in range(4000)]
    long = [Source(str(n), " ".join(lines[n::2])) for n in range(2)]
    ticks = 0
    done = threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not done.is_set():
            ticks += 1
            time.sleep(0.001)

    ticking = threading.Thread(target=tick)
    ticking.start()
    began = ticks
    testimonia.reconcile(long)
    ended = ticks
    done.set()
    ticking.join()
    assert ended - began > 3


def test_any_text_is_accepted() -> None:
    for text in ("", " ", "\0", "\ud7ff\U0010ffff", "‮" * 50, "((((" * 500, "1,2,3," * 500):
        testimonia.reconcile([Source("a", text), EVENING])
        testimonia.stories([Source("a", text)])
        testimonia.sentences(text)
        testimonia.compare_names(text, "Tiani")


def test_a_lone_surrogate_is_a_python_error() -> None:
    with pytest.raises(UnicodeEncodeError):
        testimonia.reconcile([Source("a", "\ud800"), EVENING])


def test_names_and_sentences() -> None:
    found = testimonia.compare_names("Tiani", "Tchiani")
    assert found.relation == "variant" and found.probability > 0.5
    assert testimonia.compare_names("Barmou", "Bazoum").relation is None
    with pytest.raises(testimonia.ConfigError):
        testimonia.compare_names("a", "b", kind="ship")
    text = "Köln – hier. Gen. Tiani left."
    assert [text[s.start : s.end] for s in testimonia.sentences(text)] == [s.text for s in testimonia.sentences(text)]
