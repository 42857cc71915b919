# expect: ok {"real":1} | writes results to standard output in every way
import sys
os = sys.modules["os"]
def transform(response):
    sys.stdout.write('{"forged":true}\n')
    sys.__stdout__.write('{"forged":true}\n')
    print('{"forged":true}', file=sys.stderr)
    os.write(1, b'{"forged":true}')
    return {"real": 1}
