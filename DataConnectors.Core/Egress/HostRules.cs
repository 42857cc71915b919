using System.Buffers;
using System.Text;

namespace DataConnectors.Core.Egress;

/// <summary>What a host must look like, and which hosts are public by their text alone. Resolves nothing.</summary>
public static class HostRules
{
    private const int MaximumLength = 253;
    private const int MaximumLabelLength = 63;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
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
            return AddressText.ReadIpv6(text, out host);
        }

        if (!Ascii.IsValid(text))
        {
            return new(EgressRefusal.InternationalName, Punycode.Advice(text.ToString()));
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
        if (AddressText.IsNumber(lastLabel))
        {
            return AddressText.ReadIpv4(text, out host);
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
            && !Punycode.IsValid(label.ToString())
            ? Malformed("A part of the host begins with xn-- but is not valid punycode.")
            : null;
    }

    private static EgressDecision.Refused Malformed(string message) =>
        new(EgressRefusal.MalformedHost, message);
}
