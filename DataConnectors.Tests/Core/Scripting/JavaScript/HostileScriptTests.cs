using DataConnectors.Core.Scripting;

namespace DataConnectors.Tests.Core.Scripting.JavaScript;

/// <summary>Scripts that want to waste, to escape or to stay. The next run must not notice.</summary>
[Collection<WorkersGroup>]
public sealed class HostileScriptTests(Workers workers)
{
    [Theory]
    [InlineData("let g = [1]; for (let i = 0; i < 60; i++) g = [g, g]; return JSON.stringify(g);")]
    [InlineData("return new Uint8Array(2e9).length;")]
    [InlineData("let s = 'x'; while (true) s += s;")]
    [InlineData("const m = new Map(); while (true) m.set({}, new Array(1000));")]
    [InlineData("return [3, 1, 2].sort(() => { while (true); });")]
    [InlineData("return Array.prototype.sort.call({ length: 2 ** 53 - 1 });")]
    [InlineData("return /(x+x+)+y/.test('x'.repeat(100));")]
    [InlineData("return new Proxy({}, { ownKeys() { while (true); } });")]
    [InlineData("return { toJSON() { while (true); } };")]
    [InlineData(
        "return new Proxy({}, { ownKeys: () => Array.from({ length: 1e7 }, (_, i) => 'k' + i) });"
    )]
    [InlineData("throw { get message() { while (true); } };")]
    [InlineData(
        "throw new Proxy({}, { get() { while (true); }, getPrototypeOf() { while (true); } });"
    )]
    [InlineData("const o = { get a() { return this.a; } }; return o.a;")]
    [InlineData("const p = new Proxy({}, { get: (t, k, r) => r[k] }); return p.x;")]
    [InlineData("return JSON.parse('['.repeat(1e5));")]
    [InlineData(
        "Promise.resolve().then(function again() { return Promise.resolve().then(again); }); return new Promise(() => {});"
    )]
    [InlineData("return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1e6);")]
    [InlineData("console.log(new Proxy({}, { ownKeys() { while (true); } })); return 1;")]
    [InlineData("console.log({ toJSON() { console.log(this); } }); return 1;")]
    [InlineData("return 'a'.padEnd(2 ** 30).length;")]
    [InlineData("return BigInt(2) ** BigInt(1e9);")]
    public async Task What_wastes_time_or_memory_is_stopped_and_the_next_run_works(string body)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        var run = await workers.RunHurriedAsync($"function transform() {{ {body} }}");

        Assert.False(run.IsSuccess);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
        var next = await workers.RunHurriedAsync("const transform = () => 1 + 2;");
        Assert.Equal("3", next.Value.Result.GetRawText());
    }

    [Theory]
    [InlineData("return constructor.constructor('return process')();")]
    [InlineData("return (() => {}).constructor('return globalThis')();")]
    [InlineData("return (async () => {}).constructor('return 1')();")]
    [InlineData("return (function* () {}).constructor('yield 1')();")]
    [InlineData("return eval('1');")]
    [InlineData("return (0, eval)('1');")]
    [InlineData("return new ShadowRealm().evaluate('1');")]
    [InlineData("return Reflect.construct(Function, ['return 1'])();")]
    [InlineData("return import('fs');")]
    [InlineData("return import('/etc/passwd');")]
    [InlineData("return import('file:///etc/passwd');")]
    [InlineData("return require('fs');")]
    [InlineData("return process.env;")]
    [InlineData("return System.IO.File.ReadAllText('/etc/passwd');")]
    [InlineData("return importNamespace('System');")]
    [InlineData("return console.log.constructor('return 1')();")]
    [InlineData("return console.log.GetType();")]
    [InlineData("return fetch('http://127.0.0.1');")]
    [InlineData("return new Worker('data:,');")]
    public async Task There_is_no_way_out(string body)
    {
        var failure = (await workers.RunAsync($"function transform() {{ {body} }}")).Failure;

        Assert.Equal(ScriptFailureKind.Raised, failure?.Kind);
        Assert.DoesNotContain(
            "/",
            failure!.Message.Replace("such as", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("globalThis")]
    [InlineData("console")]
    [InlineData("console.log")]
    [InlineData("print")]
    [InlineData("arguments[0]")]
    [InlineData("new Error('e')")]
    public async Task No_object_within_reach_has_members_of_NET(string root)
    {
        var found = await workers.ResultAsync(
            $$"""
            function transform(response, context) {
                const seen = new Set(), names = [];
                const walk = (thing, depth) => {
                    if (thing === null || (typeof thing !== 'object' && typeof thing !== 'function') || seen.has(thing) || depth > 8) return;
                    seen.add(thing);
                    for (const key of Reflect.ownKeys(thing)) {
                        if (typeof key === 'string' && /GetType|GetHashCode|Assembly|^System$|Namespace/.test(key)) names.push(key);
                        let value; try { value = thing[key]; } catch { continue; }
                        walk(value, depth + 1);
                    }
                    walk(Object.getPrototypeOf(thing), depth + 1);
                };
                walk({{root}}, 0);
                return [names, seen.size > 3];
            }
            """
        );

        Assert.Equal("[[],true]", found);
    }

    [Fact]
    public async Task A_replaced_prepareStackTrace_is_not_called()
    {
        var failure = (
            await workers.RunAsync(
                "function transform() { Error.prepareStackTrace = () => { while (true); }; throw new Error('x'); }"
            )
        ).Failure!;

        Assert.Equal(ScriptFailureKind.Raised, failure.Kind);
        Assert.Contains("Error: x", failure.Message, StringComparison.Ordinal);
    }
}
