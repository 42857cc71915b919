using System.Text.Json;
using DataConnectors.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Inbox;

/// <summary>A conversation between a person, Fin and the team.</summary>
public sealed class Conversation : IAttributed
{
    private const int SnippetLength = 120;

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

    /// <summary>Whether Fin's last message asked for something that it needs to go on.</summary>
    public bool IsFinAsking { get; set; }

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

    /// <summary>When the last message was written; notes of the team count for nothing here.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The first words of the last message; empty where it was written before they were kept.</summary>
    public string Snippet { get; set; } = "";

    /// <summary>Who wrote the last message; null where it was written before that was kept.</summary>
    public MessageAuthor? LastAuthor { get; set; }

    /// <summary>Whether Fin answers the next message: nobody of the team has taken over and it was not handed to them.</summary>
    public bool IsFinInCharge => AssigneeId is null && FinStatus != Inbox.FinStatus.Escalated;

    /// <summary>Whether the person waits for somebody: they wrote last, or Fin handed them to the team and nobody has answered since.</summary>
    public bool IsAwaitingReply =>
        State == ConversationState.Open
        && (
            LastAuthor == MessageAuthor.Person
            || (LastAuthor == MessageAuthor.Fin && FinStatus == Inbox.FinStatus.Escalated)
        );

    /// <summary>
    /// Keeps what lists show of its last message. Whoever stores a message that the person can read calls it, in the same transaction.
    /// </summary>
    public void Take(ConversationMessage message)
    {
        UpdatedAt = message.CreatedAt;
        Snippet = FirstWords.Of(message.Text, SnippetLength);
        LastAuthor = message.Author;
    }

    /// <summary>
    /// Lets a teammate, or the team, answer instead of Fin, who forgets what it was in the middle of and has not resolved it.
    /// </summary>
    /// <param name="teammateId">The teammate; null for whoever of the team has time.</param>
    public void HandToTeam(long? teammateId)
    {
        AssigneeId = teammateId;
        PendingMessageId = null;
        AgentStateJson = null;
        IsFinAsking = false;
        this.WithdrawResolution();
        if (teammateId is null)
        {
            FinStatus = Inbox.FinStatus.Escalated;
        }
    }

    /// <summary>Lets Fin answer the next message again.</summary>
    public void HandToFin()
    {
        AssigneeId = null;
        if (FinStatus == Inbox.FinStatus.Escalated)
        {
            FinStatus = Inbox.FinStatus.AwaitingUserReply;
        }
    }

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
        builder.Ignore(conversation => conversation.IsAwaitingReply);
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

        // One for each order in which the Inbox reads a view, so that its first page and its count look at no other row.
        builder.HasIndex(conversation => new { conversation.UpdatedAt, conversation.Id });
        builder.HasIndex(conversation => new
        {
            conversation.State,
            conversation.UpdatedAt,
            conversation.Id,
        });
        builder.HasIndex(conversation => new
        {
            conversation.AssigneeId,
            conversation.State,
            conversation.UpdatedAt,
            conversation.Id,
        });
        builder.HasIndex(conversation => new
        {
            conversation.FinStatus,
            conversation.UpdatedAt,
            conversation.Id,
        });
        builder.HasIndex(conversation => new
        {
            conversation.IsActionUsedInReply,
            conversation.UpdatedAt,
            conversation.Id,
        });
    }
}
