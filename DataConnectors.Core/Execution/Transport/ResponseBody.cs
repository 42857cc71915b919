using System.Buffers;
using System.IO.Compression;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Execution.Transport;

/// <summary>
/// Reads a body, decompressed, and stops at the cap while it streams: an endless answer or a small one that inflates to gigabytes
/// costs the cap and no more.
/// </summary>
internal static class ResponseBody
{
    private const int FirstBufferBytes = 16 * 1024;

    public static async ValueTask<Outcome<ReadOnlyMemory<byte>, StageFailure>> ReadAsync(
        HttpContent content,
        int capBytes,
        CancellationToken deadline
    )
    {
        var encodings = content.Headers.ContentEncoding;
        if (encodings.Count > 1 || (encodings.Count == 1 && !IsKnown(encodings.First())))
        {
            return new StageFailure(
                ErrorType.Connection,
                "The answer is compressed in a way that was not asked for. Only gzip and br are accepted."
            );
        }

        var length = content.Headers.ContentLength;
        if (encodings.Count == 0 && length > capBytes)
        {
            return TooLarge(capBytes);
        }

        await using var network = await content.ReadAsStreamAsync(deadline);
        if (encodings.Count == 0)
        {
            return length is { } exact
                ? await ReadExactlyAsync(network, (int)exact, deadline)
                : await ReadToCapAsync(network, capBytes, deadline);
        }

        try
        {
            await using Stream inflated = encodings
                .First()
                .Equals("br", StringComparison.OrdinalIgnoreCase)
                ? new BrotliStream(network, CompressionMode.Decompress)
                : new GZipStream(network, CompressionMode.Decompress);
            return await ReadToCapAsync(inflated, capBytes, deadline);
        }
        catch (Exception exception)
            when (exception is InvalidDataException or InvalidOperationException)
        {
            return new StageFailure(
                ErrorType.Connection,
                "The answer says it is compressed, but it cannot be decompressed."
            );
        }
    }

    private static bool IsKnown(string encoding) =>
        encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase)
        || encoding.Equals("br", StringComparison.OrdinalIgnoreCase);

    private static async ValueTask<Outcome<ReadOnlyMemory<byte>, StageFailure>> ReadExactlyAsync(
        Stream stream,
        int length,
        CancellationToken deadline
    )
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, deadline);
        return new ReadOnlyMemory<byte>(bytes);
    }

    private static async ValueTask<Outcome<ReadOnlyMemory<byte>, StageFailure>> ReadToCapAsync(
        Stream stream,
        int capBytes,
        CancellationToken deadline
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
        try
        {
            var filled = 0;
            while (true)
            {
                if (filled == buffer.Length)
                {
                    buffer = Grow(buffer, filled);
                }

                // One byte past the cap is enough to know.
                var room = Math.Min(buffer.Length - filled, capBytes - filled + 1);
                var read = await stream.ReadAsync(buffer.AsMemory(filled, room), deadline);
                if (read == 0)
                {
                    return new ReadOnlyMemory<byte>(buffer.AsSpan(0, filled).ToArray());
                }

                filled += read;
                if (filled > capBytes)
                {
                    return TooLarge(capBytes);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer, int filled)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static StageFailure TooLarge(int capBytes) =>
        new(
            ErrorType.Connection,
            $"The answer is larger than the response cap of {capBytes:N0} bytes and was cut off. Ask the API for less, with a filter or a page size in the URL."
        );
}
