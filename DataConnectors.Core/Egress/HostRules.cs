using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DataConnectors.Core.Egress;

/// <summary>A host that is written validly.</summary>
/// <param name="Text">The name in lower case without a trailing dot, or the IP address without brackets.</param>
/// <param name="Address">The address where the host is one, else null.</param>
internal readonly record struct HostName(string Text, IPAddress? Address)
{
    /// <summary>The host as it stands in a URL.</summary>
    public string InUrl =>
        Address?.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{Text}]" : Text;
}

/// <summary>What a host must look like, and which hosts are public by their text alone. Resolves nothing.</summary>
public static class HostRules
{
    private const int MaximumLength = 253;
    private const int MaximumLabelLength = 63;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
    );

    private static readonly SearchValues<char> HexDigits = SearchValues.Create(
        "0123456789abcdefABCDEF"
    );

    private static readonly SearchValues<char> Ipv6Characters = SearchValues.Create(
        "0123456789abcdefABCDEF:."
    );

    /// <summary>
    /// Judges the literal host of a URL (a name, an IPv4 address, or an IPv6 address in brackets; no port), for instance when a
    /// connector is saved. Null when it may be called as far as its text can tell.
    /// </summary>
    public static EgressDecision.Refused? Judge(string host) =>
        Read(host, out var name) ?? JudgeReach(name);

    /// <summary>Reads a host that is written in the one canonical way.</summary>
    internal static EgressDecision.Refused? Read(ReadOnlySpan<char> text, out HostName host)
    {
        host = default;
        if (text.IsEmpty)
        {
            return Malformed("The URL has no host. Write it as https://host/path.");
        }

        if (text[0] == '[')
        {
            return ReadIpv6(text, out host);
        }

        if (!Ascii.IsValid(text))
        {
            return RefuseInternational(text);
        }

        if (text.ContainsAnyExcept(NameCharacters))
        {
            return text.Contains('%')
                ? new(
                    EgressRefusal.EncodedHost,
                    "The host must be written plainly, without percent signs."
                )
                : Malformed(
                    "The host may hold only letters, digits, hyphens and dots, and no placeholder."
                );
        }

        var name = text[^1] == '.' ? text[..^1] : text;
        if (name.Length > MaximumLength)
        {
            return Malformed($"The host is longer than {MaximumLength} characters.");
        }

        var lastLabel = ReadOnlySpan<char>.Empty;
        foreach (var range in name.Split('.'))
        {
            lastLabel = name[range];
            if (JudgeLabel(lastLabel) is { } refusal)
            {
                return refusal;
            }
        }

        // Whatever ends in a number is an address to most readers, so it must be one in the form that all of them share.
        if (IsNumber(lastLabel))
        {
            return ReadIpv4(text, out host);
        }

        host = new HostName(
            string.Create(name.Length, name, static (to, from) => from.ToLowerInvariant(to)),
            null
        );
        return null;
    }

    /// <summary>Judges whether a host that is not trusted is public, as far as its text can tell.</summary>
    internal static EgressDecision.Refused? JudgeReach(HostName host)
    {
        if (host.Address is { } address)
        {
            return AddressRules.Judge(address) is { IsPublic: false } verdict
                ? new(
                    EgressRefusal.PrivateAddress,
                    $"{host.Text} is not a public address ({verdict.SpecialRange}). Use the API's public address, or have the operator add it to {TrustedSetting}."
                )
                : null;
        }

        if (ReservedNames.Contains(host.Text))
        {
            return new(
                EgressRefusal.ReservedName,
                $"{host.Text} is a name that means something only inside a network. Use the API's public name, or have the operator add it to {TrustedSetting}."
            );
        }

        return host.Text.Contains('.', StringComparison.Ordinal)
            ? null
            : new(
                EgressRefusal.SingleLabelName,
                $"{host.Text} has no dot, so it names a machine of a local network. Use the full public name, or have the operator add it to {TrustedSetting}."
            );
    }

    internal const string TrustedSetting =
        $"{EgressOptions.Section}:{nameof(EgressOptions.TrustedHosts)}";

    private static EgressDecision.Refused? JudgeLabel(ReadOnlySpan<char> label)
    {
        if (label.IsEmpty)
        {
            return Malformed(
                "The host has an empty part: two dots in a row, or a dot at the start."
            );
        }

        if (label.Length > MaximumLabelLength)
        {
            return Malformed($"A part of the host is longer than {MaximumLabelLength} characters.");
        }

        if (label[0] == '-' || label[^1] == '-')
        {
            return Malformed("A part of the host begins or ends with a hyphen.");
        }

        return
            label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)
            && !IsPunycode(label.ToString())
            ? Malformed("A part of the host begins with xn-- but is not valid punycode.")
            : null;
    }

    private static bool IsPunycode(string label)
    {
        var mapping = new IdnMapping();
        try
        {
            return mapping
                .GetAscii(mapping.GetUnicode(label))
                .Equals(label, StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsNumber(ReadOnlySpan<char> label) =>
        label is ['0', 'x' or 'X', .. var digits]
            ? !digits.ContainsAnyExcept(HexDigits)
            : !label.ContainsAnyExceptInRange('0', '9');

    private static EgressDecision.Refused? ReadIpv4(ReadOnlySpan<char> text, out HostName host)
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

    private static EgressDecision.Refused? ReadIpv6(ReadOnlySpan<char> text, out HostName host)
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

    private static EgressDecision.Refused RefuseInternational(ReadOnlySpan<char> text)
    {
        const string Rule =
            "The host holds letters beyond plain ASCII, which can look like others. Write it in punycode (xn--…) as your API's documentation gives it";
        try
        {
            var ascii = new IdnMapping().GetAscii(text.ToString());
            if (
                ascii.Contains("xn--", StringComparison.Ordinal)
                && !ascii.AsSpan().ContainsAnyExcept(NameCharacters)
            )
            {
                return new(
                    EgressRefusal.InternationalName,
                    $"{Rule}; what is written here is {ascii}."
                );
            }
        }
        catch (ArgumentException)
        {
            // There is no punycode for it, so there is none to suggest.
        }

        return new(EgressRefusal.InternationalName, $"{Rule}.");
    }

    private static EgressDecision.Refused Malformed(string message) =>
        new(EgressRefusal.MalformedHost, message);
}
