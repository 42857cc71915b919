using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Messaging;

/// <summary>A secret with which the workspace's own systems sign who uses the Messenger.</summary>
public sealed class IdentitySecret
{
    /// <summary>The id; rises with time.</summary>
    public long Id { get; init; }

    /// <summary>The secret, encrypted.</summary>
    public string ProtectedValue { get; init; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it is accepted; null for the current one.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
}

internal sealed class IdentitySecretMapping : IEntityTypeConfiguration<IdentitySecret>
{
    public void Configure(EntityTypeBuilder<IdentitySecret> builder)
    {
        builder.ToTable("MessengerIdentitySecrets");
        builder.Property(secret => secret.Id).ValueGeneratedNever();
    }
}
