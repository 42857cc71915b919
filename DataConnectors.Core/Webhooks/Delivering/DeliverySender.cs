using System.Net;
using System.Net.Http.Headers;
using DataConnectors.Core.Webhooks.Signing;

namespace DataConnectors.Core.Webhooks.Delivering;

/// <summary>Makes one attempt.</summary>
internal sealed class DeliverySender(
    EndpointCalls calls,
    SigningKeyReader keyReader,
    TimeProvider clock
)
{
    /// <summary>What came of it. Throws only for <paramref name="cancellationToken"/> or a defect.</summary>
    public async Task<FinishedAttempt> SendAsync(
        WebhookEndpoint endpoint,
        DeliveryLease lease,
        string workspaceCode,
        CancellationToken cancellationToken
    )
    {
        var keys = await keyReader.ReadAsync(endpoint, cancellationToken);
        if (keys.Secrets.Count == 0)
        {
            var lost = new EndpointAnswer(
                Status: null,
                Body: null,
                "The webhook's secret cannot be opened: the keys that encrypted it are gone. Rotate the secret.",
                RetryAfter: null,
                TimeSpan.Zero
            );
            return new FinishedAttempt(lease, lost, clock.GetUtcNow());
        }

        var body = WebhookPayload.Write(
            lease.EventId,
            lease.Topic,
            lease.ItemJson,
            lease.CreatedAt,
            workspaceCode,
            lease.Attempt,
            lease.FirstSentAt
        );
        using var message = new HttpRequestMessage(HttpMethod.Post, (Uri?)null)
        {
            Version = HttpVersion.Version11,
            Content = new ByteArrayContent(body),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        message.Headers.TryAddWithoutValidation("User-Agent", "DataConnectors/1.0");
        WebhookSignatures.Add(
            message,
            keys,
            WebhookPayload.IdOf(lease.EventId),
            clock.GetUtcNow(),
            body
        );
        var answer = await calls.CallAsync(endpoint.Url, message, cancellationToken);
        return new FinishedAttempt(lease, answer, clock.GetUtcNow());
    }
}
