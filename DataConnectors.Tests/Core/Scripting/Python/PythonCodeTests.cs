using DataConnectors.Core.Scripting;

namespace DataConnectors.Tests.Core.Scripting.Python;

/// <summary>What code may look like and what it may import.</summary>
[Collection("Python")]
public sealed class PythonCodeTests(PythonMachine python)
{
    [Theory]
    [InlineData(
        "import datetime",
        "datetime.datetime.strptime('10 Feb 2026', '%d %b %Y').isoformat()",
        "\"2026-02-10T00:00:00\""
    )]
    [InlineData(
        "from zoneinfo import ZoneInfo\nfrom datetime import datetime",
        "datetime(2026, 7, 1, tzinfo=ZoneInfo(response['zone'])).isoformat()",
        "\"2026-07-01T00:00:00+02:00\""
    )]
    [InlineData(
        "import datetime",
        "datetime.datetime.fromtimestamp(0).astimezone().isoformat()",
        "\"1970-01-01T00:00:00+00:00\""
    )]
    [InlineData(
        "import hashlib, hmac",
        "[hashlib.md5(b'').hexdigest()[:4], hashlib.new('sha3_256', b'').hexdigest()[:4], hmac.new(b'k', b'm', 'sha256').hexdigest()[:4]]",
        "[\"d41d\",\"a7ff\",\"b600\"]"
    )]
    [InlineData(
        "import uuid",
        "str(uuid.uuid5(uuid.NAMESPACE_DNS, 'a.b'))[:8] + str(len(str(uuid.uuid4())))",
        "\"0e7af40336\""
    )]
    [InlineData(
        "import urllib.parse",
        "urllib.parse.urlencode({'q': 'é &'}) + urllib.parse.urlsplit('https://bücher.example/p?x=1').hostname",
        "\"q=%C3%A9+%26bücher.example\""
    )]
    [InlineData("import statistics", "statistics.median([3, 1, 2])", "2")]
    [InlineData("import base64", "base64.b64encode('é'.encode('latin-1')).decode()", "\"6Q==\"")]
    [InlineData("", "'bücher'.encode('idna').decode()", "\"xn--bcher-kva\"")]
    [InlineData(
        "import textwrap, string",
        "textwrap.shorten('a b c d', 5, placeholder='…') + string.capwords('a b') + string.Template('$a').substitute(a=1)",
        "\"a b…A B1\""
    )]
    [InlineData(
        "from collections import namedtuple, abc, Counter",
        "[namedtuple('P', 'a b')(1, 2), isinstance({}, abc.Mapping), Counter('aab').most_common(1)]",
        "[[1,2],true,[[\"a\",2]]]"
    )]
    [InlineData(
        "import math, itertools, functools, random, time, re, decimal, json",
        "[math.floor(1.5), list(itertools.islice(itertools.count(), 2)), functools.reduce(lambda a, b: a + b, [1, 2]), 0 <= random.random() < 1, random.choice([5]), time.time() > 1e9]",
        "[1,[0,1],3,true,5,true]"
    )]
    public async Task Allowed_modules_work_whole(string module, string expression, string json) =>
        Assert.Equal(
            json,
            await python.ResultAsync(
                $"{module}\ndef transform(response):\n    return {expression}",
                """{"zone":"Europe/Madrid"}"""
            )
        );

    [Theory]
    [InlineData("import os")]
    [InlineData("from subprocess import run")]
    [InlineData("import urllib.request")]
    public async Task Any_other_module_is_refused_with_the_list_of_those_there_are(string line)
    {
        var failure = await python.FailureAsync($"\n{line}\ndef transform(response):\n    pass");

        Assert.Equal(ScriptFailureKind.Raised, failure.Kind);
        Assert.Matches("^(ImportError|ModuleNotFoundError): .* \\(line 2\\)$", failure.Message);
    }

    [Fact]
    public async Task The_refusal_names_the_modules()
    {
        var failure = await python.FailureAsync("import os\ndef transform(response):\n    pass");

        Assert.StartsWith(
            "ImportError: os is not available here; the modules are base64, collections,",
            failure.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("def transform():\n    pass")]
    [InlineData("def transform(a, b, c):\n    pass")]
    [InlineData("def transform(a, *, b):\n    pass")]
    public async Task A_transform_of_no_or_too_many_arguments_is_refused(string code)
    {
        var failure = await python.FailureAsync(code);

        Assert.Equal(ScriptFailureKind.MissingFunction, failure.Kind);
        Assert.Equal(1, failure.Line);
    }

    [Theory]
    [InlineData("transform = 1")]
    [InlineData("def Transform(response):\n    pass")]
    [InlineData("")]
    public async Task Code_without_transform_is_refused(string code)
    {
        var failure = await python.FailureAsync(code);

        Assert.Equal(ScriptFailureKind.MissingFunction, failure.Kind);
        Assert.Equal(
            "There is no function transform. Begin on line 1 with: def transform(response):",
            failure.Message
        );
    }

    [Fact]
    public async Task Code_that_does_not_compile_is_refused_with_its_place()
    {
        var failure = await python.FailureAsync("def transform(response):\n    return (1");

        Assert.Equal(ScriptFailureKind.Syntax, failure.Kind);
        Assert.Equal(2, failure.Line);
        Assert.Equal(
            "The code does not compile: '(' was never closed (line 2, column 12).",
            failure.Message
        );
    }

    [Fact]
    public async Task Syntax_is_checked_without_running_anything()
    {
        var script = new Script(1, "while True: pass");
        Assert.Empty(await python.Runtime.CheckSyntaxAsync(script, CancellationToken.None));

        var wrong = script with { Code = "x = 1\ndef f(:\n  pass" };
        var diagnostic = Assert.Single(
            await python.Runtime.CheckSyntaxAsync(wrong, CancellationToken.None)
        );
        Assert.Equal(new ScriptDiagnostic(2, 7, 2, 8, "invalid syntax"), diagnostic);
    }

    [Theory]
    [InlineData("x = '\0'")]
    [InlineData("\ud800")]
    [InlineData("-")]
    [InlineData("  x = 1\n y = 2")]
    public async Task Whatever_does_not_compile_has_a_place(string code)
    {
        var diagnostics = await python.Runtime.CheckSyntaxAsync(
            new Script(1, code.Length == 1 && code == "-" ? new string('-', 90_000) + "1" : code),
            CancellationToken.None
        );

        Assert.All(diagnostics, found => Assert.True(found is { Line: > 0, Column: > 0 }));
        Assert.Single(diagnostics);
    }

    [Fact]
    public async Task Errors_name_no_path_of_this_machine()
    {
        var failure = await python.FailureAsync(
            "import json, sys\ndef transform(response):\n    raise ValueError(repr(json) + json.loads.__code__.co_filename)"
        );

        Assert.DoesNotContain("/lib/python3", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_may_be_as_long_as_allowed_and_no_longer()
    {
        const string code = "def transform(response):\n    return 1\n#";
        var longest = code.PadRight(Script.MaxCodeLength, 'x');

        Assert.Equal("1", await python.ResultAsync(longest));
        Assert.Equal(ScriptFailureKind.Syntax, (await python.FailureAsync(longest + "x")).Kind);
    }
}
