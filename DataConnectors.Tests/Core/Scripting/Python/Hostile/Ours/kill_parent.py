# expect: ok {"n":4} | kills its parent, its group, everybody and the first process
import sys
os = sys.modules["os"]
def transform(response):
    n = 0
    for target in (os.getppid(), 0, -1, 1):
        try:
            os.kill(target, 9)
        except PermissionError:
            n += 1
    return {"n": n}
