"""What of a question, its answer and the walk is read aloud, in words; knows no voice and no rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgame.quiz.state import NOBODY
from quizgame.quiz.tasks import Kind
from quizgame.quiz.view import Asked, Decision, Reveal
from quizgame.screen.band import dollars
from quizgame.screen.crew import CREW_ORDER, CREW_WORDS

DIGITS = "123456"


def seconds_left(left_ms: int | None) -> str:
    """The time left; "" where no clock runs."""
    if left_ms is None:
        return ""
    seconds = -(-left_ms // 1000)
    return f"{seconds} second{'s' * (seconds != 1)} left. "


def ended(words: str) -> str:
    """Words with a full stop, where they do not end a sentence, perhaps inside quotation marks."""
    return words if words.rstrip("”’\"'").endswith((".", "!", "?", "…")) else f"{words}."


def question_aloud(
    asked: Asked, faces: Sequence[str], with_time: bool = False, crew: Sequence[str] = ()
) -> str:
    """The question, and once it is open what can be answered. `faces` are printed on the cards.

    `crew` are the keys that call the four, where it is to be told who is ready.
    """
    if not asked.text:
        return ""
    picture = f" Picture: {asked.picture.alt}." if asked.picture else ""
    said = f"{asked.text}{picture}"
    if asked.open or asked.buzzing:
        said += "".join(f" {part}" for part in (*_answers(asked, faces), *_crew(asked, crew)))
    return (seconds_left(asked.left_ms) if with_time and asked.open else "") + said


def _answers(asked: Asked, faces: Sequence[str]) -> Iterator[str]:
    match asked.kind:
        case Kind.CHOICE | Kind.TRUE_FALSE:
            yield from _cards(asked, faces)
        case Kind.SEVERAL:
            yield "Tick all that are right."
            yield from _cards(asked, DIGITS)
        case Kind.ORDER | Kind.MATCH:
            if not all(label.isdigit() for label in asked.labels):
                yield f"For each of these: {', '.join(asked.labels)}."
            yield f"To be placed: {', '.join(option or '' for option in asked.options)}."
        case Kind.NUMBER if asked.span:
            yield f"A number from {asked.span[0]} to {asked.span[1]}."
        case _:
            yield "Write the answer."


def _cards(asked: Asked, faces: Sequence[str]) -> Iterator[str]:
    """The options with what is printed on them; covered ones are passed by."""
    for face, option in zip(faces, asked.options, strict=False):
        if option is not None:
            yield ended(f"{face}: {option}")


def _crew(asked: Asked, keys: Sequence[str]) -> Iterator[str]:
    """Who can be called now, on which key, and what for."""
    ready = [
        (key, *CREW_WORDS[who]) for who, key in zip(CREW_ORDER, keys, strict=False) if who in asked.crew_ready
    ]
    if ready:
        yield "The crew."
    for key, name, does in ready:
        yield f"{key}: {name}, {does}."


def reveal_aloud(reveal: Reveal, who: str = "", busts: bool = False) -> str:
    """How it went, what was right, what it came to, and why; `busts` says that it ended the run."""
    verdict = "Right" if reveal.correct else "Nobody buzzed" if reveal.seat == NOBODY else "Wrong"
    if not reveal.correct and reveal.seat != NOBODY and reveal.given is None:
        verdict = "Too late"
    parts = [f"{who}: {verdict}" if who else verdict, f"The answer: {reveal.answer}"]
    if reveal.answered and not reveal.correct:
        parts.append(f"Yours: {reveal.answered}")
    if reveal.answer_money or reveal.speed_money:
        parts.append(dollars(reveal.answer_money + reveal.speed_money))
    if reveal.heat:
        parts.append(f"{reveal.heat} more heat")
    if reveal.cooled:
        parts.append(f"{reveal.cooled} less heat")
    if busts:
        parts.append("Busted")
    said = " ".join(ended(part) for part in parts)
    source = f" Source: {reveal.source}." if reveal.source else ""
    return f"{said} {reveal.explain}{source}"


def decision_aloud(d: Decision, with_time: bool = False) -> str:
    """What there is to win and to lose."""
    return (
        f"{seconds_left(d.left_ms) if with_time else ''}Walk away, or stay? {d.right} of {d.asked} right. "
        f"Heat {d.heat}. Walk: leave now with {dollars(d.take)}. Stay: up to {dollars(d.next_best)} in "
        f"{d.next_title}. Every miss adds {d.next_risk} heat. Busted, you keep {dollars(d.busted_take)}."
    )
