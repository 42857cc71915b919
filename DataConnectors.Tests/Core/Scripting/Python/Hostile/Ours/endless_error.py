# expect: timeout | an error whose text never comes
class Error(Exception):
    def __str__(self):
        while True:
            pass
def transform(response):
    raise Error
