"""What the kernel is asked to refuse, in two steps.

lock_worker() is for the process that forks the runs and never runs the admin's code. lock_run() is for one run, on top of it.
A filter can only ever become stricter. Both are allow-lists: what is not named here is answered with "operation not permitted".
"""

import ctypes
import errno
import fcntl
import os
import resource
import struct
import sys
import termios

libc = ctypes.CDLL(None, use_errno=True)
libc.splice.restype = ctypes.c_ssize_t
libc.splice.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_uint]

# The same calls by their numbers on the two machines .NET servers run on.
MACHINES = {
    "x86_64": (
        0xC000003E,
        dict(
            read=0, write=1, close=3, fstat=5, poll=7, lseek=8, mmap=9, mprotect=10, munmap=11, brk=12, rt_sigaction=13,
            rt_sigprocmask=14, rt_sigreturn=15, ioctl=16, select=23, sched_yield=24, mremap=25, madvise=28, dup2=33, nanosleep=35,
            getpid=39, socket=41, clone=56, fork=57, execve=59, exit=60, wait4=61, kill=62, fcntl=72, gettimeofday=96,
            getrlimit=97, getrusage=98, times=100, ptrace=101, getppid=110, sigaltstack=131, prctl=157, setrlimit=160,
            gettid=186, time=201, futex=202, restart_syscall=219, clock_gettime=228, clock_getres=229,
            clock_nanosleep=230, exit_group=231, openat=257, pselect6=270, ppoll=271, unshare=272, set_robust_list=273,
            splice=275, dup3=292, pipe2=293, prlimit64=302, process_vm_readv=310, seccomp=317, getrandom=318, memfd_create=319,
            rseq=334, io_uring_setup=425,
        ),
    ),
    "aarch64": (
        0xC00000B7,
        dict(
            dup3=24, fcntl=25, ioctl=29, openat=56, close=57, pipe2=59, lseek=62, read=63, write=64, pselect6=72, ppoll=73, splice=76, fstat=80,
            exit=93, exit_group=94, unshare=97, futex=98, set_robust_list=99, nanosleep=101, clock_gettime=113,
            clock_getres=114, clock_nanosleep=115, ptrace=117, sched_yield=124, restart_syscall=128, kill=129,
            sigaltstack=132, rt_sigaction=134, rt_sigprocmask=135, rt_sigreturn=139, times=153, getrlimit=163,
            setrlimit=164, getrusage=165, prctl=167, gettimeofday=169, getpid=172, getppid=173, gettid=178, socket=198,
            brk=214, munmap=215, mremap=216, clone=220, execve=221, mmap=222, mprotect=226, madvise=233, wait4=260,
            prlimit64=261, process_vm_readv=270, seccomp=277, getrandom=278, memfd_create=279, rseq=293,
            io_uring_setup=425,
        ),
    ),
}
ARCHITECTURE, NUMBERS = MACHINES.get(os.uname().machine, (None, {}))

# What Python itself needs to compute: memory, its open pipes, time, random bytes, its own signal handlers, the end.
RUN = (
    "read write close fstat lseek poll ppoll select pselect6 "
    "brk munmap mremap madvise futex sched_yield rseq set_robust_list "
    "clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times getrusage getrandom "
    "getpid getppid gettid rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack restart_syscall exit exit_group"
).split()

# What it takes to fork, feed, lock, kill and reap a run.
WORKER_ONLY = "clone fork wait4 kill pipe2 dup2 dup3 fcntl ioctl splice prctl seccomp prlimit64 getrlimit setrlimit".split()

# Allowed as long as the memory is not to be executed.
NOT_EXECUTABLE = ["mmap", "mprotect"]

LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050001, 0x80000000
NR, ARCH, THIRD_ARGUMENT = 0, 4, 32
PROT_EXEC = 4


class Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_char_p)]


def program(*instructions):
    code = b"".join(struct.pack("HBBI", op, yes, no, k) for op, yes, no, k in instructions)
    return Program(len(instructions), code)


def numbers(names):
    return [NUMBERS[name] for name in names if name in NUMBERS]


def worker_filter():
    code = [(LOAD, 0, 0, ARCH), (EQUAL, 1, 0, ARCHITECTURE), (RETURN, 0, 0, KILL), (LOAD, 0, 0, NR)]
    if ARCHITECTURE == 0xC000003E:
        # The x32 numbers would be a second way in.
        code += [(AT_LEAST, 0, 1, 0x40000000), (RETURN, 0, 0, KILL)]
    for number in numbers(RUN + WORKER_ONLY):
        code += [(EQUAL, 0, 1, number), (RETURN, 0, 0, ALLOW)]
    for number in numbers(NOT_EXECUTABLE):
        code += [
            (EQUAL, 0, 4, number),
            (LOAD, 0, 0, THIRD_ARGUMENT),
            (ANY_BIT, 0, 1, PROT_EXEC),
            (RETURN, 0, 0, REFUSE),
            (RETURN, 0, 0, ALLOW),
        ]
    return program(*code, (RETURN, 0, 0, REFUSE))


def run_filter():
    code = [(LOAD, 0, 0, NR)]
    for number in numbers(WORKER_ONLY):
        code += [(EQUAL, 0, 1, number), (RETURN, 0, 0, REFUSE)]
    return program(*code, (RETURN, 0, 0, ALLOW))


def prctl(option, *arguments):
    # Every argument as wide as a register, or the kernel sees what was left there.
    wide = [ctypes.c_ulong(argument) if isinstance(argument, int) else argument for argument in arguments]
    wide += [ctypes.c_ulong(0)] * (4 - len(wide))
    if libc.prctl(ctypes.c_int(option), *wide) != 0:
        raise OSError(ctypes.get_errno(), "prctl")


def splice(source, target, count):
    """How many bytes were moved: 0 at the end, None when there is nothing to read or no room yet."""
    moved = libc.splice(source, None, target, None, count, 2)
    if moved >= 0:
        return moved
    error = ctypes.get_errno()
    if error in (errno.EAGAIN, errno.EINTR):
        return None
    raise OSError(error, "splice")


def pending(descriptor):
    """How many bytes wait to be read."""
    return int.from_bytes(fcntl.ioctl(descriptor, termios.FIONREAD, bytes(4)), sys.byteorder)


PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38
FILTER_MODE = 2

if ARCHITECTURE is not None:
    WORKER_FILTER, RUN_FILTER = worker_filter(), run_filter()


def lock_worker(memory):
    """From here on: no file, socket, program or new right for this process and all it forks. Raises OSError when refused."""
    if ARCHITECTURE is None:
        raise OSError(f"the sandbox does not know the machine {os.uname().machine}")
    with open("/proc/self/statm") as sizes:
        size = int(sizes.read().split()[0]) * resource.getpagesize()
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    drop_root()
    prctl(PR_SET_DUMPABLE, 0)
    limit("AS", size + memory)
    limit("STACK", 8 * 1024 * 1024)
    limit("NOFILE", 64)
    for name in ("FSIZE", "CORE", "MEMLOCK", "MSGQUEUE"):
        limit(name, 0)
    restrict_by_landlock()
    prctl(PR_SET_SECCOMP, FILTER_MODE, ctypes.byref(WORKER_FILTER))


def lock_run(parent, seconds):
    """From here on, the run of the admin's code: no new process, no signal to another, no way to undo any of this."""
    prctl(PR_SET_PDEATHSIG, 9)
    if os.getppid() != parent:
        os._exit(0)  # It died before it could have taken this process with it.
    limit("CPU", seconds, seconds + 1)
    limit("NPROC", 0)
    prctl(PR_SET_SECCOMP, FILTER_MODE, ctypes.byref(RUN_FILTER))


def limit(name, soft, hard=None):
    which = getattr(resource, "RLIMIT_" + name, None)
    if which is None:
        return
    ceiling = resource.getrlimit(which)[1]
    hard = soft if hard is None else hard
    if ceiling != resource.RLIM_INFINITY:
        hard = min(hard, ceiling)
    resource.setrlimit(which, (min(soft, hard), hard))


def drop_root():
    if os.geteuid() != 0:
        return
    try:
        os.setgroups([])
        os.setresgid(65534, 65534, 65534)
        os.setresuid(65534, 65534, 65534)
    except OSError:
        pass  # In a user namespace without that user; the filters hold for root as well.


def restrict_by_landlock():
    """A second wall for files, connections and signals, where the kernel has it."""
    create, restrict = 444, 446
    version = libc.syscall(create, None, ctypes.c_size_t(0), ctypes.c_uint(1))
    if version < 1:
        return
    files = 13 if version == 1 else 14 if version == 2 else 15 if version < 5 else 16
    rules = [(1 << files) - 1] + ([3] if version >= 4 else []) + ([3] if version >= 6 else [])
    attributes = struct.pack(f"{len(rules)}Q", *rules)
    handle = libc.syscall(create, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint(0))
    if handle >= 0:
        libc.syscall(restrict, ctypes.c_int(handle), ctypes.c_uint(0))
        os.close(handle)


def find_hole():
    """Tries, in a locked run, what must be refused; the name of the first thing that was not, or None."""
    for name in "openat socket clone execve kill ptrace unshare memfd_create io_uring_setup process_vm_readv prctl pipe2".split():
        ctypes.set_errno(0)
        # Harmless should it pass: every argument is 0 or an address of nothing.
        if libc.syscall(ctypes.c_long(NUMBERS[name]), *[ctypes.c_ulong(0)] * 6) != -1 or ctypes.get_errno() != 1:
            return name
    executable = libc.syscall(
        ctypes.c_long(NUMBERS["mmap"]), *map(ctypes.c_ulong, (0, 4096, 7, 0x22, 0xFFFFFFFFFFFFFFFF, 0))
    )
    return None if executable == -1 else "executable memory"
