using System.Globalization;

namespace DataConnectors.Core.Egress;

/// <summary>The part of a URL between the scheme and the path, split into host and port without interpreting either.</summary>
internal static class Authority
{
    /// <summary>Splits <c>host</c> or <c>host:port</c>. A port must be written plainly: other readers differ on the rest.</summary>
    public static EgressDecision.Refused? Split(
        ReadOnlySpan<char> text,
        out ReadOnlySpan<char> host,
        out bool hasPort,
        out int port
    )
    {
        host = text;
        hasPort = false;
        port = 0;
        if (text.Contains('@'))
        {
            return new(
                EgressRefusal.UserInfo,
                "A URL must not hold a user name or a password. Use a token: it is stored encrypted and kept out of the logs."
            );
        }

        if (text.Contains('%'))
        {
            return new(
                EgressRefusal.EncodedHost,
                "The host and the port must be written plainly, without percent signs."
            );
        }

        var end = text.StartsWith('[') ? text.IndexOf(']') : text.IndexOf(':') - 1;
        if (text.StartsWith('[') && end < 0)
        {
            return new(
                EgressRefusal.MalformedHost,
                "The bracket around the IPv6 address is not closed."
            );
        }

        if (end < 0 && !text.StartsWith(':') || end == text.Length - 1)
        {
            return null;
        }

        host = text[..(end + 1)];
        hasPort = true;
        return ReadPort(text[(end + 1)..], out port);
    }

    private static EgressDecision.Refused? ReadPort(ReadOnlySpan<char> text, out int port)
    {
        port = 0;
        if (
            text is [':', >= '1' and <= '9', ..]
            && text.Length <= 6
            && int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out port)
            && port <= 65535
        )
        {
            return null;
        }

        return new(
            EgressRefusal.MalformedPort,
            "After the host only a port may follow: a colon and a number between 1 and 65535."
        );
    }
}
