using System.Reflection;
using System.Text.Json;

namespace DataConnectors.Core.Scripting.Python;

/// <summary>The worker's own code, kept in this assembly and handed to the interpreter through a pipe.</summary>
internal static class PythonSources
{
    // Each may use those before it.
    private static readonly string[] Modules =
    [
        "sandbox",
        "modules",
        "result",
        "runner",
        "reuse",
        "zygote",
    ];

    /// <summary>What the interpreter gets on its command line.</summary>
    public static string Bootstrap { get; } = Read("bootstrap");

    /// <summary>What it then reads from its standard input: pairs of name and source as JSON.</summary>
    public static byte[] Worker { get; } =
        JsonSerializer.SerializeToUtf8Bytes(
            Modules.Select(name => new[] { name, Read(name) }).ToArray()
        );

    private static string Read(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"python/{name}.py")
            ?? throw new InvalidOperationException($"The assembly lacks python/{name}.py.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
