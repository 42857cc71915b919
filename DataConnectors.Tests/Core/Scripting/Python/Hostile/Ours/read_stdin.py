# expect: error EOFError | nothing is to be read
import sys
def transform(response):
    return {"r": input()}
