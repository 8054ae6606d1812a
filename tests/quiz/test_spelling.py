"""Which typed words count as an answer: the cases that matter, and how many slips are forgiven in all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.spelling import indistinct, means

CAST = (
    "Robert De Niro", "Al Pacino", "Val Kilmer", "Jon Voight", "Tom Sizemore", "Kevin Gage", "Ashley Judd",
    "Amy Brenneman", "Wes Studi", "Ted Levine", "Hank Azaria", "Diane Venora", "Mykelti Williamson",
    "William Fichtner", "Tom Noonan", "Danny Trejo", "Natalie Portman",
)  # fmt: skip
FILMS = (
    "The Godfather Part II", "L.A. Takedown", "Heat", "Batman Forever", "Collateral", "The Dark Knight",
    "Public Enemies", "The Town", "Contagion", "Miami Vice", "Blackhat", "Ferrari",
)  # fmt: skip
SHORT = {"Robert De Niro": ("De Niro",), "Al Pacino": ("Pacino",), "Val Kilmer": ("Kilmer",)}
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def accepted(answer: str, among: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is right for an answer, and what else is known."""
    return (answer, *SHORT.get(answer, ())), tuple(other for other in among if other != answer)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("De Niro", "Robert De Niro"),
        ("deniro", "Robert De Niro"),
        ("DENIRO", "Robert De Niro"),
        ("Robert Deniro", "Robert De Niro"),
        ("robert de nero", "Robert De Niro"),
        ("Mykelti Willamson", "Mykelti Williamson"),
        ("Mikelti Williamson", "Mykelti Williamson"),
        ("Kilmer, Val", "Val Kilmer"),
        ("Val Kilmer.", "Val Kilmer"),
        ("  val   KILMER ", "Val Kilmer"),
        ("Jon Voigt", "Jon Voight"),
        ("LA Takedown", "L.A. Takedown"),
        ("Nátalie Portmän", "Natalie Portman"),
        ("Godfather Part II", "The Godfather Part II"),
        ("the godfather, part ii", "The Godfather Part II"),
        ("Colateral", "Collateral"),
        ("L. A. Takedown", "L.A. Takedown"),
        ("Dark Knight", "The Dark Knight"),
    ],
)  # fmt: skip
def test_what_is_meant_counts(typed: str, answer: str) -> None:
    assert means(typed, *accepted(answer, CAST if answer in CAST else FILMS))


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("Pacino", "Robert De Niro"),
        ("Robert", "Robert De Niro"),
        ("The Godfather", "The Godfather Part II"),
        ("The Godfather Part III", "The Godfather Part II"),
        ("The Godfather Part I", "The Godfather Part II"),
        ("Heat 2", "Heat"),
        ("Meat", "Heat"),
        ("Towm", "The Town"),
        ("Tom Noonan", "Tom Sizemore"),
        ("", "Heat"),
        (" .!", "Heat"),
        ("the", "The Town"),
    ],
)
def test_what_is_not_meant_does_not(typed: str, answer: str) -> None:
    assert not means(typed, *accepted(answer, CAST if answer in CAST else FILMS))


@pytest.mark.parametrize(
    ("typed", "answer", "counts"),
    [
        ("1995", "1995", True),
        ("1985", "1995", False),
        ("199", "1995", False),
        ("in 1995", "1995", False),
        ("41 months", "41 months", True),
        ("41 month", "41 months", True),
        ("14 months", "41 months", False),
        ("Part IV", "Part VI", False),
    ],
)
def test_numbers_are_exact(typed: str, answer: str, counts: bool) -> None:
    assert means(typed, (answer,)) is counts


def test_a_slip_never_turns_into_another_answer_that_is_known() -> None:
    assert means("Marten", ("Martin",))
    assert not means("Marten", ("Martin",), ("Marten",))
    assert not means("Marten", ("Martin",), ("Marton",)), "as near to the one as to the other"
    assert means("Martin", ("Martin",), ("Marten",))


def test_slips_are_forgiven_by_length() -> None:
    assert not means("Gagr", ("Gage",))
    assert means("Gagne", ("Ganne",))
    assert not means("Wiangor", ("Waingro",), ("Nate",)), "two swaps in seven letters"
    assert means("Waingor", ("Waingro",))
    assert means("Wiliam Fichtnr", ("William Fichtner",))
    assert not means("Wiliam Fichnr", ("William Fichtner",))


names = st.sampled_from((*CAST, *FILMS))


@settings(max_examples=60)
@given(
    names,
    st.sampled_from([str.upper, str.lower, str.title, str.swapcase]),
    st.sampled_from([" ", ". ", ", "]),
)
def test_case_signs_and_the_order_of_words_never_matter(name: str, cased: object, between: str) -> None:
    assert callable(cased)
    right, others = accepted(name, CAST if name in CAST else FILMS)
    assert means(cased(name), right, others)
    assert means(between.join(reversed(name.replace(".", " ").split())), right, others)


def slips(name: str) -> Iterator[str]:
    """Every single slip: a letter left out, struck wrongly, struck twice over, or swapped with the next."""
    for at, letter in enumerate(name):
        yield name[:at] + name[at + 1 :]
        yield name[:at] + struck(name, at, "changed") + name[at + 1 :]
        yield name[:at] + struck(name, at, "put in") + name[at:]
        if at + 1 < len(name):
            yield name[:at] + name[at + 1] + letter + name[at + 2 :]


def struck(name: str, at: int, how: str) -> str:
    return ALPHABET[hashlib.sha256(f"{name}/{at}/{how}".encode()).digest()[0] % len(ALPHABET)]


SURNAMES = tuple(name.split()[-1] for name in CAST)


@pytest.mark.parametrize(
    ("among", "least", "most"), [(CAST, 0.95, 1.0), (SURNAMES, 0.82, 0.95), (FILMS, 0.82, 0.95)]
)
def test_most_slips_are_forgiven_and_no_wrong_answer_gets_through(
    among: tuple[str, ...], least: float, most: float
) -> None:
    forgiven = [means(slip, *accepted(name, among)) for name in among for slip in slips(name) if slip != name]
    assert least <= sum(forgiven) / len(forgiven) <= most
    strangers = [(name, other) for name in among for other in among if name != other]
    through = [
        (name, slip)
        for name, other in strangers
        for slip in (other, *slips(other))
        if means(slip, *accepted(name, among))
    ]
    assert through == []


spellings = st.lists(
    st.sampled_from(["Val", "val", "Kilmer", "Kilmr", "the", "1995", "II", "L.A.", "LA", "é", "e", "."]),
    max_size=3,
).map(" ".join)


@settings(max_examples=300)
@given(spellings, st.lists(spellings, min_size=1, max_size=3))
def test_a_known_wrong_answer_is_indistinct_where_it_would_count_although_it_is_known(
    other: str, accept: list[str]
) -> None:
    assert (other in indistinct([other], accept)) is means(other, accept, (other,))
