using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace DataConnectors.Core.Egress;

/// <summary>Builds the one HTTP handler of the product. Each setting closes a way around <see cref="EgressConnector"/>, or a cost.</summary>
internal static class EgressHandler
{
    /// <summary>How long a connection may take to open, lookup and TLS included.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Builds it.</summary>
    /// <param name="connector">Opens the connections.</param>
    /// <param name="trustedRoots">How certificates are verified; null means by the machine's roots.</param>
    public static SocketsHttpHandler Create(
        EgressConnector connector,
        X509ChainPolicy? trustedRoots = null
    ) =>
        new()
        {
            ConnectCallback = (context, cancellationToken) =>
                connector.ConnectAsync(context.DnsEndPoint, cancellationToken),
            ConnectTimeout = ConnectTimeout,

            // A redirect would carry token headers to another origin.
            AllowAutoRedirect = false,

            // With a proxy the callback would only ever see the proxy.
            UseProxy = false,
            UseCookies = false,
            Credentials = null,
            PreAuthenticate = false,

            // Whoever reads the answer inflates it, and stops at its cap.
            AutomaticDecompression = DecompressionMethods.None,

            // What is sent is exactly what the dry run shows.
            ActivityHeadersPropagator = null,

            // A name that has moved is looked up, and judged, again.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            MaxConnectionsPerServer = 256,
            MaxResponseHeadersLength = 64,

            // An answer that was cut off at its cap is not read to its end to save a connection.
            MaxResponseDrainSize = 64 * 1024,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = trustedRoots,
            },
        };
}
