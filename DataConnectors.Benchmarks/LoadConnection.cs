using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DataConnectors.Benchmarks;

/// <summary>
/// One connection that sends the same bytes again as soon as the answer is there. On the bare socket, because on two cores every
/// microsecond of the generator is one that the server does not have.
/// </summary>
internal sealed class LoadConnection : IDisposable
{
    private const int StatusStart = 9;
    private const int StatusLength = 3;

    private static long number;

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] request;
    private readonly int keyStart;
    private readonly int status;
    private readonly byte[] answer = new byte[256 * 1024];

    private LoadConnection(Load load)
    {
        request = Encoding.ASCII.GetBytes(load.Request);
        keyStart = load.Request.IndexOf(Load.Key, StringComparison.Ordinal);
        status = load.Status;
    }

    /// <summary>Opens the connections and measures.</summary>
    public static async Task<LoadTimes> GenerateAsync(Load load)
    {
        var begin = Stopwatch.GetTimestamp();
        var duration = TimeSpan.FromMilliseconds(load.Milliseconds);
        var times = await Task.WhenAll(
            Enumerable.Range(0, load.InFlight).Select(_ => WorkAsync(load, begin, duration))
        );
        return new LoadTimes(
            [.. times.SelectMany(of => of)],
            Stopwatch.GetElapsedTime(begin).TotalSeconds,
            Failure: null
        );
    }

    public void Dispose() => socket.Dispose();

    private static async Task<List<long>> WorkAsync(Load load, long begin, TimeSpan duration)
    {
        using var connection = new LoadConnection(load);
        await connection.socket.ConnectAsync(IPAddress.Loopback, load.Port);
        var times = new List<long>(64 * 1024);
        while (Stopwatch.GetElapsedTime(begin) < duration)
        {
            var started = Stopwatch.GetTimestamp();
            await connection.SendAsync();
            times.Add(Stopwatch.GetTimestamp() - started);
        }

        return times;
    }

    private async ValueTask SendAsync()
    {
        if (keyStart >= 0)
        {
            // Unique across runs of the generator, too: a day is remembered.
            var key = Stopwatch.GetTimestamp() + Interlocked.Increment(ref number);
            key.TryFormat(
                request.AsSpan(keyStart, Load.Key.Length),
                out _,
                "x16",
                CultureInfo.InvariantCulture
            );
        }

        await socket.SendAsync(request);
        var length = 0;
        while (!IsWhole(length))
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(length));
            if (read == 0)
            {
                throw new InvalidOperationException("The server closed the connection.");
            }

            length += read;
        }
    }

    private bool IsWhole(int length)
    {
        var bytes = answer.AsSpan(0, length);
        var headEnd = bytes.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
        {
            return false;
        }

        var head = bytes[..headEnd];
        if (
            int.Parse(head.Slice(StatusStart, StatusLength), CultureInfo.InvariantCulture) != status
        )
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(bytes));
        }

        var bodyStart = headEnd + 4;
        var marker = head.IndexOf("Content-Length: "u8);
        if (marker < 0)
        {
            // Chunks: JSON on one line has no such ending before its end.
            return bytes.EndsWith("0\r\n\r\n"u8);
        }

        var digits = head[(marker + "Content-Length: "u8.Length)..];
        var end = digits.IndexOf((byte)'\r');
        var promised = int.Parse(end < 0 ? digits : digits[..end], CultureInfo.InvariantCulture);
        return length >= bodyStart + promised;
    }
}
