using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;

namespace DataConnectors.Core.Events;

/// <summary>Writes events for commands, into the transaction of what they tell of.</summary>
public sealed class Outbox(
    IEventInterest interest,
    EventSignal signal,
    IdGenerator ids,
    TimeProvider clock
)
{
    // Programs read it as JSON, never a browser as HTML.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Adds the event to what <paramref name="context"/> saves next; nothing when nobody subscribed.</summary>
    /// <param name="context">The context of the command.</param>
    /// <param name="topic">One of <see cref="EventTopics"/>.</param>
    /// <param name="item">Makes what subscribers get.</param>
    public void Add(DataConnectorsDbContext context, string topic, Func<JsonObject> item)
    {
        if (!interest.Wants(topic))
        {
            return;
        }

        context.Add(
            new OutboxEvent
            {
                Id = ids.Next(),
                Topic = topic,
                ItemJson = item().ToJsonString(Options),
                CreatedAt = clock.GetUtcNow(),
            }
        );
    }

    /// <summary>Whether anybody subscribed to the topic, for whoever has to read before it can tell.</summary>
    public bool Wants(string topic) => interest.Wants(topic);

    /// <summary>Says that an event of the topic is committed.</summary>
    public void Announce(string topic)
    {
        if (interest.Wants(topic))
        {
            signal.Wake();
        }
    }
}
