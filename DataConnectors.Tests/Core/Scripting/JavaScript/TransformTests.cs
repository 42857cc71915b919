using DataConnectors.Core.Scripting;

namespace DataConnectors.Tests.Core.Scripting.JavaScript;

/// <summary>What the function gets and what may come back.</summary>
[Collection<WorkersGroup>]
public sealed class TransformTests(Workers workers)
{
    [Theory]
    [InlineData("function transform(response) { return response; }")]
    [InlineData("const transform = response => response;")]
    [InlineData("let transform = function (r) { return r; };")]
    [InlineData("async function transform(r) { return await Promise.resolve(r); }")]
    [InlineData("var transform = (...all) => all[0];")]
    [InlineData("class T { run(r) { return r; } } const transform = r => new T().run(r);")]
    public async Task Transform_may_be_written_in_any_way(string code) =>
        Assert.Equal("""{"a":1}""", await workers.ResultAsync(code, """{ "a": 1 }"""));

    [Fact]
    public async Task Context_has_status_headers_and_inputs() =>
        Assert.Equal(
            """[200,"application/json",1001]""",
            await workers.ResultAsync(
                "function transform(r, { status, headers, inputs }) { return [status, headers['content-type'], inputs.order_id]; }"
            )
        );

    [Theory]
    [InlineData("9007199254740991")]
    [InlineData("9007199254740993")]
    [InlineData("-9007199254740993")]
    [InlineData("12345678901234567890123456789012345678901234567890")]
    [InlineData("1.5")]
    [InlineData("-0.001")]
    [InlineData("1e-7")]
    [InlineData("\"\\u0000 é 😀 \\\" \\\\ \u2028\"")]
    [InlineData("[]")]
    [InlineData("[[],{},[null]]")]
    [InlineData("true")]
    [InlineData("""{"__proto__":{"a":1},"constructor":2,"toString":3,"":4,"length":5}""")]
    public async Task A_response_that_is_returned_as_it_came_keeps_every_digit_and_character(
        string response
    )
    {
        var run = await workers.RunAsync("function transform(r) { return r; }", response);

        Assert.True(
            System.Text.Json.JsonElement.DeepEquals(
                System.Text.Json.JsonElement.Parse(response),
                run.Value.Result
            ),
            run.Value.Result.GetRawText()
        );
    }

    [Theory]
    [InlineData("r.id + 1n", "12345678901234567891")]
    [InlineData("`#${r.id}`", "\"#12345678901234567890\"")]
    [InlineData(
        "JSON.stringify(r)",
        """
            "{\"id\":12345678901234567890}"
            """
    )]
    [InlineData("2n ** 100n", "1267650600228229401496703205376")]
    [InlineData("Object(5n)", "5")]
    [InlineData("JSON.rawJSON('1.10')", "1.10")]
    [InlineData(
        "[-0, 1e21, 2 ** 60, 0.1 + 0.2]",
        "[0,1e+21,1152921504606846976,0.30000000000000004]"
    )]
    public async Task Whole_numbers_beyond_two_to_the_fifty_third_are_exact(
        string expression,
        string expected
    ) =>
        Assert.Equal(
            expected,
            await workers.ResultAsync(
                $"function transform(r) {{ return {expression}; }}",
                """{"id":12345678901234567890}"""
            )
        );

    [Theory]
    [InlineData(
        "{ a: undefined, b() {}, c: Symbol(), d: [undefined, () => 1] }",
        """{"d":[null,null]}"""
    )]
    [InlineData("[new Date(0), new Date(NaN)]", """["1970-01-01T00:00:00.000Z",null]""")]
    [InlineData("[new Number(1), new String('s'), new Boolean(false)]", """[1,"s",false]""")]
    [InlineData("[new Map([[1, 2]]), new Set([1]), /x/, new Error('e')]", "[{},{},{},{}]")]
    [InlineData("{ toJSON(key) { return [key, 1]; } }", """["",1]""")]
    [InlineData("{ a: { toJSON: key => key } }", """{"a":"a"}""")]
    [InlineData("new Proxy([1, 2], {})", "[1,2]")]
    [InlineData("new Proxy({ a: 1, b: 2 }, { ownKeys: () => ['b'] })", """{"b":2}""")]
    [InlineData(
        "Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true }, hidden: { value: 3 } })",
        """{"own":2}"""
    )]
    [InlineData("{ 2: 'b', x: 0, 1: 'a' }", """{"1":"a","2":"b","x":0}""")]
    [InlineData("[1, , 3]", "[1,null,3]")]
    [InlineData("null", "null")]
    [InlineData("'half \\ud800'", "\"half \uFFFD\"")]
    [InlineData("(x => [x, x])({ a: 1 })", """[{"a":1},{"a":1}]""")]
    public async Task Results_are_written_as_JSON_stringify_would(
        string expression,
        string expected
    ) =>
        Assert.Equal(
            expected,
            await workers.ResultAsync($"function transform() {{ return ({expression}); }}")
        );

    [Fact]
    public async Task Dates_time_zones_currencies_and_accents_work_behind_the_locked_door() =>
        Assert.Equal(
            """["7/1/2024, 7:00:00 PM",2,"€1,234.50",true]""",
            await workers.ResultAsync(
                """
                function transform() {
                    const text = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR' }).format(1234.5);
                    return [
                        new Date('2024-07-01T10:00:00Z').toLocaleString('en-US', { timeZone: 'Asia/Tokyo' }),
                        'é'.normalize('NFD').length, text, new Date().getFullYear() >= 2024,
                    ];
                }
                """
            )
        );

    [Fact]
    public async Task What_is_printed_is_kept()
    {
        var run = await workers.RunAsync(
            """
            function transform(response) {
                console.log('a', 1, { b: [undefined, NaN, 1n] }, new TypeError('t'));
                print(undefined, () => 1);
                const cycle = {}; cycle.cycle = cycle; console.error(cycle);
                return 1;
            }
            """
        );

        Assert.Equal(
            "a 1 {\"b\":[undefined,NaN,1]} TypeError: t\nundefined [function]\n{\"cycle\":[the same object again]}\n",
            run.Value.Report.Printed
        );
        Assert.False(run.Value.Report.IsPrintedTruncated);
        Assert.InRange(run.Value.Report.Duration, TimeSpan.FromTicks(1), Workers.Limits.Time);
        Assert.InRange(run.Value.Report.PeakMemoryBytes!.Value, 1, ScriptLimits.MemoryBytes);
    }

    [Theory]
    [InlineData("for (let i = 0; i < 1e4; i++) console.log(i);")]
    [InlineData("console.log('x'.repeat(1e6));")]
    [InlineData("console.log(Array(1e6).fill('x'));")]
    public async Task No_more_than_the_limit_is_kept_of_what_is_printed(string printing)
    {
        var run = await workers.RunAsync($"function transform() {{ {printing} return 1; }}");

        Assert.Equal(ScriptLimits.MaxPrintedCharacters, run.Value.Report.Printed.Length);
        Assert.True(run.Value.Report.IsPrintedTruncated);
    }
}
