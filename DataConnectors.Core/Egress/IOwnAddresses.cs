using System.Collections.Frozen;
using System.Net;
using System.Net.NetworkInformation;

namespace DataConnectors.Core.Egress;

/// <summary>The addresses of this machine, which may be public and still lead back inside.</summary>
internal interface IOwnAddresses
{
    /// <summary>Whether the machine itself has this address.</summary>
    bool Contains(IPAddress address);
}

/// <summary>The addresses of the network interfaces, read again once a minute because reading them is slow.</summary>
internal sealed class InterfaceAddresses(TimeProvider clock) : IOwnAddresses
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private FrozenSet<IPAddress>? known;
    private long readAt;

    public bool Contains(IPAddress address)
    {
        lock (gate)
        {
            if (known is null || clock.GetElapsedTime(readAt) > Freshness)
            {
                known = Read();
                readAt = clock.GetTimestamp();
            }

            return known.Contains(address);
        }
    }

    private static FrozenSet<IPAddress> Read() =>
        NetworkInterface
            .GetAllNetworkInterfaces()
            .SelectMany(of => of.GetIPProperties().UnicastAddresses)
            .Select(of => of.Address)
            .ToFrozenSet();
}
