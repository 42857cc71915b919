using System.Globalization;

namespace DataConnectors.Web.Components.Shared;

/// <summary>Counts with their nouns.</summary>
internal static class Quantity
{
    /// <summary><c>1 field</c>, <c>1,204 fields</c>.</summary>
    public static string Of(int count, string one, string many) =>
        count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {many}");
}
