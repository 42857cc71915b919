using System.Threading.Channels;
using DataConnectors.Core.Inbox;

namespace DataConnectors.Core.Messaging;

/// <summary>What happens in the conversations of one person, from now on, for one reader.</summary>
public sealed class PersonStream : IDisposable
{
    // More than an answer in pieces has while a reader draws breath; who falls behind further reads again from the database.
    private const int Capacity = 512;

    private readonly PersonStreams owner;
    private readonly Channel<ConversationChange> changes =
        Channel.CreateBounded<ConversationChange>(
            new BoundedChannelOptions(Capacity) { SingleReader = true }
        );

    internal PersonStream(PersonStreams owner, long personId, long sessionId)
    {
        this.owner = owner;
        PersonId = personId;
        SessionId = sessionId;
    }

    /// <summary>The changes in order; ends when the reader was too slow, or the session is over.</summary>
    public ChannelReader<ConversationChange> Changes => changes.Reader;

    internal long PersonId { get; }

    internal long SessionId { get; }

    /// <inheritdoc/>
    public void Dispose() => owner.Close(this);

    internal void Tell(ConversationChange change)
    {
        if (!changes.Writer.TryWrite(change))
        {
            Cut();
        }
    }

    internal void Cut() => changes.Writer.TryComplete();
}
