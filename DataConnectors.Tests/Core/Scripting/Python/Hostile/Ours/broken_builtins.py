# expect: contained | takes away what the runner itself uses
import builtins
def transform(response):
    for name in ("len", "max", "isinstance", "callable", "type", "str", "memoryview", "Exception", "BaseException"):
        delattr(builtins, name)
    return {"ok": True}
