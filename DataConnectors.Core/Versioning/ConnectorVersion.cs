using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Versioning;

/// <summary>A published definition, frozen.</summary>
public sealed class ConnectorVersion
{
    /// <summary>The longest note, in characters.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>The connector.</summary>
    public long ConnectorId { get; init; }

    /// <summary>1 for the first, rising by one.</summary>
    public int Number { get; init; }

    /// <summary>The definition as it was published.</summary>
    public string DefinitionJson { get; init; } = "";

    /// <summary>What the publisher, or somebody after them, wrote about the change; may be empty.</summary>
    public string Note { get; set; } = "";

    /// <summary>Who published it.</summary>
    public string CreatedBy { get; init; } = "";

    /// <summary>The id of the teammate who published it; null for one published before ids were kept.</summary>
    public long? CreatedById { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class ConnectorVersionMapping : IEntityTypeConfiguration<ConnectorVersion>
{
    public void Configure(EntityTypeBuilder<ConnectorVersion> builder)
    {
        builder.ToTable("ConnectorVersions");
        builder.Property(version => version.Id).ValueGeneratedNever();
        // A deleted connector takes its history along.
        builder
            .HasOne<Connectors.Connector>()
            .WithMany()
            .HasForeignKey(version => version.ConnectorId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(version => new { version.ConnectorId, version.Number }).IsUnique();
    }
}

/// <summary>A version that serves customers, read once and shared by every run.</summary>
public sealed record LiveVersion(
    long ConnectorId,
    long VersionId,
    int Number,
    Connectors.ConnectorDefinition Definition
);
