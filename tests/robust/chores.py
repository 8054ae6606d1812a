"""What the store is asked to do while something goes wrong, and what its files then hold; knows no fault."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from quizgame.quiz.report import Reason, Report
from quizgame.quiz.run import Ending, Run
from quizgame.quiz.tasks import Kind
from quizgame.store import exchange, reports, rows, settings
from quizgame.store.errors import NotSaved
from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from quizgame.store.settings import Settings
from tests.robust.saver import sample

OLD = Path(__file__).parents[1] / "old_scores"
NOON = datetime(2026, 2, 1, 12, 0, 0)  # noqa: DTZ001 - the player's own local time
Facts = frozenset[str]


@dataclass(frozen=True, slots=True)
class Chore:
    """Something to do in places that `prepare` has filled.

    `steps` are done in turn; each either happens as a whole or raises NotSaved. `told` where the player
    must hear of something when all goes well.
    """

    name: str
    prepare: Callable[[Places], None]
    steps: tuple[Callable[[Places], None], ...]
    told: bool = False


def report(question: str) -> Report:
    """Somebody's objection to a question."""
    shown = {"reported": "2026-02-01T12:00:00+01:00", "reason": Reason.WRONG, "kind": Kind.CHOICE}
    words = dict.fromkeys(
        ("pack", "text", "answer", "answered", "explain", "source", "mode", "game", "bank"), "words " * 9
    )
    more = {"options": ("Los Angeles", "Chicago"), "labels": (), "span": None, "right": 0, "given": 1}
    return Report(question=question, **shown, **words, **more)  # type: ignore[arg-type]


def facts(places: Places) -> Facts:
    """All that the files hold, one sentence each; looks at a copy, so that looking mends nothing."""
    with copied(places) as copy:
        scores = Scores.open(copy, now=lambda: NOON)
        runs = {f"run {entry.run_id} is {told(entry)}" for entry in scores.runs()}
        seen = {f"{question} was dealt" for question in scores.seen.seen("Neil")}
        chosen, notices = settings.load(copy, now=lambda: NOON)
        flagged = reports.load(copy)
        objections = {f"{one.question} is reported" for one in flagged.reports}
        trouble = {notice for notice in notices if "settings" in notice}
        return frozenset(
            runs | seen | objections | trouble | {f"the music is at {chosen.music}"} | export(copy)
        )


def told(entry: rows.SavedRun) -> str:
    """A run in a few words, the same for no two that differ."""
    return f"{entry.run.player}'s {entry.run.seed} {rows.key_of(entry.run)} {entry.run.ended} {entry.sealed}"


def export(places: Places) -> set[str]:
    """What an exported file holds, where there is one."""
    file = places.data / "export.json"
    if not file.exists():
        return set()
    with file.open(encoding="utf-8") as document:
        return {f"{entry.run.seed} was exported" for entry in exchange.read(document)}


@contextmanager
def copied(places: Places) -> Iterator[Places]:
    """The same files elsewhere, as a copy of their own."""
    with TemporaryDirectory(dir=places.cache) as folder:
        copy = Places(Path(folder) / "data", places.cache)
        if places.data.exists():
            shutil.copytree(places.data, copy.data)
        yield copy


def use(places: Places, work: Callable[[Scores], object], now: datetime = NOON) -> None:
    """Have something done with the scores as a game that is just starting would; raises NotSaved."""
    work(Scores.open(places, now=lambda: now))


def nothing(places: Places) -> None:
    """A player's first start."""


def some(places: Places) -> None:
    """Two runs, a choice, a report and a few questions that were dealt."""
    use(places, lambda scores: (scores.add(sample(1)), scores.add(sample(2))))
    use(places, lambda scores: scores.seen.mark("Neil", ["heat/cast/1", "heat/cast/2"]))
    settings.save(places, Settings(music=10))
    reports.add(places, report("pack/1"))


def begun(places: Places) -> None:
    some(places)
    use(places, lambda scores: scores.add(_begun()))


def exported(places: Places) -> None:
    some(places)
    use(places, lambda scores: scores.export_to(places.data / "export.json"))


def older(places: Places) -> None:
    some(places)
    shutil.copy(OLD / "schema-1.sqlite3", places.scores)


def damaged(places: Places) -> None:
    some(places)
    content = places.scores.read_bytes()
    places.scores.write_bytes(content[:9_000] + b"junk" + content[9_004:-5_000])


def a_week(places: Places) -> None:
    """Seven backups, so that the next pushes the oldest out."""
    some(places)
    for day in range(1, 7):
        use(places, lambda scores, day=day: scores._file.back_up(), NOON - timedelta(days=day))  # type: ignore[misc]


def _begun() -> Run:
    return replace(sample(3), ended=Ending.ABANDONED, take=0)


def save(number: int) -> Callable[[Places], None]:
    return lambda places: use(places, lambda scores: scores.add(sample(number)))


def add_next_day(places: Places) -> None:
    use(places, lambda scores: scores.add(sample(3)), NOON + timedelta(days=1))


def finish(places: Places) -> None:
    use(places, lambda scores: scores.finish(_begun(), sample(3)))


def sign(places: Places) -> None:
    use(places, lambda scores: scores.rename(1, "Vincent Hanna"))


def bring(places: Places) -> None:
    file = places.cache / "friend.json"  # where nothing goes wrong
    file.write_text("".join(exchange.write(rows.fresh(sample(number)) for number in (7, 8))), "utf-8")
    use(places, lambda scores: scores.import_from(file))


def hand_on(places: Places) -> None:
    use(places, lambda scores: scores.export_to(places.data / "export.json"))


def mark(places: Places) -> None:
    def work(scores: Scores) -> None:
        scores.seen.mark("Neil", [f"heat/quotes/{n}" for n in range(5)])
        if scores.notices:
            raise NotSaved(scores.notices[-1])

    use(places, work)


def choose(music: int) -> Callable[[Places], None]:
    return lambda places: settings.save(places, Settings(music=music), now=lambda: NOON)


def flag(places: Places) -> None:
    reports.add(places, report("pack/2"))


def withdraw(places: Places) -> None:
    reports.withdraw(places, "pack/1", "2026-02-01T12:30:00+01:00")


def clear(places: Places) -> None:
    reports.clear(places, NOON)


def look(places: Places) -> None:
    """Read everything, as the screens do; what cannot be read is told, and no error."""
    scores = Scores.open(places, now=lambda: NOON)
    shown = (scores.table("score", ""), scores.runs(), scores.seen.seen("Neil"), scores.missed("Neil"))
    _, notices = settings.load(places, now=lambda: NOON)
    notices += reports.load(places).notices
    if scores.notices or notices:
        raise NotSaved((*scores.notices, *notices)[-1])
    if not shown[1]:
        raise AssertionError("nothing is shown, and nothing is said about it")


def mend(places: Places) -> None:
    """Open what must be mended first; raises NotSaved where that was not possible."""
    scores = Scores.open(places, now=lambda: NOON)
    if not scores.writable:
        raise NotSaved(scores.notices[-1])


CHORES = {
    chore.name: chore
    for chore in (
        Chore("first save", nothing, (save(1),)),
        Chore("save", some, (save(3),)),
        Chore("rotate", a_week, (add_next_day,)),
        Chore("finish", begun, (finish,)),
        Chore("sign", some, (sign,)),
        Chore("import", some, (bring,)),
        Chore("export", exported, (save(3), hand_on)),
        Chore("mark", some, (mark,)),
        Chore("first choice", nothing, (choose(20),)),
        Chore("choose", some, (choose(20),)),
        Chore("first report", nothing, (flag,)),
        Chore("report", some, (flag,)),
        Chore("withdraw", some, (withdraw,)),
        Chore("clear", some, (clear,)),
        Chore("migrate", older, (mend,)),
        Chore("restore", damaged, (mend,), told=True),
        Chore("look", some, (look,)),
        Chore("chain", nothing, (save(1), choose(20), save(2), flag, sign, choose(30), mark, save(3), bring)),
    )
}


def sentences(reason: str) -> bool:
    """Whether what the player is told is in plain words."""
    strange = ("Errno", "Traceback", "Error", "<", "None", "sqlite3.")
    return (
        reason.endswith(".")
        and (reason[0].isupper() or reason[0].isdigit())
        and not any(word in reason for word in strange)
    )
