using DataConnectors.Core.Connectors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Alerts;

/// <summary>Whether a connector keeps failing: what the next run is judged by, so that no restart repeats or loses an alert.</summary>
public sealed class ConnectorAlert
{
    /// <summary>The connector.</summary>
    public long ConnectorId { get; init; }

    /// <summary>How many of its latest live runs failed in a row.</summary>
    public int FailuresInARow { get; set; }

    /// <summary>When the first of them ended; null when the last run succeeded.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Whether the alert was raised, and not yet followed by a recovery.</summary>
    public bool IsRaised { get; set; }
}

internal sealed class ConnectorAlertMapping : IEntityTypeConfiguration<ConnectorAlert>
{
    public void Configure(EntityTypeBuilder<ConnectorAlert> builder)
    {
        builder.ToTable("ConnectorAlerts");
        builder.HasKey(alert => alert.ConnectorId);
        builder.Property(alert => alert.ConnectorId).ValueGeneratedNever();
        builder
            .HasOne<Connector>()
            .WithOne()
            .HasForeignKey<ConnectorAlert>(alert => alert.ConnectorId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
