using System.Text;
using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Scripting.Python;
using DataConnectors.Tests.Core.Scripting.Python;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Options;

[assembly: AssemblyFixture(typeof(PythonMachine))]

namespace DataConnectors.Tests.Core.Scripting.Python;

/// <summary>
/// One runtime with real workers for all tests of Python, which it finds on this machine or installs from Debian's packages. Skips them
/// where there is no Linux.
/// </summary>
public sealed class PythonMachine : IAsyncLifetime
{
    private const string Context = """{"status":200,"headers":{"x-page":"2"},"inputs":{"n":7}}""";

    private static bool hasPython;

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
        Assert.True(
            hasPython,
            "The tests of Python need Python 3.9 or later. Install it (Debian: apt-get install python3) and run the tests again."
        );
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
            new ScriptInput(JsonElement.Parse(response ?? Order), Encoding.UTF8.GetBytes(Context)),
            cancellationToken
        );

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        if (!OperatingSystem.IsLinux() || (hasPython = await FindAsync()))
        {
            return;
        }

        await DebianPackages.InstallAsync("python3");
        hasPython = await FindAsync();
    }

    ValueTask IAsyncDisposable.DisposeAsync()
    {
        runtime.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<bool> FindAsync() =>
        await PythonInterpreter.FindAsync("", CancellationToken.None) is not null;
}
