using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DataConnectors.Core.Webhooks.Signing;

/// <summary>What signs the notifications of a subscription.</summary>
/// <param name="ClientSecret">The app's client secret in UTF-8; null when it has none that can be opened.</param>
/// <param name="Secrets">The keys of the subscription's secrets, the current one first.</param>
internal sealed record SigningKeys(byte[]? ClientSecret, IReadOnlyList<byte[]> Secrets);

/// <summary>Signs in both ways: the original's <c>X-Hub-Signature</c>, and the headers of the Standard Webhooks scheme.</summary>
internal static class WebhookSignatures
{
    /// <summary>Adds the headers.</summary>
    public static void Add(
        HttpRequestMessage message,
        SigningKeys keys,
        string notificationId,
        DateTimeOffset now,
        byte[] body
    )
    {
        if (keys.ClientSecret is { } clientSecret)
        {
            // The original's scheme, which receivers written for it verify.
#pragma warning disable CA5350
            var hash = HMACSHA1.HashData(clientSecret, body);
#pragma warning restore CA5350
            message.Headers.TryAddWithoutValidation(
                "X-Hub-Signature",
                $"sha1={Convert.ToHexStringLower(hash)}"
            );
        }

        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{notificationId}.{timestamp}."), .. body];
        message.Headers.TryAddWithoutValidation("webhook-id", notificationId);
        message.Headers.TryAddWithoutValidation("webhook-timestamp", timestamp);
        message.Headers.TryAddWithoutValidation(
            "webhook-signature",
            string.Join(
                ' ',
                keys.Secrets.Select(key =>
                    $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}"
                )
            )
        );
    }
}
