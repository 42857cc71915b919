using System.Buffers;
using System.Collections.Frozen;

namespace DataConnectors.Core.Egress;

/// <summary>Why a header may not be sent: the closed set of reasons.</summary>
public enum HeaderRefusalReason
{
    /// <summary>The name is empty, too long or holds a character that no header name may hold.</summary>
    MalformedName,

    /// <summary>The header belongs to the connection or to the framing of the message, which the server sets itself.</summary>
    SetByTheConnection,

    /// <summary>The header opens the metadata service of a cloud.</summary>
    MetadataService,

    /// <summary>The value holds a control character.</summary>
    ControlCharacter,

    /// <summary>The value holds a character beyond ASCII.</summary>
    NotAscii,

    /// <summary>The value is too long.</summary>
    ValueTooLong,
}

/// <summary>A header that may not be sent.</summary>
/// <param name="Reason">Which rule it breaks.</param>
/// <param name="Message">What is wrong and what to do; safe to show, as it never holds the value.</param>
public sealed record HeaderRefusal(HeaderRefusalReason Reason, string Message);

/// <summary>What a header must look like to be sent; the same rules when a connector is saved and when a request is rendered.</summary>
public static class HeaderRules
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaximumNameLength = 256;

    /// <summary>The longest value, in characters.</summary>
    public const int MaximumValueLength = 8192;

    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~"
    );

    private static readonly SearchValues<char> ValueCharacters = SearchValues.Create([
        '\t',
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code),
    ]);

    private static readonly FrozenSet<string> ConnectionHeaders = FrozenSet.ToFrozenSet(
        [
            "Host",
            "Connection",
            "Keep-Alive",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "Content-Length",
            "Expect",
            "HTTP2-Settings",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string> MetadataHeaders = FrozenSet.ToFrozenSet(
        [
            "Metadata",
            "Metadata-Flavor",
            "Metadata-Token",
            "Metadata-Token-Expiry-Seconds",
            "X-Google-Metadata-Request",
            "X-Identity-Header",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Judges a header with its final value; null when it may be sent.</summary>
    public static HeaderRefusal? Judge(string name, string value) =>
        JudgeName(name) ?? JudgeValue(name, value);

    /// <summary>Judges a name alone, when the value is not known yet; null when it may be sent.</summary>
    public static HeaderRefusal? JudgeName(string name)
    {
        if (
            name.Length is 0 or > MaximumNameLength
            || name.AsSpan().ContainsAnyExcept(TokenCharacters)
        )
        {
            return new(
                HeaderRefusalReason.MalformedName,
                "A header name holds letters, digits and hyphens, with no spaces, colons or placeholders."
            );
        }

        if (
            ConnectionHeaders.Contains(name)
            || name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase)
        )
        {
            return new(
                HeaderRefusalReason.SetByTheConnection,
                $"The header {name} is set by the connection itself. Remove it."
            );
        }

        return OpensMetadataService(name)
            ? new(
                HeaderRefusalReason.MetadataService,
                $"The header {name} opens the metadata service of a cloud and is never sent. Remove it."
            )
            : null;
    }

    /// <summary>
    /// Judges a value; null when it may be sent. Only printable ASCII and the tab pass: of other characters a client may send
    /// the low byte alone, which can be a line break.
    /// </summary>
    public static HeaderRefusal? JudgeValue(string name, string value)
    {
        if (value.Length > MaximumValueLength)
        {
            return new(
                HeaderRefusalReason.ValueTooLong,
                $"The value of the header {name} is longer than {MaximumValueLength} characters. Send it in the body."
            );
        }

        var at = value.AsSpan().IndexOfAnyExcept(ValueCharacters);
        if (at < 0)
        {
            return null;
        }

        return value[at] < 0x80
            ? new(
                HeaderRefusalReason.ControlCharacter,
                $"The value of the header {name} holds a line break or another control character. Remove it."
            )
            : new(
                HeaderRefusalReason.NotAscii,
                $"The value of the header {name} holds a character beyond ASCII. Send it in the body, or percent-encoded if the API says so."
            );
    }

    private static bool OpensMetadataService(string name) =>
        MetadataHeaders.Contains(name)
        || name.Contains("-metadata-token", StringComparison.OrdinalIgnoreCase);
}
