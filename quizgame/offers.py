"""The modes as they are offered: what they pay and cost, and the best so far; knows no pixels."""

from __future__ import annotations

from datetime import datetime

from quizgame import dates, dealing
from quizgame.parts import Parts
from quizgame.quiz.modes import OFFERED, Mode, Round
from quizgame.quiz.rules import Rules
from quizgame.quiz.run import Ending
from quizgame.screen.band import dollars
from quizgame.screen.scenes.modes import Offer


def offers(parts: Parts) -> list[Offer]:
    """All modes, as they stand now."""
    moment = parts.world.today()
    return [offer(parts, mode, moment) for mode in OFFERED]


def offer(parts: Parts, mode: Mode, moment: datetime) -> Offer:
    """A mode with its rounds and what they pay, and what the player should know before choosing it."""
    several = len(mode.rounds) > 1
    rows = _rounds(mode) if several else _terms(mode)
    notes = (*_record(parts, mode), *_today(parts, mode, moment), *_settings(parts, mode))
    return Offer(mode.id, mode.title, mode.line, rows, notes, numbered=several)


def _rounds(mode: Mode) -> tuple[tuple[str, str], ...]:
    numbered = enumerate(mode.rounds, start=1)
    return tuple((round.title, _pays(mode.rules, round, number)) for number, round in numbered)


def _pays(rules: Rules, round: Round, number: int) -> str:
    best = sum(rules.answer_money(level, number) for level in round.levels)
    heat = rules.heat_for_wrong(number, doubled=False)
    cost = f"a miss +{heat} heat" if heat else ""
    if rules.wrong_dollars:
        cost = f"a miss costs up to {dollars(rules.price(max(round.levels), number))}"
    return "  ·  ".join(part for part in (f"up to {dollars(best)}", cost) if part)


def _terms(mode: Mode) -> tuple[tuple[str, str], ...]:
    """What counts in a mode of one round."""
    rules = mode.rules
    rows = [("Questions", f"{mode.questions}" if not rules.one_clock else "as many as you can")]
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


def _record(parts: Parts, mode: Mode) -> list[str]:
    """The best run so far, or how many questions wait to be asked again."""
    if mode.missed_first:
        count = len(parts.scores.missed(dealing.player_of(parts)))
        return [f"MISSED BEFORE: {count}" if count else "NOTHING MISSED SO FAR"]
    best = parts.scores.table(mode.id, parts.assist().label, 1)
    if not best:
        return ["NO RUN ON THE TABLE YET"]
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
