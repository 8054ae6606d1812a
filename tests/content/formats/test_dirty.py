"""Bytes of foreign files: whatever saved them, no line and no letter is lost, and oddities are told."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.formats.base import Unreadable
from quizgame.content.formats.dirty import decode
from quizgame.content.problems import Severity

ENGLISH = "Which café did Zoë’s crew – of “Heat” – meet in?\nA Kate Mantilini\n"
FRENCH = "#Q Quel élève célèbre a écrit « À la recherche du temps perdu » ?\n^ Marcel Proust\nA Émile Zola\n"
GERMAN = "#Q Wie heißt der größte Fluß Österreichs?\n^ Donau\nA Süßbach\nB Mühlbach\nC Öd\n"
POLISH = "#Q Jakie miasto jest stolicą województwa łódzkiego?\n^ Łódź\nA Kraków\nB Gdańsk\nC Białystok\n"
RUSSIAN = "#Q Кто снял фильм Схватка?\n^ Майкл Манн\nA Мартин Скорсезе\nB Майкл Манн\n"
PLAIN = "#Q Which animal has eight arms?\n^ Octopus\nA Octopus\nB Horse\n\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_unicode_is_known_by_its_mark_or_its_zeros(encoding: str, ends: str) -> None:
    assert decode((ENGLISH * 3).replace("\n", ends).encode(encoding), "f") == (ENGLISH * 3, [])


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (ENGLISH, "cp1252", "Windows-1252"),
        (FRENCH, "cp1252", "Windows-1252"),
        (GERMAN, "latin-1", "Windows-1252"),
        (ENGLISH, "mac_roman", "Mac Roman"),
        (FRENCH, "mac_roman", "Mac Roman"),
        (GERMAN, "mac_roman", "Mac Roman"),
        (GERMAN, "cp850", "DOS 850"),
        (POLISH, "cp1250", "Windows-1250"),
        (POLISH, "iso8859-2", "ISO 8859-2"),
    ],
)
def test_what_is_not_unicode_is_read_as_what_makes_words(text: str, encoding: str, name: str) -> None:
    read, problems = decode((PLAIN + text).encode(encoding), "f")
    assert read == PLAIN + text
    assert [(one.severity, one.line) for one in problems] == [(Severity.WARNING, 6)]
    assert problems[0].what.endswith(f"bytes are not UTF-8 and were read as {name}")


@pytest.mark.parametrize("ends", [b"\n", b"\r\n", b"\r"])
def test_single_bytes_in_a_unicode_text_cost_nothing_else(ends: bytes) -> None:
    data = (PLAIN + "日本 é\n").encode() + "café’s\n".encode("cp1252") + "Zoë\n".encode()
    read, problems = decode(data.replace(b"\n", ends), "f")
    assert read == PLAIN + "日本 é\ncafé’s\nZoë\n"
    assert [(one.line, one.what) for one in problems] == [
        (7, "2 bytes are not UTF-8 and were read as Windows-1252")
    ]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_what_nobody_can_tell_is_refused_until_it_is_said(encoding: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        decode(RUSSIAN.encode(encoding), "f")
    assert "--encoding" in refusal.value.remedy
    assert decode(RUSSIAN.encode(encoding), "f", encoding) == (RUSSIAN, [])


def test_an_encoding_that_does_not_fit_says_how_much_is_lost() -> None:
    _, [problem] = decode(b"one\ntwo \xff\xfe\n", "f", "utf-8")
    assert (problem.line, problem.what) == (2, "2 places are no utf-8 and were left out")


def test_letters_that_were_mangled_once_are_mended() -> None:
    mangled = "one\nZoë’s café…".encode().decode("cp1252")
    read, [problem] = decode(mangled.encode(), "f")
    assert read == "one\nZoë’s café…"
    assert (problem.line, problem.what) == (2, "4 letters were saved in the wrong encoding once, and mended")


@pytest.mark.parametrize("text", ["SÃO PAULO", "Âge d’or", "CRÈME BRÛLÉE", "Ã", "â€", "10 €", "Ân"])
def test_letters_that_only_look_mangled_stay(text: str) -> None:
    assert decode(text.encode(), "f") == (text, [])


def test_zero_bytes_are_left_out_and_told() -> None:
    read, [problem] = decode(b"one\r\ntw\0o\r\n\0\0", "f")
    assert (read, problem.line, problem.what) == ("one\ntwo\n", 2, "zero bytes were left out")


def test_lines_are_those_an_editor_counts() -> None:
    assert decode("a\u2028b\x0bc\x85d\r\n\r\ne\rf".encode(), "f")[0] == "a b c d\n\ne\nf"
    assert decode("a\x85b\x85c".encode(), "f")[0] == "a\nb\nc"


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_no_bytes_raise_anything_but_a_refusal(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        text, problems = decode(data, "f")
        assert not set("\r\0") & set(text)
        assert all(0 < one.line <= text.count("\n") + 1 for one in problems)


@given(st.text("abc éßøŽ€’“§\n", max_size=60))
@settings(max_examples=100, deadline=None)
def test_a_forced_encoding_is_obeyed(text: str) -> None:
    assert decode(text.encode("cp1252"), "f", "cp1252") == (text, [])
