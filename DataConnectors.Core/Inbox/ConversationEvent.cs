using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Inbox;

/// <summary>Something that happened to a conversation beside its messages. What Fin did stands in the trace of its messages.</summary>
public sealed class ConversationEvent
{
    /// <summary>The id; rises with time.</summary>
    public long Id { get; init; }

    /// <summary>The conversation.</summary>
    public long ConversationId { get; init; }

    /// <summary>What happened.</summary>
    public ConversationEventKind Kind { get; init; }

    /// <summary>Who did it; null for Fin, the person, or time.</summary>
    public long? TeammateId { get; init; }

    /// <summary>To whom it was assigned; null for nobody, and for other kinds.</summary>
    public long? AssigneeId { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What happened to a conversation.</summary>
public enum ConversationEventKind
{
    /// <summary>Somebody, or nobody any more, answers it.</summary>
    Assigned,

    /// <summary>It is done.</summary>
    Closed,

    /// <summary>It needs an answer again.</summary>
    Reopened,

    /// <summary>Fin handed it to the team.</summary>
    Escalated,

    /// <summary>Fin resolved it.</summary>
    Resolved,

    /// <summary>A teammate let Fin answer again.</summary>
    HandedToFin,
}

internal sealed class ConversationEventMapping : IEntityTypeConfiguration<ConversationEvent>
{
    public void Configure(EntityTypeBuilder<ConversationEvent> builder)
    {
        builder.ToTable("ConversationEvents");
        builder.Property(happened => happened.Id).ValueGeneratedNever();
        builder.HasIndex(happened => new { happened.ConversationId, happened.Id });
    }
}
