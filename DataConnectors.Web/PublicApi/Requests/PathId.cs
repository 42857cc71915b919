using System.Globalization;

namespace DataConnectors.Web.PublicApi.Requests;

/// <summary>Reads ids, which are strings on the wire.</summary>
internal static class PathId
{
    /// <summary>The id; null for text that cannot be one, and so names nothing.</summary>
    public static long? Read(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
