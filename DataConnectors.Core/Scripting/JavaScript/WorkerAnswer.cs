using DataConnectors.Core.Scripting.JavaScript.Wire;

namespace DataConnectors.Core.Scripting.JavaScript;

/// <summary>A reply: its head, and what follows it.</summary>
internal sealed record WorkerAnswer(WorkerReply Head, FrameReader Rest)
{
    /// <summary>Null when there is none, or it is not the answer to this request. Throws <see cref="ArgumentException"/> when it is cut off.</summary>
    public static WorkerAnswer? Read(byte[]? frame, long nonce)
    {
        if (frame is null)
        {
            return null;
        }

        var rest = new FrameReader(frame);
        var head = WorkerReply.ReadFrom(rest);
        return head.Nonce == nonce ? new WorkerAnswer(head, rest) : null;
    }
}
