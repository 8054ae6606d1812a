"""How texts are compared, and what in them counts as a number or a name."""

from __future__ import annotations

import pytest

from quizgame.content.wording import Name, holds, names, numbers, ordinary_stems, plain, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L.A. Takedown", "l a takedown"),
        ("Müller’s", "Muller's"),
        ("Sight & Sound", "Sight – Sound"),
        ("“Twelve” men", "12 men"),
        ("Ｈｅａｔ", "heat"),
    ],
)
def test_case_accents_quotes_and_dashes_do_not_count(one: str, other: str) -> None:
    assert words(one) == words(other)


def test_options_without_words_are_compared_by_their_signs() -> None:
    assert plain("★★★★") != plain("★★★★★")
    assert plain("  Al   PACINO ") == plain("Al Pacino")


@pytest.mark.parametrize(
    ("term", "stands"),
    [("Val Kilmer", True), ("Kilmer Val", False), ("Kil", False), ("1988", True), ("88", False), ("", False)],
)
def test_a_term_stands_only_as_whole_words_in_order(term: str, stands: bool) -> None:
    assert holds(words("In 1988’s Chicago, Val Kilmer."), words(term)) is stands


def test_numbers_are_figures_and_on_demand_words() -> None:
    assert numbers("The 100 best of the 90s, twelve of them") == ("100", "90s")
    assert numbers("Twelve of 30 seconds; one of two", spelt_out=True) == ("12", "30")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He met Neil McCauley’s crew", ["Neil McCauley"]),
        ("asked by Mike D'Angelo of HBO", ["Mike D'Angelo", "HBO"]),
        ("shot for Heat 2 in 1988", ["Heat 2"]),
        ("the film I'd see, I think", []),
        ("the L.A. Takedown of 1989", ["L.A", "Takedown"]),
        ("In the end", []),
    ],
)
def test_names_are_capitals_in_a_row(text: str, found: list[str]) -> None:
    assert [name.text for name in names(text)] == found


def test_a_name_knows_whether_it_opens_a_sentence() -> None:
    assert names("Gleeful. Hanna ran to “Vincent” and Eady") == (
        Name("Gleeful", True),
        Name("Hanna", True),
        Name("Vincent", True),
        Name("Eady", False),
    )


def test_words_that_mostly_stand_without_a_capital_are_no_names() -> None:
    stems = ordinary_stems(["gleefully, then gleefully; mann lingers, said Mann of Mann"])
    assert "gleefu" in stems
    assert "mann" not in stems
