using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Inbox;

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

    /// <summary>For a teammate's messages: who wrote it.</summary>
    public long? TeammateId { get; init; }

    /// <summary>For a teammate's messages: whether it is a note that only the team reads.</summary>
    public bool IsNote { get; init; }

    /// <summary>For a person's messages: whether it was proven that they wrote it, such as by a signed token.</summary>
    public bool IsVerified { get; init; }

    /// <summary>For a person's messages: the id that the sending program made for it, so that what it sends twice is stored once; null for none.</summary>
    public string? ClientId { get; init; }

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

internal sealed class ConversationMessageMapping : IEntityTypeConfiguration<ConversationMessage>
{
    public void Configure(EntityTypeBuilder<ConversationMessage> builder)
    {
        builder.ToTable("ConversationMessages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.HasIndex(message => new { message.ConversationId, message.Id });
        builder.HasIndex(message => message.ClientId).IsUnique();
    }
}
