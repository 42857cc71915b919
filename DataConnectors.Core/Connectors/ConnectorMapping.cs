using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Connectors;

internal sealed class ConnectorMapping : IEntityTypeConfiguration<Connector>
{
    public void Configure(EntityTypeBuilder<Connector> builder)
    {
        builder.ToTable("Connectors");
        builder.Property(connector => connector.Id).ValueGeneratedNever();
        builder.Property(connector => connector.DraftRevision).IsConcurrencyToken();
        builder.HasIndex(connector => new { connector.UpdatedAt, connector.Id });
    }
}
