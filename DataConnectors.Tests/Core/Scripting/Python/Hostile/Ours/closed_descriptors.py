# expect: contained | closes every descriptor and goes on
import sys
os = sys.modules["os"]
def transform(response):
    os.closerange(0, 1024)
    while True:
        pass
