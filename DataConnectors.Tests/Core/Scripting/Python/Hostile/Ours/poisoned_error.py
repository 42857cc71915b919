# expect: contained | an error whose text never ends
class Error(Exception):
    def __str__(self):
        raise Error
def transform(response):
    raise Error
