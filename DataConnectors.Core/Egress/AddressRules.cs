using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace DataConnectors.Core.Egress;

/// <summary>What kind of address it is.</summary>
/// <param name="SpecialRange">The special-purpose range that it lies in, for a message; null when it is public.</param>
internal readonly record struct AddressVerdict(string? SpecialRange)
{
    /// <summary>Whether it is an ordinary address of the public Internet.</summary>
    public bool IsPublic => SpecialRange is null;
}

/// <summary>
/// Tells public addresses from special ones, after the IANA special-purpose registries and the addresses at which clouds serve
/// credentials. IPv6 is judged the safe way round: only global unicast can be public.
/// </summary>
internal static class AddressRules
{
    /// <summary>Judges an address; an IPv4 address mapped into IPv6 is judged as the IPv4 address it stands for.</summary>
    public static AddressVerdict Judge(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        return
            address.TryWriteBytes(bytes, out _)
            && address.AddressFamily == AddressFamily.InterNetwork
            ? JudgeIpv4(BinaryPrimitives.ReadUInt32BigEndian(bytes))
            : JudgeIpv6(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    private static AddressVerdict JudgeIpv4(uint address)
    {
        foreach (ref readonly var range in SpecialRanges.Ipv4.AsSpan())
        {
            if (((address ^ range.Network) & range.Mask) == 0)
            {
                return new(range.Name);
            }
        }

        return default;
    }

    private static AddressVerdict JudgeIpv6(UInt128 address)
    {
        if (address >> 32 == 0xffff)
        {
            return JudgeIpv4((uint)address);
        }

        foreach (ref readonly var range in SpecialRanges.Ipv6.AsSpan())
        {
            if (((address ^ range.Network) & range.Mask) == 0)
            {
                return new(range.Name);
            }
        }

        return address >> 125 == 1 ? default : new("outside the global unicast addresses 2000::/3");
    }
}
