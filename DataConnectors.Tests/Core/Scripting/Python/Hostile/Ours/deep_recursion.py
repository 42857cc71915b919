# expect: error | recursion past what the stack holds
import sys
def transform(response):
    sys.setrecursionlimit(10**9)
    def f(n): return f(n + 1) + sum(map(f, [n]))
    return f(0)
