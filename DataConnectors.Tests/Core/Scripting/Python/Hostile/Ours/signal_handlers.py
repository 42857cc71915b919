# expect: timeout | handlers for every signal, and a processor limit that is ignored
import signal
for number in range(1, 65):
    try:
        signal.signal(number, lambda *a: None)
    except (OSError, ValueError):
        pass
def transform(response):
    while True:
        try:
            while True: pass
        except BaseException: pass
