# expect: error output-too-large | one key as long as the result may be
def transform(response):
    return {"k" * (1 << 20): 1}
