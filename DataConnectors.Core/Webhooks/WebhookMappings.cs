using DataConnectors.Core.DeveloperApps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Webhooks;

internal sealed class WebhookSubscriptionMapping : IEntityTypeConfiguration<WebhookSubscription>
{
    public void Configure(EntityTypeBuilder<WebhookSubscription> builder)
    {
        builder.ToTable("WebhookSubscriptions");
        builder.Property(subscription => subscription.Id).ValueGeneratedNever();
        builder.HasIndex(subscription => subscription.AppId).IsUnique();
        builder
            .HasOne<DeveloperApp>()
            .WithOne()
            .HasForeignKey<WebhookSubscription>(subscription => subscription.AppId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WebhookDeliveryMapping : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
        builder
            .HasOne<WebhookSubscription>()
            .WithMany()
            .HasForeignKey(delivery => delivery.SubscriptionId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(delivery => new { delivery.SubscriptionId, delivery.Id });

        // Only what is still to be sent, or was given up, stands in these two: most deliveries are neither.
        builder
            .HasIndex(
                delivery => new { delivery.SubscriptionId, delivery.NextAttemptAt },
                "IX_WebhookDeliveries_Pending"
            )
            .HasFilter("State = 0");
        builder
            .HasIndex(
                delivery => new { delivery.SubscriptionId, delivery.Id },
                "IX_WebhookDeliveries_Failed"
            )
            .HasFilter("State = 2");
    }
}

internal sealed class WebhookAttemptMapping : IEntityTypeConfiguration<WebhookAttempt>
{
    public void Configure(EntityTypeBuilder<WebhookAttempt> builder)
    {
        builder.ToTable("WebhookAttempts");
        builder.Property(attempt => attempt.Id).ValueGeneratedNever();
        builder
            .HasOne<WebhookDelivery>()
            .WithMany()
            .HasForeignKey(attempt => attempt.DeliveryId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
