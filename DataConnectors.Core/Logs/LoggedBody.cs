using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace DataConnectors.Core.Logs;

/// <summary>What of a body can be stored as text.</summary>
internal static class LoggedBody
{
    /// <summary>Whether the body can be stored as it is: UTF-8 without NUL, at which SQLite ends a text.</summary>
    public static bool IsText(ReadOnlySpan<byte> body) =>
        Utf8.IsValid(body) && !body.Contains((byte)0);

    /// <summary>The body without its byte-order mark, which says how to read the text and is no part of it.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> body) =>
        body.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;

    /// <summary>A note of the size and the bytes in Base64.</summary>
    public static string Describe(ReadOnlySpan<byte> body) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"[binary, {body.Length:N0} bytes, Base64] {Convert.ToBase64String(body)}"
        );
}
