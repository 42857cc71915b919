"""One run of the admin's code, in the process that is thrown away for it."""

import json
import os
import resource
import struct
import sys
import time

from worker import modules, result

FILE = "<transform>"

# Kind, line, nanoseconds, bytes of memory, length of what follows.
FRAME = struct.Struct(">BIQQI")

RESULT, RAISED, MISSING, MEMORY, ENDED, NOT_JSON, TOO_LARGE, TIMED_OUT = range(8)

# How the process ends when there is not even memory for saying so.
NO_MEMORY, BROKEN = 70, 71


class Printed:
    """Where print goes: straight into a pipe, so that it is there when the run is killed, and never more than the pipe holds."""

    encoding = "utf-8"
    errors = "replace"

    def __init__(self, descriptor, limit):
        self.descriptor = descriptor
        self.limit = limit
        self.start()

    def start(self):
        # One more than is kept, so that the reader sees that there was more.
        self.left = self.limit + 1

    def write(self, text):
        kept = text[: self.left]
        if kept:
            self.left -= len(kept)
            os.write(self.descriptor, kept.encode("utf-8", "replace"))
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def writable(self):
        return True


class Run:
    """What one request came to."""

    def __init__(self, limits, is_reused):
        self.limits = limits
        self.is_reused = is_reused
        self.nanoseconds = 0

    def of(self, code, builtins, request):
        """The kind, the line and the text of the outcome."""
        try:
            return RESULT, 0, result.write(self.call(code, builtins, request), self.limits["result"], self.limits["depth"])
        except result.TooLarge:
            return TOO_LARGE, 0, b""
        except result.NotJson as error:
            return NOT_JSON, 0, str(error).encode("utf-8", "replace")
        except Missing as error:
            return MISSING, error.line, str(error).encode()
        except MemoryError as error:
            return MEMORY, line_of(error), b""
        except SystemExit as error:
            return ENDED, line_of(error), b"exit"
        except BaseException as error:
            return RAISED, line_of(error), describe(error)

    def call(self, code, builtins, request):
        response, context = split(request)
        response = json.loads(response)
        transform = arguments = None
        namespace = {"__name__": modules.NAME, "__builtins__": builtins.copy() if self.is_reused else builtins}
        try:
            exec(code, namespace)
            transform = namespace.get("transform")
            arguments = (response,) if takes(transform) == 1 else (response, json.loads(context))
            begin = time.perf_counter_ns()
            try:
                return transform(*arguments)
            finally:
                self.nanoseconds = time.perf_counter_ns() - begin
        finally:
            if self.is_reused:
                # Functions hold their namespace and it holds them: without this they would wait for the collector. Proven code
                # has no classes, hence nothing that is still to run when its result is written.
                del transform, arguments
                namespace.clear()


class Missing(Exception):
    def __init__(self, text, line=0):
        super().__init__(text)
        self.line = line


def split(request):
    length = int.from_bytes(request[:4], "big")
    return request[4 : 4 + length].decode(), request[4 + length :].decode()


def takes(transform):
    """How many arguments to give."""
    if not callable(transform):
        raise Missing("none")
    code = getattr(transform, "__code__", None)
    if code is None or not isinstance(code, type(takes.__code__)):
        return 1
    least = code.co_argcount - len(transform.__defaults__ or ())
    named = code.co_kwonlyargcount - len(transform.__kwdefaults__ or ())
    most = 2 if code.co_flags & 4 else code.co_argcount
    if least > 2 or most < 1 or named > 0:
        raise Missing("arguments", code.co_firstlineno)
    return min(most, 2)


def line_of(error):
    """The last line of the admin's own code on the way to the error."""
    line = 0
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == FILE:
            line = step.tb_lineno or 0
        step = step.tb_next
    return min(max(line, 0), 0xFFFFFFFF)


PATHS = sorted({path for path in (sys.prefix, sys.base_prefix, sys.exec_prefix, os.path.dirname(os.__file__)) if len(path) > 1}, key=len, reverse=True)


def describe(error):
    kind = type(error).__name__
    try:
        text = str(error)
    except BaseException:
        text = ""
    if isinstance(error, OSError) and error.errno in (1, 13):
        kind, text = "PermissionError", text + " (code here has no files, no network and no other processes)"
    for path in PATHS:
        if path != "/usr":
            text = text.replace(path, "python")
    return json.dumps([kind[:100], text[:1000]]).encode()


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def serve(code, builtins, limits, requests, results, lock, is_reused):
    """Answers requests, one unless the code was shown to leave nothing behind; does not return."""
    size = peak()
    printed = Printed(1, limits["printed"])
    sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = printed
    lock()
    while True:
        request = read_all(requests)
        if not is_reused:
            os.close(requests)
        run = Run(limits, is_reused)
        printed.start()
        try:
            kind, line, text = run.of(code, builtins, request)
            frame = FRAME.pack(kind, line, run.nanoseconds, max(0, peak() - size), len(text)) + text
        except MemoryError:
            os._exit(NO_MEMORY)
        del request, run
        write_all(results, frame)
        del frame, text
        if not is_reused:
            os._exit(0)


def read_all(descriptor):
    length = int.from_bytes(read_exactly(descriptor, 4), "big")
    return read_exactly(descriptor, length)


def read_exactly(descriptor, count):
    first = os.read(descriptor, count)
    if len(first) == count:
        return first
    parts = [first]
    while first and (count := count - len(first)):
        first = os.read(descriptor, count)
        parts.append(first)
    if not first:
        os._exit(0)
    return b"".join(parts)


def write_all(descriptor, data):
    written = os.write(descriptor, data)
    if written < len(data):
        view = memoryview(data)
        while written < len(data):
            written += os.write(descriptor, view[written:])
