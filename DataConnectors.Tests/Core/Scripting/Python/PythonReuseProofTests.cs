using System.Diagnostics;
using System.Text.Json;
using DataConnectors.Core.Scripting.Python;

namespace DataConnectors.Tests.Core.Scripting.Python;

/// <summary>Which code may share a process between its runs: only what can be shown to leave nothing behind.</summary>
public sealed class PythonReuseProofTests
{
    private static readonly string[] Shared =
    [
        "def transform(response):\n    return response",
        "import json, re\ndef transform(response, context):\n    return {'a': json.loads('1'), 'b': re.sub('a', 'b', response['x'].strip())}",
        "from datetime import datetime, timezone\ndef transform(r):\n    return datetime.strptime(r['at'], '%Y').astimezone(timezone.utc).isoformat()",
        "from collections import Counter, defaultdict\ndef transform(r):\n    d = defaultdict(list)\n    for i in r['items']:\n        d[i['k']].append(i)\n    return {k: len(v) for k, v in d.items() if type(v) is list}",
        "from decimal import Decimal, ROUND_HALF_UP\nimport math\ndef transform(r):\n    try:\n        return str(Decimal(r['v']).quantize(Decimal('0.01'), rounding=ROUND_HALF_UP))\n    except (ValueError, KeyError) as e:\n        print('no', e)\n        raise ValueError(f'{e!r:>10}') from None",
        "import urllib.parse, hashlib, base64\ndef transform(r):\n    return [urllib.parse.quote(r['q']), hashlib.sha256(r['q'].encode()).hexdigest(), '{} {:>5} {a!r}'.format(1, 2, a=3)]",
        "import itertools as it, functools\ndef transform(r):\n    f = lambda a, b: a + b\n    while r and (n := r.pop()):\n        r[0] += n\n    del r[0]\n    return functools.reduce(f, it.chain(r, [1]), 0)",
    ];

    private static readonly string[] OwnProcess =
    [
        "import json\njson.dumps.x = 1",
        "import json\njson.dumps = 1",
        "import json\ndef t(r, m=json):\n    m.dumps = 1",
        "import json as j\nx = j",
        "import urllib.parse\np = urllib.parse",
        "import urllib.parse\nurllib.parse.uses_netloc.append(1)",
        "import urllib",
        "from urllib import parse",
        "from json import decoder",
        "from json import *",
        "from . import x",
        "import os",
        "import sys",
        "import random",
        "import decimal\ndecimal.getcontext()",
        "from decimal import getcontext",
        "import collections.abc",
        "import collections\ncollections.namedtuple('A', 'b')",
        "import functools\nfunctools.lru_cache",
        "import string\nstring.Template",
        "import re\nre.purge()",
        "import re\nre._cache",
        "import datetime\ndatetime.sys",
        "import json\njson.decoder",
        "import json\njson.__dict__",
        "'{0.__class__}'.format(1)",
        "'{0[x]}'.format(1)",
        "'{:{0.x}}'.format(1)",
        "f = '{}'.format",
        "x = '{0.a}'\nx.format(1)",
        "x.format_map({})",
        "str.format('{0.a}', 1)",
        "class A: pass",
        "type('A', (), {})",
        "t = type",
        "type(int)('A', (), {'__del__': print})",
        "x = type(1)",
        "type(*[1, 2, 3]) == 1",
        "list(map(type, [1])) == [type]",
        "def f():\n    yield 1",
        "def f():\n    try:\n        yield 1\n    finally:\n        print(1)",
        "async def f():\n    await 1",
        "@print\ndef f(): pass",
        "def f():\n    global x\n    x = 1",
        "with 1: pass",
        "eval('1')",
        "exec('1')",
        "compile",
        "getattr(1, 'x')",
        "setattr(1, 'x', 1)",
        "vars()",
        "globals()",
        "locals()",
        "open('x')",
        "input()",
        "id(1)",
        "__import__('os')",
        "__builtins__",
        "__name__",
        "__ｉmport__('os')",
        "print(1, file=1)",
        "print(**{'file': 1})",
        "import functools\nfunctools.partial(print, file=1)",
        "import json\njson.loads('1', cls=1)",
        "def f(): pass\nf.__defaults__",
        "def f(): pass\nf.x = 1",
        "for f.x in [1]: pass",
        "[0 for f.x in [1]]",
        "f.x += 1",
        "f.x: int = 1",
        "del f.x",
        "(x for x in []).gi_frame",
        "try:\n    pass\nexcept Exception as e:\n    e.__traceback__",
        "try:\n    pass\nexcept:\n    pass",
        "try:\n    pass\nexcept BaseException:\n    pass",
        "len = 1",
        "def print(x): pass",
        "import json as __x",
        "def f(__x): pass",
        "json = 1\nimport json",
        "def f(json): pass\nimport json",
        "match 1:\n    case int(real=x): pass",
        "memoryview",
        "object",
        "super",
        "def (",
    ];

    [Fact]
    public async Task Only_code_that_can_leave_nothing_behind_shares_a_process()
    {
        PythonMachine.SkipWithoutPython();

        var verdicts = await ProveAsync([.. Shared, .. OwnProcess]);

        Assert.Empty(Shared.Where((_, index) => !verdicts[index]));
        Assert.Empty(OwnProcess.Where((_, index) => verdicts[Shared.Length + index]));
    }

    private static async Task<bool[]> ProveAsync(string[] codes)
    {
        var interpreter = await PythonInterpreter.FindAsync("", CancellationToken.None);
        var worker = JsonSerializer.Deserialize<string[][]>(PythonSources.Worker)!;
        var source = worker.Single(module => module[0] == "reuse")[1];
        using var process = interpreter!.Start(
            source
                + "\nimport json, sys\nprint(json.dumps([prove(code) is not None for code in json.load(sys.stdin)]))"
        );
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(codes));
        process.StandardInput.Close();
        var verdicts = await process.StandardOutput.ReadToEndAsync();
        Assert.True(verdicts.Length > 0, await process.StandardError.ReadToEndAsync());
        return JsonSerializer.Deserialize<bool[]>(verdicts)!;
    }
}
