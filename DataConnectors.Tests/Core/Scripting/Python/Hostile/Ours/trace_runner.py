# expect: contained | traces what runs after it
import sys
def transform(response):
    def trace(frame, event, argument):
        frame.f_locals.clear()
        return trace
    sys.settrace(trace)
    sys.setprofile(trace)
    return {"ok": True}
