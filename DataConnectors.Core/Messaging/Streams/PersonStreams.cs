using System.Threading.Channels;
using DataConnectors.Core.Inbox;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Messaging;

/// <summary>
/// Brings what changes in conversations to the browsers of the persons they belong to. Whose a conversation is, is looked up once for all
/// readers. Nothing here is relied upon: a reader that misses something reads it from the database.
/// </summary>
public sealed class PersonStreams : IDisposable
{
    /// <summary>The most streams of one session: one for each tab.</summary>
    public const int MaxPerSession = 10;

    private const int Backlog = 4096;
    private const int MostOwners = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<long, List<PersonStream>> streams = [];
    private readonly Dictionary<long, long> owners = [];
    private readonly Channel<ConversationChange> backlog =
        Channel.CreateBounded<ConversationChange>(
            new BoundedChannelOptions(Backlog) { SingleReader = true }
        );
    private readonly ConversationQueries conversations;
    private readonly ILogger<PersonStreams> logger;
    private readonly IDisposable subscription;

    /// <summary>Listens from now on.</summary>
    public PersonStreams(
        ConversationChanges changes,
        ConversationQueries conversations,
        ILogger<PersonStreams> logger
    )
    {
        this.conversations = conversations;
        this.logger = logger;
        subscription = changes.Subscribe(conversationId: null, Take);
        _ = Task.Run(DeliverAsync);
    }

    /// <summary>A stream of what happens from now on, until disposed; null when the session has too many already.</summary>
    public PersonStream? Open(long personId, long sessionId)
    {
        lock (gate)
        {
            if (!streams.TryGetValue(personId, out var ofPerson))
            {
                streams[personId] = ofPerson = [];
            }

            if (ofPerson.Count(stream => stream.SessionId == sessionId) >= MaxPerSession)
            {
                return null;
            }

            var opened = new PersonStream(this, personId, sessionId);
            ofPerson.Add(opened);
            return opened;
        }
    }

    /// <summary>Ends the streams of a session.</summary>
    public void End(long sessionId)
    {
        lock (gate)
        {
            foreach (var stream in streams.Values.SelectMany(ofPerson => ofPerson))
            {
                if (stream.SessionId == sessionId)
                {
                    stream.Cut();
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        subscription.Dispose();
        backlog.Writer.TryComplete();
    }

    internal void Close(PersonStream stream)
    {
        lock (gate)
        {
            if (streams.TryGetValue(stream.PersonId, out var ofPerson))
            {
                ofPerson.Remove(stream);
                if (ofPerson.Count == 0)
                {
                    streams.Remove(stream.PersonId);
                }
            }
        }
    }

    private void Take(ConversationChange change)
    {
        lock (gate)
        {
            // A conversation may have changed its person; that is forgotten also while nobody reads.
            if (change is ConversationChange.Updated)
            {
                owners.Remove(change.ConversationId);
            }

            if (streams.Count > 0 && !backlog.Writer.TryWrite(change))
            {
                CutAll();
            }
        }
    }

    private async Task DeliverAsync()
    {
        await foreach (var change in backlog.Reader.ReadAllAsync())
        {
            try
            {
                if (await OwnerOfAsync(change) is { } owner)
                {
                    Deliver(owner, change);
                }
            }
            catch (Exception failure)
            {
                logger.LogError(
                    failure,
                    "What changed in conversation {ConversationId} could not be brought to its person",
                    change.ConversationId
                );
                lock (gate)
                {
                    CutAll();
                }
            }
        }
    }

    private async Task<long?> OwnerOfAsync(ConversationChange change)
    {
        lock (gate)
        {
            if (owners.TryGetValue(change.ConversationId, out var known))
            {
                return known;
            }
        }

        var head = await conversations.FindHeadAsync(change.ConversationId, CancellationToken.None);
        if (head is null)
        {
            return null;
        }

        lock (gate)
        {
            if (owners.Count >= MostOwners)
            {
                owners.Clear();
            }

            owners[head.Id] = head.PersonId;
        }

        return head.PersonId;
    }

    private void Deliver(long personId, ConversationChange change)
    {
        lock (gate)
        {
            if (streams.TryGetValue(personId, out var ofPerson))
            {
                ofPerson.ForEach(stream => stream.Tell(change));
            }
        }
    }

    private void CutAll()
    {
        foreach (var stream in streams.Values.SelectMany(ofPerson => ofPerson))
        {
            stream.Cut();
        }
    }
}
