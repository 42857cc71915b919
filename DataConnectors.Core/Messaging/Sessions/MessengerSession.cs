using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Messaging;

/// <summary>One browser in which somebody uses the Messenger.</summary>
public sealed class MessengerSession
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>SHA-256 of the token that the browser keeps, in lower-case hexadecimal.</summary>
    public string TokenHash { get; init; } = "";

    /// <summary>Who uses it.</summary>
    public long PersonId { get; init; }

    /// <summary>Whether a user token proved it.</summary>
    public bool IsVerified { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}

internal sealed class MessengerSessionMapping : IEntityTypeConfiguration<MessengerSession>
{
    public void Configure(EntityTypeBuilder<MessengerSession> builder)
    {
        builder.ToTable("MessengerSessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.HasIndex(session => session.TokenHash).IsUnique();
        builder.HasIndex(session => session.PersonId);
        builder.HasIndex(session => session.ExpiresAt);
    }
}
