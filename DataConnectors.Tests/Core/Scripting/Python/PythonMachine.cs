using System.Text;
using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Scripting.Python;
using DataConnectors.Tests.Core.Scripting.Python;
using Microsoft.Extensions.Options;

[assembly: AssemblyFixture(typeof(PythonMachine))]

namespace DataConnectors.Tests.Core.Scripting.Python;

/// <summary>One runtime with real workers for all tests of Python. Skips them where there is no Linux or no Python.</summary>
public sealed class PythonMachine : IAsyncLifetime
{
    private const string Context = """{"status":200,"headers":{"x-page":"2"},"inputs":{"n":7}}""";

    private readonly PythonRuntime runtime = Create(new ScriptingOptions());

    /// <summary>The answer that the hostile snippets are written for.</summary>
    public static string Order { get; } =
        File.ReadAllText(Path.Combine(HostileSnippet.Folder, "INPUT.json"));

    internal PythonRuntime Runtime
    {
        get
        {
            SkipWithoutPython();
            return runtime;
        }
    }

    internal static PythonRuntime Create(ScriptingOptions options) =>
        new(Options.Create(options), TimeProvider.System);

    internal static void SkipWithoutPython()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Python is contained by the Linux kernel.");
        Assert.SkipUnless(HasPython.Value, "This machine has no Python 3.9 or later.");
    }

    /// <summary>Runs the code once on the answer.</summary>
    public Task<Outcome<ScriptRun, ScriptFailure>> RunAsync(
        string code,
        string? response = null,
        long owner = 1,
        CancellationToken cancellationToken = default
    ) => RunAsync(Runtime, code, response, owner, cancellationToken);

    /// <summary>The result's JSON; fails the test when there is none.</summary>
    public async Task<string> ResultAsync(string code, string? response = null) =>
        Result(await RunAsync(code, response));

    /// <summary>The failure; fails the test when there is a result.</summary>
    public async Task<ScriptFailure> FailureAsync(string code, string? response = null)
    {
        var outcome = await RunAsync(code, response);
        Assert.False(outcome.IsSuccess, outcome.IsSuccess ? Result(outcome) : "");
        return outcome.Failure!;
    }

    internal static string Result(Outcome<ScriptRun, ScriptFailure> outcome)
    {
        Assert.True(outcome.IsSuccess, outcome.Failure?.ToString());
        return outcome.Value.Result.GetRawText();
    }

    internal static Task<Outcome<ScriptRun, ScriptFailure>> RunAsync(
        IPythonRuntime runtime,
        string code,
        string? response = null,
        long owner = 1,
        CancellationToken cancellationToken = default
    ) =>
        runtime.RunAsync(
            new Script(owner, code),
            new ScriptInput(
                Encoding.UTF8.GetBytes(response ?? Order),
                Encoding.UTF8.GetBytes(Context)
            ),
            cancellationToken
        );

    ValueTask IAsyncLifetime.InitializeAsync() => ValueTask.CompletedTask;

    ValueTask IAsyncDisposable.DisposeAsync()
    {
        runtime.Dispose();
        return ValueTask.CompletedTask;
    }

    private static readonly Lazy<bool> HasPython = new(() =>
        PythonInterpreter.FindAsync("", CancellationToken.None).GetAwaiter().GetResult() is not null
    );
}
