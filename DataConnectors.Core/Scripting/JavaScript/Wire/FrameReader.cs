using System.Buffers.Binary;
using System.Text;

namespace DataConnectors.Core.Scripting.JavaScript.Wire;

/// <summary>Reads one message, field by field, in the order in which it was written.</summary>
internal sealed class FrameReader(ReadOnlyMemory<byte> frame)
{
    private ReadOnlyMemory<byte> rest = frame;

    public byte Byte() => Take(1).Span[0];

    public bool Flag() => Byte() != 0;

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)).Span);

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)).Span);

    /// <summary>A part of the message's own memory.</summary>
    public ReadOnlyMemory<byte> Bytes() => Take(Int32());

    public string Text() => Encoding.UTF8.GetString(Bytes().Span);

    private ReadOnlyMemory<byte> Take(int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
