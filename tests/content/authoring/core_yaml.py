"""YAML as an editor reads it: the core schema of YAML 1.2, in which 1995 is a number and yes a word."""

from __future__ import annotations

import re
from typing import TypeAlias

import yaml

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0x[0-9a-fA-F]+|0o[0-7]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_SPECIAL = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf"), float("inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}


def load(text: str) -> Value:
    """The value of the first document; raises yaml.YAMLError. The keys of maps stay as they are typed."""
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    return None if node is None else _value(node)


def _value(node: yaml.Node) -> Value:
    match node:
        case yaml.SequenceNode():
            return [_value(item) for item in node.value]
        case yaml.MappingNode():
            return {str(key.value): _value(value) for key, value in node.value}
        case _:
            return _scalar(node)


def _scalar(node: yaml.Node) -> Value:
    words = str(node.value)
    if not isinstance(node, yaml.ScalarNode) or node.style:
        return words
    if words in _SPECIAL:
        return _SPECIAL[words]
    if _INTEGER.fullmatch(words) and len(words) < 400:  # Python turns no longer ones into numbers
        return int(words)
    if _OTHER_BASE.fullmatch(words):
        return int(words, 0)
    return float(words) if _FLOAT.fullmatch(words) else words
