"""Feeds of invented articles, or of the articles in a file."""

import json
import random
from pathlib import Path

from testimonia import Source


def feed(events: int = 24, seed: int = 8) -> list[Source]:
    """Look-alike events in different words, on several days or undated, with roundups among them."""
    chance = random.Random(seed)
    towns = ["Arlit", "Bilma", "Dosso", "Gaya", "Tillia", "Tahoua", "Agadez", "Zinder"]
    kinds = [
        ("ferry", "sank", "harbour", "crew", "engine", "coastguard", "lifeboats"),
        ("dam", "broke", "valley", "engineers", "spillway", "governor", "sandbags"),
        ("train", "derailed", "viaduct", "signal", "carriages", "railway", "cranes"),
        ("mine", "collapsed", "shaft", "miners", "ventilation", "union", "drills"),
    ]
    made = []
    for event in range(events):
        town, words = towns[event % 8], kinds[(event // 8 + event) % 4]
        thing, broke, place, people, part, office, help = words
        dead, day = 5 + 3 * event, 1 + event % 6
        name = "".join(chance.choice(["ba", "dro", "kel", "mi", "sun", "tor", "vi", "zan"]) for _ in range(3)).capitalize()
        told = [
            f"A {thing} {broke} near the {place} of {town}, and {dead} people died, the {office} said.",
            f"The {people} of {name} had warned of the {part} of the {thing} for months.",
            f"{help.capitalize()} were brought from {towns[(event + 3) % 8]} during the night.",
            f"The {office} of {town} promised an inquiry into the {part}.",
            f"Relatives of the {people} waited in {name} until morning.",
            f"{name}, a village of {dead * 90} people, was closed to traffic.",
            f"At least {dead + 1} people were killed when the {thing} {broke} at {town}.",
        ]
        for n in range(chance.randint(1, 6)):
            text = " ".join(chance.sample(told, chance.randint(2, 5)))
            published = None if chance.random() < 0.2 else f"2024-05-{day + chance.randint(0, 3):02}"
            made.append(Source(f"{event}-{n} é", f"{town} {thing} disaster\n\n{text}", chance.choice([None, "Post"]), published))
        if event % 7 == 0:
            made.append(Source(f"round-{event}", f"Morning briefing\n\n{' '.join(told[:3])}", None, f"2024-05-{day:02}"))
    chance.shuffle(made)
    return made


def read(file: Path) -> list[Source]:
    """Reads lines with a text and perhaps an id, a title, a date and a publisher. A title goes before the text, as in the program."""
    made = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        text = f"{row['title']}\n\n{row['text']}" if row.get("title") else row["text"]
        made.append(Source(row.get("id") or str(number), text, row.get("publisher"), row.get("published")))
    return made
