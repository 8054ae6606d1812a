"""How to play: a mode on one page; knows the numbers only as it is given them."""

from __future__ import annotations

from collections.abc import Sequence

from quizgame.quiz.amounts import portion
from quizgame.quiz.modes import Mode
from quizgame.screen.band import dollars
from quizgame.screen.menu import Block, ProseScene
from quizgame.screen.rulebook import KEYS, KINDS, PAGES
from quizgame.screen.scene import Page

JOB = (
    "{title} is {rounds} rounds of questions about Heat. A question stands alone for a moment, then its "
    "options open and the clock runs: {seconds} seconds flat."
)
TAKE = (
    "A right answer pays {answer}, times its level, times the number of the round. Each whole second "
    "left adds {speed}. Speed never outweighs knowing: one more right answer always beats any hurry."
)
HEAT = (
    "A wrong answer, or none in time, brings heat: {misses} points from the first round to the last. "
    "Every {streak} right in a row, as the dots beside it count, take {cools} away. At 100 you are "
    "busted: the run is over and you keep {keeps} of the take."
)
WALK = (
    "After each round you have {decide} seconds to decide. Walk, and the whole take is yours. Stay, and "
    "the next round pays more and burns hotter. Not deciding is walking."
)
CREW = (
    "Each helps once in a run. Chris covers you: two wrong options go. Nate finds another way: another "
    "question of the same topic and level. Trejo drives: {drive} seconds more, and no speed money for "
    "that question. Michael doubles the score: twice the money if you are right, {double} heat if you "
    "are not."
)
LEVELS = (
    "Level 1 is for those who have seen it once, level 2 for those who know it by heart, level 3 for "
    "those who were behind the camera, or talk like it. The last question of every round is level 3."
)
CONTROLS = "{{crew 1}}, {{crew 2}}, {{crew 3}} and {{crew 4}} call the crew. " + KEYS
PARTS = (
    " An order or pairs that are partly right cost less heat. A number that is close costs less too, and "
    "pays a little."
)
COMFORT = (
    "Settings has a slower clock, no clock, less heat, larger text, high contrast and reduced motion, "
    "and leaves out questions that give the ending away. Runs with a slower clock or less heat have a "
    "table of their own."
)
SECTIONS = (
    ("THE JOB", JOB),
    ("THE TAKE", TAKE),
    ("THE HEAT", HEAT),
    ("WALK AWAY", WALK),
    ("THE CREW", CREW),
    ("LEVELS", LEVELS),
    ("NOT ONLY OPTIONS", KINDS + PARTS),
    ("KEYS, MOUSE, PAD", CONTROLS),
    ("TAKE YOUR TIME", COMFORT),
)


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class HowToScene(ProseScene):
    """The rules in the game's own words, with the numbers that are in force."""

    def __init__(self, mode: Mode) -> None:
        self._sections = PAGES.get(mode.id, SECTIONS)
        super().__init__(mode.title.upper() if mode.id in PAGES else "HOW TO PLAY")
        self._numbers = _numbers(mode)

    def blocks(self) -> Sequence[Block]:
        blocks: list[Block] = []
        for title, text in self._sections:
            blocks.append(Block(title, "heading", "sodium", 22 if blocks else 0))
            blocks.append(Block(text.format_map(self._numbers)))
        return blocks

    def words(self, page: Page) -> Sequence[Block]:
        return [block._replace(text=page.keymap.filled(block.text)) for block in self.blocks()]


def _numbers(mode: Mode) -> dict[str, str | int]:
    rules = mode.rules
    first, last = ", ".join(map(str, rules.wrong_heat[:-1])), rules.wrong_heat[-1]
    return {
        "title": mode.title,
        "rounds": _word(len(mode.rounds)),
        "questions": _word(mode.questions),
        "fewest": _word(mode.fewest),
        "most": _word(mode.most),
        "seconds": (rules.clock_ms or 0) // 1000,
        "answer": dollars(rules.answer_dollars),
        "speed": dollars(rules.speed_dollars),
        "misses": f"{first} and {last}",
        "streak": _word(rules.streak),
        "cools": rules.streak_cools,
        "keeps": portion(rules.busted_keeps),
        "decide": rules.decide_ms // 1000,
        "drive": rules.drive_ms // 1000,
        "double": rules.double_heat,
        "right": rules.right_ms // 1000,
        "wrong": rules.wrong_ms // 1000,
        "buzz": rules.buzz_ms // 1000,
        "price": dollars(rules.wrong_dollars),
    }


def _word(number: int) -> str:
    """A small number as it is written in a sentence."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)
