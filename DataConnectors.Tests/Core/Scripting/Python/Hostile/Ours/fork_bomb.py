# expect: error PermissionError | processes without end
import sys
def transform(response):
    while True:
        sys.modules["os"].fork()
