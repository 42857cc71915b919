using System.Net;
using System.Net.Sockets;

namespace DataConnectors.Core.Egress;

/// <summary>Looks a name up.</summary>
internal interface IHostResolver
{
    /// <summary>
    /// Every address of the name, in the order in which to try them; empty when there is none. The caller sets the deadline,
    /// through <paramref name="cancellationToken"/>.
    /// </summary>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}

/// <summary>Looks names up as the machine is configured to, hosts file included.</summary>
internal sealed class DnsHostResolver : IHostResolver
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(
        string host,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellationToken);
        }
        catch (SocketException failure)
            when (failure.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
        {
            return [];
        }
    }
}
