# expect: error PermissionError | another program in its place
import sys
def transform(response):
    sys.modules["os"].execv("/bin/sh", ["sh", "-c", "touch /var/tmp/dc_pwned_exec"])
