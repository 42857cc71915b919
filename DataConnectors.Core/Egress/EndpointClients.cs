using Microsoft.Extensions.Options;

namespace DataConnectors.Core.Egress;

/// <summary>
/// Makes HTTP clients for an endpoint that the operator names in the configuration, such as that of a language model. It may be private and
/// plain http, as a trusted host may; nothing else can be called with such a client, and connectors may not call the endpoint for it.
/// </summary>
public sealed class EndpointClients
{
    private readonly IHostResolver resolver;
    private readonly ISocketDialler dialler;
    private readonly IOwnAddresses own;
    private readonly TimeProvider clock;

    internal EndpointClients(
        IHostResolver resolver,
        ISocketDialler dialler,
        IOwnAddresses own,
        TimeProvider clock
    )
    {
        this.resolver = resolver;
        this.dialler = dialler;
        this.own = own;
        this.clock = clock;
    }

    /// <summary>A client of its own; its time-out is the caller's matter.</summary>
    public HttpClient Create(Uri endpoint)
    {
        var guard = new EgressGuard(
            Options.Create(
                new EgressOptions { TrustedHosts = [$"{endpoint.Host}:{endpoint.Port}"] }
            )
        );
        var connector = new EgressConnector(guard, resolver, dialler, own, clock);
        return new HttpClient(
            new EndpointHandler(guard, new EgressHttpClient(EgressHandler.Create(connector)))
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    private sealed class EndpointHandler(EgressGuard guard, EgressHttpClient client)
        : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            guard.Judge(request.RequestUri!.AbsoluteUri)
                is EgressDecision.Allowed { Target: { IsTrusted: true } target }
                ? client.SendAsync(target, request, cancellationToken)
                : throw new HttpRequestException(
                    "Only the configured endpoint may be called with this client."
                );

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                client.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
