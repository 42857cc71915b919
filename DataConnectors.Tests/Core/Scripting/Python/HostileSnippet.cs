using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Scripting.Python;

/// <summary>A snippet that attacks the runtime, or a control that must work. Its first line says how it must end.</summary>
internal sealed record HostileSnippet(string Name, string Code)
{
    public static string Folder { get; } =
        Path.Combine(Checkout.Root, "DataConnectors.Tests/Core/Scripting/Python/Hostile");

    public static IReadOnlyList<HostileSnippet> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, "*.py", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => new HostileSnippet(
                Path.GetFileNameWithoutExtension(file),
                File.ReadAllText(file)
            )),
    ];

    /// <summary>What follows <c># expect:</c> up to the bar.</summary>
    public string Verdict => Code.Split('\n')[0]["# expect:".Length..].Split('|')[0].Trim();
}
