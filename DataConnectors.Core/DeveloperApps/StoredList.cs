namespace DataConnectors.Core.DeveloperApps;

/// <summary>Lists of names in one column: scopes between spaces, as OAuth writes them, and redirect URIs on lines.</summary>
internal static class StoredList
{
    private const char ScopeSeparator = ' ';
    private const char LineSeparator = '\n';

    /// <summary>The scopes as they are stored.</summary>
    public static string OfScopes(IEnumerable<string> scopes) =>
        string.Join(ScopeSeparator, scopes);

    /// <summary>The scopes that are stored.</summary>
    public static string[] Scopes(string stored) =>
        stored.Split(ScopeSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The redirect URIs as they are stored.</summary>
    public static string OfLines(IEnumerable<string> lines) => string.Join(LineSeparator, lines);

    /// <summary>The redirect URIs that are stored.</summary>
    public static string[] Lines(string stored) =>
        stored.Split(LineSeparator, StringSplitOptions.RemoveEmptyEntries);
}
