using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace DataConnectors.Web.PublicApi.Queries;

/// <summary>Where the next page of a list that is read newest first begins, as callers carry it: opaque, and safe in a URL.</summary>
internal static class IdCursor
{
    /// <summary>The message to a value that no page gave.</summary>
    public const string Invalid =
        "Invalid starting_after param. Please try again using a starting_after value from a paginated response";

    /// <summary>The cursor after the row of this id.</summary>
    public static string After(long id) =>
        Convert.ToBase64String(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"[{id}]"))
        );

    /// <summary>Reads a cursor; false when no page gave it.</summary>
    public static bool TryRead(string text, out long id)
    {
        id = 0;
        Span<byte> bytes = stackalloc byte[32];
        return Base64.IsValid(text, out var length)
            && length <= bytes.Length
            && Convert.TryFromBase64String(text, bytes, out length)
            && bytes[..length] is [(byte)'[', .. var digits, (byte)']']
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }
}
