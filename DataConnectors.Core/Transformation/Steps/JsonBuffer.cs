using System.Buffers;
using System.Text.Json;

namespace DataConnectors.Core.Transformation.Steps;

/// <summary>A writer and what it writes to, kept for the next value on the same thread unless it grew large.</summary>
internal sealed class JsonBuffer : IDisposable
{
    private const int LargestKept = 256 * 1024;

    [ThreadStatic]
    private static JsonBuffer? kept;

    private JsonBuffer() => Writer = new Utf8JsonWriter(Output, JsonValues.Writing);

    public ArrayBufferWriter<byte> Output { get; } = new(4096);

    public Utf8JsonWriter Writer { get; }

    public static JsonBuffer Rent()
    {
        var buffer = kept ?? new JsonBuffer();
        kept = null;
        return buffer;
    }

    public void Dispose()
    {
        if (Output.Capacity > LargestKept)
        {
            Writer.Dispose();
            return;
        }

        Output.ResetWrittenCount();
        Writer.Reset(Output);
        kept = this;
    }
}
