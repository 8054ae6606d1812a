"""The pack format as a JSON Schema (draft 7) for editors, made of the reader's own limits; reads no pack."""

from __future__ import annotations

from typing import TypeAlias

from quizgame.content import fields, kinds
from quizgame.content.authoring import schema_words
from quizgame.content.options import MAX_OPTIONS
from quizgame.content.packs import questions as pack_questions
from quizgame.content.packs import tasks as pack_tasks
from quizgame.content.packs.pictures import MAX_ALT, MAX_PICTURE_NAME
from quizgame.content.packs.questions import DEFAULT_TOPIC, MAX_NAME, MAX_SOURCE
from quizgame.content.packs.read import MAX_QUESTIONS, MAX_TITLE
from quizgame.quiz.question import LEVELS, MAX_EXPLANATION, MAX_OPTION, MAX_QUESTION
from quizgame.quiz.tasks import FEWEST_PLACES, MOST_CARDS, MOST_PLACES, Kind

Schema: TypeAlias = "dict[str, object]"

TITLE = "A pack of questions for Thirty Seconds Flat"
FILE = "pack.schema.json"
"""What the schema's file is called: in `questions/`, and beside a player's pack."""

MODELINE = f"# yaml-language-server: $schema={FILE}"
"""The first line of a pack whose editor shall find the schema beside it."""

# An editor's YAML turns 1995 into a number and true into a truth; for the game both are words as typed.
_WORDS = ["string", "number", "boolean"]
_MOST = 999_999_999
_OPTIONAL = frozenset(("others",))


def schema() -> Schema:
    """The schema of a whole pack."""
    header = {
        "pack": _text(MAX_TITLE),
        "author": _text(MAX_TITLE),
        "licence": _text(MAX_TITLE),
        "questions": {
            "type": "array",
            "minItems": 1,
            "maxItems": MAX_QUESTIONS,
            "items": {"$ref": "#/definitions/question"},
        },
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": TITLE,
        "description": schema_words.PACK,
        "type": "object",
        "required": ["questions"],
        "additionalProperties": False,
        "properties": _described(header),
        "definitions": {"question": _question()},
    }


def _question() -> Schema:
    """All keys in one place, so that a wrong one is named, and then a rule for each kind that keys tell."""
    return {
        "title": "A question",
        "description": schema_words.QUESTION,
        "type": "object",
        "required": ["question"],
        "additionalProperties": False,
        "properties": _described(_of_every_kind() | _of_some_kinds()),
        "dependencies": {"image": ["alt"], "alt": ["image"]},
        "allOf": [*(_kind(kind) for kind in kinds.KEYS), _options()],
    }


def _of_every_kind() -> dict[str, Schema]:
    return {
        "question": _text(MAX_QUESTION),
        "topic": {**_text(MAX_NAME), "default": DEFAULT_TOPIC},
        "level": _level(),
        "explain": _text(MAX_EXPLANATION),
        "source": _text(MAX_SOURCE),
        "spoiler": _truth(schema_words.FLAG, *fields.YES, *fields.NO),
        "id": _id(),
        "image": _text(MAX_PICTURE_NAME),
        "alt": _text(MAX_ALT),
    }


def _of_some_kinds() -> dict[str, Schema]:
    """Every key that tells a kind, as loose as the loosest kind that has it."""
    places = {"minItems": FEWEST_PLACES, "maxItems": MOST_PLACES}
    return {
        "answer": _text(MAX_OPTION),
        "wrong": _texts(MAX_OPTIONS - 1),
        "choices": {**_list(_text(MAX_OPTION)), "minItems": 2, "maxItems": MAX_OPTIONS},
        "accept": _texts(MAX_OPTIONS),
        "others": _texts(kinds.MOST_OTHERS),
        "order": {**_list(_text(MAX_OPTION)), **places},
        "number": _figure(),
        "range": {**_list(_figure()), "minItems": 2, "maxItems": 2, "examples": [[1980, 2000]]},
        "match": _pairs(),
        "answers": {**_list(_text(MAX_OPTION)), "minItems": 2, "maxItems": MOST_CARDS - 1},
    }


def _kind(kind: Kind) -> Schema:
    """Where a key of the kind stands, its needed keys must stand too, and none of another kind."""
    own = kinds.KEYS[kind]
    tells = [key for key in own if key in kinds.KIND_OF_KEY]
    rule: Schema = {
        "required": [key for key in own if key not in _OPTIONAL],
        "properties": _forbidden(*(key for key in pack_tasks.KEYS if key not in own)),
    }
    return {"if": {"anyOf": [{"required": [key]} for key in tells]}, "then": rule}


def _options() -> Schema:
    """Where no key tells another kind: an answer among choices, beside wrong ones, or true or false."""
    statement = {"answer": _truth(schema_words.STATEMENT, *pack_tasks.TRUTHS)}
    among: Schema = {"required": ["answer"], "properties": _forbidden("wrong")}
    alone: Schema = {"required": ["answer"], "properties": statement}
    return {
        "if": {"not": {"anyOf": [{"required": [key]} for key in kinds.KIND_OF_KEY]}},
        "then": {
            "if": {"required": ["choices"]},
            "then": among,
            "else": {"if": {"required": ["wrong"]}, "then": {"required": ["answer"]}, "else": alone},
        },
    }


def _forbidden(*keys: str) -> Schema:
    return dict.fromkeys(keys, False)


def _text(most: int) -> Schema:
    return _told({"type": _WORDS, "maxLength": most}, r"\S", schema_words.BLANK)


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _texts(most: int) -> Schema:
    """A list of options, or one option without a list."""
    one = _text(MAX_OPTION)
    return one | {"type": ["array", *_WORDS], "items": one, "minItems": 1, "maxItems": most}


def _pairs() -> Schema:
    return {
        "type": "object",
        "minProperties": FEWEST_PLACES,
        "maxProperties": MOST_PLACES,
        "propertyNames": {"maxLength": MAX_OPTION, "pattern": r"\S"},
        "additionalProperties": _text(MAX_OPTION),
    }


def _figure() -> Schema:
    rule: Schema = {"type": ["integer", "string"], "minimum": -_MOST, "maximum": _MOST}
    return _told(rule, f"^{fields.INTEGER.pattern}$", schema_words.FIGURES)


def _id() -> Schema:
    rule = _text(MAX_NAME) | {"minimum": 0}
    return _told(rule, rf"^\s*{pack_questions.ID.pattern}\s*$", schema_words.ID)


def _level() -> Schema:
    low, high = min(LEVELS), max(LEVELS)
    rule: Schema = {"type": ["integer", "string"], "minimum": low, "maximum": high, "examples": list(LEVELS)}
    return _told(rule, f"^0*[{low}-{high}]$", schema_words.LEVEL)


def _truth(otherwise: str, *words: str) -> Schema:
    """Any of the words, in any letter case; two of them are no words for an editor."""
    forms = ("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in words)
    pattern = rf"^\s*(?:{'|'.join(forms)})\s*$"
    return _told({"type": ["boolean", "string"]}, pattern, otherwise)


def _told(rule: Schema, pattern: str, otherwise: str) -> Schema:
    """A rule for texts, with what editors say instead of the bare pattern."""
    return {**rule, "pattern": pattern, "patternErrorMessage": otherwise}


def _described(properties: dict[str, Schema]) -> Schema:
    """The properties with what an editor shows of each; a key without words is a mistake of ours."""
    return {key: {"description": schema_words.KEYS[key], **rule} for key, rule in properties.items()}


def printed() -> str:
    """The schema as a file holds it: plain ASCII, so that no system can spoil it."""
    import json

    return json.dumps(schema(), indent=2) + "\n"
