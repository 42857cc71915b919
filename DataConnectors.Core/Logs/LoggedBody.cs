using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace DataConnectors.Core.Logs;

/// <summary>A body as text that can be stored and read.</summary>
internal static class LoggedBody
{
    /// <summary>The body itself when it is UTF-8 text, else a note of its size and the bytes in Base64.</summary>
    public static string Of(ReadOnlySpan<byte> body)
    {
        // A byte-order mark says how to read the text; it is no part of it.
        if (body.StartsWith(Encoding.UTF8.Preamble))
        {
            body = body[Encoding.UTF8.Preamble.Length..];
        }

        // SQLite ends a text at its first NUL, so a body that holds one is kept as bytes.
        return Utf8.IsValid(body) && !body.Contains((byte)0)
            ? Encoding.UTF8.GetString(body)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"[binary, {body.Length:N0} bytes, Base64] {Convert.ToBase64String(body)}"
            );
    }
}
