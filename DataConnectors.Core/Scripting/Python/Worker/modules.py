"""The modules that code may import, loaded before the lock: after it nothing can be read from disk."""

import builtins
import importlib
import io
import os
import sys

# Loaded ahead of need in every worker.
LIGHT = "math json datetime re decimal random time collections itertools functools string textwrap base64".split()

# Loaded when the code may need them: each makes every fork slower.
HEAVY = "statistics urllib.parse hashlib hmac uuid zoneinfo".split()

# Loaded late by the ones above.
BEHIND = (
    "_strptime calendar locale unicodedata stringprep signal resource select struct bisect heapq operator copy fractions "
    "numbers collections.abc json.decoder json.encoder encodings.ascii encodings.latin_1 encodings.utf_8 "
    "encodings.utf_8_sig encodings.utf_16 encodings.utf_16_le encodings.utf_16_be encodings.utf_32 encodings.utf_32_le "
    "encodings.utf_32_be encodings.cp1252 encodings.iso8859_1 encodings.iso8859_15 encodings.idna encodings.punycode "
    "encodings.unicode_escape encodings.raw_unicode_escape encodings.base64_codec encodings.hex_codec encodings.rot_13 "
    "encodings.charmap encodings.cp437"
).split()

ALLOWED = sorted(LIGHT + HEAVY)

# Harmless in a process that the kernel holds, and reached by any code that wants them anyway.
TOLERATED = {"__future__", "sys", "builtins", "signal"}

IMPORTABLE = {name.partition(".")[0] for name in ALLOWED} | TOLERATED

# Set on the namespace of the admin's code.
NAME = "transform"


def load_light():
    for name in LIGHT + BEHIND:
        importlib.import_module(name)
    import datetime
    import random
    import time

    time.tzset()
    datetime.datetime.strptime("2000-01-01", "%Y-%m-%d")
    random.SystemRandom().random()
    for encoding in ("latin-1", "ascii", "utf-16", "utf-32", "cp1252", "iso8859-15", "idna", "utf-8-sig"):
        "a".encode(encoding).decode(encoding)


def load_heavy(code):
    """Loads those of the heavy modules that the code names; all of them when it may import by other means."""
    dynamic = any(word in code for word in ("__import__", "importlib", "exec", "eval", "modules"))
    names = [name for name in HEAVY if dynamic or name.partition(".")[0] in code]
    for name in names:
        importlib.import_module(name)
    if "hashlib" in names or "hmac" in names or "uuid" in names:
        import hashlib
        import hmac

        hmac.new(b"k", b"m", hashlib.sha256).hexdigest()
        for algorithm in ("md5", "sha1", "sha512"):
            hashlib.new(algorithm, b"m").hexdigest()
    if "zoneinfo" in names:
        load_time_zones()


def load_time_zones():
    """Keeps the whole time zone database in memory, since the name of a zone may be known only in the run."""
    import zoneinfo

    table = {}
    for folder in zoneinfo.TZPATH:
        for parent, folders, files in os.walk(folder):
            if parent == folder:
                folders[:] = [name for name in folders if name not in ("posix", "right")]
            for name in files:
                path = os.path.join(parent, name)
                with open(path, "rb") as file:
                    data = file.read()
                if data.startswith(b"TZif"):
                    table.setdefault(os.path.relpath(path, folder), data)
        if table:
            break

    def load(key):
        if key in table:
            return io.BytesIO(table[key])
        if not table:
            raise zoneinfo.ZoneInfoNotFoundError("this machine has no time zone data; ask for the package tzdata")
        raise zoneinfo.ZoneInfoNotFoundError(f"no time zone is called {key!r}")

    zoneinfo.reset_tzpath(to=())
    zoneinfo._common.load_tzdata = load
    zoneinfo.available_timezones = lambda: set(table) - {"localtime", "posixrules", "Factory"}


def forget_paths():
    """Leaves nothing to import from, and no path of this machine in what a module says about itself."""
    for module in list(sys.modules.values()):
        for name in ("__file__", "__cached__"):
            module.__dict__.pop(name, None)
        spec = getattr(module, "__spec__", None)
        if spec is not None:
            spec.origin = spec.cached = None
            spec.has_location = False
    sys.path[:] = []
    sys.path_importer_cache.clear()
    os.environ._data.clear()


def guard_imports():
    """Says kindly what may be imported. Only a courtesy: what holds is the kernel's refusal."""
    load = builtins.__import__

    def guarded(name, globals=None, locals=None, fromlist=(), level=0):
        if globals is not None and globals.get("__name__") == NAME:
            if level or name.partition(".")[0] not in IMPORTABLE:
                raise ImportError(f"{name or '.'} is not available here; the modules are {', '.join(ALLOWED)}")
            if name not in sys.modules and name in HEAVY:
                raise ImportError(f"{name} has to be imported by its name")
        return load(name, globals, locals, fromlist, level)

    builtins.__import__ = guarded
