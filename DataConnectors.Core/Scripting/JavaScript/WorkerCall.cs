using System.Security.Cryptography;
using DataConnectors.Core.Scripting.JavaScript.Wire;

namespace DataConnectors.Core.Scripting.JavaScript;

/// <summary>A request being written, with the number that its reply has to repeat.</summary>
internal sealed class WorkerCall
{
    // The kind, the numbers of the request and of the owner, and a length or count or two.
    private const int HeadLength = 32;

    /// <param name="kind">What is asked.</param>
    /// <param name="length">How many bytes its texts and values take.</param>
    public WorkerCall(WorkerRequest kind, long length)
    {
        Span<byte> drawn = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(drawn);
        Nonce = BitConverter.ToInt64(drawn);
        Message = new FrameWriter((int)Math.Min(HeadLength + length, Frames.MaxLength))
            .Byte((byte)kind)
            .Int64(Nonce);
    }

    public long Nonce { get; }

    public FrameWriter Message { get; }
}
