using DataConnectors.Core.Scripting;

namespace DataConnectors.Tests.Core.Scripting.JavaScript;

/// <summary>Every way to fail, with the sentence the admin reads.</summary>
[Collection<WorkersGroup>]
public sealed class TransformFailureTests(Workers workers)
{
    [Theory]
    [InlineData(
        "let transform = 5;",
        ScriptFailureKind.MissingFunction,
        "no function named transform"
    )]
    [InlineData("", ScriptFailureKind.MissingFunction, "no function named transform")]
    [InlineData(
        "function transform() { let q = ; }",
        ScriptFailureKind.Syntax,
        "line 1, column 32"
    )]
    [InlineData("export default 1;", ScriptFailureKind.Syntax, "line 1, column 1")]
    [InlineData("function transform() {}", ScriptFailureKind.NotJson, "transform returned nothing")]
    [InlineData(
        "const transform = () => transform;",
        ScriptFailureKind.NotJson,
        "a function or symbol"
    )]
    [InlineData(
        "const transform = () => [1, { b: 0 / 0 }];",
        ScriptFailureKind.NotJson,
        "NaN at result[1].b"
    )]
    [InlineData(
        "const transform = () => ({ a: -1 / 0 });",
        ScriptFailureKind.NotJson,
        "infinity at result.a"
    )]
    [InlineData(
        "const transform = () => { const a = []; a[0] = { a }; return a; };",
        ScriptFailureKind.NotJson,
        "contains itself at result[0].a"
    )]
    [InlineData(
        "const transform = () => { let a = 1; for (let i = 0; i < 65; i++) a = [a]; return a; };",
        ScriptFailureKind.NotJson,
        "more than 64 levels"
    )]
    [InlineData(
        "async function transform() { await new Promise(() => {}); }",
        ScriptFailureKind.NotJson,
        "a promise that nothing settles"
    )]
    [InlineData(
        "const transform = () => 'x'.repeat(1024 * 1024);",
        ScriptFailureKind.TooLarge,
        "more than 1024 KiB"
    )]
    [InlineData(
        "const transform = () => Array(1e6).fill('xx');",
        ScriptFailureKind.TooLarge,
        "more than 1024 KiB"
    )]
    [InlineData(
        "function transform() { while (true); }",
        ScriptFailureKind.TimedOut,
        "did not end within 1 s"
    )]
    [InlineData(
        "const transform = () => /^(a+)+$/.test('a'.repeat(40) + 'b');",
        ScriptFailureKind.TimedOut,
        "regular expression"
    )]
    [InlineData(
        "const transform = () => new Uint8Array(2e9).length;",
        ScriptFailureKind.OutOfMemory,
        "128 MiB"
    )]
    [InlineData(
        "function transform() { return transform() + 1; }",
        ScriptFailureKind.Raised,
        "calls itself too often"
    )]
    public async Task A_script_fails_as(string code, ScriptFailureKind kind, string sentence)
    {
        var failure = (await workers.RunAsync(code)).Failure;

        Assert.Equal(kind, failure?.Kind);
        Assert.Contains(sentence, failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "null.x",
        "TypeError: Cannot read properties of null (reading 'x')",
        "TypeError on line 2"
    )]
    [InlineData("missing", "ReferenceError: missing is not defined", "ReferenceError on line 2")]
    [InlineData("JSON.parse('{')", "SyntaxError", "SyntaxError on line 2")]
    [InlineData("(() => { throw 'secret'; })()", "secret", "Error on line 2")]
    [InlineData(
        "(() => { throw Object.assign(new Error('m'), { name: 'secret' }); })()",
        "secret: m",
        "Error on line 2"
    )]
    [InlineData(
        "(() => { throw { code: 1 }; })()",
        "an object that is no Error",
        "Error on line 2"
    )]
    public async Task An_error_is_told_with_its_line_and_a_summary_that_quotes_nothing(
        string expression,
        string text,
        string summary
    )
    {
        var failure = (
            await workers.RunAsync($"function transform(response) {{\n  return {expression};\n}}")
        ).Failure!;

        Assert.Equal(ScriptFailureKind.Raised, failure.Kind);
        Assert.Equal(2, failure.Line);
        Assert.StartsWith(
            "The code failed on line 2: " + text,
            failure.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(summary, failure.Summary);
        Assert.DoesNotContain("Jint", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_error_over_large_whole_numbers_says_how_to_compute_with_them()
    {
        var failure = (
            await workers.RunAsync(
                "const transform = r => r.id + 1;",
                """{"id":12345678901234567890}"""
            )
        ).Failure!;

        Assert.Contains("use Number(x)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_promise_is_an_error()
    {
        var failure = (
            await workers.RunAsync("async function transform() { throw new RangeError('far'); }")
        ).Failure!;

        Assert.Equal(ScriptFailureKind.Raised, failure.Kind);
        Assert.Contains("RangeError: far", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_printed_before_it_failed_or_was_stopped_is_kept()
    {
        var raised = await workers.RunAsync("function transform() { print('here'); throw 1; }");
        var stopped = await workers.RunAsync(
            "function transform() { print('there'); while (true); }"
        );

        Assert.Equal("here\n", raised.Failure!.Report.Printed);
        Assert.Equal("there\n", stopped.Failure!.Report.Printed);
    }
}
