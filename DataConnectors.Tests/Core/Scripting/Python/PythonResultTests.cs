using System.Text;
using DataConnectors.Core.Scripting;

namespace DataConnectors.Tests.Core.Scripting.Python;

/// <summary>What can be returned, and what is said of what cannot.</summary>
[Collection("Python")]
public sealed class PythonResultTests(PythonMachine python)
{
    [Theory]
    [InlineData("(1, 'a', None, True)", """[1,"a",null,true]""")]
    [InlineData("__import__('decimal').Decimal('12.300')", "12.300")]
    [InlineData("{'a': [__import__('decimal').Decimal('1E+3')]}", """{"a":[1E+3]}""")]
    [InlineData("__import__('datetime').date(2026, 2, 10)", "\"2026-02-10\"")]
    [InlineData("{1: 'a', 1.5: 'b', None: 'c', True: 'd'}", """{"1":"d","1.5":"b","null":"c"}""")]
    [InlineData("2 ** 70", "1180591620717411303424")]
    [InlineData("{'a': '\\ud83d\\ude00 \\ud83d'}", "{\"a\":\"😀 \uFFFD\"}")]
    [InlineData("__import__('collections').Counter('aab')", """{"a":2,"b":1}""")]
    [InlineData("[]", "[]")]
    [InlineData("None", "null")]
    public async Task Value_becomes_json(string value, string json)
    {
        // A dict has True and 1 as one key, whose later value wins.
        var result = await python.ResultAsync($"def transform(response):\n    return {value}");
        Assert.Equal(json, result);
    }

    [Theory]
    [InlineData("{'v': [1, float('nan')]}", "nan at $.v[1] is no JSON number")]
    [InlineData(
        "{'v': {1, 2}}",
        "$.v is of the type set, which JSON does not have; return sorted(…) or list(…) of it"
    )]
    [InlineData(
        "(x for x in [])",
        "$ is of the type generator, which JSON does not have; return list(…) of it"
    )]
    [InlineData("{(1, 2): 3}", "a key at $ is (1, 2) (tuple); use text")]
    [InlineData("b'x'", "$ is of the type bytes, which JSON does not have; decode it to text")]
    [InlineData("10 ** 5000", "the number at $ has too many digits to be written")]
    public async Task What_json_cannot_carry_is_refused_with_its_place(string value, string reason)
    {
        var failure = await python.FailureAsync($"def transform(response):\n    return {value}");

        Assert.Equal(ScriptFailureKind.NotJson, failure.Kind);
        Assert.Equal($"The result cannot be written as JSON: {reason}.", failure.Message);
        Assert.Equal("The result cannot be written as JSON.", failure.Summary);
    }

    [Fact]
    public async Task Two_keys_that_are_written_alike_are_refused()
    {
        var failure = await python.FailureAsync(
            "def transform(response):\n    return {1: 'a', '1': 'b'}"
        );

        Assert.Equal(ScriptFailureKind.NotJson, failure.Kind);
        Assert.StartsWith("The result has a key twice", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(5_000, false)]
    public async Task Result_is_nested_at_most_as_deep_as_an_answer(int levels, bool isAllowed)
    {
        var outcome = await python.RunAsync(
            $"def transform(response):\n    a = 1\n    for _ in range({levels}):\n        a = [a]\n    return a"
        );

        Assert.Equal(isAllowed, outcome.IsSuccess);
        Assert.Equal(isAllowed ? null : ScriptFailureKind.NotJson, outcome.Failure?.Kind);
    }

    [Theory]
    [InlineData(ScriptLimits.MaxResultBytes - 2, true)]
    [InlineData(ScriptLimits.MaxResultBytes - 1, false)]
    public async Task Result_has_at_most_a_mebibyte(int characters, bool isAllowed)
    {
        var outcome = await python.RunAsync(
            $"def transform(response):\n    return 'x' * {characters}"
        );

        Assert.Equal(isAllowed, outcome.IsSuccess);
        Assert.Equal(isAllowed ? null : ScriptFailureKind.TooLarge, outcome.Failure?.Kind);
    }

    [Fact]
    public async Task A_large_answer_passes_whole()
    {
        var response = "\"" + new string('x', 900_000) + "é\"";

        Assert.Equal(
            "900001",
            await python.ResultAsync("def transform(response):\n    return len(response)", response)
        );
        Assert.Equal(
            Encoding.UTF8.GetByteCount(response),
            Encoding.UTF8.GetByteCount(
                await python.ResultAsync("def transform(response):\n    return response", response)
            )
        );
    }

    [Fact]
    public async Task Printed_text_is_kept_up_to_its_limit_also_when_the_run_is_stopped()
    {
        var failure = await python.FailureAsync(
            "def transform(response):\n    print('😀' * 9000)\n    while True: pass"
        );

        Assert.Equal(ScriptFailureKind.TimedOut, failure.Kind);
        Assert.True(failure.Report.IsPrintedTruncated);
        Assert.Equal(ScriptLimits.MaxPrintedCharacters, failure.Report.Printed.Length);
        Assert.InRange(
            failure.Report.Duration,
            ScriptLimits.Time - TimeSpan.FromMilliseconds(100),
            TimeSpan.FromSeconds(5)
        );
    }
}
