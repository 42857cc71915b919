using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using DataConnectors.Core.Egress;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Egress;

/// <summary>A resolver that answers from a script: one entry a lookup, of which the last one stays.</summary>
internal sealed class ScriptedResolver(params EgressCaseLookup[] lookups) : IHostResolver
{
    /// <summary>What names resolve to that have no script.</summary>
    public static readonly IPAddress PublicAddress = IPAddress.Parse("93.184.215.14");

    private int count;

    public int Count => Volatile.Read(ref count);

    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(
        string host,
        CancellationToken cancellationToken
    )
    {
        var at = Interlocked.Increment(ref count) - 1;
        var lookup =
            lookups.Length == 0
                ? new("A", [PublicAddress])
                : lookups[Math.Min(at, lookups.Length - 1)];
        switch (lookup.Kind)
        {
            case "NXDOMAIN":
                return [];
            case "SERVFAIL":
                throw new SocketException((int)SocketError.TryAgain);
            case "TIMEOUT":
                // A resolver that does not even heed its token.
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                return [];
            case "SELF":
                return [ScriptedOwnAddresses.Own];
            default:
                return lookup.Addresses;
        }
    }
}

/// <summary>Counts what is dialled and connects every address to one server on loopback.</summary>
internal sealed class LoopbackDialler(LoopbackApi upstream) : ISocketDialler
{
    private readonly SocketDialler real = new();
    private readonly ConcurrentQueue<IPEndPoint> dialled = new();

    /// <summary>Addresses that refuse the connection.</summary>
    public HashSet<IPAddress> Dead { get; } = [];

    public IReadOnlyList<IPEndPoint> Dialled => [.. dialled];

    public Task<Stream> DialAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        dialled.Enqueue(new IPEndPoint(address, port));
        return Dead.Contains(address)
            ? throw new SocketException((int)SocketError.ConnectionRefused)
            : real.DialAsync(IPAddress.Loopback, upstream.Port, cancellationToken);
    }
}

/// <summary>A machine with one public address.</summary>
internal sealed class ScriptedOwnAddresses : IOwnAddresses
{
    public static readonly IPAddress Own = IPAddress.Parse("93.184.215.200");

    public bool Contains(IPAddress address) => address.Equals(Own);
}
