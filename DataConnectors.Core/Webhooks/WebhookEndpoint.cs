namespace DataConnectors.Core.Webhooks;

/// <summary>Where a subscription's notifications go, and what signs them, encrypted.</summary>
/// <param name="ProtectedFormerSecret">Null when it no longer signs.</param>
internal sealed record WebhookEndpoint(
    long SubscriptionId,
    long AppId,
    string Url,
    string ProtectedSecret,
    string? ProtectedFormerSecret
)
{
    public static WebhookEndpoint Of(WebhookSubscription subscription, DateTimeOffset now) =>
        new(
            subscription.Id,
            subscription.AppId,
            subscription.Url,
            subscription.ProtectedSecret,
            subscription.FormerSecretExpiresAt > now ? subscription.ProtectedFormerSecret : null
        );
}
