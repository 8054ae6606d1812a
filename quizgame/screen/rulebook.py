"""How the other modes work, section by section; The Score has a page of its own. Knows no numbers."""

from __future__ import annotations

Sections = tuple[tuple[str, str], ...]

KEYS = (
    "1 to 4, or {{option 1}}, {{option 2}}, {{option 3}} and {{option 4}}, answer. Arrows or Tab move, Enter "
    "chooses, Esc goes back. {{pause}} pauses, {{read}} reads aloud, {{mute}} mutes, {{music}} stops the "
    "music, {{full screen}} fills the screen. The mouse does it all with a click, a pad with its cross, A "
    "and B. Settings gives every one of them another key."
)
ASSIST = (
    "Settings has a slower clock, larger text, high contrast and reduced motion, and leaves out questions "
    "that give the ending away. Runs with a slower clock have a table of their own."
)
KINDS = (
    "Most questions have four options, or are true or false. Others want all that is right, an order, pairs, "
    "a number on a scale, or a word that is typed. The line at the foot says how the one on the screen is "
    "answered."
)
LEVELS = "Level 1 has seen the film once, level 2 knows it by heart, level 3 was behind the camera."
PAY = "A right answer pays {answer}, times its level, times the number of the round."
JOIN = (
    "From {fewest} to {most} play on one machine. Everybody joins with a button of their own: a letter on "
    "the keyboard, or any button of a pad; each pad is one seat. Once the game has begun nobody can join: "
    "the next one has room. A pad that is pulled out stops the game until it is back, or until its player "
    "has another button."
)

ONE_CLOCK: Sections = (
    (
        "THE JOB",
        "One clock of {seconds} seconds for the whole run. The next question is there as soon as you have "
        "answered; nothing stands between them. The first ones are easy. It does not stay that way.",
    ),
    (
        "THE CLOCK",
        "Right puts {right} seconds on the clock, wrong takes {wrong} off. It may climb above {seconds}. At "
        "nought the run is over. A key pressed within a quarter of a second of a new question does not "
        "answer it.",
    ),
    ("THE TAKE", "A right answer pays {answer}, times its level. A quick one pays no more than a slow one."),
    ("AFTERWARDS", "Review shows all of it once more: what you said, what was right, and why."),
    ("KEYS, MOUSE, PAD", KEYS),
    ("TAKE YOUR TIME", ASSIST + " With no clock at all there would be no game: the clock goes at a quarter."),
)

DAILY: Sections = (
    (
        "THE JOB",
        "There are {questions} questions a day, from easy to hard. Everybody who has the same questions "
        "installed gets the same {questions} on the same date, so takes can be compared.",
    ),
    (
        "ONE ATTEMPT",
        "The first attempt of a day counts, even one that is called off. You may play it again: that is "
        "practice, and stands on no table.",
    ),
    (
        "THE DATE",
        "The date is that of your own calendar at the moment you begin. Midnight in the middle of a job "
        "changes nothing.",
    ),
    (
        "THE TAKE",
        "A right answer pays {answer}, times its level. Each whole second left of {seconds} adds {speed}. "
        "There is no heat and no crew.",
    ),
    ("LEVELS", LEVELS),
    ("NOT ONLY OPTIONS", KINDS),
    ("KEYS, MOUSE, PAD", KEYS),
    ("TAKE YOUR TIME", ASSIST),
)

TURNS: Sections = (
    ("THE TABLE", JOIN),
    (
        "TURNS",
        "Everybody gets questions of the same levels, in every round. A card says whose question comes; the "
        "clock waits until they are ready. Another seat begins each round.",
    ),
    ("THE TAKE", PAY + " Each whole second left of {seconds} adds {speed}. The most money takes it."),
    (
        "WHO ANSWERS",
        "Whoever joined with a pad answers with that pad, the keyboard or the mouse. Everybody else answers "
        "with whatever is at hand, and may pass a pad round.",
    ),
    ("KEYS, MOUSE, PAD", KEYS),
    ("TAKE YOUR TIME", ASSIST),
)

BUZZERS: Sections = (
    ("THE TABLE", JOIN),
    (
        "BUZZERS",
        "The question stands alone for a moment, and nobody can cut that short. Once the options are open, "
        "whoever buzzes first may answer and has {buzz} seconds for it.",
    ),
    (
        "WRONG",
        "A wrong answer, or none in time, costs {price} times the level and the round, never more than you "
        "have. Then the others may buzz for what is left of the clock, and the wrong option is gone. A "
        "question that nobody dares costs nobody anything; without a clock it is let go in the pause.",
    ),
    ("THE TAKE", PAY + " The most money takes it; hurry pays nothing but the chance."),
    (
        "KEYS, MOUSE, PAD",
        "Your letter or any button on your pad buzzes; so does a click on your name. Then 1 to 4, the mouse "
        "or your own pad answers: nobody else’s pad does. Letters only buzz here. Esc or Start pauses.",
    ),
    (
        "ONE KEYBOARD",
        "Many keyboards cannot hear certain keys while others are held down. Take letters that lie apart, "
        "and let go as soon as you have buzzed. Whoever needs to be sure takes a pad.",
    ),
    ("TAKE YOUR TIME", ASSIST),
)

STAKEOUT: Sections = (
    (
        "THE JOB",
        "Practice: {questions} questions without a clock, without money and without a table. Take all night. "
        "After each you see what was right, why, and where it says so.",
    ),
    (
        "WHAT COMES FIRST",
        "What you missed before, in any mode, the latest miss first. What you had right the last time does "
        "not come back for that.",
    ),
    ("LEVELS", LEVELS),
    ("NOT ONLY OPTIONS", KINDS),
    ("KEYS, MOUSE, PAD", KEYS),
)

PAGES: dict[str, Sections] = {
    "thirty-seconds-flat": ONE_CLOCK,
    "the-daily-job": DAILY,
    "face-to-face-turns": TURNS,
    "face-to-face-buzzers": BUZZERS,
    "stakeout": STAKEOUT,
}
