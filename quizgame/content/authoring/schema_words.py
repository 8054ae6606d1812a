"""What an editor shows of a pack's keys while one is written; knows no schema."""

from __future__ import annotations

from quizgame.quiz.question import LEVEL_NAMES
from quizgame.quiz.tasks import FEWEST_PLACES, MOST_CARDS, MOST_PLACES

BLANK = "is empty: write a text, or take the line out"
FIGURES = "must be a whole number in figures, without commas and units, for example 1995"
LEVEL = f"must be a whole number from {min(LEVEL_NAMES)} to {max(LEVEL_NAMES)}"
ID = "must be small letters a-z, digits and single hyphens, for example 'first-heist'"
FLAG = "must be yes or no"
STATEMENT = "must be true or false where no wrong options are: add 'wrong: [one, two, three]'"

_LEVELS = ", ".join(f"{level} {name}" for level, name in LEVEL_NAMES.items())
_PLACES = f"{FEWEST_PLACES} to {MOST_PLACES}"

PACK = (
    "One YAML file of questions. `quizgame check FILE` names every mistake in it, "
    "`quizgame preview FILE` plays it."
)

QUESTION = (
    "The keys say the kind: `answer` and `wrong` (or `choices`) a choice, `answer: true` or `answer: false` "
    "a statement, `accept` a typed answer, `order` things to sort, `number` and `range` a slider, "
    "`match` pairs, `answers` and `wrong` several right options."
)

KEYS = {
    "pack": "The title of the pack.",
    "author": "Who wrote it.",
    "licence": "Under what terms others may use it, for instance CC BY 4.0.",
    "questions": "The questions, each beginning with a hyphen.",
    "question": "What the player is asked; or, with `answer: true` or `answer: false`, a statement.",
    "topic": "Where the question belongs: cast, quotes, trivia, heat2, or a name of your own.",
    "level": f"{_LEVELS}.",
    "explain": "Shown when the question has been answered. Adds something, does not repeat the answer.",
    "source": "Where you know it from: settles disputes.",
    "spoiler": "`yes` if question or answer gives the story away; players can leave such questions out.",
    "id": "A name that stays when you reword the question: small letters, digits and single hyphens.",
    "answer": "The right option; `true` or `false` makes the question a statement.",
    "wrong": "Wrong options, best three or more: `wrong: [one, two, three]`.",
    "choices": "All options, the answer among them; then there is no `wrong`.",
    "accept": "Everything that counts as a right typed answer; the first is shown at the reveal.",
    "others": "Known answers that are wrong: whatever is nearer to one of them does not count.",
    "order": f"{_PLACES} things in the right order; they are dealt in another one.",
    "number": "The right whole number, in figures; needs `range`.",
    "range": "The lowest and the highest number of the slider: `range: [1980, 2000]`.",
    "match": f"{_PLACES} pairs: `match: {{left: right, ...}}`.",
    "answers": f"2 to {MOST_CARDS - 1} right options; needs `wrong` too.",
    "image": "A PNG or JPEG beside this file, shown with the question; needs `alt`.",
    "alt": "What the picture shows, for those who cannot see it.",
}
