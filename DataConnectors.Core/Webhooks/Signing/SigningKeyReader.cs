using System.Collections.Concurrent;
using System.Text;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.DeveloperApps;

namespace DataConnectors.Core.Webhooks.Signing;

/// <summary>
/// Opens what signs a subscription's notifications. A rotated webhook secret counts at once; a rotated client secret within
/// ten seconds, in which the former one is still good.
/// </summary>
internal sealed class SigningKeyReader(
    AppSecrets appSecrets,
    ISecretProtector protector,
    TimeProvider clock
)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<long, Opened> opened = [];

    public async ValueTask<SigningKeys> ReadAsync(
        WebhookEndpoint endpoint,
        CancellationToken cancellationToken
    )
    {
        if (
            opened.TryGetValue(endpoint.SubscriptionId, out var known)
            && known.Endpoint == endpoint
            && clock.GetElapsedTime(known.ReadAt) < Freshness
        )
        {
            return known.Keys;
        }

        var readAt = clock.GetTimestamp();
        var clientSecrets = await appSecrets.ReadAsync(endpoint.AppId, cancellationToken);
        var keys = new SigningKeys(
            clientSecrets.Count > 0 ? Encoding.UTF8.GetBytes(clientSecrets[0].Open()) : null,
            [
                .. new[] { endpoint.ProtectedSecret, endpoint.ProtectedFormerSecret }
                    .OfType<string>()
                    .Select(protector.Unprotect)
                    .OfType<Kernel.SecretText>()
                    .Select(WebhookSecret.KeyOf),
            ]
        );
        opened[endpoint.SubscriptionId] = new Opened(endpoint, keys, readAt);
        return keys;
    }

    private sealed record Opened(WebhookEndpoint Endpoint, SigningKeys Keys, long ReadAt);
}
