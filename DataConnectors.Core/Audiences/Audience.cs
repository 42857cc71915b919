using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Audiences;

/// <summary>A reusable Fin audience: created once, applied to several connectors.</summary>
public sealed class Audience
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The longest description, in characters.</summary>
    public const int MaxDescriptionLength = 500;

    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>The name, unique without regard to case.</summary>
    public string Name { get; set; } = "";

    /// <summary>The name as names are compared.</summary>
    public string NameKey { get; set; } = "";

    /// <summary>Who they are and what for; may be empty.</summary>
    public string Description { get; set; } = "";

    /// <summary>The <see cref="AudienceRule"/> as JSON.</summary>
    public string RuleJson { get; set; } = "{}";

    /// <summary>Rises with every change; a change names the one it was based on, so that nothing is overwritten silently.</summary>
    public long Revision { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Who changed it last.</summary>
    public string UpdatedBy { get; set; } = "";

    /// <summary>A name as names are compared.</summary>
    public static string KeyOf(string name) => name.Trim().ToUpperInvariant();
}

internal sealed class AudienceMapping : IEntityTypeConfiguration<Audience>
{
    public void Configure(EntityTypeBuilder<Audience> builder)
    {
        builder.ToTable("Audiences");
        builder.Property(audience => audience.Id).ValueGeneratedNever();
        builder.Property(audience => audience.Revision).IsConcurrencyToken();
        builder.HasIndex(audience => audience.NameKey).IsUnique();
    }
}
