using DataConnectors.Core.Scripting;

namespace DataConnectors.Tests.Core.Scripting.JavaScript;

/// <summary>Where code does not compile.</summary>
[Collection<WorkersGroup>]
public sealed class SyntaxCheckTests(Workers workers)
{
    [Theory]
    [InlineData("function transform(r) {\n  return r..a;\n}", 2, 12, 13)]
    [InlineData("function transform() { retrun five; }", 1, 31, 35)]
    [InlineData("let a = 1;\nlet a = 2;", 2, 5, 6)]
    [InlineData("const text = `abc", 1, 18, 19)]
    [InlineData("with (Math) {}", 1, 1, 5)]
    public async Task A_place_that_does_not_compile_is_told(
        string code,
        int line,
        int column,
        int endColumn
    )
    {
        var diagnostic = Assert.Single(
            await workers.Runtime.CheckSyntaxAsync(new Script(1, code), CancellationToken.None)
        );

        Assert.Equal(
            (line, column, line, endColumn),
            (diagnostic.Line, diagnostic.Column, diagnostic.EndLine, diagnostic.EndColumn)
        );
        Assert.NotEmpty(diagnostic.Message);
    }

    [Theory]
    [InlineData("function transform(r) { return r; }")]
    [InlineData("while (true);")]
    [InlineData("throw new Error('never thrown');")]
    public async Task Code_that_compiles_is_not_run(string code) =>
        Assert.Empty(
            await workers.Runtime.CheckSyntaxAsync(new Script(1, code), CancellationToken.None)
        );

    [Theory]
    [InlineData("value.trim()", true)]
    [InlineData("{ a: 1 }", true)]
    [InlineData("value +", false)]
    [InlineData("let x = 1", false)]
    [InlineData("1; 2", false)]
    [InlineData("1) + (2", false)]
    public async Task An_expression_is_checked_as_an_expression(string expression, bool compiles)
    {
        var diagnostics = await workers.Runtime.CheckExpressionAsync(
            expression,
            CancellationToken.None
        );

        Assert.Equal(compiles, diagnostics.Count == 0);
    }
}
