using DataConnectors.Core.Scripting;

namespace DataConnectors.Tests.Core.Scripting.JavaScript;

/// <summary>Expressions of one run.</summary>
[Collection<WorkersGroup>]
public sealed class ExpressionTests(Workers workers)
{
    [Theory]
    [InlineData("value.trim()", "\" a \"", "\"a\"")]
    [InlineData("value * 2", "1.5", "3")]
    [InlineData("value + 1n", "12345678901234567890", "12345678901234567891")]
    [InlineData("({ a: value })", "1", """{"a":1}""")]
    [InlineData("{ a: value }", "1", """{"a":1}""")]
    [InlineData("value?.name ?? 'nobody'", "null", "\"nobody\"")]
    [InlineData("undefined", "1", "null")]
    [InlineData("value // with a comment", "1", "1")]
    [InlineData("context.inputs.order_id + context.status", "1", "1201")]
    [InlineData("[1, 2].map(x => x * value)", "3", "[3,6]")]
    public async Task An_expression_gives(string expression, string value, string expected) =>
        Assert.Equal(expected, await workers.EvaluateAsync(expression, value));

    [Theory]
    [InlineData("value.trim(", "does not compile: line 1, column 12")]
    [InlineData("1); (2", "does not compile")]
    [InlineData("let x = 1", "does not compile")]
    [InlineData("", "does not compile")]
    [InlineData("value.x", "TypeError")]
    [InlineData("1 / 0", "gives infinity")]
    [InlineData("value => value", "gives a function")]
    [InlineData("'x'.repeat(2000000)", "more than")]
    [InlineData("eval('1')", "TypeError")]
    public async Task A_failing_expression_has_a_fault_and_the_others_go_on(
        string expression,
        string fault
    )
    {
        var results = await workers.EvaluateAllAsync(
            "{}",
            ("1", "null"),
            (expression, "null"),
            ("value", "[2]")
        );

        Assert.Equal("1", results[0]);
        Assert.StartsWith("!The expression", results[1], StringComparison.Ordinal);
        Assert.Contains(fault, results[1], StringComparison.Ordinal);
        Assert.Equal("[2]", results[2]);
    }

    [Fact]
    public async Task What_one_expression_changes_the_others_do_not_see()
    {
        var results = await workers.EvaluateAllAsync(
            """{"a":1}""",
            (
                "(response.a = 2, value = 3, globalThis.leak = 4, Object.prototype.leak = 5, String.prototype.trim = () => 'x', 1)",
                "0"
            ),
            ("[response.a, value, typeof leak, ({}).leak ?? null, ' y '.trim()]", "0")
        );

        Assert.Equal("""[1,0,"undefined",null,"y"]""", results[1]);
    }

    [Fact]
    public async Task An_endless_expression_ends_the_whole_call()
    {
        var failure = await workers.EvaluateFailureAsync("(() => { while (true); })()");

        Assert.Equal(ScriptFailureKind.TimedOut, failure?.Kind);
        Assert.Contains("(() => { while (true); })()", failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_expressions_need_no_worker()
    {
        var outcome = await workers.Runtime.EvaluateAsync(
            1,
            [],
            Workers.Input("{}"),
            CancellationToken.None
        );

        Assert.Empty(outcome.Value);
    }
}
