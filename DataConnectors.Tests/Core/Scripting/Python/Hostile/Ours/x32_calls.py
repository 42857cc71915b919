# expect: error exited | the same calls by their x32 numbers
import sys
ctypes = sys.modules["ctypes"]
def transform(response):
    return {"r": ctypes.CDLL(None).syscall(ctypes.c_long(0x40000000 + 39))}
