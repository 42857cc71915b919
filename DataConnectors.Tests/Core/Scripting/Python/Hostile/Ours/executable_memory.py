# expect: contained | machine code of its own
import sys
ctypes = sys.modules["ctypes"]
def transform(response):
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]
    place = libc.mmap(None, 4096, 7, 0x22, -1, 0)
    if place != ctypes.c_void_p(-1).value:
        return {"escaped": True}
    place = libc.mmap(None, 4096, 3, 0x22, -1, 0)
    ctypes.memmove(place, b"\xb8\x2a\x00\x00\x00\xc3", 6)
    if libc.mprotect(ctypes.c_void_p(place), 4096, 5) == 0:
        return {"escaped": True}
    return {"r": ctypes.CFUNCTYPE(ctypes.c_int)(place)()}
