using System.Threading.Channels;

namespace DataConnectors.Core.Events;

/// <summary>Wakes whoever hands events on. Many wakings before it looks count as one.</summary>
public sealed class EventSignal
{
    private readonly Channel<bool> wakings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Says that there may be something to do; call it after the commit.</summary>
    public void Wake() => wakings.Writer.TryWrite(true);

    /// <summary>Ends when <see cref="Wake"/> was called since the last time.</summary>
    internal async Task WaitAsync(CancellationToken cancellationToken) =>
        await wakings.Reader.ReadAsync(cancellationToken);
}
