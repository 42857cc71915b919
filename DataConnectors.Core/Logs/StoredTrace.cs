using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Logs;

/// <summary>The names of stages in stored traces.</summary>
internal static class StoredTrace
{
    private static readonly string[] Names =
    [
        .. Enum.GetNames<Stage>().Select(name => name.ToLowerInvariant()),
    ];

    /// <summary>The name as stored: <c>verify</c>.</summary>
    public static string NameOf(Stage stage) => Names[(int)stage - 1];
}
