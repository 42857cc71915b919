using DataConnectors.Core.Scripting;

namespace DataConnectors.Tests.Core.Scripting.JavaScript;

/// <summary>Nothing of a run is there for the next, even in the same worker, of the same code.</summary>
[Collection<WorkersGroup>]
public sealed class IsolationTests(Workers workers)
{
    [Theory]
    [InlineData("Object.prototype.x = 1", "({}).x ?? null")]
    [InlineData("Array.prototype.map = () => 'polluted'", "[1].map(x => x)[0]")]
    [InlineData("JSON.parse = () => 'polluted'", "JSON.parse('2')")]
    [InlineData("JSON.stringify = () => 'polluted'", "JSON.stringify(1)")]
    [InlineData("Object.prototype.toJSON = () => 'polluted'", "({ a: 1 })")]
    [InlineData("BigInt.prototype.toJSON = () => 'polluted'", "JSON.stringify(r)")]
    [InlineData("globalThis.kept = 'polluted'", "typeof kept")]
    [InlineData("globalThis.String = () => 'polluted'", "String(1)")]
    [InlineData(
        "Symbol.for('kept').constructor.prototype.kept = 'polluted'",
        "Symbol.for('kept').kept ?? null"
    )]
    [InlineData(
        "(s => s)`site`.constructor.prototype.kept = 'polluted'",
        "(s => s)`site`.kept ?? null"
    )]
    [InlineData("/x/g.constructor.prototype.test = () => 'polluted'", "/x/g.test('x')")]
    [InlineData("Promise.prototype.then = () => {}", "typeof Promise.prototype.then")]
    [InlineData(
        "Object.defineProperty(Object.prototype, 'status', { set() {}, get: () => 'polluted' })",
        "({ status: 1 }).status"
    )]
    [InlineData("console.log = print = null", "(console.log('x'), print('x'), 1)")]
    [InlineData(
        "Intl.NumberFormat.prototype.format = () => 'polluted'",
        "typeof new Intl.NumberFormat('en').format(1)"
    )]
    [InlineData("Temporal.Now.instant = () => 'polluted'", "typeof Temporal.Now.instant()")]
    [InlineData("Math.random = () => 'polluted'", "typeof Math.random()")]
    public async Task A_change_to_the_language_does_not_outlive_its_run(string change, string look)
    {
        // The first run makes the change, the second and the third look; all three run the same compiled code.
        var code =
            $"function transform(r) {{ const seen = {look}; if (r.isFirst) {{ try {{ {change}; }} catch {{ }} }} return seen; }}";
        await workers.RunAsync(code, """{"isFirst":true,"id":12345678901234567890}""");

        for (var run = 0; run < 2; run++)
        {
            var seen = await workers.ResultAsync(code, """{"id":12345678901234567890}""");

            Assert.DoesNotContain("polluted", seen, StringComparison.Ordinal);
            Assert.NotEqual("1x", seen);
        }
    }

    [Fact]
    public async Task Variables_of_the_code_begin_anew_in_every_run()
    {
        const string Code =
            "let count = 0; var seen = []; function transform() { seen.push(++count); return seen; }";

        for (var run = 0; run < 3; run++)
        {
            Assert.Equal("[1]", await workers.ResultAsync(Code));
        }
    }

    [Fact]
    public async Task A_job_left_behind_by_one_run_never_runs_in_the_next()
    {
        await workers.RunAsync(
            "function transform() { (async () => { while (true) { await null; } })(); return 1; }"
        );

        Assert.Equal("2", await workers.ResultAsync("const transform = () => 2;"));
    }

    [Fact]
    public async Task Runs_at_the_same_time_each_get_their_own_answer()
    {
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(async number =>
                    (
                        number,
                        result: await workers.RunAsync(
                            "const transform = r => r.n;",
                            $$"""{"n":{{number}}}""",
                            owner: number % 3
                        )
                    )
                )
        );

        Assert.All(results, one => Assert.Equal(one.number, one.result.Value.Result.GetInt32()));
    }
}
