using System.Globalization;

namespace DataConnectors.Web.PublicApi.Queries;

/// <summary>Ids and instants as they stand in answers and paths.</summary>
internal static class WireText
{
    /// <summary>An id: text, because programs count in doubles, and lose digits.</summary>
    public static string Of(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>An id or none.</summary>
    public static string? Of(long? id) => id is { } given ? Of(given) : null;

    /// <summary>An instant in UTC and whole seconds: <c>2026-02-10T18:15:32Z</c>.</summary>
    public static string Of(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The id that a path or a body names; 0, which nothing has, for what is none.</summary>
    public static long IdOf(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
