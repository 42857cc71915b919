# expect: contained | every object of the process
import sys
def transform(response):
    texts = []
    for thing in sys.modules["gc"].get_objects():
        if isinstance(thing, dict):
            texts += [v for v in thing.values() if isinstance(v, str) and "canary" in v]
    return {"t": texts[:50]}
