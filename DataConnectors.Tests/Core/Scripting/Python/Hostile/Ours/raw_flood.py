# expect: timeout | fills the pipe for printed text, past print
import sys
os = sys.modules["os"]
def transform(response):
    while True:
        os.write(1, b"A" * 65536)
