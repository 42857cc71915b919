using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace DataConnectors.Tests.Support;

/// <summary>
/// A small HTTP/1.1 server on 127.0.0.1 and a free port, over raw sockets because the exact bytes matter in both directions.
/// Script it per path with <see cref="Answer(string, LoopbackAnswer)"/>, call it, look at <see cref="Requests"/>:
/// <code>
/// await using var api = LoopbackApi.Start();
/// api.Answer("/orders/7", LoopbackAnswer.Json("""{"id":7}"""));
/// </code>
/// What is not scripted answers 404. With a certificate it speaks TLS.
/// </summary>
public sealed class LoopbackApi : IAsyncDisposable
{
    /// <summary>Scripts every path that has no script of its own.</summary>
    public const string AnyPath = "*";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, Func<LoopbackRequest, LoopbackAnswer>> answers =
        new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<LoopbackRequest> requests = new();
    private readonly X509Certificate2? certificate;
    private readonly Task accepting;
    private int connections;
    private int disposed;

    private LoopbackApi(X509Certificate2? certificate)
    {
        this.certificate = certificate;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Starts one; dispose of it to close every connection.</summary>
    public static LoopbackApi Start(X509Certificate2? certificate = null) => new(certificate);

    /// <summary>The port it listens on.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Its address without a slash at the end, such as <c>http://127.0.0.1:41234</c>.</summary>
    public string BaseUrl => $"{(certificate is null ? "http" : "https")}://127.0.0.1:{Port}";

    /// <summary>What has been received, in order, each with its exact bytes.</summary>
    public IReadOnlyList<LoopbackRequest> Requests => [.. requests];

    /// <summary>How many connections have been opened.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>Scripts a path (without its query) for every method, until scripted again.</summary>
    public LoopbackApi Answer(string path, LoopbackAnswer answer) => Answer(path, _ => answer);

    /// <summary>Scripts a path with an answer that depends on the request.</summary>
    public LoopbackApi Answer(string path, Func<LoopbackRequest, LoopbackAnswer> answer)
    {
        answers[path] = answer;
        return this;
    }

    /// <summary>Closes every connection and the port; a second time does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        await stop.CancelAsync();
        await accepting;
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var socket = await listener.AcceptSocketAsync(stop.Token);
                Interlocked.Increment(ref connections);
                _ = ServeAsync(socket);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed of.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var owned = socket;
        socket.NoDelay = true;
        try
        {
            await using var stream = await OpenAsync(socket);
            while (await LoopbackRequest.ReadAsync(stream, stop.Token) is { } request)
            {
                requests.Enqueue(request);
                var answer =
                    answers.TryGetValue(request.Path, out var of)
                    || answers.TryGetValue(AnyPath, out of)
                        ? of(request)
                        : LoopbackAnswer.Text("not scripted", 404);
                if (!await answer.WriteAsync(stream, socket, stop.Token))
                {
                    return;
                }
            }
        }
        catch (Exception end)
            when (end
                    is IOException
                        or SocketException
                        or OperationCanceledException
                        or ObjectDisposedException
                        or System.Security.Authentication.AuthenticationException
            )
        {
            // The caller went away, or refused the certificate.
        }
    }

    private async Task<Stream> OpenAsync(Socket socket)
    {
        var stream = new NetworkStream(socket);
        if (certificate is null)
        {
            return stream;
        }

        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = certificate },
            stop.Token
        );
        return tls;
    }
}

/// <summary>One request as it arrived.</summary>
/// <param name="Raw">Every byte of it, body included, before any decoding.</param>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query as sent.</param>
/// <param name="Headers">The headers in order, as sent.</param>
/// <param name="Body">The body, without the framing of chunks.</param>
public sealed record LoopbackRequest(
    byte[] Raw,
    string Method,
    string Target,
    IReadOnlyList<(string Name, string Value)> Headers,
    byte[] Body
)
{
    /// <summary>The target without its query.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>The raw bytes as Latin-1 text, for comparing.</summary>
    public string RawText => Encoding.Latin1.GetString(Raw);

    /// <summary>The body as UTF-8 text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body);

    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name) =>
        Headers
            .FirstOrDefault(of => of.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Value;

    internal static async Task<LoopbackRequest?> ReadAsync(
        Stream stream,
        CancellationToken cancellationToken
    )
    {
        var raw = new MemoryStream();
        var lines = new List<string>();
        do
        {
            if (await ReadLineAsync(stream, raw, cancellationToken) is not { } line)
            {
                return null;
            }

            lines.Add(line);
        } while (lines[^1].Length > 0);

        var start = lines[0].Split(' ');
        var headers = lines[1..^1]
            .ConvertAll(line => line.Split(':', 2))
            .ConvertAll(of => (of[0], of[1].Trim()));
        var request = new LoopbackRequest([], start[0], start[1], headers, []);
        var body = new MemoryStream();
        if (request.Header("Transfer-Encoding") is not null)
        {
            for (var size = -1; size != 0; )
            {
                var line = await ReadLineAsync(stream, raw, cancellationToken) ?? "0";
                size = Convert.ToInt32(line, 16);
                await ReadExactlyAsync(stream, size, raw, body, cancellationToken);
                await ReadLineAsync(stream, raw, cancellationToken);
            }
        }
        else if (request.Header("Content-Length") is { } length)
        {
            var size = int.Parse(length, System.Globalization.CultureInfo.InvariantCulture);
            await ReadExactlyAsync(stream, size, raw, body, cancellationToken);
        }

        return request with
        {
            Raw = raw.ToArray(),
            Body = body.ToArray(),
        };
    }

    private static async Task<string?> ReadLineAsync(
        Stream stream,
        MemoryStream raw,
        CancellationToken cancellationToken
    )
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1)
        {
            raw.WriteByte(one[0]);
            if (one[0] == '\n')
            {
                return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }

    private static async Task ReadExactlyAsync(
        Stream stream,
        int count,
        MemoryStream raw,
        MemoryStream body,
        CancellationToken cancellationToken
    )
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        raw.Write(bytes);
        body.Write(bytes);
    }
}

/// <summary>What the server does with a request. Answers keep the connection open unless they say otherwise.</summary>
public sealed class LoopbackAnswer
{
    private readonly Func<Stream, Socket, CancellationToken, Task<bool>> write;

    private LoopbackAnswer(Func<Stream, Socket, CancellationToken, Task<bool>> write) =>
        this.write = write;

    /// <summary>An answer of a body with its length; add any headers.</summary>
    public static LoopbackAnswer Bytes(
        byte[] body,
        int status = 200,
        params (string Name, string Value)[] headers
    ) => Raw([.. Head(status, [.. headers, ("Content-Length", $"{body.Length}")]), .. body]);

    /// <summary>A JSON answer.</summary>
    public static LoopbackAnswer Json(
        string json,
        int status = 200,
        params (string Name, string Value)[] headers
    ) =>
        Bytes(
            Encoding.UTF8.GetBytes(json),
            status,
            [("Content-Type", "application/json"), .. headers]
        );

    /// <summary>A plain text answer.</summary>
    public static LoopbackAnswer Text(
        string text,
        int status = 200,
        params (string Name, string Value)[] headers
    ) =>
        Bytes(
            Encoding.UTF8.GetBytes(text),
            status,
            [("Content-Type", "text/plain; charset=utf-8"), .. headers]
        );

    /// <summary>Exactly these bytes, head included.</summary>
    public static LoopbackAnswer Raw(byte[] bytes) =>
        new(
            async (stream, _, cancellationToken) =>
            {
                await stream.WriteAsync(bytes, cancellationToken);
                return true;
            }
        );

    /// <summary>Chunks with a pause before each, then the end; an endless sequence makes an endless answer.</summary>
    public static LoopbackAnswer Chunked(
        IEnumerable<byte[]> chunks,
        TimeSpan pause = default,
        params (string Name, string Value)[] headers
    ) =>
        new(
            async (stream, _, cancellationToken) =>
            {
                await stream.WriteAsync(
                    Head(200, [.. headers, ("Transfer-Encoding", "chunked")]),
                    cancellationToken
                );
                foreach (var chunk in chunks)
                {
                    await Task.Delay(pause, cancellationToken);
                    byte[] framed =
                    [
                        .. Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"),
                        .. chunk,
                        .. "\r\n"u8,
                    ];
                    await stream.WriteAsync(framed, cancellationToken);
                }

                await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), cancellationToken);
                return true;
            }
        );

    /// <summary>Promises a body of <paramref name="promised"/> bytes, sends fewer, and closes.</summary>
    public static LoopbackAnswer ClosedEarly(byte[] body, int promised) =>
        Raw([.. Head(200, [("Content-Length", $"{promised}")]), .. body]).ThenClose();

    /// <summary>Resets the connection without an answer.</summary>
    public static LoopbackAnswer Reset() =>
        new(
            (_, socket, _) =>
            {
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                socket.Close();
                return Task.FromResult(false);
            }
        );

    /// <summary>The same answer after a while.</summary>
    public LoopbackAnswer After(TimeSpan delay) =>
        new(
            async (stream, socket, cancellationToken) =>
            {
                await Task.Delay(delay, cancellationToken);
                return await write(stream, socket, cancellationToken);
            }
        );

    /// <summary>The same answer, once the task has ended.</summary>
    public LoopbackAnswer After(Task begin) =>
        new(
            async (stream, socket, cancellationToken) =>
            {
                await begin.WaitAsync(cancellationToken);
                return await write(stream, socket, cancellationToken);
            }
        );

    /// <summary>The same answer, and then the connection is closed.</summary>
    public LoopbackAnswer ThenClose() =>
        new(
            async (stream, socket, cancellationToken) =>
            {
                await write(stream, socket, cancellationToken);
                return false;
            }
        );

    internal Task<bool> WriteAsync(
        Stream stream,
        Socket socket,
        CancellationToken cancellationToken
    ) => write(stream, socket, cancellationToken);

    private static byte[] Head(int status, (string Name, string Value)[] headers) =>
        Encoding.Latin1.GetBytes(
            $"HTTP/1.1 {status} {(HttpStatusCode)status}\r\n"
                + string.Concat(headers.Select(of => $"{of.Name}: {of.Value}\r\n"))
                + "\r\n"
        );
}
