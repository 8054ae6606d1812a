"""GIFT's texts as words to be shown: format markers, HTML and Markdown; knows no question."""

from __future__ import annotations

import re

from quizgame.content.formats.base import Unreadable, explanation, tidy
from quizgame.content.formats.gift_marks import back

PLAIN = "plain"
MOODLE = "moodle"
_MARKER = re.compile(r"\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_MEDIA = re.compile(
    r"<(?:img|audio|video|object|embed|iframe|svg|canvas)\s[^<>]*>?|@@PLUGINFILE@@", re.IGNORECASE
)
_MARKDOWN_PICTURE = re.compile(r"!\[[^\[\]\n]*\]\(")
_STRONG = re.compile(r"\*\*|(?<!\w)__(?=[^\W_])|(?<=[^\W_])__(?!\w)|`")
_SLANTED = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]*[^\s*_])\1(?![\w*])")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_FEWEST_WORDS = 3
_VERDICT = frozenset(
    _WORD.findall(
        "a again an answer answered are but chose chosen congratulations correct correctly done exactly "
        "excellent false full gave go good got great incorrect indeed is it job keep marks nice no nope "
        "not of ok on perfect points quite right s sorry spot that the there this true try up very way "
        "well work wrong yes you your"
    )
)
"""Words that only say whether somebody was right."""


def marked(text: str, markup: str) -> tuple[str, str]:
    """The markup that a text names in square brackets, or else `markup`, and the text without the name."""
    text = text.strip()
    found = _MARKER.match(text)
    return (found[1].lower(), text[found.end() :]) if found else (markup, text)


def shown(text: str, markup: str) -> str:
    """The tidy words of a question or an answer; raises Unreadable where they are not all there is to it."""
    markup, text = marked(text, markup)
    words = back(text)
    if markup != PLAIN and _MEDIA.search(words):
        raise Unreadable("the question needs a picture, a sound or a file", "ask it in words alone")
    if markup == "markdown" and _MARKDOWN_PICTURE.search(words):
        raise Unreadable("the question needs a picture", "ask it in words alone")
    return _bare(words, markup)


def told(text: str, markup: str) -> str:
    """The tidy words of an explanation, without its pictures; it may be empty."""
    markup, text = marked(text, markup)
    words = back(text)
    if markup != PLAIN:
        words = _MEDIA.sub("", words)
    return explanation(_bare(words, markup), markup=False)


def is_literal(text: str) -> bool:
    """Whether a text means itself where nobody names its markup."""
    return (
        not text.startswith(("[", "//"))
        and not _MEDIA.search(text)
        and tidy(text) == tidy(text, markup=False)
    )


def says_something(words: str) -> bool:
    """Whether feedback explains the answer rather than praising whoever gave it."""
    said = _WORD.findall(words.casefold())
    return len(said) >= _FEWEST_WORDS and any(word not in _VERDICT for word in said)


def _bare(words: str, markup: str) -> str:
    """Words without markup; where nothing would be left, the markup itself is what was meant."""
    if markup == "markdown":
        words = _SLANTED.sub(r"\2", _STRONG.sub("", words))
    return tidy(words, markup != PLAIN) or tidy(words, markup=False)
