using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Inbox;

/// <summary>A connector that Fin triggered in a conversation; stored with the answer it led to.</summary>
public sealed class ConversationAction
{
    /// <summary>The id; rises with time.</summary>
    public long Id { get; init; }

    /// <summary>The conversation.</summary>
    public long ConversationId { get; init; }

    /// <summary>Fin's message that it led to.</summary>
    public long MessageId { get; init; }

    /// <summary>The connector.</summary>
    public long ConnectorId { get; init; }

    /// <summary>Its name at that time.</summary>
    public string ConnectorName { get; init; } = "";

    /// <summary>The row of the log.</summary>
    public long ExecutionId { get; init; }

    /// <summary>Whether the run succeeded.</summary>
    public bool IsSuccess { get; init; }

    /// <summary>Whether the answer used its data.</summary>
    public bool IsUsedInReply { get; init; }

    /// <summary>When the answer was stored.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class ConversationActionMapping : IEntityTypeConfiguration<ConversationAction>
{
    public void Configure(EntityTypeBuilder<ConversationAction> builder)
    {
        builder.ToTable("ConversationActions");
        builder.Property(action => action.Id).ValueGeneratedNever();
        builder.HasIndex(action => action.ConversationId);
        builder.HasIndex(action => new { action.ConnectorId, action.ConversationId });

        // Holds all that is counted of a connector, so that no row is read.
        builder.HasIndex(action => new
        {
            action.ConnectorId,
            action.CreatedAt,
            action.IsUsedInReply,
            action.ConversationId,
        });
    }
}
