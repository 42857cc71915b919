using System.Security.Cryptography;

namespace DataConnectors.Client.Sending;

/// <summary>Names every POST, so that the server does what is sent again only once. Stands outside the retries, which keep the name.</summary>
internal sealed class IdempotencyKeys : DelegatingHandler
{
    /// <summary>The header that carries the name.</summary>
    public const string Header = "Idempotency-Key";

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (request.Method == HttpMethod.Post && !request.Headers.Contains(Header))
        {
            request.Headers.TryAddWithoutValidation(
                Header,
                Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))
            );
        }

        return base.SendAsync(request, cancellationToken);
    }
}
