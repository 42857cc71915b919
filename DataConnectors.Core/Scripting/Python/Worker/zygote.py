"""The worker: takes one script, forks a process for every run of it, and never runs any of it itself.

What the server sends begins with a nonce, and so does its answer. Neither the nonce nor the two pipes to the server are there in
a process that runs the admin's code; what it gets and gives passes through this one inside the kernel only.
"""

import builtins
import gc
import json
import os
import select
import signal
import struct
import sys
import time

from worker import modules, reuse, runner, sandbox

SERVER_IN, SERVER_OUT, NOTHING = 0, 1, 2

# Kind, nonce, length of what follows.
MESSAGE = struct.Struct(">c16sI")

# The outcome's kind, line, nanoseconds, bytes of memory, length of the printed text, length of the outcome. The two texts follow, and a
# byte that is 0 when the process ended before it had given all it promised.
ANSWER = struct.Struct(">BIQQII")

# A process that is kept for proven code is replaced now and then all the same.
MOST_RUNS, MOST_NANOSECONDS, MOST_GROWTH = 500, 5_000_000_000, 16 * 1024 * 1024


def main():
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, NOTHING)
    os.closerange(3, 65536)
    os.chdir("/")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    modules.load_light()
    gc.collect()
    answer(bytes(16), json.dumps(list(sys.version_info[:3])).encode())
    worker = None
    while True:
        kind, nonce, length = MESSAGE.unpack(runner.read_exactly(SERVER_IN, MESSAGE.size))
        if kind == b"R":
            worker.run(nonce, length)
        elif kind == b"B":
            worker = Worker(json.loads(runner.read_exactly(SERVER_IN, length)))
            answer(nonce, json.dumps(worker.diagnostics).encode())
        elif kind == b"C":
            code = runner.read_exactly(SERVER_IN, length).decode()
            answer(nonce, in_a_locked_process(lambda: check(code)))
        elif kind == b"T":
            answer(nonce, in_a_locked_process(lambda: json.dumps(sandbox.find_hole()).encode()))
        if worker is not None:
            # Forked from here, where nothing of a run is on the stack.
            worker.prepare()


def answer(nonce, payload):
    runner.write_all(SERVER_OUT, nonce + ANSWER.pack(0, 0, 0, 0, 0, len(payload)) + payload + b"\1")


class Process:
    """A fork that waits for its request."""

    def __init__(self, body):
        request_read, self.requests = os.pipe()
        self.results, result_write = os.pipe()
        self.printed, printed_write = os.pipe()
        self.runs = self.nanoseconds = 0
        self.status = None
        self.id = os.fork()
        if self.id == 0:
            try:
                os.dup2(NOTHING, 0)
                os.dup2(printed_write, 1)
                for descriptor in (self.requests, self.results, self.printed, printed_write):
                    os.close(descriptor)
                body(request_read, result_write)
            finally:
                os._exit(runner.BROKEN)
        for descriptor in (request_read, result_write, printed_write):
            os.close(descriptor)

    def kill(self):
        os.kill(self.id, signal.SIGKILL)

    def wait(self):
        """Waits until it is gone; how it ended."""
        self.status = os.waitpid(self.id, 0)[1] if self.status is None else self.status
        return self.status

    def close(self):
        self.wait()
        for descriptor in (self.requests, self.results, self.printed):
            os.close(descriptor)

    def begin(self, length, deadline):
        """Hands it the request that is on its way from the server."""
        try:
            os.write(self.requests, length.to_bytes(4, "big"))
        except BrokenPipeError:
            pass  # It has ended; nothing will be moved.
        moved = move(SERVER_IN, self.requests, length, deadline)
        move(SERVER_IN, NOTHING, length - moved, None)

    def read_head(self, deadline):
        """How it ended; () when it ended without saying so, None when the time is up."""
        data = b""
        while len(data) < runner.FRAME.size:
            if not wait(self.results, select.POLLIN, deadline):
                return None
            part = os.read(self.results, runner.FRAME.size - len(data))
            if not part:
                return ()
            data += part
        return runner.FRAME.unpack(data)


def move(source, target, count, deadline):
    """Moves bytes between pipes inside the kernel, so that none of a run is ever in this process; how many were moved.

    Fewer than asked for when the time is up, the source has ended, or nobody reads from the target any more.
    """
    moved = 0
    while moved < count:
        try:
            step = sandbox.splice(source, target, count - moved)
        except BrokenPipeError:
            break
        if step is None:
            if not (wait(source, select.POLLIN, deadline) and wait(target, select.POLLOUT, deadline)):
                break
        elif step == 0:
            break
        else:
            moved += step
    return moved


def wait(descriptor, event, deadline):
    """Until the descriptor is ready; False when the time is up. Ends all at once when the server has gone."""
    poll = select.poll()
    poll.register(SERVER_IN, 0)
    poll.register(descriptor, event)
    left = None if deadline is None else max(0, (deadline - time.monotonic()) * 1000)
    ready = dict(poll.poll(left))
    if ready.get(SERVER_IN, 0) & (select.POLLHUP | select.POLLERR) and not ready[SERVER_IN] & select.POLLIN:
        # The only child dies with its parent.
        os._exit(0)
    return descriptor in ready


class Worker:
    """One script, bound for good."""

    def __init__(self, script):
        self.limits = script["limits"]
        self.id = os.getpid()
        self.process = None
        self.diagnostics = []
        modules.load_heavy(script["code"])
        modules.guard_imports()
        modules.forget_paths()
        sandbox.lock_worker(self.limits["memory"])
        try:
            self.code = compile(script["code"], runner.FILE, "exec", dont_inherit=True)
        except BaseException as error:
            self.diagnostics = diagnose(error)
            return
        self.builtins = reuse.prove(script["code"])
        gc.collect()
        gc.freeze()

    def prepare(self):
        if self.process is None and not self.diagnostics:
            self.process = Process(self.serve)

    def serve(self, requests, results):
        is_reused = self.builtins is not None
        seconds = 30 if is_reused else int(self.limits["seconds"]) + 1
        runner.serve(
            self.code,
            self.builtins if is_reused else builtins,
            self.limits,
            requests,
            results,
            lambda: sandbox.lock_run(self.id, seconds),
            is_reused,
        )

    def run(self, nonce, length):
        process = self.process
        deadline = time.monotonic() + self.limits["seconds"]
        begin = time.monotonic_ns()
        process.begin(length, deadline)
        head = process.read_head(deadline)
        if head:
            kind, line, nanoseconds, memory, size = head
            if size > self.limits["result"] or kind > runner.TIMED_OUT:
                kind, size = runner.ENDED, 0
        else:
            kind, line, nanoseconds, memory, size = runner.ENDED, 0, time.monotonic_ns() - begin, 0, 0
        is_kept = head and self.is_harmless(kind, nanoseconds, memory)
        if not is_kept:
            # No instruction of it runs after this. Its memory is given back after the answer, since that takes time.
            self.process = None
            process.kill()
        if not head:
            status = process.wait()
            kind = runner.TIMED_OUT if head is None else kind_of(status)
        printed = sandbox.pending(process.printed)
        runner.write_all(SERVER_OUT, nonce + ANSWER.pack(kind, line, nanoseconds, memory, printed, size))
        promise(process.printed, printed, deadline)
        is_whole = promise(process.results, size, deadline)
        runner.write_all(SERVER_OUT, b"\1" if is_whole else b"\0")
        if not is_kept:
            process.close()

    def is_harmless(self, kind, nanoseconds, memory):
        """Whether the process may be kept for the next run."""
        process = self.process
        process.runs += 1
        process.nanoseconds += nanoseconds
        return (
            self.builtins is not None
            and kind == runner.RESULT
            and process.runs < MOST_RUNS
            and process.nanoseconds < MOST_NANOSECONDS
            and memory < MOST_GROWTH
        )


def promise(source, count, deadline):
    """Moves to the server as many bytes as it was told of; whether they were all there."""
    moved = move(source, SERVER_OUT, count, deadline)
    if moved < count:
        runner.write_all(SERVER_OUT, bytes(count - moved))
    return moved == count


def kind_of(status):
    """What the way in which a run ended without an answer says."""
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        return runner.TIMED_OUT
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == runner.NO_MEMORY:
        return runner.MEMORY
    return runner.ENDED


def in_a_locked_process(work):
    """The work's bytes, done in a fork that is locked as a run is; empty when it failed or took too long."""

    parent = os.getpid()

    def body(requests, results):
        sandbox.lock_worker(256 * 1024 * 1024)
        sandbox.lock_run(parent, 5)
        text = work()[:65536]
        runner.write_all(results, runner.FRAME.pack(0, 0, 0, 0, len(text)) + text)
        os._exit(0)

    process = Process(body)
    head = process.read_head(time.monotonic() + 5)
    text = runner.read_exactly(process.results, min(head[4], 65536)) if head else b""
    process.kill()
    process.close()
    return text


def check(code):
    try:
        compile(code, runner.FILE, "exec", dont_inherit=True)
        return b"[]"
    except BaseException as error:
        return json.dumps(diagnose(error)).encode()


def diagnose(error):
    """Line, column, last line, last column, message; all from 1, 0 when not known."""
    if isinstance(error, SyntaxError):
        place = [error.lineno, error.offset, getattr(error, "end_lineno", 0), getattr(error, "end_offset", 0)]
        return [[max(0, number or 0) for number in place] + [str(error.msg)]]
    if isinstance(error, (RecursionError, MemoryError)):
        return [[0, 0, 0, 0, "the code is nested too deeply to be compiled"]]
    return [[0, 0, 0, 0, str(error)]]
