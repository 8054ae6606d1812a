"""The modes as they are offered: what they pay and cost, and the best so far; knows no pixels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from quizgame import dates, dealing
from quizgame.parts import Parts
from quizgame.quiz.amounts import counted
from quizgame.quiz.bank import Bank
from quizgame.quiz.modes import OFFERED, Mode
from quizgame.quiz.rules import Rules
from quizgame.quiz.run import Ending
from quizgame.screen.band import dollars
from quizgame.screen.scenes.modes import Offer
from quizgame.store.tables import Board

Levels = Sequence[int]
"""The level of each question of a round."""

NOTHING = "There is not one question to ask. Switch a pack on under Question packs."
MORE = "Switch on more under Question packs for the whole job."


class Offers:
    """All modes as they stand now; made anew where the questions have become others."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._bank, self._made = parts.content.bank, _made(parts)

    def look(self) -> list[Offer]:
        bank = self._parts.content.bank
        if bank is not self._bank:
            self._bank, self._made = bank, _made(self._parts)
        return self._made


def _made(parts: Parts) -> list[Offer]:
    moment = parts.world.today()
    return [offer(parts, mode, moment) for mode in OFFERED]


def offer(parts: Parts, mode: Mode, moment: datetime) -> Offer:
    """A mode with its rounds and what they pay, and what the player should know before choosing it."""
    several = len(mode.rounds) > 1
    dealt = dealing.levels(parts, mode)
    rows = _rounds(mode, dealt) if several and dealt else _terms(mode, dealt)
    notes = (
        *_record(parts, mode, parts.content.bank),
        *_today(parts, mode, moment),
        *_settings(parts, mode),
        *_keeping(parts, mode),
    )
    numbered = several and bool(dealt)
    return Offer(mode.id, mode.title, _line(mode, dealt), rows, notes, numbered=numbered)


def _line(mode: Mode, dealt: Sequence[Levels]) -> str:
    """What is said of a mode; of one that there are too few questions for, how short it is."""
    asked = sum(map(len, dealt))
    if not asked:
        return NOTHING
    if asked == mode.questions or mode.rules.one_clock:
        return mode.line
    rounds = f", in {counted(len(dealt), 'round')}" if len(mode.rounds) > 1 else ""
    whose = f"{counted(asked, 'question')} for each player" if mode.most > 1 else counted(asked, "question")
    return f"Cut short: there {'is' if asked == 1 else 'are'} only {whose}{rounds}. {MORE}"


def _rounds(mode: Mode, dealt: Sequence[Levels]) -> tuple[tuple[str, str], ...]:
    numbered = enumerate(zip(mode.rounds, dealt, strict=False), start=1)
    return tuple(
        (round.title, _pays(mode.rules, levels, number, len(levels) < len(round.levels)))
        for number, (round, levels) in numbered
    )


def _pays(rules: Rules, levels: Levels, number: int, short: bool) -> str:
    best = sum(rules.answer_money(level, number) for level in levels)
    heat = rules.heat_for_wrong(number, doubled=False)
    cost = f"a miss +{heat} heat" if heat else ""
    if rules.wrong_dollars:
        cost = f"a miss costs up to {dollars(rules.price(max(levels), number))}"
    asked = counted(len(levels), "question") if short else ""
    return "  ·  ".join(part for part in (asked, f"up to {dollars(best)}", cost) if part)


def _asked(mode: Mode, asked: int) -> str:
    """How many questions a mode of one round has."""
    if not mode.rules.one_clock:
        return f"{asked}" if asked else "none"
    return "as many as you can" + (f" of {asked:,}" if asked < mode.questions else "")


def _terms(mode: Mode, dealt: Sequence[Levels]) -> tuple[tuple[str, str], ...]:
    """What counts in a mode of one round."""
    rules = mode.rules
    rows = [("Questions", _asked(mode, sum(map(len, dealt))))]
    if rules.one_clock and rules.clock_ms:
        rows.append(("Clock", f"{rules.clock_ms // 1000} s for the whole run"))
        rows.append(("Right", f"+{rules.right_ms // 1000} s  ·  {dollars(rules.answer_dollars)} x level"))
        rows.append(("Wrong", f"\N{MINUS SIGN}{rules.wrong_ms // 1000} s"))
        return tuple(rows)
    seconds = f"{rules.clock_ms // 1000} s a question" if rules.clock_ms else "none"
    money = f"{dollars(rules.answer_dollars)} x level" if rules.answer_dollars else "none"
    rows += [("Clock", seconds), ("Right", f"pays {money}" if rules.answer_dollars else "pays nothing")]
    if rules.speed_dollars:
        rows.append(("A second left", f"pays {dollars(rules.speed_dollars)}"))
    return tuple(rows)


def _record(parts: Parts, mode: Mode, bank: Bank | None) -> list[str]:
    """The best run so far with these questions, or how many wait to be asked again."""
    if mode.missed_first:
        count = len(parts.scores.missed(dealing.player_of(parts)))
        return [f"MISSED BEFORE: {count}" if count else "NOTHING MISSED SO FAR"]
    board = Board(mode.id, parts.assist().label, bank.fingerprint if bank else None)
    best = parts.scores.standings(board, 1)
    if not best:
        others = parts.scores.table(mode.id, board.assist, 1)
        return ["NO RUN WITH THESE QUESTIONS YET" if others else "NO RUN ON THE TABLE YET"]
    return [f"BEST SO FAR  {dollars(best[0].take)}  {best[0].player}"]


def _today(parts: Parts, mode: Mode, moment: datetime) -> list[str]:
    """Of a day's job: whose day it is, and whether it was done."""
    if not mode.dated:
        return []
    back, attempt = dealing.gone_back(parts, moment), dealing.todays_attempt(parts, moment)
    notes = [back.upper()] if back else []
    if attempt is None:
        return [*notes, f"THE JOB OF {dates.in_words(moment.date().isoformat()).upper()}: NOT DONE YET"]
    done = "CALLED OFF" if attempt.run.ended is Ending.ABANDONED else f"DONE: {dollars(attempt.run.take)}"
    return [*notes, f"TODAY {done}. AGAIN IS PRACTICE, NOT RANKED"]


def _settings(parts: Parts, mode: Mode) -> list[str]:
    notes = []
    if parts.assist().label and mode.ranked:
        notes.append(f"WITH {parts.assist().label.upper()}: A TABLE OF ITS OWN")
    if not parts.settings.spoilers:
        notes.append("QUESTIONS THAT GIVE THE STORY AWAY ARE LEFT OUT")
    return notes


def _keeping(parts: Parts, mode: Mode) -> list[str]:
    """That a run would be lost, before it is played."""
    return ["NO SCORE CAN BE KEPT HERE: THE TITLE SCREEN SAYS WHY"] if mode.ranked and not parts.keeps else []
