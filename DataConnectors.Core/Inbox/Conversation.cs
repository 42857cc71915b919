using System.Text.Json;
using DataConnectors.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Inbox;

/// <summary>A conversation in the Messenger.</summary>
public sealed class Conversation : IAttributed
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>The person in the Messenger.</summary>
    public long PersonId { get; init; }

    /// <summary>The first words of the first message.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Values of conversation attributes by name, a JSON object.</summary>
    public string AttributesJson { get; set; } = "{}";

    /// <summary>What Fin is in the middle of (a connector whose inputs it collects), a JSON object; null when nothing.</summary>
    public string? AgentStateJson { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When the last message was written.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>What an execution may know of it.</summary>
    public ConversationSnapshot ToSnapshot() =>
        new(
            Id,
            Subject,
            JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(AttributesJson) ?? []
        );
}

/// <summary>One message of a conversation.</summary>
public sealed class ConversationMessage
{
    /// <summary>The id; rises with time.</summary>
    public long Id { get; init; }

    /// <summary>The conversation.</summary>
    public long ConversationId { get; init; }

    /// <summary>Who wrote it.</summary>
    public MessageAuthor Author { get; init; }

    /// <summary>Plain text.</summary>
    public string Text { get; init; } = "";

    /// <summary>For Fin's messages: why it said so, a JSON object.</summary>
    public string? TraceJson { get; init; }

    /// <summary>For Fin's messages: the execution whose data it used.</summary>
    public long? ExecutionId { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Who wrote a message.</summary>
public enum MessageAuthor
{
    /// <summary>The person in the Messenger.</summary>
    Person,

    /// <summary>Fin.</summary>
    Fin,

    /// <summary>A teammate.</summary>
    Teammate,
}

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("Conversations");
        builder.Property(conversation => conversation.Id).ValueGeneratedNever();
        builder.HasIndex(conversation => new { conversation.PersonId, conversation.UpdatedAt });
    }
}

internal sealed class ConversationMessageMapping : IEntityTypeConfiguration<ConversationMessage>
{
    public void Configure(EntityTypeBuilder<ConversationMessage> builder)
    {
        builder.ToTable("ConversationMessages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.HasIndex(message => new { message.ConversationId, message.Id });
    }
}
