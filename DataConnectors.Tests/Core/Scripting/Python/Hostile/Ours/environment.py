# expect: contained | the environment, by way of the C library and of procfs
import sys
os, ctypes = sys.modules["os"], sys.modules["ctypes"]
def transform(response):
    libc = ctypes.CDLL(None)
    libc.getenv.restype = ctypes.c_char_p
    found = [str(libc.getenv(b"DC_CANARY")), str(dict(os.environ))]
    environ = ctypes.POINTER(ctypes.c_char_p).in_dll(libc, "environ")
    i = 0
    while environ[i]:
        found.append(environ[i].decode())
        i += 1
    return {"found": found}
