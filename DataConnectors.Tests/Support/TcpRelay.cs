using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace DataConnectors.Tests.Support;

/// <summary>A connection between a browser and a server that a test can cut: passes bytes on, both ways, until told otherwise.</summary>
internal sealed class TcpRelay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Socket, byte> open = new();
    private readonly int target;
    private readonly Task accepting;
    private volatile bool isCut;

    private TcpRelay(int target)
    {
        this.target = target;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The port to connect to.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Begins to pass on to a port of this machine.</summary>
    public static TcpRelay To(int port) => new(port);

    /// <summary>Resets every connection, and every new one, until <see cref="Mend"/>.</summary>
    public void Cut()
    {
        isCut = true;
        foreach (var socket in open.Keys)
        {
            Reset(socket);
        }
    }

    /// <summary>Lets new connections through again.</summary>
    public void Mend() => isCut = false;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Cut();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var browser = await listener.AcceptSocketAsync(stop.Token);
                if (isCut)
                {
                    Reset(browser);
                }
                else
                {
                    _ = PassAsync(browser);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            // Disposed of.
        }
    }

    private async Task PassAsync(Socket browser)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        open[browser] = 0;
        open[server] = 0;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, target, stop.Token);
            await using var one = new NetworkStream(browser, ownsSocket: true);
            await using var other = new NetworkStream(server, ownsSocket: true);
            await Task.WhenAny(one.CopyToAsync(other), other.CopyToAsync(one));
        }
        catch (Exception end)
            when (end
                    is IOException
                        or SocketException
                        or ObjectDisposedException
                        or OperationCanceledException
            )
        {
            // Either side went away.
        }
        finally
        {
            open.TryRemove(browser, out _);
            open.TryRemove(server, out _);
            browser.Dispose();
        }
    }

    private static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Close();
        }
        catch (Exception gone) when (gone is ObjectDisposedException or SocketException)
        {
            // It went by itself.
        }
    }
}
