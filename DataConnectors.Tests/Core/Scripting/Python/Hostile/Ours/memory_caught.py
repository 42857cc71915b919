# expect: contained | catches the end of memory and goes on
def transform(response):
    kept = []
    while len(kept) < 10**6:
        try:
            kept.append(bytearray(10**7))
        except MemoryError:
            return {"kept": len(kept)}
