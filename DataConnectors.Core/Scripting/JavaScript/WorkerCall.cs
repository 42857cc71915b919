using System.Security.Cryptography;
using DataConnectors.Core.Scripting.JavaScript.Wire;

namespace DataConnectors.Core.Scripting.JavaScript;

/// <summary>A request being written, with the number that its reply has to repeat.</summary>
internal sealed class WorkerCall
{
    public WorkerCall(WorkerRequest kind)
    {
        Span<byte> drawn = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(drawn);
        Nonce = BitConverter.ToInt64(drawn);
        Message = new FrameWriter().Begin().Byte((byte)kind).Int64(Nonce);
    }

    public long Nonce { get; }

    public FrameWriter Message { get; }
}
