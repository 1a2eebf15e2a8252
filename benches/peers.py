#!/usr/bin/env python3
"""Measures postedit beside the tools that do a part of its work, on the same machine and one after the other.

usage: target/peers/bin/python benches/peers.py [--pairs FILE] [--only WORK,…] [--rounds N]

Wants `cargo build --release`, and a Python with sacrebleu 2.6.0 and pysbd 0.3.4 (tests/peers/install makes one).
Texts are made from the samples of this repository, the same at every run; --pairs FILE measures TER on other pairs
(JSON Lines with "draft" and "final"). Times are CPU seconds, since a busy machine does not change them much; a ratio is
the median over the rounds, and in each round both sides run one after the other.
"""
import argparse
import difflib
import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
POSTEDIT = os.path.join(ROOT, "target", "release", "postedit")


def sample_units():
    """Aligned sentences of the samples that an editor changed or left alone, none added or dropped."""
    units = []
    for name in sorted(os.listdir(os.path.join(ROOT, "samples"))):
        files = [os.path.join(ROOT, "samples", name, side) for side in ("draft.txt", "final.txt")]
        report = json.loads(subprocess.run([POSTEDIT, "diff", *files, "--format", "json"], capture_output=True).stdout)
        texts = [open(path, encoding="utf-8", newline="").read() for path in files]
        for unit in report["alignment"]:
            sides = []
            for text, side in zip(texts, ("draft", "final")):
                sentences = [report[side]["sentences"][at] for at in unit[side]]
                if all(sentence["region"] == "body" for sentence in sentences):
                    sides.append(" ".join(text[s["start"] : s["end"]] for s in sentences))
            if len(sides) == 2 and all(sides):
                units.append(tuple(sides))
    return units


def articles(count, seed=1, sentences=15, words=330):
    """Pairs of articles of about so many sentences and words, with numbers of their own."""
    numbers, units = random.Random(seed), sample_units()
    for index in range(count):
        chosen, length = [], 0
        while len(chosen) < sentences:
            left = sentences - len(chosen)
            wanted = (words - length) / left
            unit = min(numbers.sample(units, 3), key=lambda unit: abs(len(unit[0].split()) - wanted))
            change = str(numbers.randrange(10, 1000))
            unit = tuple(re.sub(r"\b\d+\b", lambda found: str(int(found[0]) + int(change)), side) for side in unit)
            chosen.append(unit)
            length += len(unit[0].split())
        paragraphs = [chosen[at : at + 3] for at in range(0, sentences, 3)]
        draft, final = ("\n".join(" ".join(unit[side] for unit in part) for part in paragraphs) for side in (0, 1))
        yield {"id": f"article {index + 1}", "draft": draft, "final": final}


def write_rows(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def cpu(command, **options):
    """CPU seconds of a command, its wall seconds, and the most memory that it held, in MB."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    said = child.stderr.read().decode()
    child.stderr.close()
    if child.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit {child.returncode}: {said}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, time.monotonic() - start, usage.ru_maxrss / 1024


def own_cpu(work):
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    pass
