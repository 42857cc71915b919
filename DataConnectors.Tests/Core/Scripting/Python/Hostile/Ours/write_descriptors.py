# expect: error | writes an answer of its own into every descriptor, and ends
import sys
os = sys.modules["os"]
def transform(response):
    forged = b'{"forged":true}' * 10
    for descriptor in range(1024):
        try:
            os.write(descriptor, forged)
        except OSError:
            pass
    os._exit(0)
