# expect: ok {"open":[]} | kernel calls by number, past everything that Python might forbid
import sys
ctypes = sys.modules["ctypes"]
libc = ctypes.CDLL(None, use_errno=True)
CALLS = {
    "open": 2, "openat": 257, "openat2": 437, "creat": 85, "stat": 4, "newfstatat": 262, "readlink": 89, "getdents64": 217,
    "socket": 41, "socketpair": 53, "connect": 42, "sendto": 44, "fork": 57, "vfork": 58, "clone": 56, "clone3": 435,
    "execve": 59, "execveat": 322, "kill": 62, "tkill": 200, "tgkill": 234, "rt_sigqueueinfo": 129, "pidfd_open": 434,
    "pidfd_send_signal": 424, "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311, "memfd_create": 319,
    "memfd_secret": 447, "io_uring_setup": 425, "io_setup": 206, "bpf": 321, "userfaultfd": 323, "perf_event_open": 298,
    "keyctl": 250, "add_key": 248, "request_key": 249, "unshare": 272, "setns": 308, "mount": 165, "umount2": 166,
    "pivot_root": 155, "chroot": 161, "chdir": 80, "mkdir": 83, "unlink": 87, "rename": 82, "symlink": 88, "chmod": 90,
    "prctl": 157, "seccomp": 317, "prlimit64": 302, "setrlimit": 160, "setuid": 105, "setresuid": 117, "capset": 126,
    "setsid": 112, "setpgid": 109, "setpriority": 141, "sched_setaffinity": 203, "ioctl": 16, "fcntl": 72, "dup": 32, "dup2": 33,
    "pipe": 22, "pipe2": 293, "eventfd2": 290, "timerfd_create": 283, "signalfd4": 289, "inotify_init1": 294,
    "fanotify_init": 300, "name_to_handle_at": 303, "open_by_handle_at": 304, "shmget": 29, "msgget": 68, "semget": 64,
    "mq_open": 240, "splice": 275, "sendfile": 40, "landlock_create_ruleset": 444, "init_module": 175, "reboot": 169,
    "syslog": 103, "personality": 135, "arch_prctl": 158, "modify_ldt": 154, "iopl": 172, "uname": 63, "sysinfo": 99,
    "getcwd": 79, "wait4": 61, "alarm": 37, "setitimer": 38, "pkey_alloc": 330,
}
def transform(response):
    through = []
    for name, number in CALLS.items():
        ctypes.set_errno(0)
        if libc.syscall(ctypes.c_long(number), *[ctypes.c_ulong(0)] * 6) != -1 or ctypes.get_errno() != 1:
            through.append(name)
    return {"open": through}
