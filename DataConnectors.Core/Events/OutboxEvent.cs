using DataConnectors.Core.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Events;

/// <summary>
/// Something that happened and that somebody subscribed to. It is committed together with what it tells of, and goes when it has been
/// handed on.
/// </summary>
public sealed class OutboxEvent : IAged
{
    /// <summary>The id, which subscribers see; rises with time.</summary>
    public long Id { get; init; }

    /// <summary>One of <see cref="EventTopics"/>.</summary>
    public string Topic { get; init; } = "";

    /// <summary>What happened, a JSON object as subscribers get it.</summary>
    public string ItemJson { get; init; } = "{}";

    /// <summary>When it happened.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class OutboxEventMapping : IEntityTypeConfiguration<OutboxEvent>
{
    public void Configure(EntityTypeBuilder<OutboxEvent> builder)
    {
        builder.ToTable("OutboxEvents");
        builder.Property(happened => happened.Id).ValueGeneratedNever();
    }
}
