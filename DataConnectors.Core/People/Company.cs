using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.People;

/// <summary>A company that people belong to.</summary>
public sealed class Company : IAttributed
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>The id that the workspace's own systems use (<c>company_id</c>).</summary>
    public string ExternalId { get; init; } = "";

    /// <summary>The name; empty when unknown.</summary>
    public string Name { get; set; } = "";

    /// <summary>Values of the attributes defined in this workspace, by name, as a JSON object.</summary>
    public string AttributesJson { get; set; } = "{}";

    /// <summary>When it was first seen.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class CompanyMapping : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.ToTable("Companies");
        builder.Property(company => company.Id).ValueGeneratedNever();
        builder.HasIndex(company => company.ExternalId).IsUnique();
    }
}
