# expect: ok {"undone":[]} | takes the sandbox off
import sys
resource, ctypes = sys.modules["resource"], sys.modules["ctypes"]
libc = ctypes.CDLL(None)
def transform(response):
    undone = []
    for name in ("AS", "CPU", "NPROC", "FSIZE", "NOFILE", "CORE"):
        try:
            resource.setrlimit(getattr(resource, "RLIMIT_" + name), (resource.RLIM_INFINITY,) * 2)
            undone.append(name)
        except (ValueError, PermissionError):
            pass
    if libc.prctl(38, 0, 0, 0, 0) == 0:
        undone.append("no_new_privs")
    if libc.prctl(22, 0, 0, 0, 0) == 0:
        undone.append("seccomp")
    if libc.prctl(4, 1, 0, 0, 0) == 0:
        undone.append("dumpable")
    return {"undone": undone}
