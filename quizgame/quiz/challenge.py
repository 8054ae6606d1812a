"""A short code that deals a run once more on a friend's machine; knows no bank, no file and no screen.

The code is a row of bits, written five to a character in Crockford's base 32: what the run was dealt from,
and a CRC-16 of it, which finds any one wrong character and any two that changed places side by side.
"""

from __future__ import annotations

import binascii
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from quizgame.quiz import rules
from quizgame.quiz.bank import Bank
from quizgame.quiz.modes import MODES as ALL_MODES
from quizgame.quiz.run import Run
from quizgame.quiz.verify import wish_of
from quizgame.quiz.wish import Wish

FORM = 1
MODES = ("the-score", "thirty-seconds-flat", "face-to-face-turns", "face-to-face-buzzers")
"""Their places stand in codes: new ones are added at the end."""

SEED_BYTES = 5
BANK_DIGITS = 10  # hexadecimal, of the bank's fingerprint

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ = {letter: value for value, letter in enumerate(_LETTERS)} | {"O": 0, "I": 1, "L": 1}
_GROUP = 5
_FIELDS = (
    ("form", 3),
    ("mode", 4),
    ("spoilers", 1),
    ("players", 3),
    ("rules", 6),
    ("bank", 40),
    ("seed", 40),
)
_SHORTEST, _LONGEST = 23, 2_000  # characters
_CRC = 16


class BadCode(ValueError):
    """A text that is no code, or not one for this game; the message is for the player."""


class NoCode(ValueError):
    """A run that no code can deal again; the message is for the player."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """What is to be dealt: `bank` is the beginning of its fingerprint, `rules` their version."""

    mode: str
    rules: int
    bank: str
    wish: Wish


def new_seed(chance: bytes) -> str:
    """A seed that fits into a code, made of the first SEED_BYTES of chance."""
    return chance[:SEED_BYTES].hex()


def challenge_of(run: Run) -> Challenge:
    """What deals a run's questions once more; raises NoCode."""
    try:
        wish = wish_of(run)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise NoCode("This run is damaged: nobody can tell how it was dealt.") from None
    if run.mode in ALL_MODES and ALL_MODES[run.mode].rules.one_clock:
        # Far more is dealt than anybody gets to see: the code is as long as the run was.
        wish = replace(wish, passed=wish.passed[: run.asked + 1])
    return Challenge(run.mode, run.rules, run.bank[:BANK_DIGITS], wish)


def encode(challenge: Challenge) -> str:
    """The code in groups of five characters; raises NoCode."""
    wish = challenge.wish
    if challenge.mode not in MODES or wish.first:
        raise NoCode("There is no code for a run of this mode.")
    if not (_is_for(challenge.mode, wish.players) and _is_seed(wish.seed) and challenge.rules < 64):
        raise NoCode("This run was dealt in a way that no code can hold.")
    values = {
        "form": FORM,
        "mode": MODES.index(challenge.mode),
        "spoilers": int(wish.spoilers),
        "players": wish.players - 1,
        "rules": challenge.rules,
        "bank": int(challenge.bank[:BANK_DIGITS], 16),
        "seed": int(wish.seed, 16),
    }
    bits = "".join(f"{values[name]:0{width}b}" for name, width in _FIELDS) + _packed(wish.passed)
    bits += "0" * (-(len(bits) + _CRC) % _GROUP)
    bits += f"{_check(bits):0{_CRC}b}"
    letters = "".join(_LETTERS[int(bits[at : at + 5], 2)] for at in range(0, len(bits), 5))
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def decode(text: str) -> Challenge:
    """The challenge of a code, however it was typed, or copied with words round it; raises BadCode."""
    try:
        return _decoded(text)
    except BadCode:
        for word in text.split():
            if len(word) >= _SHORTEST:
                with suppress(BadCode):
                    return _decoded(word)
        raise


def _decoded(text: str) -> Challenge:
    bits = _bits(text)
    body = bits[:-_CRC]
    if len(body) < sum(width for _, width in _FIELDS):
        raise BadCode("This code is too short: something is missing.")
    if _check(body) != int(bits[-_CRC:], 2):
        raise BadCode("This code has a typing mistake in it, or a part is missing.")
    values, at = {}, 0
    for name, width in _FIELDS:
        values[name] = int(body[at : at + width], 2)
        at += width
    if values["form"] != FORM or values["mode"] >= len(MODES):
        raise BadCode("This code is from a newer version of the game.")
    if not _is_for(MODES[values["mode"]], values["players"] + 1):
        raise BadCode("This is no code of the game: so many cannot play this mode.")
    seed = f"{values['seed']:0{2 * SEED_BYTES}x}"
    wish = Wish(seed, bool(values["spoilers"]), values["players"] + 1, _unpacked(body[at:]))
    return Challenge(MODES[values["mode"]], values["rules"], f"{values['bank']:0{BANK_DIGITS}x}", wish)


def differs(challenge: Challenge, bank: Bank) -> str:
    """Why a challenge cannot be played as it was here, in a sentence and what to do; "" where it can."""
    if challenge.rules != rules.VERSION:
        older = challenge.rules < rules.VERSION
        who = "an older version of the game; ask for a new code" if older else "a newer version; get that one"
        return f"It was played with {who}."
    if not bank.fingerprint.startswith(challenge.bank):
        return (
            "It was played with other questions than yours. Both need the same packs, switched on alike, "
            "and the same version of the game."
        )
    return ""


def _is_for(mode: str, players: int) -> bool:
    return ALL_MODES[mode].fewest <= players <= ALL_MODES[mode].most


def _is_seed(text: str) -> bool:
    return len(text) == 2 * SEED_BYTES and all(letter in "0123456789abcdef" for letter in text)


def _bits(text: str) -> str:
    """The bits of a code; the last word after a colon counts, blanks and hyphens do not."""
    letters = "".join(letter for letter in text.rpartition(":")[2].upper() if letter.isalnum())
    if not letters:
        raise BadCode("There is no code in this.")
    if len(letters) > _LONGEST:
        raise BadCode("This is too long for a code.")
    strange = next((letter for letter in letters if letter not in _READ), None)
    if strange:
        raise BadCode(f"There is no {strange!r} in a code.")
    return "".join(f"{_READ[letter]:05b}" for letter in letters)


def _check(bits: str) -> int:
    return binascii.crc_hqx(int(bits or "0", 2).to_bytes(-(-len(bits) // 8)), 0)


def _packed(numbers: tuple[int, ...]) -> str:
    """Numbers as Elias gamma codes, their count first; the noughts at the end go without saying."""
    while numbers and numbers[-1] == 0:
        numbers = numbers[:-1]
    return "".join(_gamma(number + 1) for number in (len(numbers), *numbers))


def _gamma(number: int) -> str:
    return "0" * (number.bit_length() - 1) + f"{number:b}"


def _unpacked(bits: str) -> tuple[int, ...]:
    numbers = _numbers(bits)
    try:
        return tuple(next(numbers) for _ in range(next(numbers)))
    except (StopIteration, RuntimeError):
        raise BadCode("This code is from a newer version of the game.") from None


def _numbers(bits: str) -> Iterator[int]:
    at = 0
    while (one := bits.find("1", at)) >= 0 and 2 * one - at < len(bits):
        end = 2 * one - at + 1
        yield int(bits[one:end], 2) - 1
        at = end
