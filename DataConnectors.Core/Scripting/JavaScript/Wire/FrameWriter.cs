using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace DataConnectors.Core.Scripting.JavaScript.Wire;

/// <summary>Builds one message; may be used again for the next.</summary>
internal sealed class FrameWriter
{
    // One large message must not keep its memory for the life of a worker.
    private const int KeptCapacity = 256 * 1024;

    private const int UsualCapacity = 256;

    private ArrayBufferWriter<byte> buffer;

    /// <param name="capacity">How many bytes the message will have, so that a large one is not copied while it grows; it may have more.</param>
    public FrameWriter(int capacity = UsualCapacity)
    {
        buffer = new ArrayBufferWriter<byte>(Frames.HeaderLength + capacity);
        LeaveRoomForHeader();
    }

    /// <summary>Forgets the message and begins the next.</summary>
    public FrameWriter Begin()
    {
        if (buffer.Capacity > KeptCapacity)
        {
            buffer = new ArrayBufferWriter<byte>();
        }

        buffer.ResetWrittenCount();
        LeaveRoomForHeader();
        return this;
    }

    public FrameWriter Byte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
        return this;
    }

    public FrameWriter Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public FrameWriter Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(sizeof(int)), value);
        buffer.Advance(sizeof(int));
        return this;
    }

    public FrameWriter Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(sizeof(long)), value);
        buffer.Advance(sizeof(long));
        return this;
    }

    public FrameWriter Bytes(ReadOnlySpan<byte> value)
    {
        Int32(value.Length);
        buffer.Write(value);
        return this;
    }

    /// <summary>Text as UTF-8; half a surrogate pair becomes U+FFFD.</summary>
    public FrameWriter Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Int32(length);
        Encoding.UTF8.GetBytes(value, buffer.GetSpan(length));
        buffer.Advance(length);
        return this;
    }

    /// <summary>A value as the UTF-8 JSON it was read from.</summary>
    public FrameWriter Json(JsonElement value) => Bytes(JsonMarshal.GetRawUtf8Value(value));

    /// <summary>How many bytes <see cref="Text"/> takes.</summary>
    public static int LengthOf(string value) => sizeof(int) + Encoding.UTF8.GetByteCount(value);

    /// <summary>How many bytes <see cref="Json"/> takes.</summary>
    public static int LengthOf(JsonElement value) =>
        sizeof(int) + JsonMarshal.GetRawUtf8Value(value).Length;

    public void SendTo(Stream stream)
    {
        var (frame, length) = (buffer.WrittenMemory, buffer.WrittenCount - Frames.HeaderLength);
        BinaryPrimitives.WriteInt32LittleEndian(MemoryMarshal.AsMemory(frame).Span, length);
        stream.Write(frame.Span);
        stream.Flush();
    }

    private void LeaveRoomForHeader()
    {
        buffer.GetSpan(Frames.HeaderLength)[..Frames.HeaderLength].Clear();
        buffer.Advance(Frames.HeaderLength);
    }
}
