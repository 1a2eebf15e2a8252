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
import shutil
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
        chosen, used, length = [], set(), 0
        while len(chosen) < sentences:
            left = sentences - len(chosen)
            wanted = (words - length) / left
            fresh = [unit for unit in units if unit not in used]
            unit = min(numbers.sample(fresh, 3), key=lambda unit: abs(len(unit[0].split()) - wanted))
            used.add(unit)
            turn = numbers.randrange(10)
            chosen.append(tuple(re.sub(r"[1-9]", lambda digit: str((int(digit[0]) + turn) % 9 + 1), side) for side in unit))
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


def difference(command, few, many):
    """CPU seconds of a command for what `many` has more than `few`: what it takes to start is left out."""
    return cpu([*command, many])[0] - cpu([*command, few])[0]


def pipeline(path):
    """What a careful person would put together in Python: sentences by pySBD, aligned by the words they share, compared
    by difflib, measured by sacreBLEU, written as JSON."""
    import pysbd
    from sacrebleu.metrics import CHRF, TER

    segmenter, ter, chrf = pysbd.Segmenter(language="en", clean=False), TER(), CHRF()

    def align(drafts, finals):
        bags = [[set(text.lower().split()) for text in side] for side in (drafts, finals)]
        alike = [[2 * len(a & b) / max(1, len(a) + len(b)) for b in bags[1]] for a in bags[0]]
        best = [[0.0] * (len(finals) + 1) for _ in range(len(drafts) + 1)]
        for i in range(len(drafts) - 1, -1, -1):
            for j in range(len(finals) - 1, -1, -1):
                best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + alike[i][j] - 0.2)
        i = j = 0
        while i < len(drafts) and j < len(finals):
            if best[i][j] == best[i + 1][j + 1] + alike[i][j] - 0.2:
                yield drafts[i], finals[j]
                i, j = i + 1, j + 1
            elif best[i][j] == best[i + 1][j]:
                yield drafts[i], ""
                i += 1
            else:
                yield "", finals[j]
                j += 1
        yield from ((text, "") for text in drafts[i:])
        yield from (("", text) for text in finals[j:])

    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        sides = [[s.strip() for s in segmenter.segment(row[side]) if s.strip()] for side in ("draft", "final")]
        units, edits = [], 0
        for draft, final in align(*sides):
            words = draft.split(), final.split()
            changes = difflib.SequenceMatcher(None, *words, autojunk=False).get_opcodes()
            changes = [[tag, *words[0][a:b], "→", *words[1][c:d]] for tag, a, b, c, d in changes if tag != "equal"]
            edits += ter.sentence_score(draft, [final]).num_edits
            units.append({"draft": draft, "final": final, "changes": changes})
        score = chrf.sentence_score(row["draft"], [row["final"]]).score
        print(json.dumps({"id": row["id"], "units": units, "edits": edits, "chrf2": score}, ensure_ascii=False))


def sacrebleu_ter(path):
    from sacrebleu.metrics import TER

    ter = TER()
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        ter._extract_corpus_statistics([row["draft"]], [[row["final"]]])


def bench_binary():
    command = ["cargo", "bench", "--bench", "effort", "--no-run", "--message-format=json"]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    found = [json.loads(line).get("executable") for line in lines if '"name":"effort"' in line]
    return next(path for path in found if path)


def compare(name, goal, rounds, one_round):
    """Prints the median of some rounds; a round gives the peer's figure and postedit's."""
    figures = [one_round() for _ in range(rounds)]
    ratio = statistics.median(peer / own for peer, own in figures)
    peer, own = (statistics.median(side) for side in zip(*figures))
    print(f"{name}: peer {peer:.4g}, postedit {own:.4g}, ratio {ratio:.2f} (goal {goal})", flush=True)


def ter_of_pairs(folder, arguments):
    path = arguments.pairs
    if not path:
        path = os.path.join(folder, "pairs.jsonl")
        numbers, units = random.Random(2), sample_units()
        write_rows(path, [dict(zip(("draft", "final"), numbers.choice(units))) for _ in range(2450)])
    binary, empty = bench_binary(), os.path.join(folder, "empty.jsonl")
    write_rows(empty, [])
    own = lambda: (cpu([binary, path, "21"])[0] - cpu([binary, path, "1"])[0]) / 20
    peer = lambda: difference([sys.executable, __file__, "--run", "sacrebleu_ter"], empty, path)
    compare("TER, CPU seconds of one thread", "100 × sacreBLEU", arguments.rounds, lambda: (peer(), own()))


def article_pairs(folder, arguments):
    few, many, peers = (os.path.join(folder, name) for name in ("few.jsonl", "many.jsonl", "peers.jsonl"))
    rows = list(articles(1010))
    write_rows(few, rows[:10]), write_rows(many, rows), write_rows(peers, rows[:60])
    own = lambda: difference([POSTEDIT, "diff", "--format", "jsonl", "--threads", "1", "--pairs"], few, many) / 1000
    peer = lambda: difference([sys.executable, __file__, "--run", "pipeline"], few, peers) / 50
    compare("article pairs, CPU seconds each", "50 × the pipeline", arguments.rounds, lambda: (peer(), own()))


def one_article(folder, arguments):
    sides = [os.path.join(ROOT, "samples", "exports", side) for side in ("draft.txt", "final.txt")]
    git = ["git", "diff", "--no-index", "--word-diff", *sides]
    # As installed: what a linker has just written lies in small pieces in the memory, and is slower to map.
    own = [shutil.copy(POSTEDIT, folder), "diff", *sides]

    def one_round():
        times = [(cpu(git)[0], cpu(own)[0]) for _ in range(20)]
        return tuple(sum(side) / len(times) for side in zip(*times))

    compare("one article, CPU seconds of the process", "at least 0.5 × git", arguments.rounds, one_round)


def threads(folder, arguments):
    path = os.path.join(folder, "articles.jsonl")
    write_rows(path, articles(1500))
    wall = lambda count: cpu([POSTEDIT, "diff", "--pairs", path, "--format", "jsonl", "--threads", str(count)])[1]
    compare("two threads, seconds on the clock (one, two)", "1.8", arguments.rounds, lambda: (wall(1), wall(2)))


def memory(folder, arguments):
    units = sample_units()
    for count in (10_000, 100_000, arguments.rows):
        pairs = subprocess.Popen([sys.executable, "-c", FEED, str(count), json.dumps(units)], stdout=subprocess.PIPE)
        command = [POSTEDIT, "diff", "--pairs", "-", "--format", "jsonl"]
        _, seconds, most = cpu(command, stdin=pairs.stdout)
        pairs.stdout.close(), pairs.wait()
        print(f"memory, {count} pairs streamed: {most:.0f} MB at most (goal 200), {count / seconds:.0f} pairs/s", flush=True)


FEED = """
import json, sys
count, units = int(sys.argv[1]), json.loads(sys.argv[2])
for at in range(count):
    draft, final = units[at % len(units)]
    print(json.dumps({"id": at, "draft": draft, "final": final}))
"""

def curve(folder, arguments):
    """What a sentence costs by its words, and an article by its sentences: whole commands, one thread."""
    numbers, words = random.Random(3), [word for unit in sample_units() for word in unit[0].split()]

    def sentence(count):
        return [numbers.choice(words).strip(".,") for _ in range(count)]

    def edited(sentence):
        return [numbers.choice(words) if numbers.random() < 0.15 else word for word in sentence]

    files = [os.path.join(folder, name) for name in ("drafts.txt", "finals.txt")]
    score = [POSTEDIT, "score", "--format", "jsonl", "--threads", "1", *files]
    for count in (10, 20, 50, 100, 200, 500, 1000):
        lines = max(20, 20_000 // count)
        drafts = [sentence(count) for _ in range(lines)]
        for path, side in zip(files, (drafts, [edited(draft) for draft in drafts])):
            with open(path, "w", encoding="utf-8") as file:
                file.writelines(" ".join(words) + "\n" for words in side)
        seconds = statistics.median(cpu(score)[0] for _ in range(arguments.rounds))
        print(f"score, sentences of {count} words: {seconds / lines * 1e6:.0f} µs each", flush=True)
    path = os.path.join(folder, "article.jsonl")
    for count in (10, 30, 100, 300, 1000, 3000, 10_000):
        drafts = [sentence(22) for _ in range(count)]
        rows = [" ".join(" ".join(words).capitalize() + "." for words in side) for side in (drafts, map(edited, drafts))]
        copies = max(1, 300 // count)
        write_rows(path, [dict(zip(("draft", "final"), rows))] * copies)
        command = [POSTEDIT, "diff", "--pairs", path, "--format", "jsonl", "--threads", "1"]
        seconds = statistics.median(cpu(command)[0] for _ in range(arguments.rounds)) / copies
        print(f"diff, articles of {count} sentences: {seconds * 1000:.1f} ms, {seconds / count * 1e6:.0f} µs a sentence", flush=True)


WORK = {"ter": ter_of_pairs, "articles": article_pairs, "one": one_article, "threads": threads, "memory": memory, "curve": curve}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", help="JSON Lines whose TER is measured")
    parser.add_argument("--only", help=f"work to be measured: {', '.join(WORK)}")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rows", type=int, default=1_000_000, help="pairs streamed for the figure of memory")
    parser.add_argument("--run", nargs=2, metavar=("PEER", "FILE"), help="run a peer on a file, as the measuring does")
    arguments = parser.parse_args()
    if arguments.run:
        {"pipeline": pipeline, "sacrebleu_ter": sacrebleu_ter}[arguments.run[0]](arguments.run[1])
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.only.split(",") if arguments.only else WORK:
            WORK[name](folder, arguments)


if __name__ == "__main__":
    main()
