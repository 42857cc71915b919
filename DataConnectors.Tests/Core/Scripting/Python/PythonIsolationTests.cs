using DataConnectors.Core.Scripting;

namespace DataConnectors.Tests.Core.Scripting.Python;

/// <summary>
/// Nothing that one run leaves anywhere may be seen by the next one of the same script, which may be for another customer.
/// </summary>
[Collection("Python")]
public sealed class PythonIsolationTests(PythonMachine python)
{
    // Long and often enough that it would be met wherever memory of the first run is left.
    private static readonly string Secret = string.Concat(
        Enumerable.Repeat("secret-of-the-first-run ", 3_000)
    );

    /// <summary>Module-level code, what the first run leaves, what the second looks at, and what it must see.</summary>
    public static TheoryData<string, string, string, string> Channels { get; } =
        new()
        {
            { "import builtins", "builtins.left = 1", "getattr(builtins, 'left', None)", "null" },
            { "import json", "json.dumps.left = 1", "getattr(json.dumps, 'left', None)", "null" },
            { "import json", "json.dumps = len", "json.dumps is len", "false" },
            { "from json import decoder", "decoder.left = 1", "hasattr(decoder, 'left')", "false" },
            { "import sys", "sys.modules['left'] = 1", "'left' in sys.modules", "false" },
            { "import sys", "sys.setrecursionlimit(77)", "sys.getrecursionlimit() == 77", "false" },
            { "import string", "string.digits = 'x'", "string.digits", "\"0123456789\"" },
            {
                "import collections",
                "collections.Counter.left = 1",
                "hasattr(collections.Counter, 'left')",
                "false"
            },
            {
                "import random",
                "random.seed(7)",
                "random.random() == random.Random(7).random()",
                "false"
            },
            {
                "import decimal",
                "decimal.getcontext().prec = 3",
                "str(decimal.Decimal(1) / 3)",
                "\"0.3333333333333333333333333333\""
            },
            {
                "import decimal",
                "decimal.Decimal(1) / 3",
                "bool(decimal.getcontext().flags[decimal.Inexact])",
                "false"
            },
            {
                "import re",
                "re.compile('secret-7')",
                "any('secret-7' in str(k) for k in re._cache)",
                "false"
            },
            {
                "import re",
                "re.compile('secret-7')",
                "'secret-7' in '{0.sub.__globals__[_cache]}'.format(re)",
                "false"
            },
            {
                "import urllib.parse",
                "urllib.parse.uses_netloc.append('left')",
                "'left' in urllib.parse.uses_netloc",
                "false"
            },
            {
                "import functools\n@functools.lru_cache\ndef f(): return []",
                "f().append(1)",
                "f()",
                "[]"
            },
            { "def f(kept=[]): return kept", "f().append(1)", "f()", "[]" },
            { "def f(): pass", "f.left = 1", "hasattr(f, 'left')", "false" },
            { "class C: kept = []", "C.kept.append(1)", "C.kept", "[]" },
            { "kept = {}", "kept['left'] = 1", "kept", "{}" },
            { "kept = (x for x in range(9))", "next(kept)", "next(kept)", "0" },
            { "(kept := [])", "kept.append(1)", "kept", "[]" },
            { "kept = [(x, last := x) for x in [1]]", "kept.append(1)", "len(kept)", "1" },
            { "", "globals().update(left=1)", "'left' in globals()", "false" },
            { "", "__builtins__.left = 1", "hasattr(__builtins__, 'left')", "false" },
            { "import sys", "sys.stdout.kept = 1", "hasattr(sys.stdout, 'kept')", "false" },
            { "import sys", "sys.stdout.limit = 1", "print('abc')", "null" },
            { "import itertools\nkept = itertools.count()", "next(kept)", "next(kept)", "0" },
            {
                "import time, sys\nos = sys.modules['os']",
                "os.environ.update(LEFT='1')",
                "'LEFT' in os.environ",
                "false"
            },
            { "import zoneinfo", "zoneinfo.left = 1", "hasattr(zoneinfo, 'left')", "false" },
            { "import sys", "sys.last_value = response", "hasattr(sys, 'last_value')", "false" },
            {
                "import sys",
                "sys.modules['gc'].callbacks.append(print)",
                "sys.modules['gc'].callbacks",
                "[]"
            },
            {
                "import sys",
                "sys.modules['atexit'].register(print, 'left') if 'atexit' in sys.modules else 0",
                "0",
                "0"
            },
            // The memory itself: what the garbage of the process that forks may still hold.
            {
                "import sys\nctypes = sys.modules['ctypes']\ndef heap():\n    libc = ctypes.CDLL(None)\n    libc.sbrk.restype = ctypes.c_void_p\n    end = libc.sbrk(0)\n    return ctypes.string_at(end - 1500000, 1500000)",
                "response",
                "('secret-' + 'of-the-first-run').encode() in heap()",
                "false"
            },
            {
                "import sys",
                "response",
                "any(isinstance(v, (str, bytes)) and ('secret-' + 'of-the-first-run') in str(v) for o in sys.modules['gc'].get_objects() if isinstance(o, (dict, list, tuple)) for v in (o.values() if isinstance(o, dict) else o))",
                "false"
            },
        };

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task What_a_run_leaves_is_not_there_for_the_next(
        string module,
        string leave,
        string look,
        string expected
    )
    {
        var code =
            $"{module}\ndef transform(response):\n    if response['leave']:\n        {leave}\n        return None\n    return {look}";

        var first = await python.RunAsync(code, $$"""{"leave":true,"note":"{{Secret}}"}""");
        var second = await python.RunAsync(code, """{"leave":false}""");

        Assert.Equal("null", PythonMachine.Result(first));
        Assert.Equal(expected, PythonMachine.Result(second));
    }

    [Fact]
    public async Task Printed_text_belongs_to_its_run()
    {
        const string code =
            "def transform(response):\n    print('run', response)\n    return response";

        for (var run = 0; run < 3; run++)
        {
            var outcome = await python.RunAsync(code, $"{run}");
            Assert.Equal($"run {run}\n", outcome.Value.Report.Printed);
        }
    }

    [Fact]
    public async Task A_failed_run_does_not_hurt_the_next()
    {
        const string code = "def transform(response):\n    return 1 / response";

        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(
                ScriptFailureKind.Raised,
                (await python.RunAsync(code, "0")).Failure!.Kind
            );
            Assert.Equal("0.5", PythonMachine.Result(await python.RunAsync(code, "2")));
        }
    }

    [Fact]
    public async Task A_thousand_runs_of_one_script_are_all_right()
    {
        const string code = "def transform(response):\n    return [response, 'x' * response]";

        for (var run = 0; run < 1_000; run++)
        {
            Assert.Equal(
                $"[{run},\"{new string('x', run)}\"]",
                PythonMachine.Result(await python.RunAsync(code, $"{run}"))
            );
        }
    }
}
