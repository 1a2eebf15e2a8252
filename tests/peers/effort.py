#!/usr/bin/env python3
"""Holds the figures of `postedit score` against sacreBLEU 2.6.0, on pairs made at random and to be difficult.

usage: tests/peers/install && target/peers/bin/python tests/peers/effort.py POSTEDIT [--pairs N] [--seed N] [--jobs N]

Compared are TER (edits and words of the reference) by default and, for each pair, with one set of its options in turn;
the sentence's chrF2; and TER and chrF2 over all pairs. Says each difference, and exits with 1 if there is one.
"""
import argparse
import json
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import unicodedata

import sacrebleu
from sacrebleu.metrics import CHRF, TER

# The options of postedit, and those of sacreBLEU.
OPTIONS = {
    "": {},
    "--ter-case-sensitive": {"case_sensitive": True},
    "--ter-normalized": {"normalized": True},
    "--ter-no-punct": {"no_punct": True},
    "--ter-asian-support": {"asian_support": True},
    "--ter-normalized --ter-asian-support": {"normalized": True, "asian_support": True},
    "--ter-normalized --ter-no-punct --ter-asian-support": {
        "normalized": True, "no_punct": True, "asian_support": True
    },
}

# Where an alphabet begins, and how many characters of it are used.
SCRIPTS = [(0x61, 26), (0xC0, 0x180), (0x391, 0x40), (0x410, 0x40), (0x531, 0x50), (0x5D0, 27), (0x621, 40), (0x905, 60),
           (0xE01, 46), (0x10A0, 90), (0x13A0, 80), (0x1E00, 0x100), (0x1F00, 0x100), (0x3041, 86), (0x30A1, 90),
           (0x4E00, 400), (0xAC00, 400), (0x10400, 80), (0x1F600, 64)]
# Characters that a tokenizer may treat otherwise than one would think.
ODD = ["İ", "ß", "ẞ", "ﬁ", "Σ", "ς", "e\u0301", "\u200b", "\u200d", "\u00ad", "\ufeff", "\u0130", "ǅ", "Å", "\u0345", "\u2028",
       "\u00a0", "\u3000", "\u1680", "\u202f", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\x0b", "\x0c", "\x00", "\x7f", "\ufffd",
       "\U000e0001", "\u4e00", "\u3f22", "\u3200", "\u4dbf", "\u9fff", "\ufe30", "\uf900", "\u2e80", "\u31c0"]
MARKS = list(".,?:;!\"()'-/&<>[]{}~`@#$%^*_=+|\\") + ["。", "、", "「", "」", "，", "？", "！", "（", "）", "・", "“", "”", "’", "—",
         "...", "&quot;", "&amp;", "&lt;", "&gt;", "'s", "5-6", "3,5", "1.000", "..5", "-\u00a0"]


def word(numbers):
    kind = numbers.random()
    if kind < 0.1:
        return numbers.choice(MARKS)
    if kind < 0.14:
        return numbers.choice(ODD)
    if kind < 0.2:
        return str(numbers.randrange(10 ** numbers.randint(1, 5)))
    start, count = numbers.choice(SCRIPTS) if kind < 0.7 else SCRIPTS[0]
    letters = "".join(chr(start + numbers.randrange(count)) for _ in range(numbers.choice((1, 2, 3, 4, 7))))
    letters = numbers.choice((str, str, str.upper, str.title))(letters)
    return letters + numbers.choice(MARKS) if numbers.random() < 0.1 else letters


def words(numbers, vocabulary, length):
    return [numbers.choice(vocabulary) for _ in range(length)]


def shuffled_blocks(numbers, text):
    """Moves a few blocks of words, which is what TER searches for."""
    text = list(text)
    for _ in range(numbers.choice((1, 1, 2, 3, 6))):
        if len(text) > 1:
            start = numbers.randrange(len(text))
            end = min(len(text), start + numbers.choice((1, 2, 3, 5, 10, 11, 14)))
            block, text = text[start:end], text[:start] + text[end:]
            place = numbers.randrange(len(text) + 1)
            text[place:place] = block
    return text


def edited(numbers, text, vocabulary):
    text = shuffled_blocks(numbers, text) if numbers.random() < 0.6 else list(text)
    share = numbers.choice((0, 0.05, 0.2, 0.5))
    result = []
    for one in text:
        chance = numbers.random()
        if chance < share / 3:
            continue
        result.append(numbers.choice(vocabulary) if chance < share * 2 / 3 else one)
        if share * 2 / 3 <= chance < share:
            result.append(numbers.choice(vocabulary))
    return [one.swapcase() if numbers.random() < 0.02 else one for one in result]


def join(numbers, text):
    gaps = [" "] * 30 + ["  ", "\t", "\u3000", "\u00a0"]
    joined = "".join(one + numbers.choice(gaps) for one in text)
    joined = joined if numbers.random() < 0.1 else joined.strip()
    joined = joined.replace("\n", " ").replace("\r", " ")
    return unicodedata.normalize("NFD", joined) if numbers.random() < 0.05 else joined


def pair(numbers):
    # Few different words repeat often, so that many moves are as good.
    vocabulary = [word(numbers) for _ in range(numbers.choice((1, 2, 3, 5, 8, 20, 60, 400)))]
    # sacreBLEU takes seconds for long texts of few words, so that those are rare.
    length = numbers.choice((0, 1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30) * 8 + (45, 70, 110, 150))
    reference = words(numbers, vocabulary, length)
    case = numbers.random()
    if case < 0.7:
        hypothesis = edited(numbers, reference, vocabulary)
    elif case < 0.85:
        hypothesis = words(numbers, vocabulary, numbers.choice((0, 1, 4, 15, 40)))
    elif case < 0.9:
        hypothesis = reference[::-1]
    elif case < 0.95:
        turn = numbers.randrange(length + 1)
        hypothesis = reference[turn:] + reference[:turn]
    else:
        hypothesis = sorted(reference)
    return join(numbers, hypothesis), join(numbers, reference)


def options_of(index):
    """The options that a pair is compared with, beside none: each set in its turn."""
    named = [options for options in OPTIONS if options]
    return named[index % len(named)]


def expected(job):
    """sacreBLEU's figures of some pairs: TER by default and with the options of the pair, and chrF2."""
    first, pairs = job
    chrf, found = CHRF(), []
    for index, (hypothesis, reference) in enumerate(pairs, first):
        measures = [TER(), TER(**OPTIONS[options_of(index)])]
        ter = [measure._extract_corpus_statistics([hypothesis], [[reference]])[0] for measure in measures]
        ter = [[int(number) for number in numbers] for numbers in ter]
        found.append((ter, chrf.sentence_score(hypothesis, [reference]).score))
    return found


def score(postedit, files, *options):
    run = subprocess.run([postedit, "score", *options, *files], capture_output=True)
    if run.returncode:
        raise SystemExit(f"exit {run.returncode}: {run.stderr.decode()}")
    return run.stdout.decode()


def compare(options, pair, ter, chrf, ours):
    """What differs between sacreBLEU's figures of a pair and ours."""
    found = [ours["ter"]["edits"], ours["ter"]["reference_words"]]
    if found != ter or abs(ours["chrf2"] - chrf) > 2e-6:
        yield f"{options or 'default'}: TER {found}, sacreBLEU {ter}; chrF2 {ours['chrf2']}, sacreBLEU {chrf}: {pair!r}"
    tags = 2 * len(pair[0].split()) + 1
    if len(ours["word_tags"]) != tags:
        yield f"{len(ours['word_tags'])} word tags, not {tags}: {pair!r}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("postedit")
    parser.add_argument("--pairs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    arguments = parser.parse_args()
    if sacrebleu.__version__ != "2.6.0":
        raise SystemExit(f"sacreBLEU is {sacrebleu.__version__}, not 2.6.0: run tests/peers/install")

    numbers = random.Random(arguments.seed)
    pairs = [pair(numbers) for _ in range(arguments.pairs)]
    parts = [(at, pairs[at : at + 50]) for at in range(0, len(pairs), 50)]
    with multiprocessing.Pool(arguments.jobs) as pool:
        theirs = [row for part in pool.imap(expected, parts) for row in part]

    differences = []
    with tempfile.TemporaryDirectory() as folder:
        files = [os.path.join(folder, name) for name in ("drafts.txt", "finals.txt")]
        for side, path in enumerate(files):
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.writelines(pair[side] + "\n" for pair in pairs)
        for options in OPTIONS:
            lines = score(arguments.postedit, files, "--format", "jsonl", *options.split()).splitlines()
            if len(lines) != len(pairs):
                raise SystemExit(f"{len(lines)} lines for {len(pairs)} pairs")
            for index, (both, (ter, chrf), line) in enumerate(zip(pairs, theirs, lines)):
                if not options or options_of(index) == options:
                    differences += compare(options, both, ter[bool(options)], chrf, json.loads(line))
        # The sums of all pairs.
        edits, length = (sum(row[0][0][at] for row in theirs) for at in (0, 1))
        wanted = {
            "TER": TER()._compute_score_from_stats([edits, length]).score,
            "chrF2": CHRF().corpus_score([one for one, _ in pairs], [[other for _, other in pairs]]).score,
        }
        for line in score(arguments.postedit, files).splitlines():
            name, *figures = line.split() or [""]
            if name in wanted and figures[0] != f"{wanted.pop(name):.2f}":
                differences.append(f"{name} of all is {figures[0]}, not sacreBLEU's")
        differences += [f"{name} of all is missing" for name in wanted]
    print("\n".join(differences))
    print(f"{len(pairs)} pairs, {len(OPTIONS)} sets of options in turn: {len(differences) or 'no'} differences from sacreBLEU 2.6.0")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
