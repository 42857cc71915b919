# expect: error | a small result that is large when written
def transform(response):
    a = ["x" * 1000] * 1000
    return [a] * 1000
