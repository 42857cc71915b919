using System.Net;

namespace DataConnectors.Core.Egress;

/// <summary>
/// The way out for every call: connectors, token requests and webhooks. Sends only to a target that the guard has allowed, and
/// answers as soon as the headers have arrived; the caller reads and bounds the body, sets the deadline, and refuses a switch
/// of protocols. Nothing is followed, retried, inflated or kept.
/// </summary>
public sealed class EgressHttpClient : IDisposable
{
    private readonly HttpMessageInvoker invoker;

    internal EgressHttpClient(SocketsHttpHandler handler) =>
        invoker = new HttpMessageInvoker(handler, disposeHandler: true);

    /// <summary>
    /// Sends the request to the target. Throws <see cref="HttpRequestException"/>, in whose chain an
    /// <see cref="EgressRefusedException"/> or a <see cref="HostNotResolvedException"/> tells that the name led nowhere
    /// permitted, or <see cref="OperationCanceledException"/>.
    /// </summary>
    /// <param name="target">Where to; replaces the URL of the request.</param>
    /// <param name="request">What to send; the caller disposes of it. HTTP/3 is sent as HTTP/2.</param>
    /// <param name="cancellationToken">The deadline of the whole call.</param>
    public Task<HttpResponseMessage> SendAsync(
        EgressTarget target,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        request.RequestUri = target.Uri;

        // HTTP/3 runs over UDP and would not pass through the connector.
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        if (request.Version > HttpVersion.Version20)
        {
            request.Version = HttpVersion.Version20;
        }

        return invoker.SendAsync(request, cancellationToken);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => invoker.Dispose();
}
