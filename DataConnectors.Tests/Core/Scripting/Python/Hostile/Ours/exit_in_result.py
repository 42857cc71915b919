# expect: error exited | exits while its result is written
import sys
class Leaving(dict):
    def items(self):
        sys.exit(0)
def transform(response):
    return Leaving(a=set())
