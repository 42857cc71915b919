using System.Runtime.CompilerServices;

namespace DataConnectors.Tests.Support;

/// <summary>Finds the source tree that the tests were built from.</summary>
public static class Checkout
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>The folder of the web project: the content root of <c>dotnet run</c>.</summary>
    public static string WebProject => Path.Combine(Root, "DataConnectors.Web");

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
