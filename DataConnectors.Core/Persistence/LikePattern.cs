namespace DataConnectors.Core.Persistence;

/// <summary>Patterns of SQL's LIKE for what people type, in which no character means more than itself.</summary>
internal static class LikePattern
{
    /// <summary>Name it as the escape character of the comparison.</summary>
    public const string Escape = "\\";

    /// <summary>Whatever holds the text, space around it aside.</summary>
    public static string Holding(string text) =>
        $"%{text.Trim()
            .Replace(Escape, Escape + Escape, StringComparison.Ordinal)
            .Replace("%", Escape + "%", StringComparison.Ordinal)
            .Replace("_", Escape + "_", StringComparison.Ordinal)}%";
}
