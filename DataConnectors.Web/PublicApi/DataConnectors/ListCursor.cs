using System.Globalization;
using System.Text;
using System.Text.Json;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Web.PublicApi.DataConnectors;

/// <summary>
/// The cursor of the list, as the original writes it: base64 of <c>[1707594715.123,12345]</c>, when the last connector of the page was
/// updated (seconds since 1970, to the millisecond) and its id.
/// </summary>
internal static class ListCursor
{
    public static string Write(ConnectorPlace place) =>
        Convert.ToBase64String(
            Encoding.ASCII.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"[{place.UpdatedAt.ToUnixTimeMilliseconds() / 1000m:0.0##},{place.ConnectorId}]"
                )
            )
        );

    /// <summary>The place; null for text that no page gave.</summary>
    public static ConnectorPlace? Read(string cursor)
    {
        var bytes = new byte[cursor.Length];
        if (!Convert.TryFromBase64String(cursor, bytes, out var length))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(0, length));
            return
                document.RootElement.ValueKind == JsonValueKind.Array
                && document.RootElement.GetArrayLength() == 2
                && document.RootElement[0].ValueKind == JsonValueKind.Number
                && document.RootElement[1].ValueKind == JsonValueKind.Number
                && document.RootElement[0].TryGetDecimal(out var seconds)
                && document.RootElement[1].TryGetInt64(out var id)
                && seconds is >= 0 and <= 253_402_300_799m
                ? new ConnectorPlace(
                    DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)),
                    id
                )
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
