# expect: contained | promises a long result through the result's own pipe and gives nothing more
import sys
os, struct = sys.modules["os"], sys.modules["struct"]
def transform(response):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, struct.pack(">BIQQI", 0, 1, 2**64 - 1, 2**64 - 1, 1_000_000))
        except OSError:
            pass
    while True:
        pass
