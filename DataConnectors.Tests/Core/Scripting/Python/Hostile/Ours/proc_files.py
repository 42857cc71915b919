# expect: ok {"read":[]} | everything that procfs and sysfs tell
import sys
os = sys.modules["os"]
def transform(response):
    read = []
    parent = os.getppid()
    for path in ("/proc/self/environ", f"/proc/{parent}/environ", f"/proc/{parent}/fd/0", "/proc/1/cmdline", "/proc/self/mem", "/sys/kernel", "/", "."):
        for attempt in (lambda: open(path).read(1), lambda: os.listdir(path), lambda: os.stat(path), lambda: os.readlink(path)):
            try:
                attempt()
                read.append(path)
            except OSError:
                pass
    return {"read": read}
