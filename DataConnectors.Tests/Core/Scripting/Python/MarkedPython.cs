using DataConnectors.Core.Scripting;
using DataConnectors.Core.Scripting.Python;

namespace DataConnectors.Tests.Core.Scripting.Python;

/// <summary>
/// The interpreter under a name that no other test uses, so that the processes of one runtime can be told from those that tests beside
/// it start.
/// </summary>
internal sealed class MarkedPython : IDisposable
{
    private MarkedPython(string path) => Path = path;

    public string Path { get; }

    public static async Task<MarkedPython> CreateAsync()
    {
        var interpreter = await PythonInterpreter.FindAsync("", CancellationToken.None);
        var path = System.IO.Path.Combine(
            System.IO.Path.GetTempPath(),
            $"python-{Guid.NewGuid():n}"
        );
        File.CreateSymbolicLink(path, interpreter!.Path);
        return new MarkedPython(path);
    }

    public PythonRuntime CreateRuntime(int maxWorkers = 0) =>
        PythonMachine.Create(new ScriptingOptions { Python = Path, MaxWorkers = maxWorkers });

    public void Dispose() => File.Delete(Path);
}
