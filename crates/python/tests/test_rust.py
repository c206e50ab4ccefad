"""Python gives the same bytes as the program, which uses all cores. Skipped if the program is not built."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from feeds import feed

import testimonia

PROGRAM = Path(os.environ.get("TESTIMONIA_PROGRAM", Path(__file__).parents[3] / "target/debug/testimonia"))


def compact(text: str) -> str:
    """JSON without white space between its tokens."""
    return re.sub(r'("(?:[^"\\]|\\.)*")|\s+', lambda found: found[1] or "", text)


@pytest.mark.skipif(not PROGRAM.is_file(), reason="cargo build -p testimonia-cli")
@pytest.mark.parametrize("threads", ["1", "4"])
def test_stories_have_the_same_bytes_as_the_program(tmp_path: Path, threads: str) -> None:
    sources = feed()
    rows = [{"id": s.id, "text": s.text, "publisher": s.publisher, "published": s.published} for s in sources]
    (tmp_path / "feed.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    command = [PROGRAM, "stories", tmp_path / "feed.jsonl", "-o", tmp_path / "out", "--quiet"]
    subprocess.run(command, check=True, env={**os.environ, "RAYON_NUM_THREADS": threads})
    stories = testimonia.stories(sources)
    groups = [f"{source.id}\t{story.id}\n" for story in stories for source in story.sources]
    assert (tmp_path / "out/groups.tsv").read_text() == "".join(groups)
    made = {f"{story.id}.json": found.to_json() for story, found in testimonia.reconcile_stories(stories)}
    assert len(made) > 10
    assert {path.name: compact(path.read_text()) for path in (tmp_path / "out").glob("*.json")} == made
