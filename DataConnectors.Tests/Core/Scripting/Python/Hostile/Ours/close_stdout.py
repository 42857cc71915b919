# expect: contained | takes standard output away
import sys
def transform(response):
    sys.stdout = None
    print("lost")
    return {"ok": True}
