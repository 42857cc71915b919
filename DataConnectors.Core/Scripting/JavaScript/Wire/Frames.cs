using System.Buffers.Binary;

namespace DataConnectors.Core.Scripting.JavaScript.Wire;

/// <summary>Messages between the server and a worker: four bytes of length, little-endian, then that many bytes.</summary>
internal static class Frames
{
    /// <summary>The bytes of the length.</summary>
    public const int HeaderLength = sizeof(int);

    /// <summary>The longest message: a run's answer fits many times.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    /// <summary>The next message; null when the other side has gone or does not speak this language.</summary>
    public static byte[]? Read(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length is < 0 or > MaxLength)
        {
            return null;
        }

        var payload = GC.AllocateUninitializedArray<byte>(length);
        return stream.ReadAtLeast(payload, length, throwOnEndOfStream: false) == length
            ? payload
            : null;
    }
}
