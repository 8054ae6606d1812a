"""The text of a pack to begin with: one question of every kind, with comments that teach; writes no file."""

from __future__ import annotations

import re
from string import Template

from quizgame.content.authoring.schema import MODELINE
from quizgame.content.characters import FORBIDDEN
from quizgame.content.packs.read import MAX_TITLE

_PLAIN = re.compile(r"\w+(?:[ .,'&()!-]+\w+)*[.!]?")

_STARTER = Template("""\
$modeline
#
# A pack of questions for Thirty Seconds Flat. Text after a '#' is for you; the game does not read it.
# Change what you like, take out what you do not need, and save the file as UTF-8.
#
#   $called check FILE      names every mistake, with its line and what to do about it
#   $called preview FILE    plays just these questions

pack: $title
author: $author
licence: CC BY 4.0            # what others may do with it

questions:

# A choice: the right option and three or more wrong ones. The game deals three of them, in any order.
- question: Which film was the first to win the Academy Award for best picture?
  answer: Wings
  wrong: [Sunrise, 7th Heaven, The Jazz Singer]
  topic: trivia               # cast, quotes, trivia, heat2, or a name of your own
  level: 2                    # 1 seen it once, 2 know it by heart, 3 behind the camera
  explain: It was given in 1929, to a silent film about pilots in the First World War.
  source: The Academy's list of winners.
  id: first-best-picture      # scores know a question by its id: reword it as you like, but keep this

# Or all options in one list, one to a line, and then which of them is right.
- question: Who directed Double Indemnity?
  choices:
  - Billy Wilder
  - John Huston
  - Otto Preminger
  - Fritz Lang
  answer: Billy Wilder
  level: 1
  explain: He wrote it too, with Raymond Chandler, and the two could not stand each other.
  source: The film's credits.
  id: double-indemnity-director

# A statement: true or false, and no wrong options. Quotes are needed where a text has ': ' in it.
- question: "The Third Man is set in a divided city: Vienna after the war."
  answer: true
  level: 1
  explain: American, British, French and Russian soldiers patrol it together.
  source: The film.
  id: third-man-vienna

# An answer to be typed: everything that counts. Letter case, accents and small slips are forgiven.
- question: Type the surname of the director of Psycho.
  accept: [Hitchcock, Alfred Hitchcock]
  others: [Welles, Wilder]    # known wrong answers, so that none of them passes for a slip
  level: 1
  explain: He made it fast, in black and white, with the crew of his television series.
  source: The film's credits.
  id: psycho-director

# Things to put in order: three to six, written in the right one.
- question: Put these crime films in order of release, the oldest first.
  order: [The Maltese Falcon, Touch of Evil, Chinatown, L.A. Confidential]
  level: 2
  explain: 1941, 1958, 1974 and 1997.
  source: The films' credits.
  id: crime-films-in-order

# A number, on a slider between two others. It starts in the middle: do not put the answer there.
- question: In which year did Citizen Kane have its first night?
  number: 1941
  range: [1920, 1980]
  level: 2
  explain: Orson Welles was twenty-five, and played a man from youth to old age.
  source: The film's credits.
  id: citizen-kane-year

# Pairs to match: three to six, left to right.
- question: Match the film to the city where it is set.
  match:
    Vertigo: San Francisco
    Chinatown: Los Angeles
    Taxi Driver: New York
    In Bruges: Bruges
  level: 1
  explain: One of them does not leave much to be guessed.
  source: The films.
  id: films-and-cities

# Several right options: two to five of them, and wrong ones beside.
- question: Which of these films did Alfred Hitchcock direct?
  answers: [Notorious, Rope, Vertigo]
  wrong: [Gaslight, Laura, Charade]
  level: 3
  explain: The others are by George Cukor, Otto Preminger and Stanley Donen.
  source: The films' credits.
  id: hitchcock-or-not

# With any question: a picture (PNG or JPEG) beside this file, and in words what it shows.
#   image: skyline.png
#   alt: The lights of a city, seen from the hills at night.
# And if question or answer gives a film's end away, players can leave it out:
#   spoiler: yes
""")


def starter(title: str, author: str, called: str = "quizgame") -> str:
    """The text of a pack; raises ValueError with a sentence where title or author cannot stand in one.

    `called` is what the author types to call the game.
    """
    for name, words in (("title", title), ("author", author)):
        _must_fit(name, words)
    called = called if called.isprintable() else "quizgame"
    return _STARTER.substitute(
        modeline=MODELINE, called=called, title=_written(title), author=_written(author)
    )


def title_from(stem: str) -> str:
    """A title made of a file's name without its ending: `my-heist_night` is `My heist night`."""
    words = " ".join(re.split(r"[\s_-]+", FORBIDDEN.sub("", stem))).strip()
    return (words[:1].upper() + words[1:])[:MAX_TITLE].rstrip() or "My questions"


def _must_fit(name: str, words: str) -> None:
    if not words.strip():
        raise ValueError(f"the {name} is empty")
    if FORBIDDEN.search(words) or "\n" in words or "\t" in words:
        raise ValueError(f"the {name} contains a character that cannot be shown")
    if len(words.strip()) > MAX_TITLE:
        raise ValueError(f"the {name} has {len(words.strip())} characters; at most {MAX_TITLE} fit")


def _written(words: str) -> str:
    """A text as YAML has it: in quotes where it holds signs that might mean something there."""
    words = words.strip()
    if _PLAIN.fullmatch(words):
        return words
    doubled = words.replace("'", "''")
    return f"'{doubled}'"
