using System.Diagnostics;
using System.Globalization;

namespace DataConnectors.Core.Scripting.Python;

/// <summary>A Python on this machine.</summary>
/// <param name="Path">The program itself, not a script that looks for it.</param>
internal sealed record PythonInterpreter(string Path)
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    /// <summary>The first usable one: the configured one, or those on PATH.</summary>
    public static async Task<PythonInterpreter?> FindAsync(
        string configured,
        CancellationToken cancellationToken
    )
    {
        foreach (var candidate in Candidates(configured))
        {
            if (await AskAsync(candidate, cancellationToken) is { } path)
            {
                return new PythonInterpreter(path);
            }
        }

        return null;
    }

    /// <summary>Starts it on the given code, isolated from the settings and packages of the machine and with an empty environment.</summary>
    public Process Start(string code)
    {
        var start = new ProcessStartInfo(Path)
        {
            ArgumentList = { "-I", "-S", "-E", "-B", "-W", "ignore", "-c", code },
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["TZ"] = "UTC0";
        return Process.Start(start)!;
    }

    private static IEnumerable<string> Candidates(string configured)
    {
        var names = configured.Length > 0 ? [configured] : new[] { "python3", "/usr/bin/python3" };
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            System.IO.Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );
        return names
            .SelectMany(name =>
                name.Contains('/', StringComparison.Ordinal)
                    ? [name]
                    : folders.Select(folder => System.IO.Path.Combine(folder, name))
            )
            .Where(File.Exists);
    }

    // What is found may be a script that chooses a version; asked once, it need not choose at every start.
    private static async Task<string?> AskAsync(
        string candidate,
        CancellationToken cancellationToken
    )
    {
        const string question =
            "import sys;print(sys.version_info[0]*100+sys.version_info[1]);print(sys.executable)";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AnswerLimit);
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(candidate)
                {
                    ArgumentList = { "-I", "-S", "-E", "-c", question },
                    UseShellExecute = false,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            try
            {
                var answer = await process.StandardOutput.ReadToEndAsync(limit.Token);
                return
                    answer.Split('\n') is [var version, var path, ..]
                    && int.TryParse(version, CultureInfo.InvariantCulture, out var number)
                    && number >= 309
                    && File.Exists(path)
                    ? path
                    : null;
            }
            finally
            {
                process.Kill();
            }
        }
        catch (Exception exception)
            when (exception is System.ComponentModel.Win32Exception or InvalidOperationException
                || exception is OperationCanceledException
                    && !cancellationToken.IsCancellationRequested
            )
        {
            return null;
        }
    }
}
