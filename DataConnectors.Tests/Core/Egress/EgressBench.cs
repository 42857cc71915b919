using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DataConnectors.Core.Egress;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Options;

namespace DataConnectors.Tests.Core.Egress;

/// <summary>The whole way out, from URL to TLS answer, with a scripted resolver and every socket led to one loopback server.</summary>
internal sealed class EgressBench : IAsyncDisposable
{
    private readonly X509Certificate2 certificate;

    public EgressBench(
        IEnumerable<string> certifiedHosts,
        EgressCaseLookup[]? lookups = null,
        EgressOptions? options = null,
        TimeProvider? clock = null,
        bool isCertificateTrusted = true
    )
    {
        certificate = SelfSigned(certifiedHosts);
        Upstream = LoopbackApi.Start(certificate);
        Upstream.Answer(
            LoopbackApi.AnyPath,
            LoopbackAnswer.Text("reached", 200, ("Connection", "close")).ThenClose()
        );
        Resolver = new ScriptedResolver(lookups ?? []);
        Dialler = new LoopbackDialler(Upstream);
        Guard = new EgressGuard(Options.Create(options ?? new EgressOptions()));
        var roots = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        if (isCertificateTrusted)
        {
            roots.CustomTrustStore.Add(certificate);
        }

        var connector = new EgressConnector(
            Guard,
            Resolver,
            Dialler,
            new ScriptedOwnAddresses(),
            clock ?? TimeProvider.System
        );
        Client = new EgressHttpClient(EgressHandler.Create(connector, roots));
    }

    public LoopbackApi Upstream { get; }
    public ScriptedResolver Resolver { get; }
    public LoopbackDialler Dialler { get; }
    public EgressGuard Guard { get; }
    public EgressHttpClient Client { get; }

    /// <summary>Sends a GET to a URL that the guard must allow.</summary>
    public Task<HttpResponseMessage> GetAsync(string url) =>
        Client.SendAsync(
            Assert.IsType<EgressDecision.Allowed>(Guard.Judge(url)).Target,
            new HttpRequestMessage(),
            new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token
        );

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Upstream.DisposeAsync();
        certificate.Dispose();
    }

    private static X509Certificate2 SelfSigned(IEnumerable<string> hosts)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=loopback", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
