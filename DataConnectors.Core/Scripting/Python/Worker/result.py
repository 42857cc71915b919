"""Writes what the code returned as JSON, or says what cannot be written and where.

Beside what json writes: Decimal becomes a number with all its digits, and dates and times become ISO 8601 text.
"""

import datetime
import decimal
import json
import math

escape = json.encoder.encode_basestring


class NotJson(Exception):
    """The value is none that JSON can carry; the text says what and where."""


class TooLarge(Exception):
    """The value is longer than allowed."""


class Unusual(Exception):
    """A value for which json needs help."""


def unusual(value):
    raise Unusual


quick = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=unusual).encode


def write(value, limit, depth):
    """The value as UTF-8 JSON of at most limit bytes."""
    try:
        text = quick(value)
    except (ValueError, TypeError, RecursionError, MemoryError, Unusual):
        text = None
    if text is None:
        text = "".join(Writer(limit, depth).write(value))
    if len(text) > limit:
        raise TooLarge
    try:
        data = text.encode()
    except UnicodeEncodeError:
        # Halves of a pair are joined as JavaScript would; a half alone has no meaning anywhere.
        data = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
    if len(data) > limit:
        raise TooLarge
    return data


class Writer:
    """Slower than json, but knows where it is."""

    def __init__(self, limit, depth):
        self.left = limit
        self.depth = depth
        self.parts = []

    def write(self, value):
        self.value(value, "$", self.depth)
        return self.parts

    def put(self, text):
        self.left -= len(text)
        if self.left < 0:
            raise TooLarge
        self.parts.append(text)

    def value(self, value, path, depth):
        if value is None:
            self.put("null")
        elif value is True:
            self.put("true")
        elif value is False:
            self.put("false")
        elif isinstance(value, str):
            self.text(value)
        elif isinstance(value, int):
            try:
                self.put(int.__repr__(value))
            except ValueError:
                raise NotJson(f"the number at {path} has too many digits to be written") from None
        elif isinstance(value, float):
            if not math.isfinite(value):
                raise NotJson(f"{float.__repr__(value)} at {path} is no JSON number")
            self.put(float.__repr__(value))
        elif isinstance(value, decimal.Decimal):
            if not value.is_finite():
                raise NotJson(f"{value} at {path} is no JSON number")
            self.put(str(value))
        elif isinstance(value, (datetime.date, datetime.time)):
            self.text(value.isoformat())
        elif isinstance(value, (dict, list, tuple)):
            if depth == 0:
                raise NotJson(f"it is nested deeper than {self.depth} levels or contains itself")
            if isinstance(value, dict):
                self.object(value, path, depth - 1)
            else:
                self.array(value, path, depth - 1)
        else:
            raise NotJson(f"{path} is of the type {type(value).__name__}, which JSON does not have{advice(value)}")

    def text(self, value):
        # Measured before it is copied.
        if len(value) > self.left:
            raise TooLarge
        self.put(escape(str(value)))

    def array(self, values, path, depth):
        separator = "["
        for index, value in enumerate(values):
            self.put(separator)
            self.value(value, f"{path}[{index}]", depth)
            separator = ","
        self.put("[]" if separator == "[" else "]")

    def object(self, values, path, depth):
        separator = "{"
        for key, value in values.items():
            self.put(separator)
            self.text(name(key, path))
            self.put(":")
            self.value(value, f"{path}.{str(key)[:50]}", depth)
            separator = ","
        self.put("{}" if separator == "{" else "}")


def name(key, path):
    """Numbers, true, false and None become their JSON text, as json does it."""
    if isinstance(key, str):
        return key
    if key is None or isinstance(key, (int, float)) and math.isfinite(key):
        return quick(key)
    raise NotJson(f"a key at {path} is {str(key)[:20]} ({type(key).__name__}); use text")


def advice(value):
    if isinstance(value, (set, frozenset)):
        return "; return sorted(…) or list(…) of it"
    if isinstance(value, (bytes, bytearray)):
        return "; decode it to text"
    if hasattr(value, "__next__"):
        return "; return list(…) of it"
    if hasattr(value, "__await__"):
        return "; write def, not async def"
    return ""
