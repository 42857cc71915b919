using System.IO.Compression;
using System.Text.Json;
using DataConnectors.Web.SampleStore.Hosting;
using DataConnectors.Web.SampleStore.Shop;

namespace DataConnectors.Web.SampleStore.Faults;

/// <summary>Compressed answers, sent whether the caller offered to take them or not.</summary>
internal static class CompressedFaults
{
    private const int BombBytes = 50 * 1024 * 1024;
    private static readonly Lazy<byte[]> Bomb = new(MakeBomb);

    /// <summary>Order 1042 in gzip.</summary>
    public static IResult Gzip(HttpResponse response, ShopState shop) =>
        Answer(
            response,
            "gzip",
            Compress(shop, stream => new GZipStream(stream, CompressionLevel.Optimal))
        );

    /// <summary>Order 1042 in Brotli.</summary>
    public static IResult Brotli(HttpResponse response, ShopState shop) =>
        Answer(
            response,
            "br",
            Compress(shop, stream => new BrotliStream(stream, CompressionLevel.Optimal))
        );

    /// <summary>About 50 kB that become 50 MiB of valid JSON.</summary>
    public static IResult GzipBomb(HttpResponse response) => Answer(response, "gzip", Bomb.Value);

    private static IResult Answer(HttpResponse response, string encoding, byte[] body)
    {
        response.Headers.ContentEncoding = encoding;
        return Results.Bytes(body, "application/json");
    }

    private static byte[] Compress(ShopState shop, Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream();
        using (var stream = compressor(compressed))
        {
            JsonSerializer.Serialize(stream, shop.Current.Orders["1042"], StoreJson.Options);
        }

        return compressed.ToArray();
    }

    private static byte[] MakeBomb()
    {
        using var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            var blanks = new byte[1024 * 1024];
            Array.Fill(blanks, (byte)' ');
            for (var written = 0; written < BombBytes; written += blanks.Length)
            {
                stream.Write(blanks);
            }

            stream.Write("{}"u8);
        }

        return compressed.ToArray();
    }
}
