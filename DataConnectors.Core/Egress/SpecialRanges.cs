using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Numerics;

namespace DataConnectors.Core.Egress;

/// <summary>A block of addresses, with the words that name it in a message.</summary>
internal readonly record struct SpecialRange<TBits>(TBits Network, TBits Mask, string Name);

/// <summary>The special-purpose blocks, more specific ones first where one lies in another.</summary>
internal static class SpecialRanges
{
    public static ImmutableArray<SpecialRange<uint>> Ipv4 { get; } =
    [
        V4("0.0.0.0/8", "this network"),
        V4("10.0.0.0/8", "private network"),
        V4("100.64.0.0/10", "carrier-grade NAT"),
        V4("127.0.0.0/8", "loopback"),
        V4("168.63.129.16/32", "platform service of a cloud"),
        V4("169.254.0.0/16", "link-local, cloud metadata"),
        V4("172.16.0.0/12", "private network"),
        V4("192.0.0.0/24", "protocol assignments"),
        V4("192.0.2.0/24", "documentation"),
        V4("192.88.99.0/24", "6to4 relay"),
        V4("192.168.0.0/16", "private network"),
        V4("198.18.0.0/15", "benchmarking"),
        V4("198.51.100.0/24", "documentation"),
        V4("203.0.113.0/24", "documentation"),
        V4("224.0.0.0/4", "multicast"),
        V4("255.255.255.255/32", "broadcast"),
        V4("240.0.0.0/4", "reserved"),
    ];

    public static ImmutableArray<SpecialRange<UInt128>> Ipv6 { get; } =
    [
        V6("::/128", "unspecified"),
        V6("::1/128", "loopback"),
        V6("::/96", "IPv4-compatible"),
        V6("::ffff:0:0:0/96", "IPv4-translated"),
        V6("64:ff9b::/96", "NAT64"),
        V6("64:ff9b:1::/48", "local NAT64"),
        V6("100::/64", "discard"),
        V6("2001::/32", "Teredo"),
        V6("2001:2::/48", "benchmarking"),
        V6("2001:10::/28", "ORCHID"),
        V6("2001:20::/28", "ORCHIDv2"),
        V6("2001::/23", "protocol assignments"),
        V6("2001:db8::/32", "documentation"),
        V6("2002::/16", "6to4"),
        V6("3fff::/20", "documentation"),
        V6("5f00::/16", "segment routing"),
        V6("fc00::/7", "unique local"),
        V6("fe80::/10", "link-local"),
        V6("fec0::/10", "site-local"),
        V6("ff00::/8", "multicast"),
    ];

    private static SpecialRange<uint> V4(string block, string name)
    {
        var (network, length) = Read<uint>(block);
        return new(network, uint.MaxValue << (32 - length), $"{name}, {block}");
    }

    private static SpecialRange<UInt128> V6(string block, string name)
    {
        var (network, length) = Read<UInt128>(block);
        return new(network, UInt128.MaxValue << (128 - length), $"{name}, {block}");
    }

    private static (TBits Network, int Length) Read<TBits>(string block)
        where TBits : IBinaryInteger<TBits>
    {
        var slash = block.IndexOf('/', StringComparison.Ordinal);
        var bytes = IPAddress.Parse(block.AsSpan(0, slash)).GetAddressBytes();
        return (
            TBits.ReadBigEndian(bytes, isUnsigned: true),
            int.Parse(block.AsSpan(slash + 1), CultureInfo.InvariantCulture)
        );
    }
}
