using DataConnectors.Core.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Inbox;

/// <summary>
/// Something that a program which talks to Fin over HTTP is told of. Stored in the transaction of what it tells of, so that a program that
/// lost its connection gets what it missed, once and in order. Kept as long as execution results.
/// </summary>
public sealed class FinEvent : IAged
{
    /// <summary>The id; rises with time. By it a reader says what it has.</summary>
    public long Id { get; init; }

    /// <summary>The conversation, of <see cref="ConversationChannel.Api"/>.</summary>
    public long ConversationId { get; init; }

    /// <summary>For an answer: the message that it answers. Null for a status.</summary>
    public long? QuestionId { get; init; }

    /// <summary>What happened, a JSON object as programs get it.</summary>
    public string ItemJson { get; init; } = "{}";

    /// <summary>Whether nothing follows until the person writes again.</summary>
    public bool IsEnd { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class FinEventMapping : IEntityTypeConfiguration<FinEvent>
{
    public void Configure(EntityTypeBuilder<FinEvent> builder)
    {
        builder.ToTable("FinEvents");
        builder.Property(happened => happened.Id).ValueGeneratedNever();
        builder.HasIndex(happened => new { happened.ConversationId, happened.Id });
    }
}
