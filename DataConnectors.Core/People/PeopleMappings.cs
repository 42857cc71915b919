using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.People;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Property(person => person.Id).ValueGeneratedNever();
        builder.HasIndex(person => person.ExternalId).IsUnique();
        builder.HasIndex(person => person.Email);
        builder.HasIndex(person => person.CompanyId);
    }
}

internal sealed class AttributeDefinitionMapping : IEntityTypeConfiguration<AttributeDefinition>
{
    public void Configure(EntityTypeBuilder<AttributeDefinition> builder)
    {
        builder.ToTable("AttributeDefinitions");
        builder.Property(attribute => attribute.Id).ValueGeneratedNever();
        builder.HasIndex(attribute => new { attribute.Owner, attribute.Name }).IsUnique();
    }
}
