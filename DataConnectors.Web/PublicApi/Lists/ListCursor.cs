using System.Globalization;
using System.Text;
using System.Text.Json;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Web.PublicApi.Lists;

/// <summary>
/// Where the next page of a list begins, as callers carry it and as the original writes it: base64 of the JSON of the last row's place.
/// That is <c>[1707594715.123,12345]</c> in the list of connectors, when the row was updated (seconds since 1970, to the millisecond) and
/// its id, and <c>[12345]</c>, its id, in lists that are read newest first.
/// </summary>
internal static class ListCursor
{
    private const int MaxBytes = 64;
    private const decimal LastSecond = 253_402_300_799m;

    public static string Write(long id) =>
        Encode(string.Create(CultureInfo.InvariantCulture, $"[{id}]"));

    public static string Write(ConnectorPlace place) =>
        Encode(
            string.Create(
                CultureInfo.InvariantCulture,
                $"[{place.UpdatedAt.ToUnixTimeMilliseconds() / 1000m:0.0##},{place.ConnectorId}]"
            )
        );

    /// <summary>The id; null for text that no page gave.</summary>
    public static long? ReadId(string cursor)
    {
        Span<decimal> numbers = stackalloc decimal[1];
        return TryRead(cursor, numbers) ? IdOf(numbers[0]) : null;
    }

    /// <summary>The place; null for text that no page gave.</summary>
    public static ConnectorPlace? ReadPlace(string cursor)
    {
        Span<decimal> numbers = stackalloc decimal[2];
        return
            TryRead(cursor, numbers)
            && numbers[0] is >= 0 and <= LastSecond
            && IdOf(numbers[1]) is { } id
            ? new ConnectorPlace(
                DateTimeOffset.FromUnixTimeMilliseconds((long)(numbers[0] * 1000)),
                id
            )
            : null;
    }

    private static string Encode(string place) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(place));

    private static long? IdOf(decimal number) =>
        number is >= 0 and <= long.MaxValue && decimal.IsInteger(number) ? (long)number : null;

    // As many numbers as there is room for, and nothing else.
    private static bool TryRead(string cursor, Span<decimal> numbers)
    {
        Span<byte> bytes = stackalloc byte[MaxBytes];
        if (!Convert.TryFromBase64String(cursor, bytes, out var length))
        {
            return false;
        }

        try
        {
            var json = new Utf8JsonReader(bytes[..length]);
            if (!json.Read() || json.TokenType != JsonTokenType.StartArray)
            {
                return false;
            }

            foreach (ref var number in numbers)
            {
                if (
                    !json.Read()
                    || json.TokenType != JsonTokenType.Number
                    || !json.TryGetDecimal(out number)
                )
                {
                    return false;
                }
            }

            return json.Read() && json.TokenType == JsonTokenType.EndArray && !json.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
