#!/usr/bin/env python3
"""A judge for `testimonia --judge`: a rule of thumb, with a place for a model.

    testimonia event/ --judge 'python3 examples/judge.py'

It reads points and writes opinions, one JSON object per line, in any order (schema/judge-1.json). To ask a model instead,
fill in `ask_model` and add --model. Standard error is for messages to you; standard output is only for opinions. Needs
Python 3.8 and nothing else.
"""

import json
import re
import sys

SCHEMA = "testimonia/judge/1"

# Words that say nothing about the topic of a sentence.
EMPTY = set(
    "a an and are as at be been but by for from had has have he her his in is it its of on or she that the their they this "
    "to was were which who will with said say says".split()
)
# Phrases for earlier times.
EARLIER = re.compile(r"\b(last (year|month|time)|years? (ago|earlier)|previous(ly)?|since (19|20)\d\d|in (19|20)\d\d)\b", re.I)
AT_LEAST = re.compile(r"\b(at least|more than|over|upwards of)\s*$", re.I)
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def subject(side):
    """The content words of the sentence, without those compared."""
    text = side["sentence"]["text"].replace(side["text"], " ")
    words = re.findall(r"[^\W\d_]+", text.lower())
    return {word for word in words if word not in EMPTY}


def number(side):
    """The number in the words compared, and whether it is a lower bound."""
    found = NUMBER.search(side["text"])
    if not found:
        return None
    sentence = side["sentence"]
    # Positions are byte offsets in the source.
    before = sentence["text"].encode()[: side["start"] - sentence["start"]].decode(errors="replace")
    before += side["text"][: found.start()]
    return float(found.group().replace(",", "")), bool(AT_LEAST.search(before))


def rule_of_thumb(point):
    """An opinion as (verdict, probability, why), or None."""
    a, b = point["sides"]
    if bool(EARLIER.search(a["sentence"]["text"])) != bool(EARLIER.search(b["sentence"]["text"])):
        return "unrelated", 0.8, "only one of the two sentences is about earlier times"
    if point["facet"] == "quantity":
        x, y = number(a), number(b)
        if x and y and ((x[1] and y[0] > x[0] and not y[1]) or (y[1] and x[0] > y[0] and not x[1])):
            return "agreement", 0.8, "one is a lower bound, and the other is higher"
    ours, theirs = subject(a), subject(b)
    fewer = min(len(ours), len(theirs))
    if fewer >= 3:
        shared = len(ours & theirs) / fewer
        if shared >= 0.6:
            return "discrepancy", 0.7, "most of their words show that both sentences are about the same thing"
        if shared <= 0.1:
            return "unrelated", 0.7, "the two sentences share hardly any words"
    return None


PROMPT = """Two news reports may contradict each other on one point ({facet}).

Report A, from {a_source}: {a_around}
Report B, from {b_source}: {b_around}

Compare "{a_text}" in A with "{b_text}" in B. Are they about the same thing, and if so, can both be right?
Answer only with JSON: {{"verdict": "discrepancy" | "agreement" | "unrelated", "probability": 0.0 to 1.0,
"why": "one sentence", "a_words": "words in A that show this, copied exactly", "b_words": "the same for B"}}"""


def prompt(point):
    """The prompt for a model."""

    def around(side):
        shown = [side["before"], side["sentence"], side["after"]]
        return " ".join(stretch["text"] for stretch in shown if stretch)

    a, b = point["sides"]
    return PROMPT.format(
        facet=point["facet"], a_source=a["source"], a_around=around(a), a_text=a["text"],
        b_source=b["source"], b_around=around(b), b_text=b["text"],
    )


def ask_model(text):
    """Sends the prompt to your model and returns its answer. A temperature of 0 keeps records stable."""
    raise NotImplementedError("fill in ask_model: call your model or service with the text, and return its answer")


def model(point):
    """An answer made from the model's response."""
    said = json.loads(ask_model(prompt(point)))
    places = []
    for side, words in zip(point["sides"], (said.get("a_words"), said.get("b_words"))):
        if words:
            # testimonia looks for these words in the sentences shown, and drops the opinion if they are not there.
            places.append({"source": side["source"], "text": words})
    return {
        "verdict": said["verdict"],
        "probability": float(said["probability"]),
        "why": str(said.get("why", "")),
        "places": places,
        "judge": "my model",
    }


def by_rule(point):
    opinion = rule_of_thumb(point)
    if opinion is None:
        return None
    verdict, probability, why = opinion
    places = [{key: side[key] for key in ("source", "start", "end", "text")} for side in point["sides"]]
    return {"verdict": verdict, "probability": probability, "why": why, "places": places, "judge": "a rule of thumb"}


def main():
    judge = model if "--model" in sys.argv[1:] else by_rule
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    for line in sys.stdin:
        point = json.loads(line)
        if point["schema"] != SCHEMA:
            sys.exit(f"judge.py: {point['schema']} is not {SCHEMA}")
        try:
            answer = judge(point)
        except Exception as error:  # A failure on one point must not affect the others.
            print(f"judge.py: {point['id']}: {error}", file=sys.stderr)
            answer = None
        # Having no opinion is reported, too, which saves testimonia from waiting.
        print(json.dumps({"schema": SCHEMA, "id": point["id"], **(answer or {"verdict": None})}), flush=True)


if __name__ == "__main__":
    main()
