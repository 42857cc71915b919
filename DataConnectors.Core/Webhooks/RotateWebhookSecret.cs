using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Webhooks.Signing;

namespace DataConnectors.Core.Webhooks;

/// <summary>Replaces the secret of a subscription. For a day both sign, so that the endpoint can change over without losing any.</summary>
public sealed class RotateWebhookSecret(
    SubscriptionChanges changes,
    ISecretProtector protector,
    TimeProvider clock
)
{
    /// <summary>The new secret, which is never shown again.</summary>
    public Task<Outcome<SecretText, Fault>> RunAsync(
        Actor actor,
        long appId,
        CancellationToken cancellationToken
    ) =>
        changes.RunAsync(
            actor,
            appId,
            (_, subscription) =>
            {
                var secret = WebhookSecret.New();
                subscription.ProtectedFormerSecret = subscription.ProtectedSecret;
                subscription.FormerSecretExpiresAt = clock.GetUtcNow() + WebhookSecret.Overlap;
                subscription.ProtectedSecret = protector.Protect(secret);
                return Task.FromResult<Outcome<SecretText, Fault>>(secret);
            },
            cancellationToken
        );
}
