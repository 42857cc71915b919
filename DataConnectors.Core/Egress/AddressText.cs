using System.Buffers;
using System.Globalization;
using System.Net;

namespace DataConnectors.Core.Egress;

/// <summary>Reads IP addresses in the one form that every reader takes alike; the shorthands and radixes of others are refused.</summary>
internal static class AddressText
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create(
        "0123456789abcdefABCDEF"
    );

    private static readonly SearchValues<char> Ipv6Characters = SearchValues.Create(
        "0123456789abcdefABCDEF:."
    );

    /// <summary>Whether most readers take a name that ends in this label for an address.</summary>
    public static bool IsNumber(ReadOnlySpan<char> label) =>
        label is ['0', 'x' or 'X', .. var digits]
            ? !digits.ContainsAnyExcept(HexDigits)
            : !label.ContainsAnyExceptInRange('0', '9');

    /// <summary>Reads four plain decimal numbers.</summary>
    public static EgressDecision.Refused? ReadIpv4(ReadOnlySpan<char> text, out HostName host)
    {
        host = default;
        if (!IsCanonicalIpv4(text) || !IPAddress.TryParse(text, out var address))
        {
            return new(
                EgressRefusal.NonCanonicalAddress,
                "An IPv4 address must be written as four plain decimal numbers from 0 to 255, such as 8.8.8.8."
            );
        }

        host = new HostName(address.ToString(), address);
        return null;
    }

    private static bool IsCanonicalIpv4(ReadOnlySpan<char> text)
    {
        var parts = 0;
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            if (
                part.Length is 0 or > 3
                || (part[0] == '0' && part.Length > 1)
                || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            )
            {
                return false;
            }

            parts++;
        }

        return parts == 4;
    }

    /// <summary>Reads an IPv6 address in brackets.</summary>
    public static EgressDecision.Refused? ReadIpv6(ReadOnlySpan<char> text, out HostName host)
    {
        host = default;
        var inside = text[^1] == ']' ? text[1..^1] : [];
        var tail = inside[(inside.LastIndexOf(':') + 1)..];
        if (
            inside.ContainsAnyExcept(Ipv6Characters)
            || !inside.Contains(':')
            || (tail.Contains('.') && !IsCanonicalIpv4(tail))
            || !IPAddress.TryParse(inside, out var address)
        )
        {
            return new(
                EgressRefusal.NonCanonicalAddress,
                "Brackets hold an IPv6 address without a zone, such as [2606:4700:4700::1111], and nothing else."
            );
        }

        host = new HostName(address.ToString(), address);
        return null;
    }
}
