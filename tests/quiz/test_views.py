"""What the player sees: never the answer before the reveal; and sums that add up at every end."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from quizgame.quiz import view
from quizgame.quiz.card import Card, Given
from quizgame.quiz.events import Abandon, Answer, Call, Event, Next, Open, Pause, Resume, Walk
from quizgame.quiz.grade import grade
from quizgame.quiz.question import Kind, Match, Number, Order, Question, Several, Task, Typed
from quizgame.quiz.rules import Assist, Crew
from quizgame.quiz.run import Ending
from quizgame.quiz.session import after
from quizgame.quiz.state import Asking, Briefing, Deciding, Over, Paused, Reading, Revealed, Seat, Session
from quizgame.quiz.sums import sums_of
from tests.quiz.players import game
from tests.quiz.samples import FURTHER, TEXT, card, dealt, job, reach, said, start_of, table, to_options


def twin_jobs(assist: Assist) -> tuple[Session, Session]:
    """Two games, alike but for what is right, why, and where one knows it from."""
    one = table([six(round, twin=False) for round in range(5)], assist)
    rounds = tuple(tuple(map(disguised, six(round, twin=True))) for round in range(5))
    spares = tuple(tuple(spare and twin(spare) for spare in row) for row in one.deal.spares)
    return one, start_of(replace(one.deal, rounds=rounds, spares=spares), assist)


def six(round: int, twin: bool) -> list[Card]:
    first = int(twin)
    further = FURTHER if round % 2 else FURTHER[::-1]
    cards = [said(f"{round} said", first), card(f"{round}.1", 2, first)]
    return [*cards, *(further_card(f"{round} {kind}", kind, twin) for kind in further)]


def further_card(id: str, kind: Kind, twin: bool) -> Card:
    """One and its twin: the first two places have changed their parts, or the range was turned round."""
    options, labels = tuple(f"{id} {letter}" for letter in "ABCD"), ("1", "2", "3", "4")
    one, other = (options[1], options[0]) if twin else options[:2]
    task: Task
    match kind:
        case Kind.SEVERAL:
            task = Several((one, options[2]), (other, options[3]))
            return Card(question(id, task), options, (int(twin), 2), (3,))
        case Kind.ORDER:
            return Card(question(id, Order((one, other, *options[2:]))), options, SWAP[twin], (), labels)
        case Kind.MATCH:
            task = Match(tuple(zip(labels, (one, other, *options[2:]), strict=True)))
            return Card(question(id, task), options, SWAP[twin], (), labels)
        case Kind.NUMBER:
            value = 1980 if twin else 2000
            return Card(question(id, Number(value, 1960, 2020)), (), value)
        case _:
            name = f"{id} {'hers' if twin else 'his'}"
            return Card(question(id, Typed((name,), (f"{id} theirs",))), (), name)


SWAP = {False: (0, 1, 2, 3), True: (1, 0, 2, 3)}


def question(id: str, task: Task) -> Question:
    return Question(id, TEXT, task, explain=f"{id} why", source=f"{id} where")


def twin(spare: Card) -> Card:
    return disguised(card(spare.question.id, spare.question.level, right=1))


def disguised(dealt: Card) -> Card:
    return replace(dealt, question=replace(dealt.question, explain="another why", source="another where"))


def mirrored(event: Event, one: Session, other: Session) -> Event:
    """The same move in the twin, where it is worth the same."""
    if not isinstance(event, Answer):
        return event
    return replace(event, given=mirrored_answer(event.given, one.card, other.card))


def mirrored_answer(given: Given, one: Card, other: Card) -> Given:
    match one.question.kind:
        case Kind.CHOICE | Kind.TRUE_FALSE:
            assert isinstance(given, int)
            return (1, 0, 2, 3)[given]
        case Kind.NUMBER:
            assert isinstance(given, int)
            return 1960 + 2020 - given
        case Kind.TYPED:
            return other.right if grade(one, given).right else "???"
        case Kind.SEVERAL:
            assert isinstance(given, tuple)
            return tuple(sorted(SWAP[True][place] for place in given))
        case _:
            assert isinstance(given, tuple)
            return (given[1], given[0], *given[2:])


def seen(session: Session, now: int) -> list[object]:
    """All that may be shown before a reveal."""
    shown: list[object] = [view.standing(session), view.clock_left(session, now)]
    if isinstance(session.phase, Briefing | Reading | Asking | Paused):
        shown.append(view.asked(session, now))
    if isinstance(session.phase, Deciding) or (
        isinstance(session.phase, Paused) and isinstance(session.phase.phase, Deciding)
    ):
        shown.append(view.decision(session, now))
    return shown


@pytest.mark.parametrize("clock", ["x1", "off"])
def test_nothing_shown_before_the_reveal_depends_on_what_is_right(clock: str) -> None:
    phases, reveals = set[str](), Counter[Kind]()
    for number in range(60):
        one, other = twin_jobs(Assist(clock))
        for event in game(f"twin {number}", one).log:
            assert seen(one, event.at) == seen(other, event.at)
            phases.add(type(one.phase).__name__)
            one, other = after(one, event), after(other, mirrored(event, one, other))
            if isinstance(one.phase, Revealed):
                reveals[view.reveal(one).kind] += view.reveal(one).right != view.reveal(other).right
    assert phases == {"Briefing", "Reading", "Asking", "Revealed", "Deciding", "Paused"}
    assert min(reveals[kind] for kind in Kind) > 30


def test_explanation_and_source_are_kept_until_the_reveal() -> None:
    for number in range(40):
        played = game(f"secret {number}")
        session = played.start
        for event in played.log:
            question = session.card.question
            shown = repr(view.asked(session, session.at)) + repr(view.standing(session))
            assert question.explain not in shown
            assert question.source not in shown
            session = after(session, event)


def test_options_stay_closed_while_the_question_is_read() -> None:
    session = reach(job(1), Reading)
    assert view.asked(session, 0).text == TEXT
    assert view.asked(session, 0).options == ()
    assert view.asked(to_options(session), 0).options == ("1.0 A", "1.0 B", "1.0 C", "1.0 D")


def test_a_covered_option_is_gone_but_the_others_keep_their_places() -> None:
    session = after(to_options(job(1)), Call(0, Crew.CHRIS))
    assert view.asked(session, 0).options == ("1.0 A", "1.0 B", None, None)


@pytest.mark.parametrize("phase", [Reading, Asking])
def test_a_paused_question_is_hidden(phase: type[Reading | Asking]) -> None:
    session = after(reach(job(1), phase), Pause(1_000))
    shown = view.asked(session, 9_000)
    assert (shown.text, shown.options, shown.crew_ready) == ("", (), frozenset())
    assert view.asked(after(session, Resume(9_000)), 9_000).text == TEXT


def test_the_clock_shows_what_is_left_and_stands_still_in_a_pause() -> None:
    reading = reach(job(1), Reading)
    asking = after(reading, Open(1_000))
    assert [view.clock_left(reading, now) for now in (0, 1_999)] == [30_000, 30_000]
    assert [view.clock_left(asking, now) for now in (1_000, 11_000, 31_000, 40_000)] == [30_000, 20_000, 0, 0]
    paused = after(asking, Pause(11_000))
    assert view.clock_left(paused, 99_000) == 20_000
    assert view.clock_left(after(paused, Resume(99_000)), 100_000) == 19_000
    assert view.clock_left(to_options(job(1, assist=Assist("off"))), 5) is None


def test_the_stakes_of_a_question_are_shown_and_are_what_it_comes_to() -> None:
    session = to_options(table([[card("easy")], [card("hard", level=3)]]))
    session = to_options(after(session, Answer(0, 0)))
    shown = view.asked(session, 0)
    assert (shown.worth, shown.risk, shown.kind, shown.level) == (600_000, 15, Kind.CHOICE, 3)
    doubled = after(session, Call(0, Crew.MICHAEL))
    shown = view.asked(doubled, 0)
    assert (shown.worth, shown.risk, shown.doubled) == (1_200_000, 40, True)
    assert after(doubled, Answer(0, 0)).results[-1].answer_money == shown.worth
    assert after(doubled, Answer(0, 1)).results[-1].heat == shown.risk


def test_the_crew_that_is_left_and_the_crew_that_can_help_now() -> None:
    session = after(to_options(table([[said("it")]])), Call(0, Crew.TREJO))
    shown = view.asked(session, 0)
    assert shown.crew_left == {Crew.CHRIS, Crew.NATE, Crew.MICHAEL}
    assert shown.crew_ready == {Crew.NATE, Crew.MICHAEL}
    assert (shown.full_ms, shown.left_ms, shown.driven) == (45_000, 45_000, True)


def test_the_standing_counts_from_one() -> None:
    session = to_options(after(to_options(job(2, 3)), Answer(0, 0)))
    standing = view.standing(session)
    assert (standing.round, standing.rounds, standing.question, standing.questions) == (1, 2, 2, 2)
    assert (standing.mode, standing.title, standing.take) == ("The Score", "The Armored Car", 103_000)
    assert (standing.heat, standing.streak) == (0, 1)


def test_a_reveal_tells_what_came_of_the_answer() -> None:
    session = after(to_options(job(1)), Answer(10_000, 1))
    shown = view.reveal(session)
    assert (shown.right, shown.given, shown.correct) == (0, 1, False)
    assert (shown.explain, shown.source) == ("1.0 why", "1.0 where")
    assert (shown.answer_money, shown.speed_money, shown.heat, shown.cooled) == (0, 0, 10, 0)


def test_there_is_nothing_to_reveal_while_a_question_is_open() -> None:
    first = job(2)
    second = to_options(after(to_options(first), Answer(0, 0)))
    for session in (first, reach(first, Reading), to_options(first), second, after(second, Pause(1))):
        with pytest.raises(ValueError, match="nothing to reveal"):
            view.reveal(session)


def test_giving_up_reveals_no_open_question() -> None:
    second = to_options(after(to_options(job(2)), Answer(0, 0)))
    assert view.reveal(after(second, Abandon(5))).explain == "1.0 why"
    with pytest.raises(ValueError, match="nothing to reveal"):
        view.reveal(after(to_options(job(2)), Abandon(5)))


def test_a_decision_shows_what_is_won_and_what_is_to_come() -> None:
    rounds = [[card("a"), card("b")], [card("c", 1), card("d", 2), card("e", 3)]]
    session = reach(after(to_options(table(rounds)), Answer(0, 0)), Asking)
    session = reach(after(session, Answer(10_000, 1)), Deciding)
    shown = view.decision(session, 15_000)
    assert (shown.take, shown.busted_take, shown.round_money, shown.heat) == (103_000, 25_750, 103_000, 10)
    assert (shown.right, shown.asked) == (1, 2)
    assert (shown.next_title, shown.next_best, shown.next_risk) == ("The Crew", 1_200_000, 15)
    assert (shown.left_ms, shown.full_ms) == (25_000, 30_000)
    assert view.decision(after(session, Pause(15_000)), 90_000).left_ms == 25_000


def ended(ending: Ending) -> Session:
    session = to_options(job(5, 5, 1))
    session = session._replace(seats=(Seat(heat=95 if ending is Ending.BUSTED else 0),))
    if ending is Ending.CLEAR:
        session = to_options(job(1))
    session = after(session, Answer(4_000, 0))
    if ending is Ending.ABANDONED:
        return after(session, Abandon(4_000))
    if ending is Ending.BUSTED:
        session = to_options(session)
        session = after(session, Answer(session.at, 1))
    if ending is Ending.WALKED:
        while not isinstance(session.phase, Deciding):
            session = reach(session, Asking, Deciding)
            if isinstance(session.phase, Asking):
                session = after(session, Answer(session.at, 0))
        return after(session, Walk(session.at))
    return after(session, Next(session.at))


@pytest.mark.parametrize("ending", sorted(set(Ending) - {Ending.TIME}))
def test_the_lines_add_up_to_the_take_in_every_ending(ending: Ending) -> None:
    session = ended(ending)
    assert session.phase == Over(ending)
    sums = sums_of(session)
    assert sums.ending is ending
    assert sum(line.dollars for line in sums.lines) == sums.take == session.take > 0
    assert ("Dropped with the bags" in [line.label for line in sums.lines]) is (ending is Ending.BUSTED)
    assert sums.speed < sums.cheapest_answer


def test_the_sums_line_by_line() -> None:
    lines = sums_of(ended(Ending.BUSTED)).lines
    assert [(line.label, line.count, line.dollars) for line in lines] == [
        ("The Armored Car", "1 of 2", 100_000),
        ("Speed", "", 2_600),
        ("Dropped with the bags", "", -76_950),
    ]


def test_there_are_no_sums_before_the_end() -> None:
    with pytest.raises(ValueError, match="not over"):
        sums_of(dealt("1"))
