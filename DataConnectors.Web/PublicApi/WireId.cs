using System.Globalization;

namespace DataConnectors.Web.PublicApi;

/// <summary>Ids on the wire: text, because programs count in doubles, and lose digits.</summary>
internal static class WireId
{
    /// <summary>The id as it stands in answers.</summary>
    public static string Of(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>An id or none.</summary>
    public static string? Of(long? id) => id is { } given ? Of(given) : null;

    /// <summary>The id that a path or a body names; 0, which nothing has, for text that is none.</summary>
    public static long Read(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
