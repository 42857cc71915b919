using System.Text.Json;
using DataConnectors.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Inbox;

/// <summary>A conversation between a person, Fin and the team.</summary>
public sealed class Conversation : IAttributed
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>The id that a program gave it, by which it goes on naming it; null for those of the Messenger.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Where the person writes.</summary>
    public ConversationChannel Channel { get; init; }

    /// <summary>The person; changes when a visitor turns out to be somebody known.</summary>
    public long PersonId { get; set; }

    /// <summary>The first words of the first message.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Values of conversation attributes by name, a JSON object.</summary>
    public string AttributesJson { get; set; } = "{}";

    /// <summary>What Fin is in the middle of (a connector whose inputs it collects), a JSON object; null when nothing.</summary>
    public string? AgentStateJson { get; set; }

    /// <summary>Whether the team still has it before it.</summary>
    public ConversationState State { get; set; }

    /// <summary>The teammate who answers; null for nobody in particular.</summary>
    public long? AssigneeId { get; set; }

    /// <summary>How far Fin is; null while it has not answered yet.</summary>
    public FinStatus? FinStatus { get; set; }

    /// <summary>The person's message that Fin has still to answer; null when none. What a crash left unanswered is found by it.</summary>
    public long? PendingMessageId { get; set; }

    /// <summary>"Fin AI Agent: Action used in reply": whether an answer of Fin used a connector's data.</summary>
    public bool IsActionUsedInReply { get; set; }

    /// <summary>Whether Fin resolved it with a connector, and how that is known.</summary>
    public Resolution Resolution { get; set; }

    /// <summary>When <see cref="Resolution"/> was reached; null while it is <see cref="Resolution.None"/>.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When the last message was written.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Whether Fin answers the next message: nobody of the team has taken over and it was not handed to them.</summary>
    public bool IsFinInCharge => AssigneeId is null && FinStatus != Inbox.FinStatus.Escalated;

    /// <summary>What an execution may know of it.</summary>
    public ConversationSnapshot ToSnapshot() =>
        new(
            Id,
            Subject,
            JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(AttributesJson) ?? []
        );
}

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("Conversations");
        builder.Property(conversation => conversation.Id).ValueGeneratedNever();
        builder.Ignore(conversation => conversation.IsFinInCharge);
        builder.HasIndex(conversation => new { conversation.PersonId, conversation.UpdatedAt });
        builder.HasIndex(conversation => conversation.ExternalId).IsUnique();

        // What waits for a person is looked through every few minutes, the longest waiting first.
        builder.HasIndex(conversation => new { conversation.FinStatus, conversation.UpdatedAt });

        // Few are resolved, and they are counted without a look at the rows.
        builder
            .HasIndex(conversation => conversation.ResolvedAt)
            .HasFilter("\"ResolvedAt\" IS NOT NULL");
        builder
            .HasIndex(conversation => conversation.PendingMessageId)
            .HasFilter("\"PendingMessageId\" IS NOT NULL");
    }
}
