"""Compares a run on Spark, with workers killed in each stage on request, with one process: `spark_check.py MASTER [--kill] [FEED.jsonl]`.

The feed is an invented one, or the articles of a file in the form that `testimonia stories` reads. Prints a row of the table in
docs/scale.md, and exits with 1 if any byte differs.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path
from typing import Any

import pyspark
from pyspark.sql import SparkSession
from feeds import feed, read
from test_spark import on_spark, one_process, sha

from testimonia import spark

STAGES = ["_sketch", "_meet", "_candidates", "_likeness", "_name", "_reconcile", "_records"]


def dying(mark: str, stage: Any, *given: Any) -> Any:
    """Runs the stage, killing the first worker that has produced something."""
    import os
    import signal

    made = False
    for batch in stage(*given):
        if made or batch.num_rows:
            try:
                os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                pass
            else:
                os.kill(os.getpid(), signal.SIGKILL)
        made = True
        yield batch


def executors() -> list[int]:
    found = subprocess.run(["pgrep", "-f", "CoarseGrainedExecutorBackend"], capture_output=True, text=True).stdout
    mine = []
    for pid in map(int, found.split()):
        # Only the executors that this process started.
        parent = pid
        while parent > 1 and parent != os.getpid():
            try:
                parent = int(Path(f"/proc/{parent}/stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                break
        if parent == os.getpid():
            mine.append(pid)
    return sorted(mine)


def main() -> int:
    master, kill = sys.argv[1], "--kill" in sys.argv
    work = tempfile.mkdtemp(prefix="testimonia-spark-")
    builder = SparkSession.builder.master(master).appName("testimonia")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        # There is little data; compiling the plans would take most of the time.
        "spark.sql.codegen.wholeStage": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.warehouse.dir": f"{work}/warehouse",
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    session.sparkContext.setCheckpointDir(f"{work}/tables")

    killed = 0
    if kill:
        for stage in STAGES:
            setattr(spark, stage, partial(dying, f"{work}/{stage}", getattr(spark, stage)))
        keep = spark._Tables.keep

        def keep_and_kill(self: Any, table: Any, name: str) -> Any:
            # Join stages have no Python worker, so an executor of the cluster is killed, with the data it holds.
            nonlocal killed
            if name in ("joined", "edges", "leaders") and master.startswith("local-cluster") and not Path(f"{work}/{name}").exists():
                Path(f"{work}/{name}").touch()
                running = executors()
                if running:
                    threading.Timer(0.2, lambda: os.kill(running[0], signal.SIGKILL)).start()
                    killed += 1
            return keep(self, table, name)

        spark._Tables.keep = keep_and_kill  # type: ignore[method-assign]

    files = [given for given in sys.argv[2:] if not given.startswith("--")]
    sources = read(Path(files[0])) if files else feed()
    expected = one_process(sources)
    began = time.time()
    made = on_spark(session, sources)
    took = time.time() - began
    workers = sum(Path(f"{work}/{stage}").exists() for stage in STAGES)
    session.stop()
    same = tuple(made) == expected
    said = "yes" if same else "NO"
    row = [pyspark.__version__, f"`{master}`", len(sources), workers, killed, f"{took:.0f} s", sha(made[0])[:12], sha(made[2])[:12], said]
    print("| " + " | ".join(map(str, row)) + " |", flush=True)
    if kill and workers < len(STAGES):
        print("a stage in which no worker was killed", [s for s in STAGES if not Path(f"{work}/{s}").exists()])
        return 1
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
