# expect: error | a thread that would go on
import sys
def transform(response):
    sys.modules["_thread"].start_new_thread(print, ("alive",))
    return {"ok": True}
