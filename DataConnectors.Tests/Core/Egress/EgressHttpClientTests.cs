using System.Diagnostics;
using System.Net;
using DataConnectors.Core.Egress;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DataConnectors.Tests.Core.Egress;

public sealed class EgressHttpClientTests
{
    private const string Url = "https://api.example.com/v1/%41?q=a%2Bb";

    [Fact]
    public async Task What_is_sent_is_what_was_asked_for_and_nothing_more()
    {
        using var activity = new Activity("a trace that must not leave").Start();
        await using var bench = new EgressBench(["api.example.com"]);
        using var answer = await bench.GetAsync(Url);
        Assert.Equal(
            "GET /v1/%41?q=a%2Bb HTTP/1.1\r\nHost: api.example.com\r\n\r\n",
            Assert.Single(bench.Upstream.Requests).RawText
        );
    }

    [Fact]
    public async Task A_compressed_answer_and_its_cookies_are_handed_over_untouched()
    {
        await using var bench = new EgressBench(["api.example.com"]);
        bench.Upstream.Answer(
            LoopbackApi.AnyPath,
            LoopbackAnswer.Bytes(
                [1, 2, 3],
                200,
                ("Content-Encoding", "gzip"),
                ("Set-Cookie", "a=b")
            )
        );
        for (var i = 0; i < 2; i++)
        {
            using var answer = await bench.GetAsync(Url);
            Assert.Equal([1, 2, 3], await answer.Content.ReadAsByteArrayAsync());
        }

        Assert.All(bench.Upstream.Requests, request => Assert.Null(request.Header("Cookie")));
        Assert.Single(bench.Dialler.Dialled);
    }

    [Fact]
    public async Task A_request_for_http_3_stays_on_the_judged_connection()
    {
        await using var bench = new EgressBench(["api.example.com"]);
        var target = Assert.IsType<EgressDecision.Allowed>(bench.Guard.Judge(Url)).Target;
        using var request = new HttpRequestMessage
        {
            Version = HttpVersion.Version30,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var answer = await bench.Client.SendAsync(target, request, CancellationToken.None);
        Assert.Equal(HttpVersion.Version20, request.Version);
        Assert.Equal(HttpVersion.Version11, answer.Version);
        Assert.Single(bench.Dialler.Dialled);
    }

    [Fact]
    public async Task The_url_of_the_request_cannot_stand_in_for_the_target()
    {
        await using var bench = new EgressBench(["api.example.com"]);
        var target = Assert.IsType<EgressDecision.Allowed>(bench.Guard.Judge(Url)).Target;
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://169.254.169.254/");
        using var answer = await bench.Client.SendAsync(target, request, CancellationToken.None);
        Assert.Equal(ScriptedResolver.PublicAddress, Assert.Single(bench.Dialler.Dialled).Address);
    }

    [Fact]
    public async Task The_next_judged_address_is_dialled_when_one_does_not_answer()
    {
        var dead = IPAddress.Parse("2606:2800:21f:cb07::1");
        await using var bench = new EgressBench(
            ["api.example.com"],
            [new("A", [dead, ScriptedResolver.PublicAddress])]
        );
        bench.Dialler.Dead.Add(dead);
        using var answer = await bench.GetAsync(Url);
        Assert.Equal(
            [dead, ScriptedResolver.PublicAddress],
            bench.Dialler.Dialled.Select(of => of.Address)
        );
        Assert.Equal(1, bench.Resolver.Count);
    }

    [Fact]
    public async Task An_ipv4_address_mapped_into_ipv6_is_dialled_as_ipv4()
    {
        await using var bench = new EgressBench(
            ["api.example.com"],
            [new("A", [ScriptedResolver.PublicAddress.MapToIPv6()])]
        );
        using var answer = await bench.GetAsync(Url);
        Assert.Equal(ScriptedResolver.PublicAddress, Assert.Single(bench.Dialler.Dialled).Address);
    }

    [Fact]
    public async Task A_name_that_leads_back_to_this_server_is_refused()
    {
        await using var bench = new EgressBench(["api.example.com"], [new("SELF", [])]);
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => bench.GetAsync(Url));
        Assert.IsType<EgressRefusedException>(failure.InnerException);
        Assert.Empty(bench.Dialler.Dialled);
    }

    [Fact]
    public async Task A_lookup_that_fails_is_told_apart_from_a_refusal()
    {
        await using var bench = new EgressBench(["api.example.com"], [new("SERVFAIL", [])]);
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => bench.GetAsync(Url));
        Assert.Equal(
            "api.example.com",
            Assert.IsType<HostNotResolvedException>(failure.InnerException).Host
        );
        Assert.Equal(1, bench.Resolver.Count);
    }

    [Fact]
    public async Task A_trusted_name_may_lead_to_a_private_address()
    {
        await using var bench = new EgressBench(
            ["erp.internal"],
            [new("A", [IPAddress.Parse("10.0.0.5")])],
            new EgressOptions { TrustedHosts = ["erp.internal:8443"] }
        );
        using var answer = await bench.GetAsync("https://erp.internal:8443/");
        Assert.Equal(
            new IPEndPoint(IPAddress.Parse("10.0.0.5"), 8443),
            Assert.Single(bench.Dialler.Dialled)
        );
    }

    [Fact]
    public async Task The_registered_client_calls_a_trusted_host_over_plain_http_and_no_other()
    {
        await using var api = LoopbackApi.Start();
        api.Answer("/orders", LoopbackAnswer.Json("[]"));
        await using var provider = Provider(("Egress:TrustedHosts:0", $"localhost:{api.Port}"));
        var guard = provider.GetRequiredService<EgressGuard>();
        var target = Assert
            .IsType<EgressDecision.Allowed>(guard.Judge($"http://localhost:{api.Port}/orders"))
            .Target;

        using var request = new HttpRequestMessage(HttpMethod.Post, target.Uri)
        {
            Content = new StringContent("{}"),
        };
        using var answer = await provider
            .GetRequiredService<EgressHttpClient>()
            .SendAsync(target, request, CancellationToken.None);

        Assert.Equal("[]", await answer.Content.ReadAsStringAsync());
        Assert.Equal("{}", Assert.Single(api.Requests).BodyText);
        Assert.IsType<EgressDecision.Refused>(guard.Judge($"{api.BaseUrl}/orders"));
    }

    [Fact]
    public async Task Configured_ports_replace_the_default_ones()
    {
        await using var provider = Provider(("Egress:AllowedPorts:0", "9443"));
        var guard = provider.GetRequiredService<EgressGuard>();
        Assert.IsType<EgressDecision.Allowed>(guard.Judge("https://api.example.com:9443/"));
        Assert.IsType<EgressDecision.Refused>(guard.Judge("https://api.example.com/"));
    }

    [Fact]
    public async Task Every_malformed_setting_is_reported_at_once()
    {
        await using var provider = Provider(
            ("Egress:TrustedHosts:0", "http://erp.internal/"),
            ("Egress:TrustedHosts:1", "erp.internal:99999"),
            ("Egress:TrustedHosts:2", "fine.internal:8080"),
            ("Egress:TrustedHosts:3", "10.1"),
            ("Egress:AllowedPorts:0", "0"),
            ("Egress:AllowedPorts:1", "443")
        );
        var failure = Assert.Throws<OptionsValidationException>(() =>
            provider.GetRequiredService<IOptions<EgressOptions>>().Value
        );
        Assert.Equal(
            ["TrustedHosts:0", "TrustedHosts:1", "TrustedHosts:3", "AllowedPorts:0"],
            failure.Failures.Select(of => of.Split(' ')[0]["Egress:".Length..])
        );
    }

    private static ServiceProvider Provider(params (string Key, string Value)[] settings) =>
        new ServiceCollection()
            .AddEgress(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        settings.ToDictionary(of => of.Key, of => (string?)of.Value)
                    )
                    .Build()
            )
            .BuildServiceProvider(validateScopes: true);
}
