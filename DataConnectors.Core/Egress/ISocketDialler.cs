using System.Net;
using System.Net.Sockets;

namespace DataConnectors.Core.Egress;

/// <summary>Opens a connection to an address that has been judged.</summary>
internal interface ISocketDialler
{
    /// <summary>Connects, or throws a <see cref="SocketException"/>.</summary>
    Task<Stream> DialAsync(IPAddress address, int port, CancellationToken cancellationToken);
}

/// <summary>Opens real sockets.</summary>
internal sealed class SocketDialler : ISocketDialler
{
    public async Task<Stream> DialAsync(
        IPAddress address,
        int port,
        CancellationToken cancellationToken
    )
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
        };
        try
        {
            await socket.ConnectAsync(address, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
